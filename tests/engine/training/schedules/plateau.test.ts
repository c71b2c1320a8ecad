import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noPlateau, observe, type Plateau } from '../../../../src/engine/training/schedules/plateau.ts';

const settings = { schedule: 'plateau', plateauFactor: 0.5, plateauPatience: 2 } as const;

const losses = [1, 0.9, 0.89995, 0.95, 0.8, 0.8, 0.81, 0.82, 0.83, 0.84, 0.5];

/** Keras 3.15.1: the rate after each of these losses, ReduceLROnPlateau(factor=0.5, patience=2) from a rate of 1. */
const keras = [1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125, 0.125];

function factorAfter(plateau: Plateau, loss: number): number {
  observe(plateau, loss, settings);
  return plateau.factor;
}

test("falls when Keras's ReduceLROnPlateau does", () => {
  const plateau = noPlateau();
  assert.deepEqual(
    losses.map((loss) => factorAfter(plateau, loss)),
    keras,
  );
});

test('written as JSON and read between any two epochs, it goes on as it was', () => {
  let plateau = noPlateau();
  const factors = losses.map((loss) => {
    plateau = JSON.parse(JSON.stringify(plateau)) as Plateau;
    return factorAfter(plateau, loss);
  });
  assert.deepEqual(factors, keras);
});

test('a loss that is no number is no gain', () => {
  const plateau = noPlateau();
  assert.deepEqual([factorAfter(plateau, NaN), factorAfter(plateau, NaN)], [1, 0.5]);
});

test('other schedules have no plateau', () => {
  const plateau = noPlateau();
  for (const loss of losses) observe(plateau, loss, { ...settings, schedule: 'constant' });
  assert.deepEqual(plateau, noPlateau());
});
