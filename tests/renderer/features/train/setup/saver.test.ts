import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { saver } from '../../../../../src/renderer/src/features/train/setup/saver.ts';

describe('saver', () => {
  it('sends the newest of many changes, once', async () => {
    const sent: number[] = [];
    let due = (): void => undefined;
    const kept = saver(
      (value: number) => {
        sent.push(value);
        return Promise.resolve();
      },
      400,
      (_, work) => {
        due = work;
        return () => undefined;
      },
    );
    for (const value of [1, 2, 3]) kept.save(value);
    assert.deepEqual(sent, []);
    due();
    await kept.flush();
    assert.deepEqual(sent, [3]);
  });

  it('sends at once what waits when it is flushed, and nothing twice', async () => {
    const sent: string[] = [];
    let calledOff = 0;
    const kept = saver(
      (value: string) => {
        sent.push(value);
        return Promise.resolve();
      },
      400,
      () => () => (calledOff += 1),
    );
    await kept.flush();
    kept.save('a');
    assert.ok(kept.pending);
    await kept.flush();
    await kept.flush();
    assert.deepEqual(sent, ['a']);
    assert.equal(calledOff, 1);
    assert.ok(!kept.pending);
  });

  it('sends one after the other', async () => {
    const order: string[] = [];
    const waiting: (() => void)[] = [];
    const kept = saver(
      (value: string) => {
        order.push(`begin ${value}`);
        return new Promise<void>((resolve) => {
          waiting.push(() => {
            order.push(`end ${value}`);
            resolve();
          });
        });
      },
      400,
      () => () => undefined,
    );
    kept.save('a');
    const first = kept.flush();
    await Promise.resolve();
    kept.save('b');
    const second = kept.flush();
    await Promise.resolve();
    waiting[0]?.();
    await first;
    await Promise.resolve();
    waiting[1]?.();
    await second;
    assert.deepEqual(order, ['begin a', 'end a', 'begin b', 'end b']);
  });
});
