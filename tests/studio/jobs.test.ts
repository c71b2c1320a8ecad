import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PawlabError } from '../../src/contract/errors.ts';
import type { StudioEvent } from '../../src/contract/events.ts';
import { createJobs, type Jobs, type Work } from '../../src/studio/jobs.ts';

/** Runs one job to its end. */
function runJob(work: Work, started: (jobs: Jobs, job: string) => void = () => undefined) {
  const events: StudioEvent[] = [];
  const bugs: unknown[] = [];
  return new Promise<{ events: StudioEvent[]; bugs: unknown[] }>((resolve) => {
    const jobs = createJobs(
      (event) => {
        events.push(event);
        if (event.report === null) resolve({ events, bugs });
      },
      (error) => bugs.push(error),
    );
    started(jobs, jobs.start(work));
  });
}

test('a job reports and ends', async () => {
  const { events } = await runJob(({ report }) => {
    report({ type: 'notice', text: 'hello' });
    return Promise.resolve();
  });
  assert.deepEqual(
    events.map(({ report }) => report),
    [{ type: 'notice', text: 'hello' }, null],
  );
});

test('an error with a remedy arrives unchanged and is no bug', async () => {
  const { events, bugs } = await runJob(() =>
    Promise.reject(new PawlabError('disk-full', 'The disk is full.', 'Make room.')),
  );
  assert.deepEqual(events[0]?.report, {
    type: 'failed',
    code: 'disk-full',
    message: 'The disk is full.',
    remedy: 'Make room.',
  });
  assert.deepEqual(bugs, []);
});

test('anything else is a bug: logged as thrown, told in words', async () => {
  const bug = new TypeError('x is not a function');
  const { events, bugs } = await runJob(() => Promise.reject(bug));
  assert.deepEqual(bugs, [bug]);
  const report = events[0]?.report;
  assert.ok(report?.type === 'failed');
  assert.equal(report.code, null);
  assert.match(report.message, /x is not a function/);
});

test('a stopped job ends without failing', async () => {
  const { events } = await runJob(
    async ({ signal }) => {
      while (!signal.aborted) await Promise.resolve();
      signal.throwIfAborted();
    },
    (jobs, job) => jobs.stop(job),
  );
  assert.deepEqual(
    events.map(({ report }) => report),
    [null],
  );
});
