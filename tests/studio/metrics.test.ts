import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EpochEvent } from '../../src/contract/events.ts';
import { appendMetrics, keepMetricsBefore } from '../../src/studio/metrics.ts';
import { memoryFolder } from '../support/memory-folders.ts';

const epoch = (number: number): EpochEvent => ({
  type: 'epoch',
  epoch: number,
  epochs: 9,
  loss: 0.5,
  accuracy: 0.7,
  testLoss: null,
  testAccuracy: null,
  learningRate: 0.001,
  seconds: 1,
  picturesPerSecond: 100,
  secondsLeft: 8,
  bestAccuracy: false,
  bestLoss: true,
});

test('a run that goes on from an epoch keeps the lines before it, and no half line', async () => {
  const run = memoryFolder('/run');
  for (const number of [1, 2, 3]) await appendMetrics(run, epoch(number));
  await run.appendLine('metrics.jsonl', '{"type":"epoch","epo');
  assert.deepEqual(await keepMetricsBefore(run, 3), [epoch(1), epoch(2)]);
  await appendMetrics(run, epoch(3));
  const lines = (await run.readText('metrics.jsonl'))?.trim().split('\n') ?? [];
  assert.deepEqual(
    lines.map((line) => JSON.parse(line) as unknown),
    [epoch(1), epoch(2), epoch(3)],
  );
});

test('a run without metrics has none', async () => {
  assert.deepEqual(await keepMetricsBefore(memoryFolder('/run'), 1), []);
});
