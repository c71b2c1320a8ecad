import assert from 'node:assert/strict';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { PawlabError } from '../../src/contract/errors.ts';
import { describeAdapter, findWebGpuAdapter } from '../../src/adapters/webgpu-adapter.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('names the adapter, and knows those that imitate a GPU', () => {
  const real = { vendor: 'nvidia', device: 'NVIDIA GeForce RTX 4090', driver: '560.35', fallback: false };
  assert.deepEqual(describeAdapter(real), { name: 'NVIDIA GeForce RTX 4090', driver: '560.35', software: false });
  assert.equal(describeAdapter({ ...real, device: '', driver: '' }).name, 'nvidia');
  assert.equal(describeAdapter({ ...real, fallback: true }).software, true);
  for (const device of ['llvmpipe (LLVM 15.0.6, 256 bits)', 'SwiftShader Device', 'Microsoft Basic Render Driver']) {
    assert.equal(describeAdapter({ ...real, device }).software, true, device);
  }
});

test('where there is no driver the reason and the remedy are in words', async (t) => {
  if (process.platform !== 'linux') {
    t.skip('drivers can be hidden on Linux only');
    return;
  }
  const before = process.env['VK_DRIVER_FILES'];
  t.after(() => {
    if (before === undefined) delete process.env['VK_DRIVER_FILES'];
    else process.env['VK_DRIVER_FILES'] = before;
  });
  // Takes precedence over VK_ICD_FILENAMES.
  process.env['VK_DRIVER_FILES'] = join(temporaryFolder(t), 'none.json');
  await assert.rejects(findWebGpuAdapter(), (error) => {
    assert.ok(error instanceof PawlabError);
    assert.equal(error.code, 'device-unavailable');
    assert.match(error.message, /^WebGPU can't be used: (no GPU was found|there is no Vulkan loader)/);
    assert.match(error.remedy, /Vulkan driver/);
    return true;
  });
});
