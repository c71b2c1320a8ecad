import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Layer, NetworkDescription } from '../../../src/engine/models/description.ts';
import { planLayers } from '../../../src/engine/models/plan.ts';
import { describePreset } from '../../../src/engine/models/presets.ts';
import type { Shape } from '../../../src/engine/models/shapes.ts';
import { kerasCases } from '../../support/keras.ts';

const tutorial = describePreset('tutorial', { classes: 2, size: 64 });

const shapesOf = (description: NetworkDescription): readonly Shape[] =>
  planLayers(description).map(({ shape }) => shape);

test('the shapes of the tutorial network are those that Keras prints', () => {
  assert.deepEqual(shapesOf(tutorial), [
    [64, 64, 3],
    [62, 62, 32],
    [31, 31, 32],
    [29, 29, 32],
    [14, 14, 32],
    [6272],
    [128],
    [1],
  ]);
});

for (const { name, description, shapes } of kerasCases()) {
  test(`${name}: each layer has the shape that Keras gives it`, () => {
    assert.deepEqual(shapesOf(description), shapes);
  });
}

/** What comes out of pictures of 11 x 8. */
const shapeAfter = (...layers: Layer[]): Shape | undefined =>
  shapesOf({ ...tutorial, input: { height: 11, width: 8 }, layers }).at(-1);

const convolution = {
  type: 'conv2d',
  name: 'c',
  filters: 4,
  kernelSize: 3,
  strides: 2,
  padding: 'valid',
  useBias: true,
  activation: 'linear',
} as const;

test('strides and padding count as in Keras', () => {
  assert.deepEqual(shapeAfter(convolution), [5, 3, 4]);
  assert.deepEqual(shapeAfter({ ...convolution, padding: 'same' }), [6, 4, 4]);
  assert.deepEqual(shapeAfter({ type: 'maxPool', name: 'p', size: 3, strides: 3, padding: 'valid' }), [3, 2, 3]);
  assert.deepEqual(shapeAfter({ type: 'averagePool', name: 'p', size: 3, strides: 3, padding: 'same' }), [4, 3, 3]);
  assert.deepEqual(shapeAfter({ type: 'maxPool', name: 'p', size: 3, strides: 1, padding: 'same' }), [11, 8, 3]);
});

test('a layer that does not fit is named', () => {
  const dense = { type: 'dense', name: 'd', units: 2, useBias: true, activation: 'relu' } as const;
  const pool = { type: 'maxPool', name: 'p', size: 9, strides: 9, padding: 'valid' } as const;
  assert.throws(() => shapeAfter(dense), /^RangeError: d needs a flat input, not 11 x 8 x 3/);
  assert.throws(() => shapeAfter(pool), /^RangeError: p leaves nothing of an input of 11 x 8 x 3/);
  const flat = { type: 'flatten', name: 'f' } as const;
  const normalization = { type: 'batchNormalization', name: 'n', momentum: 0.9, epsilon: 1e-3 } as const;
  const padding = { type: 'zeroPadding', name: 'z', top: 1, bottom: 1, left: 1, right: 1 } as const;
  for (const layer of [convolution, normalization, padding, { type: 'globalAveragePool', name: 'g' } as const]) {
    assert.throws(() => shapeAfter(flat, layer), new RegExp(`^RangeError: ${layer.name} needs height x width`));
  }
});
