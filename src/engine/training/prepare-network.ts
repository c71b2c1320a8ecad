import { PawlabError } from '../../contract/errors.ts';
import type { Network } from '../ports.ts';
import { noise } from './noise.ts';

/**
 * Trains and evaluates once on noise, so that what a device does at the first use (compiling, choosing algorithms,
 * allocating) is done before the first step, and gives the network its state back, bit for bit. `batchSize`: the
 * training's. Rejects as `trainStep` does, but for a loss that isn't finite, which the first real step tells.
 */
export async function prepareNetwork(network: Network, batchSize: number): Promise<void> {
  const state = await network.readState();
  const batch = noise(network.description, batchSize);
  try {
    await network.trainStep(batch, 0);
    await network.evaluate(batch);
  } catch (error) {
    // After anything else the network is of no use, and giving it its state back would hide why.
    if (!(error instanceof PawlabError && error.code === 'loss-not-finite')) throw error;
  }
  await network.writeState(state);
}
