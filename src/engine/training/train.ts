import type { Settings } from '../../contract/settings.ts';
import type { EpochEvent, StepEvent } from '../../contract/events.ts';
import { epochOrder } from '../datasets/split.ts';
import type { Breathe, Network, StopSignal } from '../ports.ts';
import { enter } from './best.ts';
import { evaluate } from './evaluate.ts';
import { startPace, type Pace } from './pace.ts';
import type { Position } from './position.ts';
import { batches, type Samples, type TransformOf } from './samples.ts';
import { observe } from './schedules/plateau.ts';
import { learningRateAt } from './schedules/schedule.ts';
import { add, emptyTally, means } from './tally.ts';

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
    const learningRate = rateOf(run, position.step);
    const result = await run.network.trainStep(batch, learningRate);
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
      learningRate,
      picturesPerSecond: pace.picturesPerSecond(),
      secondsLeft: pace.secondsLeft(steps - position.step + epochsLeft * steps, epochsLeft + 1),
    };
    await run.breathe();
  }
}

/** The learning rate of a step of the epoch under way. */
function rateOf({ training, settings, position }: Training, stepOfEpoch: number): number {
  const perEpoch = stepsPerEpoch(training, settings);
  const step = (position.epoch - 1) * perEpoch + stepOfEpoch;
  return learningRateAt(settings, { step, steps: settings.epochs * perEpoch, plateau: position.plateau.factor });
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
  const steps = stepsPerEpoch(run.training, settings);
  const learningRate = rateOf(run, steps - 1);
  observe(position.plateau, (test ?? training).loss, settings);
  pace.epochEnds();
  Object.assign(position, { epoch: epoch + 1, step: 0, tally: emptyTally() });
  const epochsLeft = settings.epochs - epoch;
  return {
    type: 'epoch',
    epoch,
    epochs: settings.epochs,
    ...training,
    testLoss: test?.loss ?? null,
    testAccuracy: test?.accuracy ?? null,
    learningRate,
    seconds: (run.clock() - epochStart) / 1000,
    picturesPerSecond: pace.picturesPerSecond(),
    secondsLeft: pace.secondsLeft(epochsLeft * steps, epochsLeft) ?? 0,
    ...best,
  };
}
