import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tensor } from '@tensorflow/tfjs-core';
import { Kernels } from '../../../../src/engine/eager/kernels.ts';
import { maxPool } from '../../../../src/engine/eager/operations/max-pool.ts';
import { onEachDevice } from '../../../support/devices.ts';

const planned = {
  type: 'maxPool',
  layer: 'max_pool_1',
  inputs: [0],
  shape: [2, 2, 2],
  size: 2,
  strides: 2,
  padding: 'valid',
} as const;

test('the largest of each square passes on and gets the gradient, the first of equals row by row', (t) =>
  onEachDevice(t, async (device) => {
    const kernels = new Kernels(device.id);
    const pool = maxPool(kernels, planned);
    // Two channels of 5 x 4, written one after the other; the fifth row belongs to no square.
    const first = [-1, -2, 1, 1, -4, -3, 1, 0, 0, 7, 2, 3, 7, 7, 4, 4, 9, 9, 9, 9];
    const second = [0, 0, -5, -3, 0, 0, -1, -9, 8, 1, 5, 6, 1, 8, 7, 8, 0, 0, 0, 0];
    const interleaved = first.flatMap((value, at) => [value, second[at] ?? 0]);
    const { y, dx } = kernels.scoped(() => {
      const x = tensor(interleaved, [1, 5, 4, 2]);
      const y = pool.forward([x], []);
      const dy = tensor([1, 10, 2, 20, 3, 30, 4, 40], y.shape);
      return {
        y: y.dataSync(),
        dx: pool.inputGradient(dy, { inputs: [x], output: y, weights: [], saved: [] }, 0, []).dataSync(),
      };
    });
    assert.deepEqual([...y], [-1, 0, 1, -1, 7, 8, 4, 8]);
    const channel = (which: number): number[] => [...dx].filter((_, at) => at % 2 === which);
    assert.deepEqual(channel(0), [1, 0, 2, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0]);
    assert.deepEqual(channel(1), [10, 0, 0, 0, 0, 0, 20, 0, 30, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 0]);
    return Promise.resolve();
  }));
