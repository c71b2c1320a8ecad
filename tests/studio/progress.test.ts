import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limited } from '../../src/studio/progress.ts';

test('ten a second at most, and always the last', () => {
  let now = 0;
  const sent: number[] = [];
  const progress = limited(
    () => now,
    (done) => sent.push(done),
  );
  for (let done = 1; done <= 1000; done++, now += 1) progress(done, 1000);
  assert.deepEqual(sent, [1, 101, 201, 301, 401, 501, 601, 701, 801, 901, 1000]);
});
