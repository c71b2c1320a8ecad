import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formulaBatch, formulaWeights } from '../../support/formula.ts';
import { graphLoaderFor, graphNetworkFor } from '../../support/graphs.ts';
import { createGraphNetwork } from '../../../src/engine/graph/network.ts';
import { smallNetwork } from '../../support/small-network.ts';

/** Of the process without JavaScript's heap, which grows in steps of 16 MB; the runner gives each test file a process. */
function residentBytes(): number {
  const { rss, heapTotal } = process.memoryUsage();
  return rss - heapTotal;
}

const flat = 1.05;

test('memory stays flat over 5,000 steps, and no tensors remain', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const network = graphNetworkFor(t, loader, smallNetwork);
  const batch = formulaBatch(smallNetwork, 0, 8);
  let warm = 0;
  for (let step = 1; step <= 5000; step++) {
    await network.trainStep(batch, 1e-5);
    if (step === 500) warm = residentBytes();
  }
  assert.ok(residentBytes() < warm * flat, `${warm} bytes after 500 steps, ${residentBytes()} after 5,000`);
  assert.equal(loader.tensorCount(), 0);
});

test('memory stays flat over 40 networks, and no tensors remain', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const batch = formulaBatch(smallNetwork, 0, 8);
  let warm = 0;
  for (let opened = 1; opened <= 45; opened++) {
    const network = createGraphNetwork(loader.load, smallNetwork, formulaWeights(smallNetwork), 0);
    await network.trainStep(batch, 1e-5);
    await network.evaluate(batch);
    network.dispose();
    if (opened === 5) warm = residentBytes();
  }
  assert.ok(residentBytes() < warm * flat, `${warm} bytes after 5 networks, ${residentBytes()} after 45`);
  assert.equal(loader.tensorCount(), 0);
});
