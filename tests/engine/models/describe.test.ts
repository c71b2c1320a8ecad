import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, type Settings } from '../../../src/contract/settings.ts';
import { describeNetwork } from '../../../src/engine/models/describe.ts';
import type { NetworkDescription } from '../../../src/engine/models/description.ts';
import { describePreset } from '../../../src/engine/models/presets.ts';

const counts = [30, 10];

const described = (settings: Partial<Settings>): NetworkDescription =>
  describeNetwork({ ...defaultSettings, ...settings }, { classes: 2, counts });

test('the defaults are the preset as it is', () => {
  assert.deepEqual(described({}), describePreset('tutorial', { classes: 2, size: 64 }));
});

test("each optimizer has its own settings and Keras's constants", () => {
  const keras = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };
  const unused = { momentum: 0.8, weightDecay: 0.01, nesterov: true } as const;
  assert.deepEqual(described({ ...unused, optimizer: 'adam' }).optimizer, { type: 'adam', ...keras });
  assert.deepEqual(described({ ...unused, optimizer: 'adamW' }).optimizer, {
    type: 'adamW',
    ...keras,
    weightDecay: 0.01,
  });
  assert.deepEqual(described({ ...unused, optimizer: 'sgd' }).optimizer, {
    type: 'sgd',
    momentum: 0.8,
    nesterov: true,
  });
});

test('the loss has its smoothing, and its weights from what was counted', () => {
  const { loss } = described({ labelSmoothing: 0.1, classWeights: 'balanced' });
  assert.deepEqual(loss, { type: 'binaryCrossEntropy', labelSmoothing: 0.1, classWeights: [40 / 60, 2] });
});

test('where nothing is learned there are no class weights', () => {
  const settings: Settings = { ...defaultSettings, classWeights: 'balanced' };
  assert.equal(describeNetwork(settings, { classes: 2, counts: null }).loss.classWeights, null);
});

test('0 turns clipping and averaging off', () => {
  const { clipNorm, averageDecay } = described({ clipNorm: 0, averageDecay: 0 });
  assert.deepEqual([clipNorm, averageDecay], [null, null]);
  const on = described({ clipNorm: 1, averageDecay: 0.99 });
  assert.deepEqual([on.clipNorm, on.averageDecay], [1, 0.99]);
});

test('pictures have the size that was set, and classes their outputs', () => {
  const description = describeNetwork({ ...defaultSettings, pictureSize: 32 }, { classes: 5, counts: null });
  assert.deepEqual(description.input, { height: 32, width: 32 });
  assert.deepEqual([description.classes, description.loss.type], [5, 'categoricalCrossEntropy']);
});
