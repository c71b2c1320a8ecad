import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JobEvent, Report } from '../../../../src/contract/events.ts';
import { JobListeners } from '../../../../src/renderer/src/features/predict/early-events.ts';

const notice = (text: string): Report => ({ type: 'notice', text });
const event = (job: string, report: Report | null): JobEvent => ({ type: 'job', job, at: 0, report });

describe('listeners of jobs', () => {
  it('hear reports that came before the job had a name, in their order, and the end', async () => {
    const listeners = new JobListeners();
    const heard: (Report | null)[] = [];
    await listeners.follow(
      () => {
        listeners.receive(event('other', notice('not ours')));
        listeners.receive(event('7', notice('early')));
        return Promise.resolve('7');
      },
      (report) => heard.push(report),
    );
    listeners.receive(event('7', notice('late')));
    listeners.receive(event('7', null));
    listeners.receive(event('7', notice('after the end')));
    assert.deepEqual(heard, [notice('early'), notice('late'), null]);
  });

  it('pass on why a job could not be started, and forget what they kept', async () => {
    const listeners = new JobListeners();
    await assert.rejects(
      listeners.follow(
        () => {
          listeners.receive(event('7', notice('early')));
          return Promise.reject(new Error('no such run'));
        },
        () => assert.fail('nobody listens'),
      ),
      /no such run/,
    );
    const heard: (Report | null)[] = [];
    await listeners.follow(
      () => Promise.resolve('7'),
      (report) => heard.push(report),
    );
    assert.deepEqual(heard, []);
  });
});
