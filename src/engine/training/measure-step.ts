import type { ExecutorChoice } from '../../contract/devices.ts';
import { initialWeights } from '../models/initializers.ts';
import type { NetworkDescription } from '../models/description.ts';
import type { Batch, Breathe, Device, Network, StopSignal } from '../ports.ts';
import { noise } from './noise.ts';

/** What is measured. */
export interface Trial {
  readonly description: NetworkDescription;
  readonly batchSize: number;
  readonly executor: ExecutorChoice;
}

export interface Stopwatch {
  /** Milliseconds, rising. */
  readonly clock: () => number;
  readonly breathe: Breathe;
  readonly signal: StopSignal;
}

/** Steps that count, after those that warm up; and how many milliseconds of them are enough. */
const steps = 7;
const enough = 1500;
/** Whoever takes this many times as long as another is out of the race, and not measured further. */
const tooSlow = 3;
/** A step that is expected to take longer, in milliseconds, isn't worth waiting for in one that is too slow. */
const patience = 1500;
/** Pictures that show whether a step of the whole batch may be waited for. */
const few = 2;

/**
 * Milliseconds per training step on noise: the median of a few, after a warm-up. `rival`: the same of another device, for
 * whose multiple no more than one step is measured, or none where few pictures tell as much. Rejects as createNetwork and
 * trainStep do, and with the signal's reason.
 */
export async function measureStep(
  device: Device,
  { description, batchSize, executor }: Trial,
  stopwatch: Stopwatch,
  rival = Infinity,
): Promise<number> {
  const network = await device.createNetwork(description, initialWeights(description, 0), { seed: 0, executor });
  try {
    const expected = await expectedTime(network, batchSize, stopwatch);
    if (expected > patience && expected > tooSlow * rival) return expected;
    const batch = noise(description, batchSize);
    await timeStep(network, batch, stopwatch);
    const times: number[] = [];
    do times.push(await timeStep(network, batch, stopwatch));
    while (times.length < steps && sum(times) < enough && median(times) <= tooSlow * rival);
    return median(times);
  } finally {
    network.dispose();
  }
}

/** From few pictures, the second time: the first compiles. A GPU, idle with few pictures, does better than expected. */
async function expectedTime(network: Network, batchSize: number, stopwatch: Stopwatch): Promise<number> {
  const samples = Math.min(few, batchSize);
  const batch = noise(network.description, samples);
  await timeStep(network, batch, stopwatch);
  return ((await timeStep(network, batch, stopwatch)) * batchSize) / samples;
}

async function timeStep(network: Network, batch: Batch, { clock, breathe, signal }: Stopwatch): Promise<number> {
  await breathe();
  signal.throwIfAborted();
  const start = clock();
  // A learning rate of 0 computes as much, and the loss on noise can't run away.
  await network.trainStep(batch, 0);
  return clock() - start;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
}
