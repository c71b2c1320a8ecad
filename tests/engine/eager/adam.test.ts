import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tensor } from '@tensorflow/tfjs-core';
import { adamStep } from '../../../src/engine/eager/adam.ts';
import { Kernels } from '../../../src/engine/eager/kernels.ts';
import { onEachDevice } from '../../support/devices.ts';

const settings = { type: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;

test('two steps follow the formula, epsilon beside the uncorrected root', (t) =>
  onEachDevice(t, async (device) => {
    // So small that epsilon counts: the other placement of epsilon would be off by a factor of 30.
    const gradients = [1e-7, -3e-7];
    let [w, m, v] = [0.5, 0, 0];
    for (const [at, g] of gradients.entries()) {
      m += (g - m) * 0.1;
      v += (g * g - v) * 0.001;
      const alpha = (0.01 * Math.sqrt(1 - 0.999 ** (at + 1))) / (1 - 0.9 ** (at + 1));
      w -= (alpha * m) / (Math.sqrt(v) + 1e-7);
    }
    const kernels = new Kernels(device.id);
    const values = kernels.scoped(() => {
      let parameter = { weight: tensor([0.5]), m: tensor([0]), v: tensor([0]) };
      for (const [at, g] of gradients.entries()) {
        parameter = adamStep(kernels, settings, 0.01, at + 1)(parameter, tensor([g]));
      }
      return [parameter.weight, parameter.m, parameter.v].map((part) => part.dataSync()[0] ?? Number.NaN);
    });
    for (const [at, expected] of [w - 0.5, m, v].entries()) {
      const actual = (values[at] ?? Number.NaN) - (at === 0 ? 0.5 : 0);
      assert.ok(Math.abs(actual / expected - 1) < 1e-3, `${actual}, not ${expected}`);
    }
    return Promise.resolve();
  }));
