import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printInWords } from '../../../src/cli/output/words.ts';
import type { Report } from '../../../src/contract/events.ts';
import { defaultSettings } from '../../../src/contract/settings.ts';

/** What a report prints, and where. */
function printed(report: Report): readonly [string, string] {
  let said: readonly [string, string] = ['', ''];
  const on = (channel: string) => (text: string) => void (said = [channel, text]);
  printInWords(report, { line: on('line'), progress: on('progress'), note: on('note') });
  return said;
}

const started = {
  type: 'started',
  run: '/run',
  device: 'TensorFlow 2.20.0 on the CPU (2 cores)',
  executor: 'graph',
  parameters: 813_217,
  settings: defaultSettings,
  steps: 250,
} as const;

test('the start says device, why it, how, and how much there is to do', () => {
  assert.deepEqual(printed({ ...started, reason: 'the fastest here' }), [
    'line',
    'Training on TensorFlow 2.20.0 on the CPU (2 cores), as one graph (the fastest here): 813,217 parameters, 250 steps per epoch.',
  ]);
  assert.deepEqual(printed({ ...started, executor: 'eager', reason: null }), [
    'line',
    'Training on TensorFlow 2.20.0 on the CPU (2 cores), operation by operation: 813,217 parameters, 250 steps per epoch.',
  ]);
});

test('preparing the network is progress, not a result', () => {
  assert.deepEqual(printed({ type: 'preparing_network', device: 'WebAssembly', executor: 'eager' }), [
    'progress',
    'Preparing the network on WebAssembly',
  ]);
});
