import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { NetworkDescription } from '../models/description.ts';
import { inputShape } from '../models/shapes.ts';
import type { Variable } from '../models/variables.ts';
import { checkBatch, checkLearningRate, countPictures } from '../networks/feeds.ts';
import type { DifferentiableNetwork } from '../networks/differentiable.ts';
import { notFinite } from '../networks/finite.ts';
import { checkOutput, evaluationTruth, lossOf, trainingTruth, type Loss, type Score } from '../networks/losses/loss.ts';
import { freshState, ownState, stateSpec, type StateSpec } from '../networks/state.ts';
import type { Batch, BatchResult, NamedTensor, NetworkState } from '../ports.ts';
import { compile } from './compile.ts';
import { dispose, Kernels, type Tensors } from './kernels.ts';
import { given, type Trace } from './operation.ts';
import { backward, forward, infer, type Means } from './passes.ts';
import { readTensor, Store } from './store.ts';
import { clipFactor, normOf, updated } from './update.ts';

/**
 * A network on a tfjs backend, which is named and must be ready for use. Runs each operation as it comes, forward and
 * backward, without tfjs's gradient tape. The weights are as `variables(description)` lists them.
 * Throws PawlabError `layer-unsupported` or `state-mismatch`.
 */
export const createEagerNetwork = (
  backend: string,
  description: NetworkDescription,
  weights: readonly NamedTensor[],
  seed: number,
): EagerNetwork => new EagerNetwork(new Kernels(backend), description, freshState(description, weights, seed));

/** What a forward and a backward pass of training found. */
interface Differentiated {
  readonly score: Score;
  readonly gradients: Tensors;
  readonly traces: readonly Trace[];
}

export class EagerNetwork implements DifferentiableNetwork {
  readonly description: NetworkDescription;
  readonly executor = 'eager';
  readonly #loss: Loss;
  readonly #training: Means;
  readonly #answering: Means;
  readonly #spec: StateSpec;
  readonly #trained: readonly Variable[];
  readonly #store: Store;
  #step: number;
  #seed: number;

  constructor(kernels: Kernels, description: NetworkDescription, state: NetworkState) {
    checkOutput(description);
    this.description = description;
    this.#loss = lossOf(description);
    this.#spec = stateSpec(description);
    this.#trained = this.#spec.weights.filter(({ trained }) => trained);
    const operations = compile(kernels, description);
    const store = new Store(kernels, state);
    const averaged = new Set(this.#spec.averages.map(({ name }) => name));
    const answeringName = (name: string): string => (averaged.has(`${name}/average`) ? `${name}/average` : name);
    this.#training = { kernels, operations, weightOf: (name) => store.get(name) };
    this.#answering = { kernels, operations, weightOf: (name) => store.get(answeringName(name)) };
    this.#store = store;
    this.#step = state.step;
    this.#seed = state.seed;
  }

  async trainStep(batch: Batch, learningRate: number): Promise<BatchResult> {
    checkLearningRate(learningRate);
    const { score } = await this.#differentiate(batch, async ({ gradients, traces, score }) => {
      const norm = await normOf(this.#training.kernels, gradients);
      if (!Number.isFinite(score.lossSum) || !Number.isFinite(norm)) throw notFinite(this.#step);
      const { clipNorm } = this.description;
      const scale = clipNorm === null ? 1 : clipFactor(clipNorm, norm);
      const step = this.#step + 1;
      this.#store.update(() =>
        updated({
          means: this.#training,
          description: this.description,
          trained: this.#trained,
          gradients,
          traces,
          learningRate,
          scale,
          step,
        }),
      );
    });
    this.#step += 1;
    return { samples: batch.labels.length, lossSum: score.lossSum, correct: score.correct };
  }

  async gradients(batch: Batch): Promise<readonly NamedTensor[]> {
    let read: NamedTensor[] = [];
    await this.#differentiate(batch, async ({ gradients }) => {
      read = await Promise.all(
        this.#trained.map(({ name, shape }) => readTensor(name, shape, gradients.get(name) ?? given([]))),
      );
    });
    return read;
  }

  async evaluate(batch: Batch): Promise<BatchResult> {
    const samples = checkBatch(this.description, batch);
    const logits = await this.#infer(batch.pictures, samples);
    const { lossSum, correct } = this.#loss.score(logits, evaluationTruth(this.description, batch.labels));
    return { samples, lossSum, correct };
  }

  async predict(pictures: Uint8Array): Promise<Float32Array> {
    const samples = countPictures(this.description, pictures);
    const logits = await this.#infer(pictures, samples);
    return this.#loss.activate(logits, logits.length / samples);
  }

  async readState(): Promise<NetworkState> {
    const { weights, moments, averages } = this.#spec;
    return {
      weights: await this.#store.read(weights),
      moments: await this.#store.read(moments),
      averages: await this.#store.read(averages),
      step: this.#step,
      seed: this.#seed,
    };
  }

  // A promise from the first line on: a state that isn't the network's own rejects it.
  async writeState(state: NetworkState): Promise<void> {
    this.#store.write(ownState(this.description, state));
    this.#step = state.step;
    this.#seed = state.seed;
    return Promise.resolve();
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Forward, then the loss, then backward; what it finds is freed after `use`. */
  async #differentiate(batch: Batch, use: (found: Differentiated) => Promise<void>): Promise<{ score: Score }> {
    const samples = checkBatch(this.description, batch);
    const input = this.#input(batch.pictures, samples);
    const draw = { seed: this.#seed, step: this.#step + 1 };
    const traces: Trace[] = [];
    let gradients: Tensors = new Map();
    try {
      for (const trace of forward(this.#training, input, draw)) traces.push(trace);
      const { output } = traces.at(-1) ?? { output: input };
      const score = this.#loss.score(await output.data<'float32'>(), trainingTruth(this.description, batch.labels));
      gradients = this.#training.kernels.kept(() =>
        backward(this.#training, traces, tensor(score.gradient, output.shape)),
      );
      await use({ score, gradients, traces });
      return { score };
    } finally {
      dispose(gradients);
      input.dispose();
      for (const { output, saved } of traces) for (const value of [output, ...saved]) value.dispose();
    }
  }

  async #infer(pictures: Uint8Array, samples: number): Promise<Float32Array> {
    const { kernels } = this.#answering;
    const logits = kernels.scoped(() => infer(this.#answering, this.#input(pictures, samples)));
    try {
      return await logits.data<'float32'>();
    } finally {
      logits.dispose();
    }
  }

  #input(pictures: Uint8Array, samples: number): Tensor {
    return this.#training.kernels.scoped(() =>
      tensor(new Float32Array(pictures), [samples, ...inputShape(this.description)]),
    );
  }
}
