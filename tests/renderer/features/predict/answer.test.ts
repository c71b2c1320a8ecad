import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PredictionEvent } from '../../../../src/contract/events.ts';
import {
  classScores,
  headline,
  score,
  sentence,
  spoken,
} from '../../../../src/renderer/src/features/predict/answer.ts';

const dog: PredictionEvent = {
  type: 'prediction',
  file: '/pictures/rex.jpg',
  class: 'dogs',
  label: 'Dog',
  confidence: 0.9996,
  scores: { cats: 0.0004, dogs: 0.9996 },
};

/** A decimal point and ordinary spaces, whatever the machine's language. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll(/(?<=\d),(?=\d)/g, '.');

describe('a score in percent', () => {
  const cases: readonly [number, string][] = [
    [0.5, '50.0 %'],
    [0.61, '61.0 %'],
    [0.9749, '97.5 %'],
    [0.9985, '99.9 %'],
    [0.99899, '99.9 %'],
    [0.999, '99.90 %'],
    [0.9996, '99.96 %'],
    [0.99999999, '99.99 %'],
    [1, '100 %'],
    [0.0004, '0.04 %'],
    [0.001, '0.1 %'],
    [0.00001, '< 0.01 %'],
    [0, '0 %'],
  ];
  for (const [value, words] of cases) it(`${value} reads ${words}`, () => assert.equal(plain(score(value)), words));

  it('never claims certainty that the network has not', () => {
    for (let exponent = 1; exponent < 16; exponent += 1) {
      assert.ok(!score(1 - 10 ** -exponent).startsWith('100'), `1 - 1e-${exponent}`);
      assert.notEqual(plain(score(10 ** -exponent)), '0 %');
      assert.notEqual(plain(score(10 ** -exponent)), '0.0 %');
    }
  });
});

it('a reason is a sentence', () => {
  assert.equal(sentence('not a picture'), 'Not a picture.');
  assert.equal(sentence('The file is cut off.'), 'The file is cut off.');
});

describe('the answer', () => {
  it('is the label and its score', () => assert.equal(plain(headline('Dog', 0.9996)), 'Dog · 99.96 %'));
  it('is spoken without signs', () => assert.equal(plain(spoken('Dog', 0.9996)), 'Dog, 99.96 percent'));

  it('has every class in the order of its number, the strongest marked', () => {
    assert.deepEqual(classScores(['cats', 'dogs'], { cats: 'Cat', dogs: 'Dog' }, dog), [
      { index: 0, label: 'Cat', score: 0.0004, strongest: false },
      { index: 1, label: 'Dog', score: 0.9996, strongest: true },
    ]);
  });

  it('has bars without scores while it is awaited, and the folder for a label that nobody gave', () => {
    assert.deepEqual(classScores(['cats'], {}, null), [{ index: 0, label: 'cats', score: null, strongest: false }]);
  });
});
