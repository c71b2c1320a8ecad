import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerFrom } from '../../../src/engine/prediction/answer.ts';

test('a sigmoid output answers the second class from the threshold on', () => {
  assert.equal(answerFrom(Float32Array.of(0.5), 0.5).class, 1);
  assert.equal(answerFrom(Float32Array.of(0.49999), 0.5).class, 0);
  assert.equal(answerFrom(Float32Array.of(0.7), 0.8).class, 0);
});

test('confidence is the score of the class answered', () => {
  assert.deepEqual(answerFrom(Float32Array.of(0.25), 0.5), { class: 0, confidence: 0.75, scores: [0.75, 0.25] });
  assert.deepEqual(answerFrom(Float32Array.of(0.25), 0.2), { class: 1, confidence: 0.25, scores: [0.75, 0.25] });
});

test('of several outputs the largest answers, the first of equals', () => {
  assert.deepEqual(answerFrom(Float32Array.of(0.125, 0.75, 0.125), 0.5), {
    class: 1,
    confidence: 0.75,
    scores: [0.125, 0.75, 0.125],
  });
  assert.equal(answerFrom(Float32Array.of(0.25, 0.375, 0.375), 0.5).class, 1);
});
