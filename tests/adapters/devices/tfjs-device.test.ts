import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tfjsDevice } from '../../../src/adapters/devices/tfjs-device.ts';
import { openWebAssembly } from '../../../src/adapters/devices/wasm.ts';
import { PawlabError } from '../../../src/contract/errors.ts';
import { createEagerNetwork } from '../../../src/engine/eager/network.ts';
import { initialWeights } from '../../../src/engine/models/initializers.ts';
import { describePreset } from '../../../src/engine/models/presets.ts';
import type { CreateGraphNetwork, Device } from '../../../src/engine/ports.ts';

const description = describePreset('tutorial', { classes: 2, size: 16 });
const weights = initialWeights(description, 1);

/** A device that could load graphs, of an engine whose graph executor refuses the network in this way. */
async function deviceRefusing(error: Error): Promise<Device> {
  const backend = await openWebAssembly();
  const refusing: CreateGraphNetwork = () => {
    throw error;
  };
  const noGraph = (): never => {
    throw new Error('Nothing should be loaded.');
  };
  const graphs = { load: noGraph, tensorCount: () => 0 };
  return tfjsDevice('wasm', { ...backend, graphs }, { eager: createEagerNetwork, graph: refusing });
}

const unknownLayer = new PawlabError('layer-unsupported', "The graph doesn't know the layer swish_1.", 'Use eager.');

test('a layer that the graph does not know is told, and the network runs eagerly', async () => {
  const device = await deviceRefusing(unknownLayer);
  assert.deepEqual(device.executors, ['graph', 'eager']);
  const told: string[] = [];
  const onFallback = (reason: string): number => told.push(reason);
  const network = await device.createNetwork(description, weights, { seed: 0, executor: 'auto', onFallback });
  assert.equal(network.executor, 'eager');
  assert.deepEqual(told, ["The graph doesn't know the layer swish_1."]);
  network.dispose();
});

test('whoever asks for the graph gets it or the reason why not', async () => {
  const refusing = await deviceRefusing(unknownLayer);
  const graph = { seed: 0, executor: 'graph' } as const;
  await assert.rejects(refusing.createNetwork(description, weights, graph), { code: 'layer-unsupported' });
  const eagerOnly = tfjsDevice('wasm', await openWebAssembly(), {
    eager: createEagerNetwork,
    graph: () => assert.fail(),
  });
  assert.deepEqual(eagerOnly.executors, ['eager']);
  await assert.rejects(eagerOnly.createNetwork(description, weights, graph), { code: 'executor-unavailable' });
});

test('a bug in the graph executor is not hidden by falling back', async () => {
  const device = await deviceRefusing(new TypeError('x is undefined'));
  await assert.rejects(device.createNetwork(description, weights, { seed: 0, executor: 'auto' }), TypeError);
});
