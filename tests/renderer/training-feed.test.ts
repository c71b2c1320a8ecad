import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JobEvent, Report, StepEvent } from '../../src/contract/events.ts';
import { mostCurvePoints, newTraining, type TrainingView } from '../../src/contract/training-view.ts';
import { TrainingFeed } from '../../src/renderer/src/training-feed.ts';

const step = (number: number): StepEvent => ({
  type: 'step',
  epoch: 1 + Math.floor(number / 1000),
  epochs: 100,
  step: 1 + (number % 1000),
  steps: 1000,
  loss: 0.5,
  accuracy: 0.5,
  learningRate: 0.001,
  picturesPerSecond: 1,
  secondsLeft: null,
});

/** A clock that a test turns. */
function turned() {
  let now = 0;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  const shown: (TrainingView | null)[] = [];
  const feed = new TrainingFeed((view) => shown.push(view), {
    now: () => now,
    later: (run, milliseconds) => waiting.push({ at: now + milliseconds, run }),
  });
  function turnTo(time: number): void {
    now = time;
    const due = waiting.filter(({ at }) => at <= now);
    waiting = waiting.filter(({ at }) => at > now);
    for (const { run } of due) run();
  }
  return { feed, shown, turnTo };
}

const event = (report: Report | null, job = 'job'): JobEvent => ({ type: 'job', job, at: 5, report });

describe('reports of a training', () => {
  it('are shown at most ten times a second, and never get more to keep: 100,000 in 100 seconds', () => {
    const { feed, shown, turnTo } = turned();
    feed.begin(newTraining('job', '/p', 0));
    for (let number = 0; number < 100_000; number += 1) {
      turnTo(number);
      feed.take(event(step(number)));
    }
    turnTo(200_000);
    assert.ok(shown.length <= 1002, `${shown.length} times`);
    const last = shown.at(-1);
    assert.deepEqual(last?.step, step(99_999));
    assert.ok(last.curve.length <= mostCurvePoints);
    assert.ok(last.notes.length <= 50);
  });

  it('lose nothing but passing steps', () => {
    const { feed, shown, turnTo } = turned();
    feed.begin(newTraining('job', '/p', 0));
    turnTo(1);
    feed.take(event(step(0)));
    feed.take(event({ type: 'notice', text: 'one' }));
    feed.take(event({ type: 'skipped', file: 'a', reason: 'b' }));
    feed.take(event({ type: 'skipped', file: 'c', reason: 'd' }));
    feed.take(event(step(1)));
    feed.take(event(step(2)));
    turnTo(500);
    const last = shown.at(-1);
    assert.equal(last?.skipped, 2);
    assert.equal(last.notes.length, 1);
    assert.equal(last.curve.length, 2);
    assert.deepEqual(last.step, step(2));
  });

  it('show their end at once where nothing was shown for a while', () => {
    const { feed, shown, turnTo } = turned();
    feed.begin(newTraining('job', '/p', 0));
    turnTo(1000);
    feed.take(event(null));
    turnTo(1000);
    assert.equal(shown.at(-1)?.state, 'ended');
  });

  it('of another job are none of this training', () => {
    const { feed, shown, turnTo } = turned();
    feed.begin(newTraining('job', '/p', 0));
    assert.equal(feed.take(event(step(1), 'other')), false);
    turnTo(1000);
    assert.equal(shown.length, 1);
  });

  it('before a snapshot are in it', () => {
    const { feed, shown, turnTo } = turned();
    feed.begin(newTraining('job', '/p', 0));
    feed.take(event({ type: 'notice', text: 'one' }));
    feed.begin(newTraining('next', '/p', 0));
    turnTo(1000);
    assert.equal(shown.at(-1)?.job, 'next');
    assert.equal(shown.at(-1)?.notes.length, 0);
  });
});
