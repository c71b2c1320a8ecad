import type { Layer, NetworkDescription } from './description.ts';
import { layerComputations, layerVariables } from './layers.ts';
import type { Operation, OperationType, ValueId } from './operations.ts';
import { inputShape, outputShape, type Shape } from './shapes.ts';
import type { Variable } from './variables.ts';

/** A layer taken apart. */
export interface PlannedLayer {
  readonly operations: readonly Operation[];
  readonly variables: readonly Variable[];
  /** Of its output, without the batch. */
  readonly shape: Shape;
}

/**
 * The operations of a network in an order in which they can be computed; the last one's output is the logits, for the last
 * activation belongs to the loss. Throws RangeError where a layer doesn't fit what it takes.
 */
export const plan = (description: NetworkDescription): readonly Operation[] =>
  poolFirst(planLayers(description).flatMap(({ operations }) => operations));

export function planLayers(description: NetworkDescription): readonly PlannedLayer[] {
  const outputs = new Map<string, Source>();
  const planned: PlannedLayer[] = [];
  let previous: Source = { value: 0, shape: inputShape(description) };
  let made = 0;
  for (const [at, layer] of description.layers.entries()) {
    if (outputs.has(layer.name)) throw new RangeError(`Two layers are called ${layer.name}.`);
    const sources = layer.inputs?.map((name) => sourceOf(outputs, layer, name)) ?? [previous];
    const last = at === description.layers.length - 1;
    const { operations, variables } = planLayer(layer, sources, made, last);
    made += operations.length;
    const output = operations.at(-1);
    previous = output === undefined ? (sources[0] ?? previous) : { value: made, shape: output.shape };
    outputs.set(layer.name, previous);
    planned.push({ operations, variables, shape: previous.shape });
  }
  return planned;
}

interface Source {
  readonly value: ValueId;
  readonly shape: Shape;
}

function sourceOf(outputs: ReadonlyMap<string, Source>, layer: Layer, name: string): Source {
  const source = outputs.get(name);
  if (source === undefined) throw new RangeError(`${layer.name} takes the output of ${name}, which isn't before it.`);
  return source;
}

/** `made`: how many operations there are before it. */
function planLayer(
  layer: Layer,
  sources: readonly Source[],
  made: number,
  last: boolean,
): Pick<PlannedLayer, 'operations' | 'variables'> {
  const operations: Operation[] = [];
  let inputs = sources;
  for (const computation of layerComputations(layer, made, last)) {
    const shape = outputShape(
      computation,
      inputs.map((input) => input.shape),
      layer.name,
    );
    operations.push({ ...computation, layer: layer.name, inputs: inputs.map(({ value }) => value), shape });
    inputs = [{ value: made + operations.length, shape }];
  }
  return { operations, variables: layerVariables(layer, sources[0]?.shape ?? []) };
}

/** Rising in each element and alike in all places of a channel: max pooling gives the same before and after it. */
const rising: ReadonlySet<OperationType> = new Set(['bias', 'relu', 'relu6', 'sigmoid']);

/**
 * Moves max pooling before the rising operations it follows: the same values and gradients from a quarter of the
 * elements, as the largest stays the largest.
 */
function poolFirst(operations: readonly Operation[]): readonly Operation[] {
  const ordered = [...operations];
  const uses = (value: ValueId): number => operations.filter(({ inputs }) => inputs.includes(value)).length;
  for (let at = 1; at < ordered.length; at++) {
    for (let pool = at; pool > 0; pool--) {
      const [before, after] = [ordered[pool - 1], ordered[pool]];
      if (before === undefined || after?.type !== 'maxPool' || !rising.has(before.type)) break;
      if (after.inputs[0] !== pool || uses(pool) > 1) break;
      ordered[pool - 1] = { ...after, inputs: before.inputs };
      ordered[pool] = { ...before, inputs: [pool], shape: after.shape };
    }
  }
  return ordered;
}
