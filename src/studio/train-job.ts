import type { ResumeRequest, TrainRequest } from '../contract/api.ts';
import { PawlabError } from '../contract/errors.ts';
import type { EpochEvent } from '../contract/events.ts';
import type { Settings } from '../contract/settings.ts';
import { augmentation } from '../engine/augmentation/affine.ts';
import { labelsOf } from '../engine/datasets/labels.ts';
import { initialWeights } from '../engine/models/initializers.ts';
import { describePreset } from '../engine/models/presets.ts';
import { parameterCount } from '../engine/models/variables.ts';
import type { Device, Network } from '../engine/ports.ts';
import { startPosition, train, type Position } from '../engine/training/train.ts';
import { openData, scanData, type RunData, type ScannedData } from './data.ts';
import { openDevice } from './devices.ts';
import type { JobContext, Parts } from './parts.ts';
import { openProject } from './projects.ts';
import { completeSettings, writeRun, type RunRecord } from './records.ts';
import { appendMetrics, keepMetricsBefore } from './metrics.ts';
import { createRunFolder, findRun, loadLast, saveBest, saveLast, type Run } from './runs.ts';

/** Trains a new run from folders of pictures. */
export async function trainJob(parts: Parts, request: TrainRequest, context: JobContext): Promise<void> {
  const settings = completeSettings(request.settings);
  const scanned = await scanData(parts, request);
  const device = await openDevice(parts.devices, request.device, context);
  await withData(parts, scanned, settings, context, async (data) => {
    const project = await openProject(parts.openFolder, parts.projectsFolder, request);
    const folder = await createRunFolder(project.folder, parts.now(), settings.preset);
    const network = await newNetwork(device, settings, data.classes.length);
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
        epochs: 0,
        best: startPosition().best,
        testAccuracy: null,
        seconds: 0,
      };
      await runEpochs(parts, { folder, record }, network, data, startPosition(), context);
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
      const resumed = { ...record, ...(await keptEpochs(run.folder, position)), dataset: sizesOf(data) };
      await runEpochs(parts, { folder: run.folder, record: resumed }, network, data, position, context);
    } finally {
      network.dispose();
    }
  });
}

/** What a run's record says of the epochs before a position, whatever was written after the checkpoint. */
async function keptEpochs(
  folder: Run['folder'],
  { epoch, best, seconds }: Position,
): Promise<Pick<RunRecord, 'state' | 'epochs' | 'best' | 'testAccuracy' | 'seconds'>> {
  const last = (await keepMetricsBefore(folder, epoch)).at(-1);
  return { state: 'running', epochs: epoch - 1, best: { ...best }, testAccuracy: last?.testAccuracy ?? null, seconds };
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

/** Trains to the end or to the stop, keeping everything after each epoch. */
async function runEpochs(
  parts: Parts,
  run: Run,
  network: Network,
  data: RunData,
  position: Position,
  context: JobContext,
): Promise<void> {
  const { folder } = run;
  const { settings, device, parameters } = run.record;
  let { record } = run;
  const steps = Math.ceil(data.training.labels.length / settings.batchSize);
  await writeRun(folder, record);
  context.report({ type: 'started', run: folder.path, device: device.name, parameters, settings, steps });
  try {
    const reports = train({
      network,
      training: data.training,
      test: data.test,
      settings,
      transformOf: (epoch) => (sample) => augmentation(settings.seed, epoch, sample, settings, settings.pictureSize),
      position,
      signal: context.signal,
      breathe: parts.breathe,
      clock: parts.clock,
    });
    for await (const report of reports) {
      if (report.type === 'epoch') {
        record = await keepEpoch(run.folder, record, network, report, position);
      }
      context.report(report);
    }
  } catch (error) {
    // Where the disk is the trouble this fails too, and the first error is the one to tell.
    await writeRun(folder, { ...record, state: 'failed' }).catch(() => undefined);
    throw error;
  }
  const finished = position.epoch > settings.epochs;
  if (!finished) await saveLast(folder, await network.readState(), position);
  record = { ...record, state: finished ? 'finished' : 'stopped', seconds: position.seconds };
  await writeRun(folder, record);
  reportDone(run.folder, record, data.test !== null, context);
}

/**
 * Writes an epoch down. The checkpoint to go on from comes after all that tells of the epoch: a run cut off in between
 * does the epoch again, with the same result, and misses nothing.
 */
async function keepEpoch(
  folder: Run['folder'],
  record: RunRecord,
  network: Network,
  report: EpochEvent,
  position: Position,
): Promise<RunRecord> {
  const state = await network.readState();
  if (report.bestAccuracy) await saveBest(folder, 'best', state.weights, report.epoch);
  if (report.bestLoss) await saveBest(folder, 'best-loss', state.weights, report.epoch);
  await appendMetrics(folder, report);
  await saveLast(folder, state, position);
  const kept = {
    ...record,
    epochs: report.epoch,
    best: { ...position.best },
    testAccuracy: report.testAccuracy,
    seconds: position.seconds,
  };
  await writeRun(folder, kept);
  return kept;
}

function reportDone(folder: Run['folder'], record: RunRecord, tested: boolean, { report }: JobContext): void {
  const { best, epochs } = record;
  report({
    type: 'done',
    run: folder.path,
    bestEpoch: best.accuracyEpoch,
    bestLossEpoch: best.lossEpoch,
    testAccuracy: record.testAccuracy,
    bestTestAccuracy: tested && epochs > 0 ? best.accuracy : null,
    epochs,
    seconds: record.seconds,
    device: record.device.name,
    stopped: record.state === 'stopped',
  });
}
