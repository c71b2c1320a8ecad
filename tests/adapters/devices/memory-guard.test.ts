import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryError } from '../../../src/adapters/devices/memory-guard.ts';
import { PawlabError } from '../../../src/contract/errors.ts';

test('what the backends say of used-up memory becomes one error with a remedy', () => {
  for (const message of [
    'Aborted(). Build with -sASSERTIONS for more info.',
    'memory access out of bounds',
    'OOM when allocating tensor with shape[1024,62,62,32]',
    'Array buffer allocation failed',
  ]) {
    const error = memoryError(new Error(message), 'WebAssembly', 'with 32 pictures at once');
    assert.ok(error instanceof PawlabError);
    assert.equal(error.code, 'out-of-memory');
    assert.equal(error.message, 'WebAssembly ran out of memory with 32 pictures at once.');
    assert.match(error.remedy, /smaller batch size/);
  }
});

test('any other error stays what it is', () => {
  const bug = new TypeError('x is not a function');
  assert.equal(memoryError(bug, 'WebAssembly', 'holding the network'), bug);
});
