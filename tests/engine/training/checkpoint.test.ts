import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeTensorFile, encodeTensorFile } from '../../../src/engine/training/checkpoint.ts';

const tensors = [
  { name: 'conv/kernel', shape: [1, 2, 3], values: Float32Array.of(1, -2, 3.5, 1e-30, NaN, -0) },
  { name: 'conv/bias', shape: [1], values: Float32Array.of(0.1) },
  { name: 'scalar', shape: [], values: Float32Array.of(7) },
];
const metadata = { position: '{"epoch":3}', note: 'Füße 🐶' };

test('what was written is read back, bit for bit', () => {
  assert.deepEqual(decodeTensorFile(encodeTensorFile({ tensors, metadata })), { tensors, metadata });
});

test('the file is safetensors: header length, JSON header, values', () => {
  const bytes = encodeTensorFile({ tensors, metadata: {} });
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Record<string, unknown>;
  assert.deepEqual(header['conv/bias'], { dtype: 'F32', shape: [1], data_offsets: [24, 28] });
  assert.equal(bytes.length, 8 + length + 32);
  assert.equal((8 + length) % 8, 0);
});

test('values are copies: the file may lie in shared memory', () => {
  const bytes = encodeTensorFile({ tensors, metadata });
  const { tensors: read } = decodeTensorFile(Buffer.from(bytes));
  bytes.fill(0);
  assert.equal(read[0]?.values[2], 3.5);
});

test('a damaged file is refused in words, wherever it is cut', () => {
  const bytes = encodeTensorFile({ tensors, metadata });
  for (const length of [0, 7, 20, bytes.length - 1]) {
    assert.throws(() => decodeTensorFile(bytes.subarray(0, length)), { code: 'run-damaged' });
  }
  const scrambled = bytes.slice();
  scrambled[9] = 0;
  assert.throws(() => decodeTensorFile(scrambled), { code: 'run-damaged', message: /not JSON/ });
});
