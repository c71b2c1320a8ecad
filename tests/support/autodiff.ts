import { readFileSync } from 'node:fs';
import type { NetworkDescription } from '../../src/engine/models/description.ts';
import type { Batch } from '../../src/engine/ports.ts';
import { formulaBatch } from './formula.ts';

/** What autodiff_fixture.py writes of the tutorial network with two classes. */
export interface AutodiffFixture {
  /** Pixels per side. */
  readonly size: number;
  readonly samples: number;
  /** So many different batches take turns: the n-th step, counted from 1, takes batch n % batches of the formula. */
  readonly batches: number;
  readonly learningRate: number;
  /** Mean loss of each step. */
  readonly losses: readonly number[];
  /** Euclidean norms of the variables after the last step, in order. */
  readonly norms: readonly number[];
}

export const autodiffFixture = (): AutodiffFixture =>
  JSON.parse(readFileSync(new URL('fixtures/autodiff-tutorial.json', import.meta.url), 'utf8')) as AutodiffFixture;

/** The formula's noise, half as bright where the label is 0, as autodiff_fixture.py makes it. */
export function autodiffBatch(description: NetworkDescription, step: number, samples: number): Batch {
  const { pictures, labels } = formulaBatch(description, step, samples);
  const size = pictures.length / samples;
  return { pictures: pictures.map((value, at) => (labels[Math.floor(at / size)] === 0 ? value >> 1 : value)), labels };
}
