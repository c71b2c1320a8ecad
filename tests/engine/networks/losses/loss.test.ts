import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NetworkDescription } from '../../../../src/engine/models/description.ts';
import { describePreset } from '../../../../src/engine/models/presets.ts';
import { checkOutput, evaluationTruth, lossOf, trainingTruth } from '../../../../src/engine/networks/losses/loss.ts';

const two = describePreset('tutorial', { classes: 2, size: 32 });
const three = describePreset('tutorial', { classes: 3, size: 32 });

test('class weights count in training only, label smoothing always', () => {
  const description: NetworkDescription = {
    ...three,
    loss: { ...three.loss, labelSmoothing: 0.1, classWeights: [1, 2, 0.5] },
  };
  const labels = [2, 0, 1, 1];
  assert.deepEqual(trainingTruth(description, labels).weights, Float32Array.of(0.5, 1, 2, 2));
  assert.equal(evaluationTruth(description, labels).weights, null);
  assert.equal(trainingTruth(description, labels).labelSmoothing, 0.1);
  assert.equal(evaluationTruth(description, labels).labelSmoothing, 0.1);
  assert.equal(trainingTruth(three, labels).weights, null);
});

test('the presets end as their loss wants it', () => {
  for (const description of [two, three]) checkOutput(description);
  assert.equal(lossOf(two).outputs(2), 1);
  assert.equal(lossOf(three).outputs(3), 3);
});

test('a network that ends otherwise is refused', () => {
  const withHead = (head: NetworkDescription['layers'][number]): NetworkDescription => ({
    ...two,
    layers: [...two.layers.slice(0, -1), head],
  });
  const dense = { type: 'dense', name: 'head', units: 1, useBias: true, activation: 'sigmoid' } as const;
  checkOutput(withHead(dense));
  const bad = [
    withHead({ ...dense, units: 2 }),
    withHead({ ...dense, activation: 'softmax' }),
    withHead({ type: 'activation', name: 'head', activation: 'sigmoid' }),
    { ...two, layers: [] },
    { ...two, loss: three.loss },
  ];
  for (const description of bad) assert.throws(() => checkOutput(description), RangeError);
});
