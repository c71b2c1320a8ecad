import { keep, tensor, type Tensor, type TensorContainer } from '@tensorflow/tfjs-core';
import { PawlabError } from '../../contract/errors.ts';
import type { NetworkDescription } from '../models/description.ts';
import { inputShape } from '../models/shapes.ts';
import { variables, type Variable } from '../models/variables.ts';
import type { Batch, BatchResult, NamedTensor, Network, NetworkState } from '../ports.ts';
import { adamStep } from './adam.ts';
import { checkBatch, countPictures } from './feeds.ts';
import { Kernels } from './kernels.ts';
import { lossOf, type Loss, type Score } from './losses/loss.ts';
import type { Operation } from './operation.ts';
import { Parameters, readTensor } from './parameters.ts';
import { backward, forward, infer } from './passes.ts';
import { plan } from './plan.ts';
import { freshValues, stateValues } from './state.ts';

/** Of the mean loss, by variable's name. */
type Gradients = ReadonlyMap<string, Tensor>;

/**
 * A network on a tfjs backend, which is named and must be ready for use. Runs each operation as it comes, forward and
 * backward, without tfjs's gradient tape. The weights are as `variables(description)` lists them.
 * Throws PawlabError `layer-unsupported` or `state-mismatch`.
 */
export function createEagerNetwork(
  backend: string,
  description: NetworkDescription,
  weights: readonly NamedTensor[],
): EagerNetwork {
  return new EagerNetwork(new Kernels(backend), description, weights);
}

export class EagerNetwork implements Network {
  readonly description: NetworkDescription;
  readonly #kernels: Kernels;
  readonly #loss: Loss;
  readonly #operations: readonly Operation[];
  readonly #variables: readonly Variable[];
  readonly #parameters: Parameters;
  #step = 0;

  constructor(kernels: Kernels, description: NetworkDescription, weights: readonly NamedTensor[]) {
    this.description = description;
    this.#kernels = kernels;
    this.#loss = lossOf(description);
    this.#operations = plan(kernels, description);
    this.#variables = variables(description);
    this.#parameters = new Parameters(kernels, this.#variables, freshValues(this.#variables, weights));
  }

  async trainStep(batch: Batch, learningRate: number): Promise<BatchResult> {
    const { score } = await this.#differentiate(batch, (gradients) => {
      const step = adamStep(this.#kernels, this.description.optimizer, learningRate, this.#step + 1);
      this.#parameters.update((old, name) => step(old, gradient(gradients, name)));
    });
    this.#step += 1;
    return { samples: batch.labels.length, lossSum: score.lossSum, correct: score.correct };
  }

  /** The mean loss's gradient by each variable; nothing is changed. For tests. */
  async gradients(batch: Batch): Promise<readonly NamedTensor[]> {
    const { used } = await this.#differentiate(batch, (gradients) =>
      this.#variables.map(({ name }) => keep(gradient(gradients, name))),
    );
    const read = this.#variables.map(async ({ name, shape }, at) => {
      const values = used[at];
      if (values === undefined) throw new Error(`No gradient of ${name}.`);
      const named = await readTensor(name, shape, values);
      values.dispose();
      return named;
    });
    return Promise.all(read);
  }

  async evaluate(batch: Batch): Promise<BatchResult> {
    const samples = checkBatch(this.description, batch);
    const { lossSum, correct } = this.#loss.score(await this.#infer(batch.pictures, samples), batch.labels);
    return { samples, lossSum, correct };
  }

  async predict(pictures: Uint8Array): Promise<Float32Array> {
    const samples = countPictures(this.description, pictures);
    const logits = await this.#infer(pictures, samples);
    return this.#loss.activate(logits, logits.length / samples);
  }

  async readState(): Promise<NetworkState> {
    return { ...(await this.#parameters.read()), step: this.#step };
  }

  async writeState(state: NetworkState): Promise<void> {
    this.#parameters.write(stateValues(this.#variables, state));
    this.#step = state.step;
    return Promise.resolve();
  }

  dispose(): void {
    this.#parameters.dispose();
  }

  /** Forward, then the loss, then backward; `use` gets the gradients in a scope of their own. */
  async #differentiate<T extends TensorContainer>(
    batch: Batch,
    use: (gradients: Gradients) => T,
  ): Promise<{ readonly score: Score; readonly used: T }> {
    const samples = checkBatch(this.description, batch);
    const values = this.#kernels.scoped(() =>
      forward(this.#operations, this.#input(batch.pictures, samples), this.#weightOf),
    );
    try {
      const score = this.#loss.score(await logitsOf(values.at(-1)), batch.labels);
      checkFinite(score.lossSum, this.#step);
      const used = this.#kernels.scoped(() => {
        const logitsGradient = tensor(score.gradient, values.at(-1)?.shape);
        return use(backward(this.#operations, values, this.#weightOf, logitsGradient));
      });
      return { score, used };
    } finally {
      for (const value of values) value.dispose();
    }
  }

  async #infer(pictures: Uint8Array, samples: number): Promise<Float32Array> {
    const logits = this.#kernels.scoped(() => infer(this.#operations, this.#input(pictures, samples), this.#weightOf));
    try {
      return await logitsOf(logits);
    } finally {
      logits.dispose();
    }
  }

  #input(pictures: Uint8Array, samples: number): Tensor {
    return tensor(new Float32Array(pictures), [samples, ...inputShape(this.description)]);
  }

  readonly #weightOf = (variable: string): Tensor => this.#parameters.get(variable).weight;
}

async function logitsOf(logits: Tensor | undefined): Promise<Float32Array> {
  if (logits === undefined) throw new Error('The network has no operations.');
  return logits.data<'float32'>();
}

function gradient(gradients: Gradients, name: string): Tensor {
  const found = gradients.get(name);
  if (found === undefined) throw new Error(`No operation computes with ${name}.`);
  return found;
}

/** Before the update: weights that have become NaN can't be saved any more. */
function checkFinite(loss: number, stepsDone: number): void {
  if (Number.isFinite(loss)) return;
  throw new PawlabError(
    'loss-not-finite',
    `The loss is no longer a number in step ${stepsDone + 1}; the weights of step ${stepsDone} were kept.`,
    'Lower the learning rate and train again.',
  );
}
