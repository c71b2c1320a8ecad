import type { AffineMatrix, Batch, PreparedPictures } from '../ports.ts';

/** Prepared pictures with their classes: what an epoch runs over. */
export interface Samples {
  readonly pictures: PreparedPictures;
  /** For each sample, its index among the prepared pictures. */
  readonly files: Uint32Array;
  /** For each sample, its class. */
  readonly labels: Uint16Array;
}

/** Augmentation of one sample in one epoch; null leaves the picture as it is. */
export type TransformOf = (sample: number) => AffineMatrix | null;

/** Batches on their way while a step runs: two for each of the threads that load them, so that none waits for the step's end. */
const ahead = 4;

async function loadBatch(samples: Samples, members: readonly number[], transformOf: TransformOf): Promise<Batch> {
  const labels = Uint16Array.from(members, (sample) => samples.labels[sample] ?? 0);
  const requests = members.map((sample) => ({
    file: samples.files[sample] ?? 0,
    transform: transformOf(sample),
  }));
  return { pictures: await samples.pictures.load(requests), labels };
}

/** Batches of `size` in the given order, the last one short, loaded ahead of the step that needs them. */
export async function* batches(
  samples: Samples,
  order: readonly number[],
  size: number,
  transformOf: TransformOf,
): AsyncGenerator<Batch, void> {
  const loading: Promise<Batch>[] = [];
  let next = 0;
  const startLoading = (): void => {
    for (; next < order.length && loading.length < ahead; next += size) {
      const batch = loadBatch(samples, order.slice(next, next + size), transformOf);
      // Reported where the batch is awaited; a run that ends early never awaits it.
      batch.catch(() => undefined);
      loading.push(batch);
    }
  };
  startLoading();
  for (let batch = loading.shift(); batch !== undefined; batch = loading.shift()) {
    const loaded = await batch;
    startLoading();
    yield loaded;
  }
}
