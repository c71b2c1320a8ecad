import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProjectSummary } from '../../../../src/contract/projects.ts';
import { percent } from '../../../../src/renderer/src/words/numbers.ts';
import { holdsWords, resultWords } from '../../../../src/renderer/src/features/welcome/recent-words.ts';

const project: ProjectSummary = {
  folder: '/p',
  name: 'Cats and dogs',
  training: '/pictures/cats-dogs',
  missing: null,
  pictures: 800,
  classes: 2,
  lastAccuracy: null,
  savedEpoch: null,
  used: '2026-11-24T14:02:00.000Z',
  pictureSamples: [],
};

test('what it holds, in words; its folder where nobody has counted', () => {
  assert.equal(holdsWords(project), '800 pictures in 2 classes');
  assert.equal(holdsWords({ ...project, pictures: 1, classes: 1 }), '1 picture in 1 class');
  assert.equal(holdsWords({ ...project, classes: null }), '800 pictures');
  assert.equal(holdsWords({ ...project, pictures: null }), '/pictures/cats-dogs');
});

test('its last result, or what can go on', () => {
  assert.equal(resultWords(project), 'Not trained yet');
  assert.equal(resultWords({ ...project, lastAccuracy: 0.798 }), `${percent(0.798, 1)} right`);
  assert.equal(resultWords({ ...project, lastAccuracy: 0.798, savedEpoch: 12 }), 'Epoch 12 saved');
});
