import type { EpochEvent } from '../contract/events.ts';
import { idleSettings } from '../contract/settings.ts';
import { augmentation } from '../engine/augmentation/affine.ts';
import type { Network } from '../engine/ports.ts';
import { answeringWeights } from '../engine/networks/state.ts';
import { prepareNetwork } from '../engine/training/prepare-network.ts';
import type { Position } from '../engine/training/position.ts';
import { stepsPerEpoch, train } from '../engine/training/train.ts';
import type { RunData } from './data.ts';
import { appendMetrics } from './metrics.ts';
import type { PausableContext } from './jobs.ts';
import type { JobContext, Parts } from './parts.ts';
import { writeRun, type RunRecord } from './records.ts';
import { saveBest, saveLast, type Run } from './runs.ts';

/** What a record says of how far the run is; `testAccuracy` is that of the last whole epoch. */
export const progressOf = (
  { epoch, best, seconds }: Position,
  testAccuracy: number | null,
): Pick<RunRecord, 'epochs' | 'best' | 'testAccuracy' | 'seconds'> => ({
  epochs: epoch - 1,
  best: { ...best },
  testAccuracy,
  seconds,
});

/** Trains to the end or to the stop, keeping everything after each epoch. */
export async function runEpochs(
  parts: Pick<Parts, 'breathe' | 'clock'>,
  run: Run,
  network: Network,
  data: RunData,
  position: Position,
  context: PausableContext,
): Promise<void> {
  const { folder } = run;
  const { settings } = run.record;
  let { record } = run;
  await writeRun(folder, record);
  try {
    await start(run, network, data, context);
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
  record = { ...record, state: endState(finished, context), seconds: position.seconds };
  await writeRun(folder, record);
  reportDone(run.folder, record, data.test !== null, context);
}

function endState(finished: boolean, { pausing }: PausableContext): RunRecord['state'] {
  if (finished) return 'finished';
  return pausing() ? 'paused' : 'stopped';
}

/** Makes the network ready, before the clock of the first epoch. */
async function start({ folder, record }: Run, network: Network, data: RunData, { report }: JobContext): Promise<void> {
  const { settings, parameters } = record;
  const { name: device, reason } = record.device;
  const { executor } = network;
  for (const { label, without } of idleSettings(settings)) {
    report({ type: 'notice', text: `${label} does nothing without ${without}.` });
  }
  report({ type: 'preparing_network', device, executor });
  await prepareNetwork(network, settings.batchSize);
  const steps = stepsPerEpoch(data.training, settings);
  report({ type: 'started', run: folder.path, device, executor, reason, parameters, settings, steps });
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
  const weights = answeringWeights(state);
  if (report.bestAccuracy) await saveBest(folder, 'best', weights, report.epoch);
  if (report.bestLoss) await saveBest(folder, 'best-loss', weights, report.epoch);
  await appendMetrics(folder, report);
  await saveLast(folder, state, position);
  const kept = { ...record, ...progressOf(position, report.testAccuracy) };
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
    stopped: record.state !== 'finished',
    paused: record.state === 'paused',
  });
}
