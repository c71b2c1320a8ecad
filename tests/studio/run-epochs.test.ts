import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Report } from '../../src/contract/events.ts';
import type { Settings } from '../../src/contract/settings.ts';
import { describeNetwork } from '../../src/engine/models/describe.ts';
import { initialWeights } from '../../src/engine/models/initializers.ts';
import { answeringWeights } from '../../src/engine/networks/state.ts';
import type { Folder, Network } from '../../src/engine/ports.ts';
import { StopSource } from '../../src/engine/stop.ts';
import { startPosition } from '../../src/engine/training/position.ts';
import type { RunData } from '../../src/studio/data.ts';
import { readRun } from '../../src/studio/records.ts';
import { runEpochs } from '../../src/studio/run-epochs.ts';
import { loadLast, loadWeights } from '../../src/studio/runs.ts';
import { anyDevice, networkFor } from '../support/devices.ts';
import { drawnSamples } from '../support/drawn-samples.ts';
import { memoryFolder } from '../support/memory-folders.ts';
import { runRecord } from '../support/run-record.ts';

const small: Partial<Settings> = { pictureSize: 16, epochs: 2, batchSize: 8 };

interface Ended {
  readonly reports: readonly Report[];
  readonly network: Network;
  readonly folder: Folder;
}

/** A whole run over drawn pictures. */
async function run(t: TestContext, given: Partial<Settings> = {}): Promise<Ended> {
  const record = runRecord({ ...small, ...given });
  const description = describeNetwork(record.settings, { classes: 2, counts: [14, 14] });
  const network = networkFor(t, await anyDevice(), description, initialWeights(description, 1));
  const data: RunData = {
    classes: record.classes,
    training: drawnSamples(28, 16).samples,
    test: drawnSamples(10, 16, 2).samples,
    fingerprint: 'f',
    close: () => Promise.resolve(),
  };
  const reports: Report[] = [];
  const folder = memoryFolder('/run');
  const context = {
    report: (report: Report) => void reports.push(report),
    signal: new StopSource(),
    pausing: () => false,
  };
  const parts = { clock: () => performance.now(), breathe: () => Promise.resolve() };
  await runEpochs(parts, { folder, record }, network, data, startPosition(), context);
  return { reports, network, folder };
}

test('the network is prepared before the start is told', async (t) => {
  const { reports } = await run(t);
  assert.deepEqual(
    reports.slice(0, 3).map(({ type }) => type),
    ['preparing_network', 'started', 'step'],
  );
  const started = reports.find((report) => report.type === 'started');
  assert.deepEqual([started?.executor, started?.reason, started?.steps], ['eager', 'it is everywhere', 4]);
});

test('what the run computes does not depend on having been prepared: it is at its last step, and no further', async (t) => {
  const { network, folder } = await run(t);
  const saved = await loadLast(folder, 1);
  assert.equal(saved?.state.step, 8);
  assert.deepEqual(saved.state, await network.readState());
  assert.equal((await readRun(folder))?.state, 'finished');
});

test('the best checkpoint holds the weights that were measured: the averages', async (t) => {
  const { network, folder } = await run(t, { averageDecay: 0.9, epochs: 1 });
  const state = await network.readState();
  assert.ok(state.averages.length > 0);
  assert.deepEqual(await loadWeights(folder, 'best'), answeringWeights(state));
  assert.notDeepEqual(await loadWeights(folder, 'best'), state.weights);
});

test('a setting that does nothing is told once', async (t) => {
  const { reports } = await run(t, { epochs: 1, momentum: 0.5 });
  const notices = reports.filter((report) => report.type === 'notice').map(({ text }) => text);
  assert.deepEqual(notices, ['Momentum does nothing without optimizer sgd.']);
});
