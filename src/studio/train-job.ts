import type { ResumeRequest, TrainRequest } from '../contract/api.ts';
import { PawlabError } from '../contract/errors.ts';
import type { Settings } from '../contract/settings.ts';
import { labelsOf } from '../engine/datasets/labels.ts';
import { initialWeights } from '../engine/models/initializers.ts';
import { describePreset } from '../engine/models/presets.ts';
import { parameterCount } from '../engine/models/variables.ts';
import type { Device, Network } from '../engine/ports.ts';
import { startPosition, type Position } from '../engine/training/train.ts';
import { openData, scanData, type RunData, type ScannedData } from './data.ts';
import { openDevice } from './devices.ts';
import type { JobContext, Parts } from './parts.ts';
import { openProject } from './projects.ts';
import { completeSettings, type RunRecord } from './records.ts';
import { progressOf, runEpochs } from './run-epochs.ts';
import { keepMetricsBefore } from './metrics.ts';
import { createRunFolder, findRun, loadLast } from './runs.ts';

/** Trains a new run from folders of pictures. */
export async function trainJob(parts: Parts, request: TrainRequest, context: JobContext): Promise<void> {
  const settings = completeSettings(request.settings);
  const scanned = await scanData(parts, request);
  const device = await openDevice(parts.devices, request.device, context);
  await withData(parts, scanned, settings, context, async (data) => {
    const project = await openProject(parts.openFolder, parts.projectsFolder, request);
    const folder = await createRunFolder(project.folder, parts.now(), settings.preset);
    const network = await newNetwork(device, settings, data.classes.length);
    const position = startPosition();
    try {
      const record: RunRecord = {
        version: 1,
        id: folder.name,
        created: parts.now().toISOString(),
        state: 'running',
        training: request.training,
        test: request.test,
        settings,
        dataset: sizesOf(data),
        classes: [...data.classes],
        labels: labelsOf(data.classes, project.record.labels),
        device: { id: device.id, name: device.name, versions: { ...parts.versions, ...device.versions } },
        parameters: parameterCount(network.description),
        ...progressOf(position, null),
      };
      await runEpochs(parts, { folder, record }, network, data, position, context);
    } finally {
      network.dispose();
    }
  });
}

/** Goes on with a run where it was stopped or cut off. */
export async function resumeJob(parts: Parts, request: ResumeRequest, context: JobContext): Promise<void> {
  const run = await findRun(parts.openFolder, parts.projectsFolder, request.run);
  const { record } = run;
  const saved = await loadLast(run.folder);
  const position = saved?.position ?? startPosition();
  if (saved === null) {
    context.report({ type: 'notice', text: 'This run was cut off before anything was saved: it starts anew.' });
  }
  if (position.epoch > record.settings.epochs) {
    throw new PawlabError(
      'run-finished',
      `The run ${record.id} has finished all of its ${record.settings.epochs} epochs.`,
      'Start a new run to train further.',
    );
  }
  const scanned = await scanData(parts, record);
  const device = await openDevice(parts.devices, request.device, context);
  await withData(parts, scanned, record.settings, context, async (data) => {
    if (data.fingerprint !== record.dataset.fingerprint) restartEpoch(position, record, data, context);
    const network = await newNetwork(device, record.settings, record.classes.length);
    try {
      if (saved !== null) await network.writeState(saved.state);
      const last = (await keepMetricsBefore(run.folder, position.epoch)).at(-1);
      const resumed: RunRecord = {
        ...record,
        state: 'running',
        dataset: sizesOf(data),
        ...progressOf(position, last?.testAccuracy ?? null),
      };
      await runEpochs(parts, { folder: run.folder, record: resumed }, network, data, position, context);
    } finally {
      network.dispose();
    }
  });
}

const sizesOf = (data: RunData): RunRecord['dataset'] => ({
  fingerprint: data.fingerprint,
  training: data.training.labels.length,
  test: data.test?.labels.length ?? 0,
});

async function withData(
  parts: Parts,
  scanned: ScannedData,
  settings: Settings,
  context: JobContext,
  work: (data: RunData) => Promise<void>,
): Promise<void> {
  const data = await openData(parts, scanned, settings, context);
  try {
    context.signal.throwIfAborted();
    await work(data);
  } finally {
    await data.close();
  }
}

function newNetwork(device: Device, settings: Settings, classes: number): Promise<Network> {
  const description = describePreset(settings.preset, { classes, size: settings.pictureSize });
  return device.createNetwork(description, initialWeights(description, settings.seed));
}

/** The order of an epoch means nothing for other pictures than it was drawn for. */
function restartEpoch(position: Position, record: RunRecord, data: RunData, { report }: JobContext): void {
  if (data.classes.join('\n') !== record.classes.join('\n')) {
    throw new PawlabError(
      'classes-differ',
      `The classes are ${data.classes.join(', ')} now; this run knows ${record.classes.join(', ')}.`,
      'Put the folders back as they were, or start a new run.',
    );
  }
  Object.assign(position, { step: 0, tally: startPosition().tally });
  report({
    type: 'notice',
    text: `The pictures have changed since this run was stopped: epoch ${position.epoch} starts anew.`,
  });
}
