import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cosine } from '../../../../src/engine/training/schedules/cosine.ts';

const factors = (steps: number, warmUp: number): number[] =>
  Array.from({ length: steps }, (_, step) => cosine({ step, steps, warmUp }));

/** Keras 3.15.1: CosineDecay(0.001, 10) at steps 0 to 9. */
const keras = [
  0.001, 0.00097552825, 0.00090450849, 0.00079389263, 0.0006545085, 0.0005, 0.0003454915, 0.00020610737, 9.54915e-5,
  2.447174e-5,
];

test("falls as Keras's CosineDecay", () => {
  for (const [at, factor] of factors(10, 0).entries()) {
    assert.ok(Math.abs(0.001 * factor - (keras[at] ?? NaN)) < 1e-9, `step ${at}`);
  }
});

test('falls only after the warm-up, over what is left of the run', () => {
  assert.deepEqual(factors(20, 0.5).slice(0, 10), new Array<number>(10).fill(1));
  assert.deepEqual(factors(20, 0.5).slice(10), factors(10, 0));
});

test('is never 0: the last step counts too', () => {
  for (const warmUp of [0, 0.9]) for (const factor of factors(3, warmUp)) assert.ok(factor > 0);
});
