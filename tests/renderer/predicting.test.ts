import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keepPredictionChoice, predictionChoice, type Memory } from '../../src/renderer/src/predicting.ts';

function memory(): Memory & Map<string, string> {
  const kept = new Map<string, string>();
  return Object.assign(kept, {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
}

const usual = { run: null, epoch: 'best' };

describe('who answers', () => {
  it("is the newest run's best epoch until somebody chooses", () =>
    assert.deepEqual(predictionChoice('/cats', memory()), usual));

  it('is kept by project', () => {
    const kept = memory();
    keepPredictionChoice('/cats', { run: '/cats/runs/1', epoch: 'last' }, kept);
    assert.deepEqual(predictionChoice('/cats', kept), { run: '/cats/runs/1', epoch: 'last' });
    assert.deepEqual(predictionChoice('/birds', kept), usual);
  });

  it('is the usual where what was kept means nothing', () => {
    for (const text of ['', '{', 'null', '7', '{"run":7,"epoch":"first"}']) {
      const kept = memory();
      kept.set('predict:/cats', text);
      assert.deepEqual(predictionChoice('/cats', kept), usual, text);
    }
  });

  it('does without a memory', () => {
    const denied: Memory = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    };
    keepPredictionChoice('/cats', { run: null, epoch: 'last' }, denied);
    assert.deepEqual(predictionChoice('/cats', denied), usual);
  });
});
