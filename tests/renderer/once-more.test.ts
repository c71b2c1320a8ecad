import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onceMore } from '../../src/renderer/src/once-more.ts';

const turn = (): Promise<void> => new Promise((go) => setImmediate(go));

test('calls that come meanwhile make it run once more', async () => {
  let runs = 0;
  let finish: () => void = () => undefined;
  const call = onceMore(() => {
    runs += 1;
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  call();
  call();
  call();
  assert.equal(runs, 1);
  finish();
  await turn();
  assert.equal(runs, 2);
  finish();
  await turn();
  call();
  assert.equal(runs, 3);
});

test('what fails runs again at the next call', async () => {
  let runs = 0;
  const call = onceMore(() => {
    runs += 1;
    return Promise.reject(new Error('no'));
  });
  call();
  await turn();
  call();
  assert.equal(runs, 2);
});
