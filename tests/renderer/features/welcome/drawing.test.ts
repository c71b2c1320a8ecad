import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JobEvent, Report } from '../../../../src/contract/events.ts';
import {
  asked,
  failed,
  heard,
  named,
  runningDrawing,
  type Drawing,
} from '../../../../src/renderer/src/features/welcome/drawing.ts';

const event = (job: string, report: Report | null): JobEvent => ({ type: 'job', job, at: 0, report });
const drawing = (done: number): Report => ({ type: 'drawing', done, total: 10 });
const drawn: Report = {
  type: 'drawn',
  folder: '/s',
  training: '/s/training',
  test: '/s/test',
  unseen: '/s/unseen',
  truth: {},
  images: 10,
};
const all = (from: Drawing, ...events: readonly JobEvent[]): Drawing => events.reduce(heard, from);

describe('a drawing of the sample set', () => {
  it('tells how far it is, what it drew, and that it has ended', () => {
    const half = all(named(asked, '7'), event('7', drawing(5)), event('8', drawing(9)));
    assert.deepEqual([half.progress, half.drawn, half.ended], [{ done: 5, total: 10 }, null, false]);
    const end = all(half, event('7', drawn), event('7', null), event('7', drawing(6)));
    assert.deepEqual([end.drawn, end.ended], [{ training: '/s/training', test: '/s/test' }, true]);
    assert.deepEqual(end.progress, half.progress, 'nothing comes after the end');
  });

  it('hears what came before its job had a name', () => {
    const early = all(asked, event('6', null), event('7', drawn), event('7', null));
    assert.deepEqual([early.drawn, early.ended], [null, false]);
    const { drawn: folders, ended, early: kept } = named(early, '7');
    assert.deepEqual([folders?.training, ended, kept], ['/s/training', true, []]);
  });

  it('says why it failed, also where it did not begin', () => {
    const report: Report = { type: 'failed', code: 'disk-full', message: 'Full.', remedy: 'Make room.' };
    const failure = { message: 'Full.', remedy: 'Make room.' };
    assert.deepEqual(all(named(asked, '7'), event('7', report)).failure, failure);
    assert.deepEqual([failed(failure).failure, failed(failure).ended], [failure, true]);
  });

  it('is found among the jobs that run', () => {
    const scan = { job: '1', kind: 'scan', project: '/p' } as const;
    assert.equal(runningDrawing([scan]), null);
    assert.equal(runningDrawing([scan, { job: '2', kind: 'sample', project: null }]), '2');
  });
});
