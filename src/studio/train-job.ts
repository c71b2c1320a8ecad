import type { ResumeRequest, TrainRequest } from '../contract/api.ts';
import { PawlabError } from '../contract/errors.ts';
import { deviceIds, type ExecutorChoice } from '../contract/devices.ts';
import type { Settings } from '../contract/settings.ts';
import { labelsOf } from '../engine/datasets/labels.ts';
import { initialWeights } from '../engine/models/initializers.ts';
import { countClasses } from '../engine/models/class-weights.ts';
import { describeNetwork } from '../engine/models/describe.ts';
import { parameterCount } from '../engine/models/variables.ts';
import type { Device, Network } from '../engine/ports.ts';
import type { Trial } from '../engine/training/measure-step.ts';
import { startPosition, type Position } from '../engine/training/position.ts';
import { openData, scanData, type RunData, type ScannedData } from './data.ts';
import { openGuarded } from './device-trials.ts';
import { chooseDevice, type ChosenDevice } from './devices.ts';
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
  const trial = trialOf(settings, scanned.training.classes.length, request.executor);
  const { device, reason } = await chooseDevice(parts, request.device, trial, context);
  await withData(parts, scanned, settings, context, async (data) => {
    const project = await openProject(parts.openFolder, parts.projectsFolder, request);
    const folder = await createRunFolder(project.folder, parts.now(), settings.preset);
    const network = await newNetwork({ device, settings, data, executor: request.executor }, context);
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
        device: recordOf(parts, device, network, reason),
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
  const saved = await loadLast(run.folder, record.settings.seed);
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
  const { device, reason } = await ownDevice(parts, request, record, context);
  await withData(parts, scanned, record.settings, context, async (data) => {
    if (data.fingerprint !== record.dataset.fingerprint) restartEpoch(position, record, data, context);
    const executor = ownExecutor(request, record, device);
    const network = await newNetwork({ device, settings: record.settings, data, executor }, context);
    try {
      if (saved !== null) await network.writeState(saved.state);
      const last = (await keepMetricsBefore(run.folder, position.epoch)).at(-1);
      const resumed: RunRecord = {
        ...record,
        state: 'running',
        device: recordOf(parts, device, network, reason),
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

interface NewNetwork {
  readonly device: Device;
  readonly settings: Settings;
  readonly data: RunData;
  readonly executor: ExecutorChoice;
}

function newNetwork({ device, settings, data, executor }: NewNetwork, { report }: JobContext): Promise<Network> {
  const classes = data.classes.length;
  const description = describeNetwork(settings, { classes, counts: countClasses(data.training.labels, classes) });
  return device.createNetwork(description, initialWeights(description, settings.seed), {
    seed: settings.seed,
    executor,
    onFallback: (reason) => report({ type: 'notice', text: `${reason} The network runs operation by operation.` }),
  });
}

const trialOf = (settings: Settings, classes: number, executor: ExecutorChoice): Trial => ({
  description: describeNetwork(settings, { classes, counts: null }),
  batchSize: settings.batchSize,
  executor,
});

const recordOf = (
  { versions }: Parts,
  device: Device,
  { executor }: Network,
  reason: string | null,
): RunRecord['device'] => ({
  id: device.id,
  name: device.name,
  versions: { ...versions, ...device.versions },
  executor,
  reason,
});

/** A run goes on on the device it began on, where that is still there. */
async function ownDevice(
  parts: Parts,
  request: ResumeRequest,
  { device, settings, classes }: RunRecord,
  context: JobContext,
): Promise<ChosenDevice> {
  const own = deviceIds.find((id) => id === device.id);
  const trial = trialOf(settings, classes.length, request.executor);
  if (request.device !== 'auto' || own === undefined) return chooseDevice(parts, request.device, trial, context);
  try {
    // Nobody asked for it by name: what ended the program last time stays left out.
    return { device: await openGuarded(parts, own), reason: device.reason };
  } catch (error) {
    if (!(error instanceof PawlabError)) throw error;
    context.report({ type: 'notice', text: `${error.message} ${error.remedy} The run goes on on another device.` });
    return chooseDevice(parts, 'auto', trial, context);
  }
}

/** A run goes on with the executor it began with, where the device has it. */
function ownExecutor(request: ResumeRequest, { device: { executor } }: RunRecord, device: Device): ExecutorChoice {
  if (request.executor !== 'auto' || executor === null) return request.executor;
  return device.executors.includes(executor) ? executor : 'auto';
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
