import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, type Settings } from '../../src/contract/settings.ts';
import { describeNetwork } from '../../src/engine/models/describe.ts';
import { initialWeights } from '../../src/engine/models/initializers.ts';
import { answeringWeights, freshState, ownState } from '../../src/engine/networks/state.ts';
import type { NamedTensor, NetworkState } from '../../src/engine/ports.ts';
import { encodeTensorFile } from '../../src/engine/training/checkpoint.ts';
import { startPosition } from '../../src/engine/training/position.ts';
import { loadLast, loadWeights, saveBest, saveLast } from '../../src/studio/runs.ts';
import { memoryFolder } from '../support/memory-folders.ts';

const settings: Settings = { ...defaultSettings, pictureSize: 16 };

const described = (given: Partial<Settings>): ReturnType<typeof describeNetwork> =>
  describeNetwork({ ...settings, ...given }, { classes: 2, counts: null });

/** Moments and averages that differ from all else, as after some steps. */
function state(given: Partial<Settings>): NetworkState {
  const description = described(given);
  const fresh = freshState(description, initialWeights(description, 1), 5);
  const moved = (by: number) => (tensor: NamedTensor) => ({ ...tensor, values: tensor.values.map((x) => x + by) });
  return { ...fresh, moments: fresh.moments.map(moved(1)), averages: fresh.averages.map(moved(2)), step: 9 };
}

for (const given of [
  { optimizer: 'adam' },
  { optimizer: 'adamW', averageDecay: 0.9 },
  { optimizer: 'sgd', averageDecay: 0.9 },
] as const) {
  test(`the last checkpoint holds all of the state: ${JSON.stringify(given)}`, async () => {
    const folder = memoryFolder('/run');
    const position = { ...startPosition(), plateau: { factor: 0.1, best: 0.4, waited: 1 } };
    await saveLast(folder, state(given), position);
    const loaded = await loadLast(folder, 77);
    assert.ok(loaded !== null);
    assert.deepEqual(ownState(described(given), loaded.state), state(given));
    assert.deepEqual(loaded.position, position);
  });
}

test('what answers from the last checkpoint are the averages, where they are kept', async () => {
  const folder = memoryFolder('/run');
  const averaged = state({ averageDecay: 0.9 });
  await saveLast(folder, averaged, startPosition());
  const weights = await loadWeights(folder, 'last');
  assert.deepEqual(weights, answeringWeights(averaged));
  assert.notDeepEqual(weights, averaged.weights);
});

test('a best checkpoint answers with the weights that it was given', async () => {
  const folder = memoryFolder('/run');
  const { weights } = state({});
  await saveBest(folder, 'best', weights, 3);
  assert.deepEqual(await loadWeights(folder, 'best'), weights);
  await assert.rejects(loadWeights(folder, 'best-loss'), { code: 'run-damaged' });
});

test("a checkpoint older than dropout's seed has the run's", async () => {
  const folder = memoryFolder('/run');
  const { weights, moments } = state({});
  const metadata = { position: JSON.stringify(startPosition()), step: '9' };
  await folder
    .folder('checkpoints')
    .replaceBytes('last.safetensors', encodeTensorFile({ tensors: [...weights, ...moments], metadata }));
  const loaded = await loadLast(folder, 77);
  assert.deepEqual(loaded?.state, { weights, moments, averages: [], step: 9, seed: 77 });
});

test('a run that saved nothing has no last checkpoint, and one that says nothing is damaged', async () => {
  const folder = memoryFolder('/run');
  assert.equal(await loadLast(folder, 1), null);
  await folder
    .folder('checkpoints')
    .replaceBytes('last.safetensors', encodeTensorFile({ tensors: [], metadata: { step: '1' } }));
  await assert.rejects(loadLast(folder, 1), { code: 'run-damaged' });
});
