import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProtoWriter } from '../../../src/engine/graph/proto.ts';

const hex = (writer: ProtoWriter): string => Buffer.from(writer.finish()).toString('hex');

test('whole numbers take seven bits a byte, the lowest first', () => {
  assert.equal(hex(new ProtoWriter().integer(1, 0)), '0800');
  assert.equal(hex(new ProtoWriter().integer(1, 127)), '087f');
  // The format's own example.
  assert.equal(hex(new ProtoWriter().integer(1, 150)), '089601');
  assert.equal(hex(new ProtoWriter().integer(16, 2 ** 32)), '80018080808010');
  assert.equal(hex(new ProtoWriter().integer(1, Number.MAX_SAFE_INTEGER)), '08ffffffffffffff0f');
});

test('negative whole numbers are the 64-bit complement in ten bytes', () => {
  assert.equal(hex(new ProtoWriter().integer(1, -1)), '08ffffffffffffffffff01');
  assert.equal(hex(new ProtoWriter().integer(1, -2)), '08feffffffffffffffff01');
  assert.equal(hex(new ProtoWriter().integer(1, -(2 ** 31))), '0880808080f8ffffffff01');
});

test('texts, floats, truths, messages and maps', () => {
  assert.equal(hex(new ProtoWriter().text(2, 'testing')), '120774657374696e67');
  assert.equal(hex(new ProtoWriter().float(4, 1)), '250000803f');
  assert.equal(hex(new ProtoWriter().boolean(5, true)), '2801');
  assert.equal(hex(new ProtoWriter().message(3, (inner) => inner.integer(1, 150))), '1a03089601');
  assert.equal(hex(new ProtoWriter().entry(5, 'T', (value) => value.integer(6, 1))), '2a070a015412023001');
});

test('grows to what is written', () => {
  const bytes = new Uint8Array(100_000).fill(7);
  const written = new ProtoWriter().bytes(1, bytes).integer(2, 1).finish();
  assert.equal(written.length, 1 + 3 + bytes.length + 2);
  assert.deepEqual(written.subarray(4, 4 + bytes.length), bytes);
});

test('refuses texts beyond ASCII instead of writing other ones', () => {
  assert.throws(() => new ProtoWriter().text(1, 'Kätzchen'), RangeError);
  assert.throws(() => new ProtoWriter().text(1, '🐈'), RangeError);
});
