import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Report, StudioEvent } from '../../src/contract/events.ts';
import { manner } from '../../src/server/tab.ts';

const of = (report: Report | null): StudioEvent => ({ type: 'job', job: 'job-1', at: 0, report });
const progress = of({ type: 'preparing', split: 'training', done: 1, total: 2 });
const lasting = [
  of({ type: 'notice', text: '' }),
  of(null),
  { type: 'changed', topic: 'runs', project: null },
] as const;

describe('a tab', () => {
  it('that keeps up is told everything', () => {
    for (const event of [progress, ...lasting]) assert.equal(manner(event, 100_000), 'tell');
  });

  it('that is slow is told what the next report would not say again', () => {
    assert.equal(manner(progress, 2_000_000), 'skip');
    for (const event of lasting) assert.equal(manner(event, 2_000_000), 'tell');
  });

  it('that takes nothing any more is left', () => {
    for (const event of [progress, ...lasting]) assert.equal(manner(event, 40_000_000), 'leave');
  });
});
