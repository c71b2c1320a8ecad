import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measured, measuringBegun } from '../../../../../src/renderer/src/features/train/setup/measuring.ts';

describe('measuring the devices', () => {
  it('tells of each device as it comes', () => {
    const during = measured(measuringBegun, { type: 'preparing_network', device: 'WebGPU', executor: 'eager' });
    assert.equal(during.words, 'Measuring WebGPU');
    const after = measured(during, { type: 'step_time', device: 'WebGPU', executor: 'eager', milliseconds: 4.21 });
    assert.equal(after.words.replaceAll('\u00a0', ' '), 'WebGPU: 4.2 ms per step');
    assert.equal(after.failure, null);
  });

  it('keeps why it failed', () => {
    const failed = measured(measuringBegun, { type: 'failed', code: null, message: 'It ended.', remedy: 'Try again.' });
    assert.equal(failed.failure, 'It ended. Try again.');
  });
});
