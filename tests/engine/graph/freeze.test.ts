import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeze } from '../../../src/engine/graph/freeze.ts';
import { describePreset } from '../../../src/engine/models/presets.ts';
import { answeringWeights } from '../../../src/engine/networks/state.ts';
import { formulaBatch } from '../../support/formula.ts';
import { graphLoaderFor, graphNetworkFor } from '../../support/graphs.ts';
import { smallNetwork } from '../../support/small-network.ts';

test('the frozen graph answers as the network does', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  for (const description of [smallNetwork, describePreset('tutorial', { classes: 2, size: 20 })]) {
    const network = graphNetworkFor(t, loader, description);
    for (let step = 0; step < 3; step++) await network.trainStep(formulaBatch(description, step, 8), 0.01);
    const frozen = loader.load(freeze(description, answeringWeights(await network.readState())));
    t.after(() => frozen.close());
    const { pictures } = formulaBatch(description, 9, 5);
    const { height, width } = description.input;
    const feed = { dtype: 'uint8', shape: [5, height, width, 3], values: pictures } as const;
    const [predictions] = frozen.run({ pictures: feed }, ['predictions']);
    const expected = await network.predict(pictures);
    assert.equal(predictions?.length, expected.length);
    for (const [at, value] of expected.entries()) assert.ok(Math.abs((predictions[at] ?? 0) - value) < 1e-6);
  }
});

test('a weight that is missing is named', () => {
  assert.throws(() => freeze(smallNetwork, []), /lack conv\/kernel/);
});
