import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Conv2DLayer, Layer, NetworkDescription } from '../../../../src/engine/models/description.ts';
import { describePreset } from '../../../../src/engine/models/presets.ts';
import type { Device, NamedTensor } from '../../../../src/engine/ports.ts';
import { networkFor, onEachDevice } from '../../../support/devices.ts';
import { formulaBatch, formulaWeights } from '../../../support/formula.ts';

const geometries: Readonly<Record<string, Pick<Conv2DLayer, 'kernelSize' | 'strides' | 'padding'>>> = {
  valid: { kernelSize: 3, strides: 1, padding: 'valid' },
  same: { kernelSize: 3, strides: 1, padding: 'same' },
  'even kernel': { kernelSize: 2, strides: 1, padding: 'same' },
  'stride that leaves a row over': { kernelSize: 2, strides: 3, padding: 'valid' },
  'stride 2, same': { kernelSize: 3, strides: 2, padding: 'same' },
};

test("gradients are the loss's slopes, by central differences", (t) =>
  onEachDevice(t, async (device, t) => {
    for (const [name, geometry] of Object.entries(geometries)) {
      await t.test(name, (t) => compareWithDifferences(t, device, tiny(geometry)));
    }
  }));

/** Two convolutions without kinks (no relu, no pooling), so that differences are exact to second order. */
function tiny(geometry: Pick<Conv2DLayer, 'kernelSize' | 'strides' | 'padding'>): NetworkDescription {
  const convolution = (name: string, filters: number): Layer => ({
    type: 'conv2d',
    name,
    filters,
    ...geometry,
    useBias: true,
    activation: 'linear',
  });
  return {
    ...describePreset('tutorial', { classes: 3, size: 64 }),
    input: { height: 9, width: 8 },
    layers: [
      { type: 'rescaling', name: 'rescaling', scale: 1 / 255, offset: 0 },
      convolution('conv2d_1', 2),
      convolution('conv2d_2', 2),
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense_1', units: 3, useBias: true, activation: 'softmax' },
    ],
  };
}

async function compareWithDifferences(t: TestContext, device: Device, description: NetworkDescription): Promise<void> {
  const network = networkFor(t, device, description, formulaWeights(description));
  const batch = formulaBatch(description, 0, 3);
  const state = await network.readState();
  const gradients = await network.gradients(batch);
  const lossWith = async (weights: readonly NamedTensor[]): Promise<number> => {
    await network.writeState({ ...state, weights });
    return (await network.evaluate(batch)).lossSum / 3;
  };
  const step = 0.02;
  for (const [which, { name, values }] of gradients.entries()) {
    for (let at = 0; at < values.length; at += 5) {
      const above = await lossWith(moved(state.weights, which, at, step));
      const below = await lossWith(moved(state.weights, which, at, -step));
      const slope = (above - below) / (2 * step);
      assert.ok(Math.abs(slope - (values[at] ?? Number.NaN)) < 3e-4, `${name}[${at}]: ${values[at]}, slope ${slope}`);
    }
  }
}

function moved(weights: readonly NamedTensor[], which: number, at: number, by: number): readonly NamedTensor[] {
  return weights.map((tensor, index) =>
    index === which
      ? { ...tensor, values: tensor.values.map((value, place) => (place === at ? value + by : value)) }
      : tensor,
  );
}
