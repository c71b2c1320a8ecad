import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { epochTicks, rangeOf, ticksOf, type AxisRange } from '../../../src/renderer/src/ui/chart-axis.ts';

const shares = { min: 0, max: 1, step: 0.01 };

describe('range of an axis', () => {
  it('holds all values between round numbers', () => {
    assert.deepEqual(rangeOf([0.668, 0.497, 0.534]), { min: 0.45, max: 0.7, step: 0.05 });
    assert.deepEqual(rangeOf([0.583, 0.757, 0.642]), { min: 0.55, max: 0.8, step: 0.05 });
  });

  it('has five steps or fewer', () => {
    for (const values of [
      [0.1, 0.95],
      [3, 4000],
      [0.0012, 0.0013],
      [-7, 12],
    ]) {
      const range = rangeOf(values);
      assert.ok(range !== null && (range.max - range.min) / range.step <= 5 + 1e-9, JSON.stringify({ values, range }));
      assert.ok(range.min <= Math.min(...values) && range.max >= Math.max(...values));
    }
  });

  it('stays as it was while the values fit', () => {
    const before: AxisRange = { min: 0.3, max: 0.7, step: 0.1 };
    assert.equal(rangeOf([0.4, 0.5], before), before);
  });

  it('only grows', () => {
    let before: AxisRange | null = null;
    for (const value of [0.68, 0.71, 0.4, 0.9, 0.05, 2.6]) {
      const after = rangeOf([value], before);
      assert.ok(after !== null);
      if (before !== null) assert.ok(after.min <= before.min && after.max >= before.max);
      before = after;
    }
  });

  it('never leaves what the values can be', () => {
    const certain = rangeOf([1, 1, 0.999], null, shares);
    assert.deepEqual(certain, { min: 0.99, max: 1, step: 0.01 });
    const none = rangeOf([0], null, shares);
    assert.ok(none !== null && none.min === 0 && none.max > 0);
    assert.equal(rangeOf([0.02, 0.98], null, shares)?.max, 1);
  });

  it('is none where nothing was measured, and leaves out what is no number', () => {
    assert.equal(rangeOf([]), null);
    assert.equal(rangeOf([NaN, Infinity]), null);
    assert.deepEqual(rangeOf([NaN, 0.5, 0.6]), rangeOf([0.5, 0.6]));
  });

  it('has a width where all values are the same', () => {
    const range = rangeOf([0.5]);
    assert.ok(range !== null && range.max > range.min);
  });
});

describe('ticks', () => {
  it('go from end to end without the dust of fractions', () => {
    assert.deepEqual(ticksOf({ min: 0.3, max: 0.7, step: 0.1 }), [0.3, 0.4, 0.5, 0.6, 0.7]);
  });

  it('name the first epoch, the last one and round ones between', () => {
    assert.deepEqual(epochTicks(25, 6), [1, 5, 10, 15, 20, 25]);
    assert.deepEqual(epochTicks(3, 6), [1, 2, 3]);
    assert.deepEqual(epochTicks(1, 6), [1]);
  });

  it('leave out what would touch the first or the last', () => {
    assert.deepEqual(epochTicks(26, 6), [1, 10, 20, 26]);
    assert.deepEqual(epochTicks(12, 8), [1, 4, 6, 8, 10, 12]);
    const ticks = epochTicks(101, 6);
    assert.equal(ticks[0], 1);
    assert.equal(ticks.at(-1), 101);
    assert.ok(!ticks.includes(100));
  });

  it('are never more than asked for by much, however many epochs there are', () => {
    for (const epochs of [7, 26, 60, 61, 350, 9999, 10_000])
      assert.ok(epochTicks(epochs, 6).length <= 7, String(epochs));
  });
});
