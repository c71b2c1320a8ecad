import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headlineOf, lookedAt, progressOf } from '../../../../src/renderer/src/features/data/headline.ts';
import { classOf, findingOf, viewOf } from './views.ts';

const classes = [classOf('cats', 4000), classOf('dogs', 4000)];

test('the headline counts, the line under it says what that means', () => {
  assert.deepEqual(headlineOf(viewOf(classes), null), {
    title: '8,000 pictures in 2 classes',
    sub: 'Classes in balance, ready to train.',
    hindrance: null,
  });
});

test('open findings are counted as the report shows them', () => {
  const one = [findingOf('leaks', 2), findingOf('duplicates', 10), findingOf('turned', 5, { state: 'handled' })];
  assert.match(headlineOf(viewOf(classes, { findings: one }), null).sub, /train\. One finding needs a decision\.$/);
  const two = [findingOf('leaks', 2), findingOf('labels-differ', 1)];
  assert.match(headlineOf(viewOf(classes, { findings: two }), null).sub, /train\. 2 findings need a decision\.$/);
});

test('what stands in the way of training is said, not only meant', () => {
  const one = headlineOf(viewOf([classOf('cats', 4000)]), null);
  assert.equal(one.title, '4,000 pictures in 1 class');
  assert.equal(one.sub, 'Add a second class first. One class cannot be told apart.');
  assert.equal(one.hindrance, one.sub);
  const none = headlineOf(viewOf([classOf('cats', 0), classOf('dogs', 0)]), null);
  assert.equal(none.hindrance, 'There are no pictures here that can be read.');
  const empty = headlineOf(viewOf([classOf('cats', 1), classOf('dogs', 0)]), null);
  assert.equal(empty.title, '1 picture in 2 classes');
  assert.equal(empty.hindrance, 'There are no pictures in dogs. Every class needs some.');
});

test('a scan says how far it is', () => {
  const counting = viewOf([], { state: 'scanning', progress: { done: 312, total: null } });
  assert.equal(headlineOf(counting, null).title, '312 files found');
  assert.deepEqual(progressOf(counting), { value: null, text: '312 files found' });
  const looking = viewOf([], { state: 'scanning', progress: { done: 3120, total: 8000 } });
  assert.equal(headlineOf(looking, null).title, 'Looking at 3,120 of about 8,000 files');
  assert.equal(progressOf(looking)?.value, 0.39);
  assert.equal(progressOf(viewOf(classes)), null);
});

test('a folder that is gone is named, another failure says what to do', () => {
  const failure = { type: 'failed', code: 'folder-missing', message: 'x', remedy: 'Do that.' } as const;
  const failed = viewOf([], { state: 'failed', failure });
  const missing = { which: 'training', folder: '/set/training_data', name: 'training_data', parent: '/set' } as const;
  assert.equal(headlineOf(failed, missing).title, 'The folder training_data is no longer there.');
  assert.deepEqual(headlineOf(failed, null), {
    title: 'x',
    sub: 'Do that.',
    hindrance: 'The pictures could not be counted.',
  });
});

test('before the first answer and after a stop nothing is claimed', () => {
  assert.equal(headlineOf(null, null).title, 'Data');
  const stopped = headlineOf(viewOf(classes, { state: 'unscanned' }), null);
  assert.equal(stopped.title, 'The pictures are not counted yet');
  assert.equal(stopped.hindrance, 'Scan the pictures first.');
});

test('the report says how long the look took', () => {
  const words = lookedAt({ files: 8003, seconds: 6.2 }).replaceAll('\u00a0', ' ');
  assert.equal(words, '8,003 files looked at in 6 s');
});
