import { PawlabError } from '../../contract/errors.ts';
import { elements, inputShape } from '../models/shapes.ts';
import type { Batch, Network } from '../ports.ts';
import { random } from '../random.ts';

/**
 * Trains and evaluates once on noise, so that what a device does at the first use (compiling, choosing algorithms,
 * allocating) is done before the first step, and gives the network its state back, bit for bit. `batchSize`: the
 * training's. Rejects as `trainStep` does, but for a loss that isn't finite, which the first real step tells.
 */
export async function prepareNetwork(network: Network, batchSize: number): Promise<void> {
  const state = await network.readState();
  try {
    const batch = noise(network, batchSize);
    await network.trainStep(batch, 0);
    await network.evaluate(batch);
  } catch (error) {
    if (!(error instanceof PawlabError && error.code === 'loss-not-finite')) throw error;
  } finally {
    await network.writeState(state);
  }
}

/** All classes, as far as there are samples for them. */
function noise({ description }: Network, samples: number): Batch {
  const source = random(0, 'noise');
  const pictures = new Uint8Array(samples * elements(inputShape(description))).map(() => source.below(256));
  return { pictures, labels: new Uint16Array(samples).map((_, at) => at % description.classes) };
}
