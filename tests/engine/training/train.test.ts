import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { EpochEvent, StepEvent } from '../../../src/contract/events.ts';
import { defaultSettings, type Settings } from '../../../src/contract/settings.ts';
import { initialWeights } from '../../../src/engine/models/initializers.ts';
import { describeNetwork } from '../../../src/engine/models/describe.ts';
import type { Network } from '../../../src/engine/ports.ts';
import { StopSource } from '../../../src/engine/stop.ts';
import { learningRateAt } from '../../../src/engine/training/schedules/schedule.ts';
import { startPosition, type Position } from '../../../src/engine/training/position.ts';
import { train, type Training } from '../../../src/engine/training/train.ts';
import { anyDevice, networkFor } from '../../support/devices.ts';
import { drawnSamples, type DrawnSamples } from '../../support/drawn-samples.ts';

const side = 16;
const settings: Settings = { ...defaultSettings, epochs: 3, batchSize: 8, pictureSize: side };

type Report = StepEvent | EpochEvent;

interface Setup {
  readonly run: Training;
  readonly network: Network;
  readonly training: DrawnSamples;
  readonly stop: StopSource;
}

/** As users get it: on the faster executor. A run over 28 training and 10 test samples: four steps an epoch, the last of them short. */
async function setup(t: TestContext, position: Position = startPosition(), given = settings): Promise<Setup> {
  const description = describeNetwork(given, { classes: 2, counts: [14, 14] });
  const device = await anyDevice();
  const [executor = 'eager'] = device.executors;
  const network = networkFor(t, device, description, initialWeights(description, settings.seed), { executor });
  const training = drawnSamples(28, side);
  const stop = new StopSource();
  const run: Training = {
    network,
    training: training.samples,
    test: drawnSamples(10, side, 2).samples,
    settings: given,
    transformOf: (epoch) => (sample) => [1, 0, epoch, 0, 1, sample],
    position,
    signal: stop,
    breathe: () => Promise.resolve(),
    clock: () => performance.now(),
  };
  return { run, network, training, stop };
}

async function collect(run: Training, each: (report: Report) => void = () => undefined): Promise<Report[]> {
  const reports: Report[] = [];
  for await (const report of train(run)) {
    reports.push(report);
    each(report);
  }
  return reports;
}

/** What a run computed, without how long it took. */
const results = (reports: readonly Report[]): unknown[] =>
  reports.map(({ type, epoch, learningRate, loss, accuracy, ...rest }) => ({
    type,
    epoch,
    learningRate,
    loss,
    accuracy,
    step: 'step' in rest ? rest.step : null,
    testLoss: 'testLoss' in rest ? rest.testLoss : null,
    bestLoss: 'bestLoss' in rest ? rest.bestLoss : null,
  }));

test('each epoch sees every sample once, in batches with a short last one, then the test set as it is', async (t) => {
  const { run, training } = await setup(t);
  const reports = await collect(run);
  assert.deepEqual(
    reports.map(({ type }) => type),
    [1, 2, 3].flatMap(() => ['step', 'step', 'step', 'step', 'epoch']),
  );
  assert.deepEqual(
    training.asked.map(({ length }) => length),
    [8, 8, 8, 4, 8, 8, 8, 4, 8, 8, 8, 4],
  );
  const epochs = [0, 1, 2].map((epoch) => training.asked.slice(epoch * 4, epoch * 4 + 4).flat());
  for (const [index, requests] of epochs.entries()) {
    assert.deepEqual(
      requests.map(({ file }) => file).sort((a, b) => a - b),
      [...Array(28).keys()],
    );
    for (const { file, transform } of requests) assert.deepEqual(transform, [1, 0, index + 1, 0, 1, file]);
  }
  assert.notDeepEqual(epochs[0], epochs[1]);
});

test('it learns what can be learned, and says which epoch was the best', async (t) => {
  const { run } = await setup(t);
  const epochs = (await collect({ ...run, settings: { ...settings, epochs: 12 } })).filter(
    (report) => report.type === 'epoch',
  );
  const last = epochs.at(-1);
  assert.ok(last !== undefined && last.testAccuracy !== null);
  assert.ok(last.testAccuracy >= 0.9, `test accuracy ${last.testAccuracy}`);
  assert.ok(last.loss < (epochs[0]?.loss ?? 0) * 0.7, `loss ${last.loss}`);
  const losses = epochs.map(({ testLoss }) => testLoss ?? NaN);
  assert.equal(run.position.best.lossEpoch, losses.indexOf(Math.min(...losses)) + 1);
});

