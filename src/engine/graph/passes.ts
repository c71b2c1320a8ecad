import { variableNames, type Operation, type ValueId } from '../models/operations.ts';
import { inputShape } from '../models/shapes.ts';
import { float32, type GraphBuilder, type Ref } from './builder.ts';
import type { Input, Pass, Placed } from './operation.ts';
import type { PassParts } from './parts.ts';
import { placeOperation } from './registry.ts';

/** An operation in the graph. */
interface Step {
  readonly operation: Operation;
  readonly placed: Placed;
  /** Whether it or anything before it has variables: otherwise nobody needs its gradient. */
  readonly learns: boolean;
}

/** The steps of a pass through the network; the last one's output is the logits. */
export type Tape = readonly Step[];

/** The pictures' bytes become 32-bit floats first. */
export function forward(parts: PassParts, pass: Pass): Tape {
  const { description, operations, known, pictures } = parts;
  const floats = pass.graph.node('Cast', [pictures], { SrcT: { type: 'uint8' }, DstT: float32 });
  const values: Input[] = [{ value: floats, shape: inputShape(description) }];
  const tape: Step[] = [];
  for (const operation of operations) {
    const [first, ...others] = operation.inputs.map((id) => at(values, id));
    if (first === undefined) throw new RangeError(`${operation.layer} takes nothing.`);
    const placed = pass.graph.scope(operation.layer, () => placeOperation(known, pass, operation, [first, ...others]));
    const learns = variableNames(operation).length > 0 || operation.inputs.some((id) => tape[id - 1]?.learns);
    tape.push({ operation, placed, learns });
    values.push({ value: placed.output, shape: operation.shape });
  }
  return tape;
}

export const logitsOf = (tape: Tape): Ref => at(tape, tape.length - 1).placed.output;

/** The gradient by each trained variable, from the gradient by the logits. */
export function backward(graph: GraphBuilder, tape: Tape, logits: Ref): ReadonlyMap<string, Ref> {
  const arrived = new Map<ValueId, Ref[]>([[tape.length, [logits]]]);
  const gradients = new Map<string, Ref[]>();
  for (const [before, { operation, placed, learns }] of [...tape.entries()].reverse()) {
    const outputs = arrived.get(before + 1);
    if (outputs === undefined || !learns) continue;
    graph.scope(`${operation.layer}/gradient`, () => {
      const { inputs, variables = {} } = placed.gradient(sum(graph, outputs));
      for (const [at, id] of operation.inputs.entries()) append(arrived, id, inputs[at]);
      for (const [name, gradient] of Object.entries(variables)) append(gradients, name, gradient);
    });
  }
  return new Map([...gradients].map(([name, parts]) => [name, sum(graph, parts)]));
}

function append<Key>(lists: Map<Key, Ref[]>, key: Key, ref: Ref | undefined): void {
  if (ref !== undefined) lists.set(key, [...(lists.get(key) ?? []), ref]);
}

/** Of values of one shape. */
export function sum(graph: GraphBuilder, parts: readonly Ref[]): Ref {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return graph.node('AddN', parts, { T: float32, N: { int: parts.length } });
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`There is no value ${index}.`);
  return item;
}
