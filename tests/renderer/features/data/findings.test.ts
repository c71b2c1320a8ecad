import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleWords } from '../../../../src/renderer/src/features/data/finding-words.ts';
import { findingRows, type FindingRow } from '../../../../src/renderer/src/features/data/findings.ts';
import type { Finding } from '../../../../src/contract/data-view.ts';
import { classOf, exampleOf, findingOf, viewOf } from './views.ts';

const classes = [classOf('cats', 4000), classOf('dogs', 900)];
const rowsOf = (...findings: readonly Finding[]): readonly FindingRow[] => findingRows(viewOf(classes, { findings }));
const titlesOf = (...findings: readonly Finding[]): readonly string[] => rowsOf(...findings).map(({ title }) => title);
const files = (count: number, name: string): readonly string[] =>
  Array.from({ length: count }, (_, index) => `/set/${name}.${index}.jpg`);

test('duplicates and leaks are told in one row while both wait for the same', () => {
  const leaks = findingOf('leaks', 2, { toLeaveOut: files(2, 'leak') });
  const duplicates = findingOf('duplicates', 10, { toLeaveOut: files(10, 'twice') });
  const [row, ...others] = rowsOf(leaks, duplicates);
  assert.deepEqual(others, []);
  assert.equal(row?.title, '12 exact duplicates, 2 of them also in the test set (leak)');
  assert.equal(row.explanation, 'Pictures in both sets make the test result look better than it is.');
  assert.deepEqual(
    row.actions.map(({ text }) => text),
    ['Leave out 12 duplicates', 'Leave out only the 2 leaks', 'Keep'],
  );
  assert.deepEqual(row.kinds, ['leaks', 'duplicates']);
});

test('a file that is both is left out once', () => {
  const leaks = findingOf('leaks', 1, { toLeaveOut: ['/set/a.jpg'] });
  const duplicates = findingOf('duplicates', 1, { toLeaveOut: ['/set/a.jpg'] });
  const action = rowsOf(leaks, duplicates)[0]?.actions[0];
  assert.deepEqual(action, { kind: 'leaveOut', text: 'Leave out 1 duplicate', files: ['/set/a.jpg'] });
});

test('they are told apart once one of them is decided', () => {
  const leaks = findingOf('leaks', 1, { state: 'decided' });
  assert.deepEqual(titlesOf(leaks, findingOf('duplicates', 10)), [
    '1 picture also in the test set (leak)',
    '10 exact duplicates',
  ]);
});

test('every kind has its sentence', () => {
  assert.deepEqual(
    titlesOf(
      findingOf('labels-differ', 3),
      findingOf('uneven', 2),
      findingOf('unreadable', 3),
      findingOf('tiny', 1),
      findingOf('turned', 5),
      findingOf('wrong-extension', 1200),
    ),
    [
      '3 pictures in two classes',
      'Very uneven classes: 4,000 cats, 900 dogs',
      '3 files could not be read',
      '1 picture smaller than the network sees',
      '5 turned by their EXIF tag',
      '1,200 files with the wrong ending',
    ],
  );
});

test('one is one', () => {
  assert.deepEqual(titlesOf(findingOf('unreadable', 1), findingOf('turned', 1)), [
    '1 file could not be read',
    '1 turned by its EXIF tag',
  ]);
});

test('what became of a finding stands at the end of its row', () => {
  const out = [exampleOf('/set/a.jpg', { leftOut: true })];
  const states = rowsOf(
    findingOf('leaks', 1),
    findingOf('labels-differ', 1, { state: 'decided', examples: out }),
    findingOf('uneven', 1, { state: 'decided' }),
    findingOf('unreadable', 1, { state: 'handled' }),
    findingOf('turned', 1, { state: 'handled' }),
  ).map(({ status }) => status);
  assert.deepEqual(states, ['', 'left out', 'kept', 'left out', 'handled']);
});

test('a decision can be taken back, and nothing is decided where nothing needs to be', () => {
  const out = [exampleOf('/set/a.jpg', { leftOut: true }), exampleOf('/set/b.jpg')];
  const [left, kept, handled] = rowsOf(
    findingOf('duplicates', 1, { state: 'decided', examples: out, toLeaveOut: ['/set/a.jpg'] }),
    findingOf('uneven', 1, { state: 'decided' }),
    findingOf('turned', 1, { state: 'handled' }),
  );
  assert.deepEqual(left?.actions, [{ kind: 'putBack', text: 'Put back 1', files: ['/set/a.jpg'] }]);
  assert.deepEqual(kept?.actions, [{ kind: 'reopen', text: 'Decide again' }]);
  assert.deepEqual(handled?.actions, []);
});

test('an example says where it is, and which file it repeats or what is wrong with it', () => {
  const other = { path: '/set/test/cats/cat.4435.jpg', modified: 1 };
  assert.deepEqual(exampleWords(exampleOf('/set/cat.3411.jpg', { other })), ['cat.3411.jpg, training', 'cat.4435.jpg']);
  assert.deepEqual(exampleWords(exampleOf('C:\\set\\a.jpg')), ['a.jpg, training', 'the file is cut off']);
});
