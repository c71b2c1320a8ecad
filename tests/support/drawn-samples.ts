import type { PictureRequest, PreparedPictures } from '../../src/engine/ports.ts';
import { random } from '../../src/engine/random.ts';
import type { Samples } from '../../src/engine/training/samples.ts';

export interface DrawnSamples {
  readonly samples: Samples;
  /** What was asked for, a list per batch. */
  readonly asked: (readonly PictureRequest[])[];
}

/**
 * Samples in memory of two classes that can be told apart: pictures of noise, brighter at the top in class 0 and at the
 * bottom in class 1. Transforms are noted, not applied.
 */
export function drawnSamples(count: number, side: number, seed = 1): DrawnSamples {
  const source = random(seed, 'drawn samples');
  const labels = Uint16Array.from({ length: count }, (_, index) => index % 2);
  const size = side * side * 3;
  const pixels = Uint8Array.from({ length: count * size }, (_, at) => {
    const top = (at % size) / size < 0.5;
    const bright = top === (labels[Math.floor(at / size)] === 0);
    return source.below(160) + (bright ? 90 : 0);
  });
  const asked: (readonly PictureRequest[])[] = [];
  const pictures: PreparedPictures = {
    reasons: new Array<null>(count).fill(null),
    facts: new Array<null>(count).fill(null),
    decoded: 0,
    load(requests) {
      asked.push(requests);
      const batch = new Uint8Array(requests.length * size);
      requests.forEach(({ file }, at) => batch.set(pixels.subarray(file * size, (file + 1) * size), at * size));
      return Promise.resolve(batch);
    },
    close: () => Promise.resolve(),
  };
  return { samples: { pictures, files: Uint32Array.from(labels.keys()), labels }, asked };
}
