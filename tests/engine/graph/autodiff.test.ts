import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePreset } from '../../../src/engine/models/presets.ts';
import { autodiffBatch, autodiffFixture } from '../../support/autodiff.ts';
import { graphLoaderFor, graphNetworkFor } from '../../support/graphs.ts';

test("fifty steps lose what TensorFlow's own differentiation and Adam lose", async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const fixture = autodiffFixture();
  const description = describePreset('tutorial', { classes: 2, size: fixture.size });
  const network = graphNetworkFor(t, loader, description);
  const batches = Array.from({ length: fixture.batches }, (_, at) => autodiffBatch(description, at, fixture.samples));
  for (const [done, expected] of fixture.losses.entries()) {
    const batch = batches[(done + 1) % batches.length];
    assert.ok(batch);
    const { lossSum, samples } = await network.trainStep(batch, fixture.learningRate);
    const loss = lossSum / samples;
    assert.ok(Math.abs(loss - expected) < 1e-5, `step ${done + 1}: ${loss}, not ${expected}`);
  }
  const { weights } = await network.readState();
  for (const [at, { name, values }] of weights.entries()) {
    const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    assert.ok(Math.abs(norm / (fixture.norms[at] ?? Number.NaN) - 1) < 1e-5, `${name}: ${norm}`);
  }
});
