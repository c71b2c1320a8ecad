import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PredictionEvent } from '../../../../src/contract/events.ts';
import {
  afterReport,
  fileName,
  mostEntries,
  moved,
  pathsOf,
  someWait,
  withPictures,
  type Entry,
} from '../../../../src/renderer/src/features/predict/history.ts';

const answerer = { by: 'Run 1, best, epoch 3', classes: ['cats', 'dogs'] };
const chosen = (name: string) => ({ path: `/pictures/${name}`, name });
const kinds = (history: readonly Entry[]): string[] => history.map(({ name, outcome }) => `${name} ${outcome.kind}`);
const answerFor = (file: string): PredictionEvent => ({
  type: 'prediction',
  file,
  class: 'cats',
  label: 'Cat',
  confidence: 0.9,
  scores: { cats: 0.9, dogs: 0.1 },
});

describe('history of predictions', () => {
  it('puts what was chosen last first, several at once in their order', () => {
    const first = withPictures([], [chosen('a.jpg')], 1, 0);
    const both = withPictures(first, [chosen('b.jpg'), chosen('c.jpg')], 2, 0);
    assert.deepEqual(kinds(both), ['b.jpg waiting', 'c.jpg waiting', 'a.jpg waiting']);
    assert.deepEqual(
      both.map(({ id }) => id),
      [2, 3, 1],
    );
  });

  it('forgets the oldest', () => {
    const many = Array.from({ length: mostEntries + 5 }, (_, index) => chosen(`${index}.jpg`));
    assert.equal(withPictures([], many, 1, 0).length, mostEntries);
    const one = withPictures(withPictures([], many, 1, 0), [chosen('new.jpg')], 1000, 0);
    assert.equal(one.length, mostEntries);
    assert.equal(one[0]?.name, 'new.jpg');
  });

  it('fills in answers and files that cannot be read, each in its place', () => {
    const history = withPictures([], [chosen('a.jpg'), chosen('b.jpg'), chosen('c.jpg')], 1, 0);
    const ids = [1, 2, 3];
    const answered = afterReport(history, ids, answerFor('/pictures/b.jpg'), answerer);
    const skipped = afterReport(
      answered,
      ids,
      { type: 'skipped', file: '/pictures/a.jpg', reason: 'is cut off' },
      answerer,
    );
    assert.deepEqual(kinds(skipped), ['a.jpg unreadable', 'b.jpg answered', 'c.jpg waiting']);
    assert.deepEqual(kinds(afterReport(skipped, ids, null, answerer)), [
      'a.jpg unreadable',
      'b.jpg answered',
      'c.jpg stopped',
    ]);
  });

  it('keeps two askings of one picture apart', () => {
    const earlier = withPictures([], [chosen('a.jpg')], 1, 0);
    const both = withPictures(earlier, [chosen('a.jpg')], 2, 0);
    const answered = afterReport(both, [2], answerFor('/pictures/a.jpg'), answerer);
    assert.deepEqual(kinds(answered), ['a.jpg answered', 'a.jpg waiting']);
  });

  it('says of every picture that waits why its job failed', () => {
    const history = withPictures([], [chosen('a.jpg'), chosen('b.jpg')], 1, 0);
    const failed = afterReport(
      history,
      [1, 2],
      { type: 'failed', code: 'run-damaged', message: 'The run is damaged.', remedy: 'Take another.' },
      answerer,
    );
    assert.deepEqual(kinds(failed), ['a.jpg failed', 'b.jpg failed']);
    assert.deepEqual(kinds(afterReport(failed, [1, 2], null, answerer)), ['a.jpg failed', 'b.jpg failed']);
  });

  it('asks about a file once, however often it was given', () => {
    const history = withPictures([], [chosen('a.jpg'), chosen('b.jpg'), chosen('a.jpg')], 1, 0);
    assert.deepEqual(pathsOf(history, [1, 2, 3]), ['/pictures/a.jpg', '/pictures/b.jpg']);
    const answered = afterReport(history, [1, 2, 3], answerFor('/pictures/a.jpg'), answerer);
    assert.deepEqual(kinds(answered), ['a.jpg answered', 'b.jpg waiting', 'a.jpg answered']);
    assert.ok(someWait(answered, [1, 2, 3]));
    assert.ok(!someWait(answered, [1, 3]));
  });

  it('is untouched by reports that are about no picture', () => {
    const history = withPictures([], [chosen('a.jpg')], 1, 0);
    const after = afterReport(history, [1], { type: 'notice', text: 'Anything' }, answerer);
    assert.equal(after, history);
  });
});

describe('names and keys', () => {
  it('takes the last part of any path', () => {
    assert.equal(fileName('/home/me/rex.jpg'), 'rex.jpg');
    assert.equal(fileName('C:\\Pictures\\rex.jpg'), 'rex.jpg');
    assert.equal(fileName('rex.jpg'), 'rex.jpg');
  });

  it('moves by arrows inside the list only', () => {
    assert.equal(moved('ArrowRight', 0, 5, 3), 1);
    assert.equal(moved('ArrowRight', 4, 5, 3), 4);
    assert.equal(moved('ArrowLeft', 0, 5, 3), 0);
    assert.equal(moved('ArrowDown', 1, 5, 3), 4);
    assert.equal(moved('ArrowDown', 2, 5, 3), 2);
    assert.equal(moved('ArrowUp', 4, 5, 3), 1);
    assert.equal(moved('Home', 3, 5, 3), 0);
    assert.equal(moved('End', 3, 5, 3), 4);
    assert.equal(moved('a', 3, 5, 3), null);
  });
});
