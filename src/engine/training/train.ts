import type { Settings } from '../../contract/settings.ts';
import type { EpochEvent, StepEvent } from '../../contract/events.ts';
import { epochOrder } from '../datasets/split.ts';
import type { Breathe, Network, StopSignal } from '../ports.ts';
import { enter, noBest, type Best } from './best.ts';
import { startPace, type Pace } from './pace.ts';
import { batches, type Samples, type TransformOf } from './samples.ts';
import { add, emptyTally, means, type Tally } from './tally.ts';

/** Where a run stands, between two steps. With the network's state it is all that is needed to go on exactly. */
export interface Position {
  /** The epoch under way, from 1; one more than the last epoch when all is done. */
  epoch: number;
  /** Steps done in it. */
  step: number;
  /** What those steps summed up to. */
  tally: Tally;
  best: Best;
  /** Seconds of work so far. */
  seconds: number;
}

export const startPosition = (): Position => ({ epoch: 1, step: 0, tally: emptyTally(), best: noBest(), seconds: 0 });

export interface Training {
  readonly network: Network;
  readonly training: Samples;
  readonly test: Samples | null;
  readonly settings: Settings;
  /** Augmentation of a training sample in an epoch. */
  readonly transformOf: (epoch: number) => TransformOf;
  /** Kept up to date: after every report it says where the run stands. */
  readonly position: Position;
  /** Read between steps. */
  readonly signal: StopSignal;
  readonly breathe: Breathe;
  /** Milliseconds, rising. */
  readonly clock: () => number;
}

/** The last step's batch may be short. */
export const stepsPerEpoch = (training: Samples, { batchSize }: Settings): number =>
  Math.ceil(training.labels.length / batchSize);

/** Pictures per call when nothing is learned: larger than a training batch, there is no gradient to keep. */
const evaluationBatch = 128;

const asItIs: TransformOf = () => null;

/** Mean loss and accuracy over all samples; null where the signal stopped it midway. */
export async function evaluate(
  network: Network,
  samples: Samples,
  signal: StopSignal,
  breathe: Breathe,
): Promise<{ readonly loss: number; readonly accuracy: number } | null> {
  const everything = Array.from({ length: samples.labels.length }, (_, index) => index);
  const tally = emptyTally();
  for await (const batch of batches(samples, everything, evaluationBatch, asItIs)) {
    if (signal.aborted) return null;
    add(tally, await network.evaluate(batch));
    await breathe();
  }
  return means(tally);
}

/**
 * Trains from `position` to the last epoch and reports each step and each epoch. Ends early, between two steps, when the
 * signal is aborted; `position` then says where. An epoch stopped while the test set was being measured counts as under
 * way: going on measures it again.
 */
export async function* train(run: Training): AsyncGenerator<StepEvent | EpochEvent, void> {
  const pace = startPace(run.clock);
  const before = run.position.seconds;
  const start = run.clock();
  let epochStart = start;
  while (run.position.epoch <= run.settings.epochs) {
    for await (const report of trainEpoch(run, pace)) {
      run.position.seconds = before + (run.clock() - start) / 1000;
      yield report;
    }
    if (run.signal.aborted) return;
    const report = await endEpoch(run, pace, epochStart);
    if (report === null) return;
    epochStart = run.clock();
    run.position.seconds = before + (epochStart - start) / 1000;
    yield report;
  }
}

async function* trainEpoch(run: Training, pace: Pace): AsyncGenerator<StepEvent, void> {
  const { position, settings } = run;
  const steps = stepsPerEpoch(run.training, settings);
  const order = epochOrder(run.training.labels.length, settings.seed, position.epoch);
  const rest = order.slice(position.step * settings.batchSize);
  for await (const batch of batches(run.training, rest, settings.batchSize, run.transformOf(position.epoch))) {
    if (run.signal.aborted) return;
    const result = await run.network.trainStep(batch, settings.learningRate);
    position.step += 1;
    add(position.tally, result);
    pace.step(result.samples);
    const epochsLeft = settings.epochs - position.epoch;
    yield {
      type: 'step',
      epoch: position.epoch,
      epochs: settings.epochs,
      step: position.step,
      steps,
      ...means(position.tally),
      learningRate: settings.learningRate,
      picturesPerSecond: pace.picturesPerSecond(),
      secondsLeft: pace.secondsLeft(steps - position.step + epochsLeft * steps, epochsLeft + 1),
    };
    await run.breathe();
  }
}

/** Measures the test set, enters the result and moves on to the next epoch. */
async function endEpoch(run: Training, pace: Pace, epochStart: number): Promise<EpochEvent | null> {
  const { position, settings } = run;
  pace.evaluationStarts();
  const test = run.test === null ? null : await evaluate(run.network, run.test, run.signal, run.breathe);
  if (run.test !== null && test === null) return null;
  const training = means(position.tally);
  const { epoch } = position;
  const best = enter(position.best, epoch, test ?? training);
  pace.epochEnds();
  Object.assign(position, { epoch: epoch + 1, step: 0, tally: emptyTally() });
  const epochsLeft = settings.epochs - epoch;
  const steps = stepsPerEpoch(run.training, settings);
  return {
    type: 'epoch',
    epoch,
    epochs: settings.epochs,
    ...training,
    testLoss: test?.loss ?? null,
    testAccuracy: test?.accuracy ?? null,
    learningRate: settings.learningRate,
    seconds: (run.clock() - epochStart) / 1000,
    picturesPerSecond: pace.picturesPerSecond(),
    secondsLeft: pace.secondsLeft(epochsLeft * steps, epochsLeft) ?? 0,
    ...best,
  };
}
