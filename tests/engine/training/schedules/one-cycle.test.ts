import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneCycle } from '../../../../src/engine/training/schedules/one-cycle.ts';

const rates = (steps: number, warmUp: number): number[] =>
  Array.from({ length: steps }, (_, step) => 0.001 * oneCycle({ step, steps, warmUp }));

function near(actual: readonly number[], expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  for (const [at, value] of expected.entries()) assert.ok(Math.abs((actual[at] ?? NaN) - value) < 1e-9, `step ${at}`);
}

/** torch 2.13.0: OneCycleLR(max_lr=0.001, total_steps=10, pct_start=0.3).get_last_lr() before each step. */
const tenSteps = [
  4e-5, 0.00052, 0.001, 0.000950484632, 0.000811745654, 0.000611262022, 0.000388741978, 0.000188258346, 4.9519368e-5,
  4e-9,
];

/** The same with total_steps=20, pct_start=0.25, its first eight. */
const quarterRise = [
  4e-5, 0.000180588745, 0.00052, 0.000859411255, 0.001, 0.000989073844, 0.000956772902, 0.000904508879,
];

test("rises and falls as PyTorch's OneCycleLR", () => {
  near(rates(10, 0.3), tenSteps);
  near(rates(20, 0.25).slice(0, 8), quarterRise);
});

test('without a warm-up it rises over three tenths of the run, as in PyTorch', () => {
  assert.deepEqual(rates(10, 0), rates(10, 0.3));
});

test('a run too short for a cycle still has a rate at each step', () => {
  for (const steps of [1, 2, 3]) for (const rate of rates(steps, 0)) assert.ok(rate > 0 && rate <= 0.001);
  assert.equal(rates(1, 0)[0], 0.001);
});
