import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWebAssembly } from '../../../src/adapters/devices/wasm.ts';

test('says what it computes with and leaves the crash handling to the host', async () => {
  const exceptions = process.listeners('uncaughtException');
  const rejections = process.listeners('unhandledRejection');
  const { name, versions } = await openWebAssembly();
  assert.match(name, /^WebAssembly \((SIMD|no SIMD), (1 thread|\d+ threads)\)$/);
  assert.deepEqual(Object.keys(versions), ['tfjs-backend-wasm', 'tfjs-core']);
  assert.deepEqual(process.listeners('uncaughtException'), exceptions);
  assert.deepEqual(process.listeners('unhandledRejection'), rejections);
});
