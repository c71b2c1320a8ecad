import type { OperationOf, OperationType } from '../models/operations.ts';
import type { Shape } from '../models/shapes.ts';
import type { GraphBuilder, Ref } from './builder.ts';

/** What an operation takes. */
export interface Input {
  readonly value: Ref;
  /** Without the batch. */
  readonly shape: Shape;
}

/** What operations of one pass through the network share. */
export interface Pass {
  readonly graph: GraphBuilder;
  /** A variable's value, read once per run. */
  read(variable: string): Ref;
  /** null: the network answers and isn't trained. */
  readonly training: Training | null;
}

export interface Training {
  /** Two 32-bit numbers that random draws depend on, fed with each step (`dropoutSeed` with salt 0). */
  seed(): Ref;
  /** 1 / number of pictures, fed with each step. */
  inverseCount(): Ref;
  /**
   * After the step's gradients are found finite, moves a variable by `rate` of the way to the target, as all that is not
   * trained does: variable - rate * (variable - target).
   */
  approach(variable: string, target: Ref, rate: number): void;
}

/** By the inputs, in order, and by the variables. */
export interface Gradients {
  readonly inputs: readonly Ref[];
  readonly variables?: Readonly<Record<string, Ref>>;
}

export interface Placed {
  readonly output: Ref;
  /** `output`: the loss's gradient by the operation's output. Called at most once, in training. */
  gradient(output: Ref): Gradients;
}

/** Puts an operation into the graph; its gradient follows when it is asked for. */
export type Place<Type extends OperationType> = (
  pass: Pass,
  operation: OperationOf<Type>,
  inputs: readonly [Input, ...Input[]],
) => Placed;
