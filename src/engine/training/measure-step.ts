import { describePreset } from '../models/presets.ts';
import { initialWeights } from '../models/initializers.ts';
import type { Batch, Device } from '../ports.ts';
import { random } from '../random.ts';

/** As the tutorial trains. */
const batchSize = 32;
const learningRate = 0.001;
/** The first steps compile, allocate and warm caches up. */
const warmUp = 3;

/**
 * Milliseconds per training step of the tutorial network on drawn noise, batch 32: the median of `steps`.
 * `clock` gives milliseconds, rising.
 */
export async function measureStep(device: Device, clock: () => number, steps = 15): Promise<number> {
  const description = describePreset('tutorial', { classes: 2, size: 64 });
  const network = await device.createNetwork(description, initialWeights(description, 0));
  try {
    const batch = noise(64 * 64 * 3);
    const times: number[] = [];
    for (let step = 0; step < warmUp + steps; step++) {
      const start = clock();
      await network.trainStep(batch, learningRate);
      if (step >= warmUp) times.push(clock() - start);
    }
    return median(times);
  } finally {
    network.dispose();
  }
}

function noise(size: number): Batch {
  const source = random(0, 'noise');
  const pictures = new Uint8Array(batchSize * size).map(() => source.below(256));
  return { pictures, labels: new Uint16Array(batchSize).map((_, at) => at % 2) };
}

function median(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
}
