import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Layer, NetworkDescription } from '../../../src/engine/models/description.ts';
import { describePreset } from '../../../src/engine/models/presets.ts';
import { outputShapes } from '../../../src/engine/models/shapes.ts';

const tutorial = describePreset('tutorial', { classes: 2, size: 64 });

test('the shapes of the tutorial network are those that Keras prints', () => {
  assert.deepEqual(outputShapes(tutorial), [
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

const one = (layer: Layer): NetworkDescription => ({ ...tutorial, input: { height: 11, width: 8 }, layers: [layer] });
const convolution = { type: 'conv2d', name: 'c', filters: 4, kernelSize: 3, activation: 'linear' } as const;

test('strides and padding count as in Keras', () => {
  assert.deepEqual(outputShapes(one({ ...convolution, strides: 2, padding: 'valid' })), [[5, 3, 4]]);
  assert.deepEqual(outputShapes(one({ ...convolution, strides: 2, padding: 'same' })), [[6, 4, 4]]);
  assert.deepEqual(outputShapes(one({ type: 'maxPool', name: 'p', size: 3 })), [[3, 2, 3]]);
});

test('a layer that does not fit is named', () => {
  assert.throws(
    () => outputShapes(one({ type: 'dense', name: 'd', units: 2, activation: 'relu' })),
    /^RangeError: d needs/,
  );
  assert.throws(() => outputShapes(one({ type: 'maxPool', name: 'p', size: 9 })), /^RangeError: p leaves nothing/);
});