test('without a test set the training figures decide what is best', async (t) => {
  const { run } = await setup(t);
  const epochs = (await collect({ ...run, test: null })).filter((report) => report.type === 'epoch');
  for (const { testLoss, testAccuracy } of epochs) assert.deepEqual([testLoss, testAccuracy], [null, null]);
  assert.equal(run.position.best.loss, Math.min(...epochs.map(({ loss }) => loss)));
});

/** What a run computes that is stopped after `stopAfter` reports and resumed in another network. */
async function resumed(t: TestContext, given: Settings, stopAfter: number): Promise<unknown[]> {
  const first = await setup(t, startPosition(), given);
  let seen = 0;
  const before = await collect(first.run, () => {
    seen += 1;
    if (seen === stopAfter) first.stop.stop();
  });
  assert.equal(before.length, stopAfter);
  const position = JSON.parse(JSON.stringify(first.run.position)) as Position;
  const second = await setup(t, position, given);
  await second.network.writeState(await first.network.readState());
  return [...results(before), ...results(await collect(second.run))];
}

test('stopped after any step and resumed in another network, it computes what it would have', async (t) => {
  const whole = results(await collect((await setup(t)).run));
  for (const stopAfter of [1, 4, 5, 6, 9]) {
    assert.deepEqual(await resumed(t, settings, stopAfter), whole, `stopped after ${stopAfter} reports`);
  }
});

/** Loss and learning rate so that the rate falls: nothing is a gain over the first epoch. */
const restless = { schedule: 'plateau', plateauPatience: 1, plateauFactor: 0.5, learningRate: 1e-7 } as const;

for (const given of [
  { schedule: 'oneCycle', optimizer: 'sgd', nesterov: true, averageDecay: 0.9 },
  { schedule: 'cosine', warmUp: 0.4, optimizer: 'adamW', labelSmoothing: 0.1, clipNorm: 1 },
  restless,
] as const) {
  test(`the same with ${Object.values(given).join(', ')}`, async (t) => {
    const other: Settings = { ...settings, ...given };
    const whole = results(await collect((await setup(t, startPosition(), other)).run));
    for (const stopAfter of [1, 5, 9, 11]) {
      assert.deepEqual(await resumed(t, other, stopAfter), whole, `stopped after ${stopAfter} reports`);
    }
  });
}

const rates = (reports: readonly Report[], type: Report['type']): number[] =>
  reports.filter((report) => report.type === type).map(({ learningRate }) => learningRate);

test('each step is made and reported with the learning rate of its schedule', async (t) => {
  const given: Settings = { ...settings, schedule: 'cosine', warmUp: 0.25 };
  const { run } = await setup(t, startPosition(), given);
  const reports = await collect(run);
  const expected = Array.from({ length: 12 }, (_, step) => learningRateAt(given, { step, steps: 12, plateau: 1 }));
  assert.deepEqual(rates(reports, 'step'), expected);
  assert.deepEqual(rates(reports, 'epoch'), [expected[3], expected[7], expected[11]]);
});

test('a learning rate of next to nothing leaves the weights, so it is the one that is used', async (t) => {
  const weights = async (given: Settings): Promise<number> => {
    const { run, network } = await setup(t, startPosition(), { ...given, epochs: 1, optimizer: 'sgd', momentum: 0 });
    const before = await network.readState();
    await collect(run);
    const after = await network.readState();
    return Math.max(...after.weights.flatMap(({ values }, at) => largestChange(values, before.weights[at]?.values)));
  };
  assert.ok((await weights({ ...settings, learningRate: 1e-7 })) < 1e-6);
  assert.ok((await weights({ ...settings, learningRate: 0.1 })) > 1e-3);
});

function largestChange(values: Float32Array, from: Float32Array | undefined): number {
  return values.reduce((largest, value, at) => Math.max(largest, Math.abs(value - (from?.[at] ?? NaN))), 0);
}

test('on a plateau the rate falls from the next epoch on, by the training loss where there is no test set', async (t) => {
  const { run } = await setup(t, startPosition(), { ...settings, ...restless });
  assert.deepEqual(rates(await collect({ ...run, test: null }), 'epoch'), [1e-7, 1e-7, 0.5e-7]);
});

test('a run that has come to its end has nothing left to do', async (t) => {
  const { run } = await setup(t, { ...startPosition(), epoch: 4 });
  assert.deepEqual(await collect(run), []);
});

test('a batch that cannot be loaded ends the run with its error', async (t) => {
  const { run } = await setup(t);
  const pictures = { ...run.training.pictures, load: () => Promise.reject(new Error('the disk is gone')) };
  await assert.rejects(collect({ ...run, training: { ...run.training, pictures } }), /the disk is gone/);
});
