import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultLabel, labelsOf } from '../../../src/engine/datasets/labels.ts';

test('labels are folder names in the singular', () => {
  const expected = {
    cats: 'cat',
    Dogs: 'Dog',
    cherries: 'cherry',
    foxes: 'fox',
    benches: 'bench',
    horses: 'horse',
    'red pandas': 'red panda',
  };
  for (const [name, label] of Object.entries(expected)) assert.equal(defaultLabel(name), label);
});

test('names that are no plurals stay', () => {
  for (const name of ['grass', 'cactus', 'iris', 'sheep', 'series', 'daisy', '猫', 'кошки', '🐶s', 'as', 's']) {
    assert.equal(defaultLabel(name), name);
  }
});

test('given labels win over the defaults', () => {
  assert.deepEqual(labelsOf(['cats', 'dogs'], { cats: 'Katze', birds: 'x' }), { cats: 'Katze', dogs: 'dog' });
});
