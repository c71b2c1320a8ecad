import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { epochRows, epochTime } from '../../../../../src/renderer/src/features/train/running/epoch-rows.ts';
import { epochEvent, training } from '../trainings.ts';

describe('table of epochs', () => {
  it('has the epoch that runs on top, then the newest, and flags the best', () => {
    const rows = epochRows(training());
    assert.deepEqual(
      rows.map(({ epoch }) => epoch),
      [7, 6, 5, 4, 3, 2, 1],
    );
    assert.deepEqual(
      rows.filter(({ best }) => best).map(({ epoch }) => epoch),
      [5],
    );
  });

  it('says how far the running epoch is, and has no test result for it', () => {
    const [running] = epochRows(training());
    assert.deepEqual(running, {
      epoch: 7,
      part: '57\u00a0%',
      best: false,
      loss: '0.497',
      accuracy: '75.7\u00a0%',
      testLoss: '–',
      testAccuracy: '–',
      time: '2.6\u00a0s',
    });
  });

  it('keeps the half epoch of a training that rests', () => {
    assert.equal(epochRows(training({ phase: 'paused' }))[0]?.epoch, 7);
    assert.equal(epochRows(training({ phase: 'finished', step: null }))[0]?.epoch, 6);
  });

  it('shows a dash where there was no test', () => {
    const [row] = epochRows(training({ step: null, epochs: [epochEvent(1, { testLoss: null, testAccuracy: null })] }));
    assert.equal(row?.testLoss, '–');
    assert.equal(row.testAccuracy, '–');
  });

  it('ends after the newest where there are many', () => {
    const epochs = Array.from({ length: 350 }, (_, index) => epochEvent(index + 1));
    const rows = epochRows(training({ step: null, epochs }), 100);
    assert.equal(rows.length, 100);
    assert.equal(rows[0]?.epoch, 350);
  });

  it('writes times short', () => {
    assert.equal(epochTime(5.24), '5.2\u00a0s');
    assert.equal(epochTime(59.96), '1:00');
    assert.equal(epochTime(65), '1:05');
    assert.equal(epochTime(7385), '2:03:05');
  });
});
