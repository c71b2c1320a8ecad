import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropoutFactors, dropoutSeed, statelessUniform } from '../../../src/engine/networks/dropout.ts';

/** The first three and the last two of ten, from tf.raw_ops.StatelessRandomUniform in TensorFlow 2.20.0. */
const fromTensorFlow: readonly (readonly [seed: readonly [number, number], values: readonly number[]])[] = [
  [
    [0, 1],
    [0.08216607570648193, 0.40928006172180176, 0.3931846618652344, 0.5524393320083618, 0.1310124397277832],
  ],
  [
    [-5, 7],
    [0.04674673080444336, 0.2690720558166504, 0.6340388059616089, 0.8119288682937622, 0.5033924579620361],
  ],
  [
    [123456, 2147483647],
    [0.18902885913848877, 0.20615553855895996, 0.9332327842712402, 0.8070526123046875, 0.926831841468811],
  ],
];

test("the numbers are TensorFlow's, bit for bit", () => {
  for (const [seed, expected] of fromTensorFlow) {
    const values = [...statelessUniform(seed, 10)];
    assert.deepEqual([...values.slice(0, 3), ...values.slice(8)], expected);
  }
});

test('a share of the values goes, the others make up for it', () => {
  const factors = [...dropoutFactors(0.25, dropoutSeed(1, 2, 3), 10_000)];
  const dropped = factors.filter((factor) => factor === 0).length;
  assert.ok(Math.abs(dropped - 2500) < 150, `${dropped} of 10,000`);
  assert.ok(factors.every((factor) => factor === 0 || factor === Math.fround(4 / 3)));
});

test('each step and each layer draws its own, the same seed the same', () => {
  const drawn = (salt: number, step: number): number[] => [...statelessUniform(dropoutSeed(7, salt, step), 8)];
  assert.deepEqual(drawn(1, 1), drawn(1, 1));
  assert.notDeepEqual(drawn(1, 1), drawn(1, 2));
  assert.notDeepEqual(drawn(1, 1), drawn(2, 1));
});
