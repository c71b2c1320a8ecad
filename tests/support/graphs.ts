import type { TestContext } from 'node:test';
import type { GraphLoader } from '../../src/adapters/devices/graph-session.ts';
import { openTensorFlow } from '../../src/adapters/devices/tensorflow.ts';
import { float32, GraphBuilder } from '../../src/engine/graph/builder.ts';
import { createGraphNetwork, type GraphNetwork } from '../../src/engine/graph/network.ts';
import type { NetworkDescription } from '../../src/engine/models/description.ts';
import type { NamedTensor } from '../../src/engine/ports.ts';
import { formulaWeights } from './formula.ts';

let opened: Promise<GraphLoader> | null = null;

/** What loads graphs; null where native TensorFlow isn't on this machine, which then is the test's reason to be skipped. */
export async function graphLoaderFor(t: TestContext): Promise<GraphLoader | null> {
  if (process.env['PAWLAB_TENSORFLOW']) return (opened ??= open());
  t.skip('native TensorFlow is not set up (PAWLAB_TENSORFLOW)');
  return null;
}

async function open(): Promise<GraphLoader> {
  const { graphs } = await openTensorFlow();
  if (graphs === null) throw new Error('This TensorFlow runs no graphs.');
  return graphs;
}

export interface TestGraphOptions {
  readonly weights?: readonly NamedTensor[];
  readonly seed?: number;
}

/** A network, with the formula's weights unless said otherwise, that is disposed when the test ends. */
export function graphNetworkFor(
  t: TestContext,
  { load }: GraphLoader,
  description: NetworkDescription,
  { weights = formulaWeights(description), seed = 0 }: TestGraphOptions = {},
): GraphNetwork {
  const network = createGraphNetwork(load, description, weights, seed);
  t.after(() => network.dispose());
  return network;
}

/** A graph that gives `sum`, of the lists `a` and `b` of 32-bit floats. */
export function addition(): Uint8Array {
  const graph = new GraphBuilder();
  const [a, b] = [graph.placeholder('a', 'float32', [-1]), graph.placeholder('b', 'float32', [-1])];
  return graph.finish([graph.node('AddV2', [a, b], { T: float32 }, { name: 'sum' })]);
}
