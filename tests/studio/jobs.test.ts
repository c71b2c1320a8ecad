import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PawlabError } from '../../src/contract/errors.ts';
import type { JobEvent } from '../../src/contract/events.ts';
import { createJobs, type Jobs, type Work } from '../../src/studio/jobs.ts';

/** Runs one job to its end. */
function runJob(work: Work, started: (jobs: Jobs, job: string) => void = () => undefined) {
  const events: JobEvent[] = [];
  const bugs: unknown[] = [];
  return new Promise<{ events: JobEvent[]; bugs: unknown[] }>((resolve) => {
    const jobs = createJobs({
      emit: (event) => {
        events.push(event);
        if (event.report === null) resolve({ events, bugs });
      },
      now: () => new Date(1000),
      logBug: (error) => bugs.push(error),
    });
    started(jobs, jobs.start('scan', '/project', work));
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

test('what runs is told with its kind and project, and can be stopped by kind', async () => {
  const ended: string[] = [];
  const jobs = createJobs({
    emit: ({ job, report }) => {
      if (report === null) ended.push(job);
    },
    now: () => new Date(1000),
    logBug: () => undefined,
  });
  const wait: Work = async ({ signal }) => {
    while (!signal.aborted) await Promise.resolve();
  };
  const [scan, measuring] = [jobs.start('scan', '/p', wait), jobs.start('measuring', null, wait)];
  assert.deepEqual(jobs.running(), [
    { job: scan, kind: 'scan', project: '/p' },
    { job: measuring, kind: 'measuring', project: null },
  ]);
  jobs.stopAll('measuring');
  jobs.stop(scan);
  while (ended.length < 2) await Promise.resolve();
  assert.deepEqual(jobs.running(), []);
});

test('a paused job knows that it is, a stopped one that it is not', async () => {
  const told: boolean[] = [];
  const work: Work = async ({ signal, pausing }) => {
    while (!signal.aborted) await Promise.resolve();
    told.push(pausing());
  };
  await runJob(work, (jobs, job) => jobs.pause(job));
  await runJob(work, (jobs, job) => jobs.stop(job));
  assert.deepEqual(told, [true, false]);
});

test('a job says when it reported, and nothing before its caller knows its name', async () => {
  let known: string | null = null;
  const { events } = await runJob(
    ({ report }) => {
      assert.equal(known, 'job-1');
      report({ type: 'notice', text: 'hello' });
      return Promise.resolve();
    },
    (_, job) => (known = job),
  );
  assert.deepEqual(events[0], { type: 'job', job: 'job-1', at: 1000, report: { type: 'notice', text: 'hello' } });
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
