import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeviceOption, RunPreview } from '../../../../src/contract/run-view.ts';
import {
  choiceLine,
  deviceLine,
  deviceProblem,
  deviceRows,
} from '../../../../src/renderer/src/features/train/device-words.ts';

const option = (change: Partial<DeviceOption>): DeviceOption => ({
  id: 'tensorflow',
  name: 'TensorFlow 2.20 on CPU (2 cores)',
  usable: true,
  reason: '',
  milliseconds: 18.2,
  ...change,
});

const preview: RunPreview = {
  layers: [],
  parameters: 1,
  trainingPictures: null,
  testPictures: null,
  steps: null,
  devices: [
    option({}),
    option({ id: 'webgpu', name: 'WebGPU', usable: false, reason: 'There is no GPU.', milliseconds: null }),
    option({ id: 'wasm', name: 'WebAssembly', usable: null, milliseconds: null }),
  ],
  chosen: 'tensorflow',
  secondsPerEpoch: null,
};

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('devices in words', () => {
  it('say how long a step takes, where it is measured', () => {
    assert.equal(plain(deviceLine('CPU', 'graph', 18.2)), 'CPU · 18 ms per step');
    assert.equal(plain(deviceLine('CPU', 'eager', 4.21)), 'CPU · operation by operation · 4.2 ms per step');
    assert.equal(deviceLine('CPU', null, null), 'CPU');
  });

  it('name what would be taken', () => {
    assert.equal(plain(choiceLine(preview, 'auto')), 'TensorFlow 2.20 on CPU (2 cores) · 18 ms per step');
    assert.equal(choiceLine(preview, 'wasm'), 'WebAssembly');
    assert.match(choiceLine({ ...preview, chosen: null }, 'auto'), /measured at the start/);
  });

  it('list the ladder, with the reason where one cannot be used', () => {
    const rows = deviceRows(preview, 'auto');
    assert.deepEqual(
      rows.map(({ value, checked, disabled, reason }) => [value, checked, disabled, plain(reason)]),
      [
        ['auto', true, false, 'Now TensorFlow 2.20 on CPU (2 cores)'],
        ['tensorflow', false, false, '18 ms per step'],
        ['webgpu', false, true, 'There is no GPU.'],
        ['wasm', false, false, 'Not measured yet'],
      ],
    );
  });

  it('refuse a start on a device that cannot be used', () => {
    assert.equal(deviceProblem(preview, 'webgpu'), "WebGPU can't be used. There is no GPU.");
    assert.equal(deviceProblem(preview, 'auto'), null);
    assert.equal(deviceProblem(preview, 'wasm'), null);
    assert.equal(deviceProblem(null, 'webgpu'), null);
  });
});
