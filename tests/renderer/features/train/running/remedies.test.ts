import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeviceOption } from '../../../../../src/contract/run-view.ts';
import { defaultSettings } from '../../../../../src/contract/settings.ts';
import { remediesOf } from '../../../../../src/renderer/src/features/train/running/remedies.ts';
import { inFirstEpoch, training } from '../trainings.ts';

const gpu = 'WebGPU on NVIDIA RTX 3060';
const labels = (code: Parameters<typeof remediesOf>[0], shown = training()): readonly string[] =>
  remediesOf(code, shown).map(({ label }) => label);

describe('remedies of a failure', () => {
  it('go back, or start again with a smaller learning rate, where the loss is no number', () => {
    assert.deepEqual(labels('loss-not-finite'), ['Go back to epoch 6', 'Start again with 0.0003']);
    const [, restart] = remediesOf('loss-not-finite', training());
    assert.deepEqual(restart, {
      kind: 'restart',
      label: 'Start again with 0.0003',
      settings: { learningRate: 0.0003 },
      device: null,
    });
  });

  it('do not go back to an epoch that there is not', () => {
    assert.deepEqual(labels('loss-not-finite', inFirstEpoch()), ['Start again with 0.0003']);
  });

  it('halve the batch or take the CPU where memory ran out', () => {
    const settings = { ...defaultSettings, batchSize: 128 };
    assert.deepEqual(labels('out-of-memory', training({ settings, device: gpu })), [
      'Start again with batch 64',
      'Use WebAssembly on the CPU',
    ]);
  });

  it('take TensorFlow where it is known to be on the CPU', () => {
    const named = (name: string, usable: boolean | null): DeviceOption => ({
      id: 'tensorflow',
      name,
      usable,
      reason: '',
      milliseconds: null,
    });
    const taken = (device: DeviceOption): unknown => {
      const [, remedy] = remediesOf('out-of-memory', training({ device: gpu }), [device]);
      return remedy?.kind === 'resume' ? [remedy.label, remedy.device] : remedy;
    };
    const wasm = ['Use WebAssembly on the CPU', 'wasm'];
    const cpu = 'TensorFlow 2.20.0 on the CPU (2 cores)';
    assert.deepEqual(taken(named(cpu, true)), ['Use TensorFlow on the CPU', 'tensorflow']);
    assert.deepEqual(taken(named(cpu, false)), wasm);
    assert.deepEqual(taken(named('TensorFlow 2.20.0 on the GPU (CUDA)', true)), wasm);
    assert.deepEqual(taken(named('TensorFlow', null)), wasm, 'nobody has tried it');
  });

  it('do not offer the CPU where it is the CPU', () => {
    const smaller = ['Start again with batch 16', 'Change the settings'];
    assert.deepEqual(labels('out-of-memory'), smaller);
    assert.deepEqual(labels('out-of-memory', training({ device: 'WebAssembly (SIMD, 4 threads)' })), smaller);
    const settings = { ...defaultSettings, batchSize: 1 };
    assert.deepEqual(labels('out-of-memory', training({ settings })), ['Change the settings']);
  });

  it('try again where the disk was in the way, and go on where the engine ended', () => {
    assert.deepEqual(remediesOf('disk-full', training()), [{ kind: 'resume', label: 'Try again', device: 'auto' }]);
    assert.deepEqual(labels('engine-stopped'), ['Go on']);
  });

  it('begin anew where there is no run to go on with', () => {
    assert.equal(remediesOf('disk-full', inFirstEpoch({ run: null }))[0]?.kind, 'restart');
  });

  it('are there for whatever else goes wrong', () => {
    assert.deepEqual(labels(null), ['Try again', 'Change the settings']);
    assert.deepEqual(labels('device-unavailable'), ['Choose another device']);
  });
});
