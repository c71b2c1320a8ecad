import type { Adam, AdamW, Optimizer, StochasticGradientDescent } from '../models/description.ts';
import { float32, type GraphBuilder, type Ref } from './builder.ts';
import type { StepFeeds } from './step-feeds.ts';

/** A trained variable in a step. */
export interface Trained {
  readonly variable: Ref;
  /** As it was before the step. */
  readonly value: Ref;
  readonly gradient: Ref;
  /** Its part of the optimizer's state, in the order of `slotsOf`. */
  readonly slots: readonly Ref[];
  /** Whether weight decay shrinks it. */
  readonly decays: boolean;
  /** Comes before any change of state. */
  readonly guard: Ref;
}

/** Changes the variable and its slots; returns the node that has done so. */
export type Update = (trained: Trained) => Ref;

export function optimizerUpdate(graph: GraphBuilder, feeds: StepFeeds, optimizer: Optimizer): Update {
  switch (optimizer.type) {
    case 'adam':
      return adam(graph, feeds, optimizer);
    case 'adamW':
      return adamW(graph, feeds, optimizer);
    case 'sgd':
      return momentum(graph, feeds, optimizer);
  }
}

const learningRate = (feeds: StepFeeds): Ref => feeds.scalar('learning_rate', (inputs) => inputs.learningRate);

/** TensorFlow's own kernel, whose epsilon stands where Keras has it. The powers of beta come from the step alone. */
function adam(graph: GraphBuilder, feeds: StepFeeds, { beta1, beta2, epsilon }: Omit<Adam, 'type'>): Update {
  const powers = [
    feeds.scalar('beta1_power', ({ step }) => beta1 ** step),
    feeds.scalar('beta2_power', ({ step }) => beta2 ** step),
  ];
  const constants = [beta1, beta2, epsilon].map((value) => graph.scalar(value));
  return ({ variable, slots, gradient, guard }) => {
    const inputs = [variable, ...slots, ...powers, learningRate(feeds), ...constants, gradient];
    return graph.node('ResourceApplyAdam', inputs, { T: float32 }, { after: [guard] });
  };
}

/** The decay comes first and is of the weight before the step, as in Keras. */
function adamW(graph: GraphBuilder, feeds: StepFeeds, optimizer: AdamW): Update {
  const update = adam(graph, feeds, optimizer);
  const rate = feeds.scalar('decay_rate', (inputs) => inputs.learningRate * optimizer.weightDecay);
  return (trained) =>
    update(trained.decays ? { ...trained, guard: descend(graph, trained, rate, trained.value) } : trained);
}

function momentum(graph: GraphBuilder, feeds: StepFeeds, optimizer: StochasticGradientDescent): Update {
  const factor = graph.scalar(optimizer.momentum);
  return ({ variable, slots, gradient, guard }) =>
    graph.node(
      'ResourceApplyKerasMomentum',
      [variable, ...slots, learningRate(feeds), gradient, factor],
      { T: float32, use_nesterov: { bool: optimizer.nesterov } },
      { after: [guard] },
    );
}

/** variable - rate * gradient. */
export const descend = (
  graph: GraphBuilder,
  { variable, guard }: Pick<Trained, 'variable' | 'guard'>,
  rate: Ref,
  gradient: Ref,
): Ref => graph.node('ResourceApplyGradientDescent', [variable, rate, gradient], { T: float32 }, { after: [guard] });
