import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialWeights } from '../../../src/engine/models/initializers.ts';
import { describePreset } from '../../../src/engine/models/presets.ts';

const description = describePreset('tutorial', { classes: 2, size: 32 });

test('kernels fill the Glorot range evenly, biases are zero', () => {
  const limits: Record<string, number> = {
    'conv2d_1/kernel': Math.sqrt(6 / (27 + 288)),
    'conv2d_2/kernel': Math.sqrt(6 / (288 + 288)),
    'dense_1/kernel': Math.sqrt(6 / (1152 + 128)),
    'dense_2/kernel': Math.sqrt(6 / (128 + 1)),
  };
  for (const { name, values } of initialWeights(description, 3)) {
    const limit = limits[name] ?? 0;
    const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    assert.ok(largest <= Math.fround(limit) && largest >= 0.95 * limit, `${name}: ${largest} of ${limit}`);
    const variance = values.reduce((sum, value) => sum + value ** 2, 0) / values.length;
    assert.ok(Math.abs(variance - limit ** 2 / 3) <= 0.2 * limit ** 2, `${name}: variance ${variance}`);
  }
});

test('the same seed gives the same weights, another seed others', () => {
  assert.deepEqual(initialWeights(description, 3), initialWeights(description, 3));
  assert.notDeepEqual(initialWeights(description, 3)[0], initialWeights(description, 4)[0]);
});

test('a wider head leaves the values of the other layers as they are', () => {
  const wider = initialWeights(describePreset('tutorial', { classes: 5, size: 32 }), 3);
  assert.deepEqual(wider.slice(0, 6), initialWeights(description, 3).slice(0, 6));
});
