import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding, FindingKind } from '../../../src/contract/data-view.ts';
import type { CheckedFile } from '../../../src/engine/datasets/checked-file.ts';
import { findingsOf, type FindingOptions } from '../../../src/engine/datasets/findings.ts';
import type { PictureFacts } from '../../../src/engine/ports.ts';

interface Given extends Partial<Omit<CheckedFile, 'facts'>> {
  readonly facts?: Partial<PictureFacts>;
}

/** A sound file of class `cats` unless said otherwise, its content its own. */
function file(name: string, { facts = {}, ...given }: Given = {}): CheckedFile {
  const sound = { format: 'JPEG', width: 200, height: 150, orientation: 1, content: name, ...facts };
  const { split = 'training', class: own = 'cats', reason = null } = given;
  const path = `/${split}/${own}/${name}`;
  return {
    modified: 1,
    leftOut: false,
    ...given,
    path,
    split,
    class: own,
    reason,
    facts: reason === null ? sound : null,
  };
}

const same = (content: string): Pick<Given, 'facts'> => ({ facts: { content } });

const findings = (files: readonly CheckedFile[], options: Partial<FindingOptions> = {}): Finding[] =>
  findingsOf(files, { pictureSize: 64, balanced: false, kept: [], ...options });

/** The only finding, which must be of this kind. */
function only(kind: FindingKind, files: readonly CheckedFile[], options: Partial<FindingOptions> = {}): Finding {
  const [found, ...others] = findings(files, options);
  assert.ok(found);
  assert.deepEqual([found.kind, others], [kind, []]);
  return found;
}

const pairs = ({ examples }: Finding): (string | undefined)[][] =>
  examples.map(({ path, other }) => [path, other?.path]);

test('sound files give no findings', () => {
  assert.deepEqual(findings([file('a.jpg'), file('b.jpg'), file('c.jpg', { class: 'dogs' })]), []);
});

test('a copy in the same class is a duplicate, of which the later file is to be left out', () => {
  const found = only('duplicates', [file('a.jpg', same('x')), file('b.jpg'), file('c.jpg', same('x'))]);
  assert.deepEqual(pairs(found), [['/training/cats/c.jpg', '/training/cats/a.jpg']]);
  assert.deepEqual([found.count, found.state, found.toLeaveOut], [1, 'open', ['/training/cats/c.jpg']]);
  assert.equal(found.examples[0]?.detail, 'cats/a.jpg');
});

test('a copy in another class and one in the test set are findings of their own, the leak first', () => {
  const files = [
    file('a.jpg', same('x')),
    file('b.jpg', { ...same('x'), class: 'dogs' }),
    file('c.jpg', { ...same('x'), split: 'test' }),
  ];
  const [leaks, differ] = findings(files);
  assert.deepEqual([leaks?.kind, differ?.kind], ['leaks', 'labels-differ']);
  assert.deepEqual(leaks?.toLeaveOut, ['/test/cats/c.jpg']);
  assert.deepEqual(differ?.toLeaveOut, ['/training/dogs/b.jpg']);
});

test('leaving out either of a pair decides it, and the one left out is the one shown', () => {
  const files = (first: boolean): CheckedFile[] => [
    file('a.jpg', { ...same('x'), leftOut: first }),
    file('b.jpg', { ...same('x'), leftOut: !first }),
  ];
  for (const first of [true, false]) {
    const found = only('duplicates', files(first));
    assert.deepEqual([found.state, found.toLeaveOut, found.examples[0]?.leftOut], ['decided', [], true]);
  }
});

test('of three copies one left out leaves a decision open', () => {
  const copies = ['a.jpg', 'b.jpg', 'c.jpg'].map((name) => file(name, { ...same('x'), leftOut: name === 'a.jpg' }));
  const found = only('duplicates', copies);
  assert.deepEqual([found.count, found.state, found.toLeaveOut], [2, 'open', ['/training/cats/c.jpg']]);
});

test('a finding that a person keeps is decided', () => {
  const files = [file('a.jpg', same('x')), file('b.jpg', same('x'))];
  assert.equal(only('duplicates', files, { kept: ['duplicates'] }).state, 'decided');
});

test('unreadable files are told with their reason and need no decision', () => {
  const found = only('unreadable', [file('a.jpg'), file('b.jpg', { reason: 'not a picture' })]);
  assert.deepEqual([found.state, found.examples[0]?.detail, found.toLeaveOut], ['handled', 'not a picture', []]);
});

test('tiny is what is smaller than the picture size both ways', () => {
  const sized = (name: string, width: number, height: number): CheckedFile => file(name, { facts: { width, height } });
  const found = only('tiny', [sized('a.jpg', 63, 40), sized('b.jpg', 64, 40), sized('c.jpg', 90, 90)]);
  assert.deepEqual(found.toLeaveOut, ['/training/cats/a.jpg']);
  assert.equal(found.examples[0]?.detail, '63 × 40 pixels');
});

test('turned pictures and wrong endings are handled', () => {
  const [turned, ending] = findings([
    file('a.jpg', { facts: { orientation: 6 } }),
    file('b.JPG', { facts: { format: 'PNG' } }),
    file('c.jpeg'),
    file('no ending', { facts: { format: 'PNG' } }),
    file('d.dat', { facts: { format: 'WebP' } }),
  ]);
  assert.deepEqual([turned?.kind, turned?.count, turned?.examples[0]?.detail], ['turned', 1, 'turned by 90°']);
  assert.deepEqual([ending?.kind, ending?.count, ending?.examples[0]?.detail], ['wrong-extension', 1, '.png']);
});

test('classes are uneven from over three to one, counted without what is left out', () => {
  const many = (count: number, given: Given): CheckedFile[] =>
    Array.from({ length: count }, (_, index) => file(`${index}.jpg`, { ...given, ...same(`${given.class} ${index}`) }));
  assert.deepEqual(findings([...many(9, { class: 'cats' }), ...many(3, { class: 'dogs' })]), []);
  const uneven = [...many(10, { class: 'cats' }), ...many(3, { class: 'dogs' })];
  assert.equal(only('uneven', uneven).state, 'open');
  assert.equal(only('uneven', uneven, { kept: ['uneven'] }).state, 'decided');
  assert.equal(only('uneven', uneven, { balanced: true }).state, 'handled');
  const oneLess = uneven.map((picture, at) => ({ ...picture, leftOut: at === 0 }));
  assert.deepEqual(findings(oneLess), []);
});

test('at most 200 examples are told, though all are to be left out', () => {
  const found = only(
    'duplicates',
    Array.from({ length: 301 }, (_, index) => file(`${index}.jpg`, same('x'))),
  );
  assert.deepEqual([found.count, found.examples.length, found.toLeaveOut.length], [300, 200, 300]);
});
