import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgeFor } from '../../../src/renderer/src/ui/thumb-edge.ts';

test('asks for at least as many pixels as are shown', () => {
  assert.equal(edgeFor(112, 1), 144);
  assert.equal(edgeFor(112, 2), 224);
  assert.equal(edgeFor(144, 1), 144);
  assert.equal(edgeFor(9000, 3), 2048);
});
