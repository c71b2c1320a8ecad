import type { NetworkDescription } from '../models/description.ts';
import { plan } from '../models/plan.ts';
import { inputShape } from '../models/shapes.ts';
import { stateSpec } from '../networks/state.ts';
import { GraphBuilder, type Ref } from './builder.ts';
import type { GraphParts } from './parts.ts';
import { forward, logitsOf } from './passes.ts';
import { checkOperations, type Registry } from './registry.ts';
import { StepFeeds } from './step-feeds.ts';
import { placeStep } from './training-step.ts';
import { GraphVariables, readOnce, type Assignment } from './variables.ts';

/** One graph with all that a network can be asked for, and the names to feed and to fetch. */
export interface NetworkGraph {
  readonly savedModel: Uint8Array;
  /** n x height x width x 3 bytes, of every call. */
  readonly pictures: Ref;
  /** Of a training step and of its gradients. */
  readonly stepFeeds: StepFeeds;
  /** The logits before the step, n x outputs, after all updates. */
  readonly train: Ref;
  /** By each trained variable, before clipping; changes nothing. */
  readonly gradients: readonly Ref[];
  /** The logits as the network answers, by the averages of its weights where they are kept: n x outputs. */
  readonly answer: Ref;
  /** Every tensor of the state, in order. */
  readonly read: readonly Ref[];
  readonly assign: Assignment;
}

/** Throws PawlabError `layer-unsupported`. */
export function networkGraph(description: NetworkDescription, known: Registry): NetworkGraph {
  const operations = plan(description);
  checkOperations(known, operations);
  const graph = new GraphBuilder();
  const feeds = new StepFeeds(graph);
  const pictures = feeds.tensor('pictures', 'uint8', [-1, ...inputShape(description)], (inputs) => inputs.pictures);
  const variables = new GraphVariables(graph, stateSpec(description));
  const parts = { graph, description, operations, known, variables, pictures, feeds };
  const step = graph.scope('train', () => placeStep(parts));
  const answer = graph.scope('answer', () => placeAnswer(parts));
  const read = graph.scope('read', () => variables.reads());
  const assign = graph.scope('assign', () => variables.assignment());
  const savedModel = graph.finish([step.train, ...step.gradients, answer, ...read, assign.done]);
  return { savedModel, pictures, stepFeeds: feeds, ...step, answer, read, assign };
}

function placeAnswer(parts: GraphParts): Ref {
  const { graph, variables } = parts;
  const read = readOnce((name) => {
    const average = `${name}/average`;
    return graph.read(variables.handle(variables.has(average) ? average : name));
  });
  return graph.float('Identity', logitsOf(forward(parts, { graph, read, training: null })));
}
