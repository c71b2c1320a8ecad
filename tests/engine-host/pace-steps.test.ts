import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { JobEvent, Report, StudioEvent } from '../../src/contract/events.ts';
import { paceSteps, type PacedSteps } from '../../src/engine-host/pace-steps.ts';

const step = (number: number, job = 'job-1'): JobEvent => ({
  type: 'job',
  job,
  at: number,
  report: {
    type: 'step',
    epoch: 1,
    epochs: 1,
    step: number,
    steps: 10_000,
    loss: 1,
    accuracy: 0,
    learningRate: 0.001,
    picturesPerSecond: 1,
    secondsLeft: null,
  },
});

const other = (report: Report | null, job = 'job-1'): JobEvent => ({ type: 'job', job, at: 0, report });

const textOf = (event: StudioEvent): string => {
  if (event.type !== 'job') return event.topic;
  return event.report?.type === 'step'
    ? `${event.job} ${event.report.step}`
    : `${event.job} ${event.report?.type ?? 'end'}`;
};

function paced(t: TestContext): { steps: PacedSteps; sent: string[] } {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const sent: string[] = [];
  return { steps: paceSteps((event) => sent.push(textOf(event))), sent };
}

describe('paced steps', () => {
  it('are at most ten a second of a thousand, and end with the last', (t) => {
    const { steps, sent } = paced(t);
    for (let number = 1; number <= 1000; number += 1) {
      steps.tell(step(number));
      t.mock.timers.tick(1);
    }
    assert.deepEqual(sent, [
      'job-1 1',
      ...[100, 200, 300, 400, 500, 600, 700, 800, 900, 1000].map((at) => `job-1 ${at}`),
    ]);
  });

  it('are all told where they are slow', (t) => {
    const { steps, sent } = paced(t);
    for (let number = 1; number <= 3; number += 1) {
      steps.tell(step(number));
      t.mock.timers.tick(101);
    }
    assert.deepEqual(sent, ['job-1 1', 'job-1 2', 'job-1 3']);
  });

  it('go ahead of whatever else their job tells', (t) => {
    const { steps, sent } = paced(t);
    for (const number of [1, 2, 3]) steps.tell(step(number));
    steps.tell(other({ type: 'notice', text: '' }));
    steps.tell(step(4));
    steps.tell(other(null));
    t.mock.timers.tick(1000);
    assert.deepEqual(sent, ['job-1 1', 'job-1 3', 'job-1 notice', 'job-1 4', 'job-1 end']);
  });

  it('of one job wait for no other', (t) => {
    const { steps, sent } = paced(t);
    steps.tell(step(1));
    steps.tell(step(1, 'job-2'));
    steps.tell(step(2));
    steps.tell({ type: 'changed', topic: 'runs', project: null });
    steps.tell(other(null, 'job-2'));
    assert.deepEqual(sent, ['job-1 1', 'job-2 1', 'runs', 'job-2 end']);
  });

  it('that wait are told at once when somebody asks for all', (t) => {
    const { steps, sent } = paced(t);
    for (const number of [1, 2]) steps.tell(step(number));
    steps.flush();
    steps.flush();
    assert.deepEqual(sent, ['job-1 1', 'job-1 2']);
  });
});
