import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confidence, count, duration, percent, plural } from '../../../src/cli/output/format.ts';

test('confidence never claims certainty it has not', () => {
  assert.equal(confidence(0.9996), '99.96 %');
  assert.equal(confidence(0.99999), '99.99 %');
  assert.equal(confidence(1), '100 %');
  assert.equal(confidence(0.612), '61.2 %');
  assert.equal(confidence(0.99899), '99.9 %');
});

test('times and counts read as people say them', () => {
  assert.deepEqual([0.4, 59.4, 100, 3600, 7325].map(duration), ['0 s', '59 s', '1 min 40 s', '1 h 0 min', '2 h 2 min']);
  assert.equal(count(8000), '8,000');
  assert.deepEqual([plural(1, 'epoch'), plural(8000, 'epoch')], ['1 epoch', '8,000 epochs']);
  assert.equal(percent(0.7985), '79.8 %');
});
