import type { NetworkDescription } from '../models/description.ts';
import { trainedVariables } from '../models/variables.ts';
import type { DifferentiableNetwork } from '../networks/differentiable.ts';
import { checkBatch, countPictures } from '../networks/feeds.ts';
import { notFinite } from '../networks/finite.ts';
import { checkOutput, evaluationTruth, lossOf, trainingTruth, type Truth } from '../networks/losses/loss.ts';
import { freshState, ownState, stateSpec } from '../networks/state.ts';
import type { Batch, BatchResult, GraphSession, LoadGraph, NamedTensor, NetworkState } from '../ports.ts';
import { notFiniteMark } from './gradient-norm.ts';
import { networkGraph, type NetworkGraph } from './network-graph.ts';
import { registry, type Registry } from './registry.ts';
import { pictureValues, stepInputs, type StepInputs } from './step-inputs.ts';

/** As `CreateGraphNetwork` has it. `known`: the operations that the graph may be made of. */
export const createGraphNetwork = (
  load: LoadGraph,
  description: NetworkDescription,
  weights: readonly NamedTensor[],
  seed: number,
  known: Registry = registry,
): GraphNetwork => new GraphNetwork(load, description, freshState(description, weights, seed), known);

/**
 * A network whose training step is one TensorFlow graph. What goes in is checked here, for TensorFlow takes wrong shapes
 * silently. Each call blocks its thread; the first of each kind takes longer, as TensorFlow prepares the graph.
 */
export class GraphNetwork implements DifferentiableNetwork {
  readonly description: NetworkDescription;
  readonly executor = 'graph';
  readonly #graph: NetworkGraph;
  readonly #session: GraphSession;
  #step = 0;
  #seed = 0;

  constructor(load: LoadGraph, description: NetworkDescription, state: NetworkState, known: Registry) {
    checkOutput(description);
    this.description = description;
    this.#graph = networkGraph(description, known);
    this.#session = load(this.#graph.savedModel);
    try {
      this.#assign(ownState(description, state));
    } catch (error) {
      this.#session.close();
      throw error;
    }
  }

  trainStep(batch: Batch, learningRate: number): Promise<BatchResult> {
    return answer(() => {
      const inputs = this.#stepInputs(batch, learningRate);
      const logits = this.#runStep(inputs);
      this.#step = inputs.step;
      return this.#score(logits, trainingTruth(this.description, batch.labels));
    });
  }

  evaluate(batch: Batch): Promise<BatchResult> {
    return answer(() => {
      checkBatch(this.description, batch);
      return this.#score(this.#answer(batch.pictures), evaluationTruth(this.description, batch.labels));
    });
  }

  predict(pictures: Uint8Array): Promise<Float32Array> {
    return answer(() => {
      const loss = lossOf(this.description);
      return loss.activate(this.#answer(pictures), loss.outputs(this.description.classes));
    });
  }

  gradients(batch: Batch): Promise<readonly NamedTensor[]> {
    return answer(() => {
      const feeds = this.#graph.stepFeeds.values(this.#stepInputs(batch, 0));
      const gradients = this.#session.run(feeds, this.#graph.gradients);
      return named(trainedVariables(this.description), gradients);
    });
  }

  readState(): Promise<NetworkState> {
    return answer(() => {
      const { weights, moments, averages } = stateSpec(this.description);
      const tensors = named([...weights, ...moments, ...averages], this.#session.run({}, this.#graph.read));
      const others = weights.length + moments.length;
      return {
        weights: tensors.slice(0, weights.length),
        moments: tensors.slice(weights.length, others),
        averages: tensors.slice(others),
        step: this.#step,
        seed: this.#seed,
      };
    });
  }

  writeState(state: NetworkState): Promise<void> {
    return answer(() => this.#assign(ownState(this.description, state)));
  }

  dispose(): void {
    this.#session.close();
  }

  #assign(state: NetworkState): void {
    const { assign } = this.#graph;
    this.#session.run(assign.values([...state.weights, ...state.moments, ...state.averages]), [assign.done]);
    this.#step = state.step;
    this.#seed = state.seed;
  }

  #runStep(inputs: StepInputs): Float32Array {
    try {
      return only(this.#session.run(this.#graph.stepFeeds.values(inputs), [this.#graph.train]));
    } catch (error) {
      throw error instanceof Error && error.message.includes(notFiniteMark) ? notFinite(this.#step) : error;
    }
  }

  #answer(pictures: Uint8Array): Float32Array {
    const count = countPictures(this.description, pictures);
    const feeds = { [this.#graph.pictures]: pictureValues(this.description, count, pictures) };
    return only(this.#session.run(feeds, [this.#graph.answer]));
  }

  #score(logits: Float32Array, truth: Truth): BatchResult {
    const { lossSum, correct } = lossOf(this.description).score(logits, truth);
    return { samples: truth.labels.length, lossSum, correct };
  }

  #stepInputs(batch: Batch, learningRate: number): StepInputs {
    return stepInputs(this.description, batch, { learningRate, step: this.#step + 1, seed: this.#seed });
  }
}

const named = (
  specs: readonly { readonly name: string; readonly shape: readonly number[] }[],
  values: readonly Float32Array[],
): readonly NamedTensor[] =>
  specs.map(({ name, shape }, at) => ({ name, shape, values: values[at] ?? new Float32Array(0) }));

function only(values: readonly Float32Array[]): Float32Array {
  const [value] = values;
  if (value === undefined) throw new Error('The graph gave nothing.');
  return value;
}

/** The calls run at once; what they throw rejects the promise. */
const answer = <T>(compute: () => T): Promise<T> => new Promise((resolve) => resolve(compute()));
