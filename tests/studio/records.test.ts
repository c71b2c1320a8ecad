import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '../../src/contract/settings.ts';
import { noPlateau } from '../../src/engine/training/schedules/plateau.ts';
import { parsePosition, readRun, writeRun } from '../../src/studio/records.ts';
import { memoryFolder } from '../support/memory-folders.ts';
import { runRecord } from '../support/run-record.ts';

/** What the first version knew. */
const firstSettings = {
  preset: 'tutorial',
  epochs: 7,
  batchSize: 16,
  pictureSize: 32,
  learningRate: 0.01,
  seed: 3,
  shear: 0,
  zoom: 0,
  flip: false,
  resampling: 'nearest',
};

test('a run record older than the settings of optimization is read with their defaults', async () => {
  const folder = memoryFolder('/run');
  const { id, name, versions } = runRecord().device;
  const old = { ...runRecord(), settings: firstSettings, device: { id, name, versions } };
  await folder.replaceText('run.json', JSON.stringify(old));
  const record = await readRun(folder);
  assert.ok(record !== null);
  assert.deepEqual(record.settings, { ...defaultSettings, ...firstSettings });
  assert.deepEqual(record.device, { id, name, versions, executor: null, reason: null });
});

test('a run record is read as it was written', async () => {
  const folder = memoryFolder('/run');
  await writeRun(folder, runRecord({ optimizer: 'sgd', nesterov: true }));
  assert.deepEqual(await readRun(folder), runRecord({ optimizer: 'sgd', nesterov: true }));
});

test('a run record with a setting out of range is damaged', async () => {
  for (const wrong of [{ optimizer: 'adagrad' }, { epochs: 0 }, { nesterov: 1 }]) {
    const folder = memoryFolder('/run');
    const settings = { ...defaultSettings, ...wrong };
    await folder.replaceText('run.json', JSON.stringify({ ...runRecord(), settings }));
    await assert.rejects(readRun(folder), { code: 'run-damaged', message: /settings out of range/ });
  }
});

test('a position older than the schedules has seen no plateau', () => {
  const old = {
    epoch: 3,
    step: 2,
    tally: { samples: 64, lossSum: 40, correct: 33 },
    best: { accuracy: 0.5, accuracyEpoch: 1, loss: 0.7, lossEpoch: 2 },
    seconds: 12,
  };
  assert.deepEqual(parsePosition(JSON.stringify(old)), { ...old, plateau: noPlateau() });
  const plateau = { factor: 0.1, best: 0.6, waited: 2 };
  assert.deepEqual(parsePosition(JSON.stringify({ ...old, plateau })).plateau, plateau);
});
