import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClassView, DataView } from '../../../../../src/contract/data-view.ts';
import { newTraining } from '../../../../../src/contract/training-view.ts';
import { openFindings } from '../../../../../src/renderer/src/features/train/setup/findings.ts';
import {
  busyReason,
  dataReason,
  readyHeadline,
} from '../../../../../src/renderer/src/features/train/setup/readiness.ts';
import { stepEvent } from '../trainings.ts';

const classOf = (name: string, pictures: number): ClassView => ({ name, label: name, pictures, samples: [] });

const dataOf = (classes: readonly ClassView[], change: Partial<DataView> = {}): DataView => ({
  state: 'ready',
  progress: null,
  failure: null,
  training: { folder: '/cats', pictures: classes.reduce((sum, { pictures }) => sum + pictures, 0), classes },
  test: null,
  findings: [],
  files: 0,
  seconds: 0,
  ...change,
});

const two = dataOf([classOf('cats', 4000), classOf('dogs', 4000)]);

describe('readiness', () => {
  it('is the headline', () => {
    assert.equal(dataReason(two), null);
    assert.equal(readyHeadline(two, null), 'Ready to train on 8,000 pictures');
    assert.equal(readyHeadline(two, 'Training is running.'), '8,000 pictures to train on');
  });

  it('needs pictures, in two classes', () => {
    const one = dataOf([classOf('cats', 4000)]);
    assert.equal(dataReason(one), 'Add a second class first. One class cannot be told apart.');
    const none = dataOf([]);
    assert.match(dataReason(none) ?? '', /^Add pictures first/);
    assert.equal(readyHeadline(none, dataReason(none)), 'No pictures to train on yet');
  });

  it('is not known while nobody has looked', () => {
    assert.equal(dataReason(null), null);
    assert.equal(readyHeadline(null, null), 'Set up training');
    assert.equal(readyHeadline(dataOf([], { state: 'scanning', training: null }), null), 'Looking at the pictures');
  });

  it('says why a folder cannot be read', () => {
    const failure = { type: 'failed', code: 'folder-missing', message: 'The folder is gone.', remedy: '' } as const;
    assert.equal(dataReason(dataOf([], { state: 'failed', failure })), 'The folder is gone.');
  });

  it('waits for the training that runs', () => {
    assert.equal(busyReason(null), null);
    const running = { ...newTraining('job', '/cats', 0), state: 'running' as const };
    assert.equal(busyReason(running), 'Training is running.');
    const known = busyReason({ ...running, step: stepEvent() });
    assert.equal(known?.replaceAll('\u00a0', ' '), 'Training is running. It ends in about 1 min 40 s.');
    assert.equal(busyReason({ ...running, state: 'ended' }), null);
  });
});

describe('findings that wait for a decision', () => {
  const finding = { examples: [], toLeaveOut: [] };

  it('are counted in one line', () => {
    const findings = [
      { ...finding, kind: 'leaks', count: 1, state: 'open' },
      { ...finding, kind: 'duplicates', count: 12, state: 'open' },
      { ...finding, kind: 'turned', count: 5, state: 'handled' },
    ] as const;
    assert.equal(openFindings({ findings }), '1 picture is also in the test set, 12 duplicates are still in the set');
  });

  it('are none where all is decided', () => {
    assert.equal(openFindings({ findings: [{ ...finding, kind: 'leaks', count: 2, state: 'decided' }] }), null);
  });
});
