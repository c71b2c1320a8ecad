import { defaultSettings, type Settings } from '../../src/contract/settings.ts';
import { noBest } from '../../src/engine/training/best.ts';
import type { RunRecord } from '../../src/studio/records.ts';

/** The record of a run of two classes that has just begun. */
export const runRecord = (settings: Partial<Settings> = {}): RunRecord => ({
  version: 1,
  id: '2026-01-02-030405-tutorial',
  created: '2026-01-02T03:04:05.000Z',
  state: 'running',
  training: '/pictures/training',
  test: { kind: 'none' },
  settings: { ...defaultSettings, ...settings },
  dataset: { fingerprint: 'f', training: 28, test: 10 },
  classes: ['cats', 'dogs'],
  labels: { cats: 'cats', dogs: 'dogs' },
  device: { id: 'wasm', name: 'WebAssembly', versions: {}, executor: 'eager', reason: 'it is everywhere' },
  parameters: 100,
  epochs: 0,
  best: noBest(),
  testAccuracy: null,
  seconds: 0,
  process: null,
  leftOut: [],
});
