import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { findNvidiaGpus, parseGpus } from '../../src/adapters/nvidia-gpus.ts';

test("reads the names, memory and drivers of nvidia-smi's answer", () => {
  const answer = 'NVIDIA GeForce RTX 4090, 24564, 560.35.03\r\nNVIDIA T400, 2048, 560.35.03\r\n';
  assert.deepEqual(parseGpus(answer), {
    found: [
      { name: 'NVIDIA GeForce RTX 4090', memory: 24564 * 1024 ** 2, driver: '560.35.03' },
      { name: 'NVIDIA T400', memory: 2048 * 1024 ** 2, driver: '560.35.03' },
    ],
  });
  assert.deepEqual(parseGpus('No devices were found\n'), { reason: 'nvidia-smi names none: No devices were found' });
});

test('says why there is nothing to read', async () => {
  assert.deepEqual(await findNvidiaGpus('no-such-nvidia-smi'), {
    reason: "none, or its driver isn't installed (there is no nvidia-smi)",
  });
  // Any program that takes exception to the arguments.
  const failed = await findNvidiaGpus(process.execPath);
  assert.match('reason' in failed ? failed.reason : '', /^nvidia-smi failed: ./);
});
