import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeOf } from '../../../../src/renderer/src/features/data/class-shape.ts';
import { classTitle, splitOptions } from '../../../../src/renderer/src/features/data/class-words.ts';
import { missingFolder } from '../../../../src/renderer/src/features/data/missing.ts';
import { pagesOf } from '../../../../src/renderer/src/features/data/pages.ts';
import { percentOf, shareOfText } from '../../../../src/renderer/src/features/data/shares.ts';
import { classOf, viewOf } from './views.ts';

test('few classes show many pictures, many classes a list', () => {
  assert.deepEqual(shapeOf(4), { layout: 'cards', thumbnails: 12 });
  assert.deepEqual(shapeOf(5), { layout: 'cards', thumbnails: 6 });
  assert.deepEqual(shapeOf(12), { layout: 'cards', thumbnails: 6 });
  assert.deepEqual(shapeOf(13), { layout: 'list', thumbnails: 0 });
});

test('a class says which of its pictures are shown, and offers the sets that have it', () => {
  assert.equal(classTitle({ name: 'cats', split: 'training' }, 4000), '4,000 training pictures of cats');
  assert.equal(classTitle({ name: 'cats', split: 'test' }, 1), '1 test picture of cats');
  const test = { folder: '/t', pictures: 2, classes: [classOf('cats', 2)] };
  const view = viewOf([classOf('cats', 3), classOf('dogs', 1)], { test });
  assert.deepEqual(
    splitOptions(view, 'cats').map(({ value }) => value),
    ['training', 'test'],
  );
  assert.deepEqual(
    splitOptions(view, 'dogs').map(({ value }) => value),
    ['training'],
  );
  assert.deepEqual(splitOptions(null, 'dogs'), []);
});

test('the folder that is gone is the one that the failure names', () => {
  const project = { training: '/set', test: { kind: 'folder', folder: '/set/test_data' } } as const;
  const failure = (message: string) => ({ type: 'failed', code: 'folder-missing', message, remedy: '' }) as const;
  assert.deepEqual(missingFolder(failure('The folder /set/test_data is gone.'), project), {
    which: 'test',
    folder: '/set/test_data',
    name: 'test_data',
    parent: '/set',
  });
  assert.equal(missingFolder(failure('The folder /set is gone.'), project)?.which, 'training');
  assert.equal(missingFolder({ ...failure('x'), code: 'busy' }, project), null);
  assert.equal(missingFolder(null, project), null);
});

test('pages hold what is in sight and no more', () => {
  assert.deepEqual(pagesOf(0, 250), [0]);
  assert.deepEqual(pagesOf(249, 251), [0, 1]);
  assert.deepEqual(pagesOf(1000, 1000), []);
});

test('a share is typed as percent, from 5 to 50', () => {
  assert.equal(percentOf(0.2), 20);
  assert.deepEqual(shareOfText('25 %'), { share: 0.25 });
  for (const text of ['4', '51', '12.5', '', 'half']) {
    assert.deepEqual(shareOfText(text), { problem: 'The share must be a whole number from 5 to 50.' });
  }
});
