import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tensor } from '@tensorflow/tfjs-core';
import { Kernels } from '../../../src/engine/eager/kernels.ts';
import { optimizerStep, type Parameter } from '../../../src/engine/eager/optimizers.ts';
import { onEachDevice } from '../../support/devices.ts';

const variable = { name: 'w', shape: [1], fan: null, initial: 0, trained: true };

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
      let parameter: Parameter = { weight: tensor([0.5]), slots: [tensor([0]), tensor([0])] };
      for (const [at, g] of gradients.entries()) {
        parameter = optimizerStep(kernels, settings, 0.01, at + 1)(parameter, tensor([g]), variable);
      }
      return [parameter.weight, ...parameter.slots].map((part) => part.dataSync()[0] ?? Number.NaN);
    });
    for (const [at, expected] of [w - 0.5, m, v].entries()) {
      const actual = (values[at] ?? Number.NaN) - (at === 0 ? 0.5 : 0);
      assert.ok(Math.abs(actual / expected - 1) < 1e-3, `${actual}, not ${expected}`);
    }
    return Promise.resolve();
  }));
