import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTurn } from '../../src/studio/in-turn.ts';

test('work on one name is done one after the other, on another beside it', async () => {
  const steps: string[] = [];
  const work = (name: string) => async () => {
    steps.push(`${name} begins`);
    await Promise.resolve();
    steps.push(`${name} ends`);
  };
  await Promise.all([inTurn('a', work('first')), inTurn('a', work('second')), inTurn('b', work('other'))]);
  assert.ok(steps.indexOf('first ends') < steps.indexOf('second begins'));
  assert.ok(steps.indexOf('other begins') < steps.indexOf('second begins'));
});

test('work that failed holds nothing up', async () => {
  const failed = inTurn('a', () => Promise.reject(new Error('full')));
  const next = inTurn('a', () => Promise.resolve(2));
  await assert.rejects(failed, /full/);
  assert.equal(await next, 2);
});
