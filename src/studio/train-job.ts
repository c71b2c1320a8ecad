import type { TrainRequest } from '../contract/api.ts';
import { labelsOf } from '../engine/datasets/labels.ts';
import { parameterCount } from '../engine/models/variables.ts';
import type { Network } from '../engine/ports.ts';
import { startPosition } from '../engine/training/position.ts';
import { scanData, type RunData } from './data.ts';
import { chooseDevice } from './devices.ts';
import type { PausableContext } from './jobs.ts';
import type { Parts } from './parts.ts';
import { folderOfRequest, openProject, type OpenedProject } from './projects.ts';
import { completeSettings } from './given-settings.ts';
import { readProject, type RunRecord } from './records.ts';
import { progressOf, runEpochs } from './run-epochs.ts';
import { deviceRecord, newNetwork, sizesOf, trialOf, withData } from './run-setup.ts';
import { createRunFolder } from './runs.ts';

/** Trains a new run from folders of pictures. */
export async function trainJob(parts: Parts, request: TrainRequest, context: PausableContext): Promise<void> {
  const settings = completeSettings(request.settings);
  const at = await folderOfRequest(parts.openFolder, parts.projectsFolder, request);
  const leftOut = (await readProject(at))?.leftOut ?? [];
  const pictures = { training: request.training, test: request.test, leftOut };
  const scanned = await scanData(parts, pictures);
  const trial = trialOf(settings, scanned.training.classes.length, request.executor);
  const { device, reason } = await chooseDevice(parts, request.device, trial, context);
  await withData(parts, scanned, settings, context, async (data) => {
    const project = await openProject(parts.openFolder, parts.projectsFolder, { ...request, project: at.path });
    const folder = await createRunFolder(project.folder, parts.now(), settings.preset);
    const network = await newNetwork({ device, settings, data, executor: request.executor }, context);
    try {
      const record: RunRecord = {
        ...newRecord(parts, data, project, network),
        id: folder.name,
        ...pictures,
        settings,
        device: deviceRecord(parts, device, network, reason),
      };
      await runEpochs(parts, { folder, record }, network, data, startPosition(), context);
    } finally {
      network.dispose();
    }
  });
}

type NewRecord = Omit<RunRecord, 'id' | 'training' | 'test' | 'leftOut' | 'settings' | 'device'>;

const newRecord = (parts: Parts, data: RunData, { record }: OpenedProject, network: Network): NewRecord => ({
  version: 1,
  created: parts.now().toISOString(),
  state: 'running',
  process: parts.machine.process,
  dataset: sizesOf(data),
  classes: [...data.classes],
  labels: labelsOf(data.classes, record.labels),
  parameters: parameterCount(network.description),
  ...progressOf(startPosition(), null),
});
