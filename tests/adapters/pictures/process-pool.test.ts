import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Pixels } from '../../../src/adapters/pictures/decode.ts';
import { ProcessPool } from '../../../src/adapters/pictures/process-pool.ts';
import { temporaryFolder, writeSolidPictures } from '../../support/drawn-pictures.ts';

const entry = new URL('../../../src/engine-host/decoder.ts', import.meta.url);
const work = { kind: 'decode', spec: { height: 4, width: 4, resampling: 'antialiased' } } as const;

/** The order in which eight pictures that were asked for at once are answered. */
async function orderOf(t: TestContext, newestFirst: boolean): Promise<number[]> {
  const pool = new ProcessPool<Pixels>(entry, { processes: 1, idleTime: 1000, newestFirst });
  t.after(() => pool.close());
  const files = await writeSolidPictures(await temporaryFolder(t), 8);
  const order: number[] = [];
  await Promise.all(files.map(({ path }, index) => pool.one(path, work).then(() => order.push(index))));
  return order;
}

test('what was asked for first comes first, or last', async (t) => {
  assert.deepEqual(await orderOf(t, false), [0, 1, 2, 3, 4, 5, 6, 7]);
  assert.deepEqual(await orderOf(t, true), [7, 6, 5, 4, 3, 2, 1, 0]);
});

test('of a picture that is no picture, one answer is why', async (t) => {
  const pool = new ProcessPool<Pixels>(entry, { processes: 1, idleTime: 1000, newestFirst: true });
  t.after(() => pool.close());
  assert.deepEqual(await pool.one('/no/such/file.jpg', work), { reason: 'the file is gone', lasting: false });
});
