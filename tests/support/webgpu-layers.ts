/**
 * A program of its own: the gradients of networks of keras_cases.py, whose names are its arguments, on WebGPU. Prints as
 * JSON, for each, how far the worst value of each variable's gradient is from Keras's, relative to the largest; `null` where
 * WebGPU finds no adapter.
 */
import process from 'node:process';
import { createDevices } from '../../src/adapters/devices/devices.ts';
import { PawlabError } from '../../src/contract/errors.ts';
import { createEagerNetwork } from '../../src/engine/eager/network.ts';
import { createGraphNetwork } from '../../src/engine/graph/network.ts';
import { formulaBatch, formulaWeights } from './formula.ts';
import { kerasCases, sampledValues, type KerasCase } from './keras.ts';

export interface Compared {
  readonly name: string;
  readonly differences: Readonly<Record<string, number>>;
}

async function compare({ name, description, samples, gradients }: KerasCase): Promise<Compared> {
  const network = createEagerNetwork('webgpu', description, formulaWeights(description), 0);
  const own = await network.gradients(formulaBatch(description, 0, samples));
  network.dispose();
  const differences = gradients.map(({ name, values }, at) => {
    const actual = sampledValues(own[at]?.values ?? new Float32Array(), at + 1);
    const worst = Math.max(...values.map((value, place) => Math.abs((actual[place] ?? Number.NaN) - value)));
    // A gradient that is nothing but rounding (of a bias before normalization) has no relative error.
    return [name, worst / Math.max(1e-3, ...values.map(Math.abs))] as const;
  });
  return { name, differences: Object.fromEntries(differences) };
}

async function compared(names: readonly string[]): Promise<readonly Compared[] | null> {
  try {
    await createDevices({ eager: createEagerNetwork, graph: createGraphNetwork }).open('webgpu');
  } catch (error) {
    if (error instanceof PawlabError) return null;
    throw error;
  }
  const found: Compared[] = [];
  for (const of of kerasCases((name) => names.includes(name))) found.push(await compare(of));
  return found;
}

process.stdout.write(`${JSON.stringify(await compared(process.argv.slice(2)))}\n`);
