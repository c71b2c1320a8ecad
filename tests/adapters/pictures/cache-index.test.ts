import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { CacheIndex } from '../../../src/adapters/pictures/cache-index.ts';
import type { IndexRow } from '../../../src/adapters/pictures/cache-index.ts';
import { temporaryFolder } from '../../support/drawn-pictures.ts';

const row = (path: string, slot: number): IndexRow => ({
  path,
  size: 1,
  modified: 2.5,
  slot,
  crc: 4294967295,
  reason: null,
  format: 'PNG',
  width: 40,
  height: 30,
  orientation: 1,
  content: 'abc',
});

test('a slot is given once, whoever asks and whatever became of its file', async (t) => {
  const file = join(await temporaryFolder(t), 'index.sqlite');
  const [one, other] = [new CacheIndex(file), new CacheIndex(file)];
  const given: number[] = [];
  const record = (index: CacheIndex, path: string): void =>
    index.record(2, (slot) => {
      given.push(slot, slot + 1);
      return [row(path, slot), row(`${path} too`, slot + 1)];
    });
  record(one, 'a');
  record(other, 'b');
  record(one, 'a');
  assert.deepEqual(given, [0, 1, 2, 3, 4, 5]);
  assert.deepEqual([other.slotsGiven, other.slotsUsed], [6, 4]);
  assert.deepEqual(
    Array.from(other.rows(), (found) => ({ ...found })),
    [row('a', 4), row('a too', 5), row('b', 2), row('b too', 3)],
  );
  one.close();
  other.close();
});

test('pixels that could not be written leave no row and take no slot', async (t) => {
  const index = new CacheIndex(join(await temporaryFolder(t), 'index.sqlite'));
  const fill = (): readonly IndexRow[] => {
    throw new Error('the disk is full');
  };
  assert.throws(() => index.record(3, fill), /the disk is full/);
  assert.deepEqual([index.slotsGiven, [...index.rows()]], [0, []]);
  index.record(1, (slot) => [row('after', slot)]);
  assert.equal(index.slotsUsed, 1);
  index.close();
});
