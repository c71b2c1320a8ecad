import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePreset, presetNames } from '../../../src/engine/models/presets.ts';

const head = { type: 'dense', name: 'dense_2', useBias: true };

test('two classes make one sigmoid output, more make one softmax output each', () => {
  const two = describePreset('tutorial', { classes: 2, size: 64 });
  assert.equal(two.loss.type, 'binaryCrossEntropy');
  assert.deepEqual(two.layers.at(-1), { ...head, units: 1, activation: 'sigmoid' });
  const five = describePreset('tutorial', { classes: 5, size: 64 });
  assert.equal(five.loss.type, 'categoricalCrossEntropy');
  assert.deepEqual(five.layers.at(-1), { ...head, units: 5, activation: 'softmax' });
});

test('every preset survives being stored as JSON, and names its layers once', () => {
  for (const name of presetNames) {
    const description = describePreset(name, { classes: 3, size: { height: 48, width: 64 } });
    assert.deepEqual(JSON.parse(JSON.stringify(description)), description);
    assert.deepEqual(description.input, { height: 48, width: 64 });
    const names = description.layers.map((layer) => layer.name);
    assert.equal(new Set(names).size, names.length);
  }
});

test('an unknown preset is refused with the names there are', () => {
  assert.throws(() => describePreset('constructor', { classes: 2, size: 64 }), /^RangeError: No preset .* tutorial/);
});
