import { readFileSync } from 'node:fs';
import type { NetworkDescription } from '../../src/engine/models/description.ts';
import { elements } from '../../src/engine/models/shapes.ts';
import { uniform } from './formula.ts';

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

/** Some or all values of a variable or its gradient: those that `sampledValues` takes. */
export interface KerasTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Euclidean, of all values. */
  readonly norm: number;
  readonly values: readonly number[];
}

/** A network of keras_cases.py and what Keras computes with it from the formula's weights and batches. */
export interface KerasCase {
  readonly name: string;
  readonly description: NetworkDescription;
  readonly learningRate: number;
  /** In each batch. */
  readonly samples: number;
  /** Of each layer's output, without the batch. */
  readonly shapes: readonly (readonly number[])[];
  /** Of the first batch, as the network answers before any step, and after all of them. */
  readonly outputs: readonly number[];
  readonly outputsAfter: readonly number[];
  /** Mean loss of each step in training, class weights included; the step's number is the batch's. */
  readonly losses: readonly number[];
  /** Of the first step, before clipping, in the variables' order. */
  readonly gradients: readonly KerasTensor[];
  /** Averages of batch statistics after the first step. */
  readonly moving: readonly KerasTensor[];
  /** All variables after the last step. */
  readonly weights: readonly KerasTensor[];
}

/** Those whose name `chosen` wants. */
export function kerasCases(chosen: (name: string) => boolean = () => true): readonly KerasCase[] {
  const text = readFileSync(new URL('fixtures/keras-layers.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly cases: readonly KerasCase[] }).cases.filter(({ name }) => chosen(name));
}

/** Of at most 120 values all, else the 32 at the places that the formula says; `salt`: the place in its list, from 1. */
export function sampledValues(values: Float32Array, salt: number): readonly number[] {
  if (values.length <= 120) return [...values];
  return Array.from(uniform(300 + salt, 32), (value) => values[Math.floor(value * values.length)] ?? Number.NaN);
}

export const kerasSize = (tensors: readonly KerasTensor[]): number =>
  tensors.reduce((sum, { shape }) => sum + elements(shape), 0);
