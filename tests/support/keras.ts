import { readFileSync } from 'node:fs';

/** What keras_fixtures.py writes. */
export interface KerasFixture {
  readonly size: number;
  readonly classes: number;
  readonly batch: number;
  /** Of the first batch, before any step. */
  readonly outputs: readonly number[];
  /** Mean loss of each Adam step, learning rate 0.001. */
  readonly losses: readonly number[];
  /** Of the first batch, in the variables' order. */
  readonly gradients: readonly {
    readonly shape: readonly number[];
    readonly norm: number;
    /** null: `values` are all. */
    readonly positions: readonly number[] | null;
    readonly values: readonly number[];
  }[];
}

export function kerasFixture(name: 'tutorial' | 'three-classes'): KerasFixture {
  return JSON.parse(readFileSync(new URL(`fixtures/keras-${name}.json`, import.meta.url), 'utf8')) as KerasFixture;
}
