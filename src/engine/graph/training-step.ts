import { decays, trainedVariables } from '../models/variables.ts';
import { averageDecayAt } from '../networks/average.ts';
import { lossOf } from '../networks/losses/loss.ts';
import { slotsOf } from '../networks/state.ts';
import type { Ref } from './builder.ts';
import { checkFinite, clipped, halfSquares } from './gradient-norm.ts';
import { logitsGradient } from './losses.ts';
import type { Training } from './operation.ts';
import { descend, optimizerUpdate } from './optimizers.ts';
import type { GraphParts } from './parts.ts';
import { backward, forward, logitsOf } from './passes.ts';
import { readOnce } from './variables.ts';

export interface PlacedStep {
  readonly train: Ref;
  readonly gradients: readonly Ref[];
}

/** A change of state that waits for the guard: no part of a step is made where another part isn't finite. */
type Change = (guard: Ref) => Ref;

export function placeStep(parts: GraphParts): PlacedStep {
  const { graph, description, variables } = parts;
  const read = readOnce((name) => graph.read(variables.handle(name)));
  const changes: Change[] = [];
  const tape = forward(parts, { graph, read, training: trainingOf(parts, read, changes) });
  const logits = logitsOf(tape);
  const found = backward(graph, tape, placeLoss(parts, logits));
  // A layer whose output nothing takes has no gradient.
  const names = trainedVariables(description).map(({ name }) => name);
  const gradients = new Map(names.map((name) => [name, found.get(name) ?? graph.float('ZerosLike', read(name))]));
  const { guard, limited } = placeGuard(parts, logits, gradients);
  changes.push(...updates(parts, read, limited));
  const after = graph.scope('update', () => changes.map((change) => change(guard)));
  return {
    train: graph.node('Identity', [logits], { T: { type: 'float32' } }, { name: 'logits', after }),
    gradients: [...gradients.values()],
  };
}

const trainingOf = (parts: GraphParts, read: (name: string) => Ref, changes: Change[]): Training => ({
  seed: () => parts.feeds.seed(),
  inverseCount: () => parts.feeds.scalar('inverse_count', ({ count }) => 1 / count),
  approach(name, target, rate) {
    const away = parts.graph.float('Sub', read(name), target);
    const variable = parts.variables.handle(name);
    changes.push((guard) => descend(parts.graph, { variable, guard }, parts.graph.scalar(rate), away));
  },
});

function placeLoss({ graph, description, feeds }: GraphParts, logits: Ref): Ref {
  const outputs = lossOf(description).outputs(description.classes);
  const targets = feeds.tensor('targets', 'float32', [-1, outputs], (inputs) => inputs.targets);
  const factors = feeds.tensor('factors', 'float32', [-1, 1], (inputs) => inputs.factors);
  return graph.scope('loss', () => logitsGradient(graph, description.loss, { logits, targets, factors }));
}

/** One number tells of all: the squares of the gradients and, for the loss, of the logits. */
function placeGuard(
  { graph, description: { clipNorm } }: GraphParts,
  logits: Ref,
  gradients: ReadonlyMap<string, Ref>,
): { readonly guard: Ref; readonly limited: ReadonlyMap<string, Ref> } {
  return graph.scope('guard', () => {
    const norm = halfSquares(graph, [...gradients.values()]);
    const guard = checkFinite(graph, graph.float('AddV2', norm, graph.float('L2Loss', logits)));
    return { guard, limited: clipNorm === null ? gradients : clipped(graph, gradients, norm, clipNorm) };
  });
}

/** Of the trained variables and, after each, of its average. */
function updates(
  { graph, description, variables, feeds }: GraphParts,
  read: (name: string) => Ref,
  gradients: ReadonlyMap<string, Ref>,
): readonly Change[] {
  const { optimizer, averageDecay } = description;
  const update = optimizerUpdate(graph, feeds, optimizer);
  const slots = (name: string): Ref[] => slotsOf(optimizer).map((slot) => variables.handle(`${name}/${slot}`));
  const follow = averageDecay === null ? null : averaging({ graph, variables, feeds }, averageDecay);
  return trainedVariables(description).map((spec) => (guard) => {
    const { name } = spec;
    const gradient = gradients.get(name) ?? '';
    const own = { variable: variables.handle(name), value: read(name), slots: slots(name) };
    const updated = update({ ...own, gradient, decays: decays(spec), guard });
    return follow === null ? updated : follow(name, updated);
  });
}

/** Moves a variable's average towards it, once it is updated. */
function averaging(
  { graph, variables, feeds }: Pick<GraphParts, 'graph' | 'variables' | 'feeds'>,
  decay: number,
): (name: string, updated: Ref) => Ref {
  const rate = feeds.scalar('average_rate', ({ step }) => 1 - averageDecayAt(decay, step));
  return (name, updated) => {
    const average = variables.handle(`${name}/average`);
    const weight = graph.read(variables.handle(name), [updated]);
    const away = graph.float('Sub', graph.read(average), weight);
    return descend(graph, { variable: average, guard: updated }, rate, away);
  };
}
