import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paced, type Clock } from '../../../src/renderer/src/ui/chart-pace.ts';

/** A clock that a test sets, with at most one thing to come. */
function handClock(): Clock & { pass(milliseconds: number): void } {
  let now = 0;
  let due: { readonly at: number; readonly work: () => void } | null = null;
  return {
    now: () => now,
    after(milliseconds, work) {
      due = { at: now + milliseconds, work };
      return () => (due = null);
    },
    pass(milliseconds) {
      now += milliseconds;
      if (due === null || due.at > now) return;
      const { work } = due;
      due = null;
      work();
    },
  };
}

describe('pace of drawing', () => {
  it('draws at once, then no more than ten times a second, and the newest state always', () => {
    const clock = handClock();
    const drawn: number[] = [];
    const pace = paced((step: number) => drawn.push(step), clock);
    for (let step = 1; step <= 1000; step += 1) {
      pace.request(step);
      clock.pass(1);
    }
    clock.pass(100);
    assert.equal(drawn[0], 1);
    assert.equal(drawn.at(-1), 1000);
    assert.ok(drawn.length <= 11, `${drawn.length} drawings in 1.1 seconds`);
  });

  it('draws no more once it is disposed', () => {
    const clock = handClock();
    let drawings = 0;
    const pace = paced(() => (drawings += 1), clock);
    pace.request(null);
    pace.request(null);
    pace.dispose();
    clock.pass(1000);
    assert.equal(drawings, 1);
  });
});
