import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { TestSource } from '../../src/contract/api.ts';
import type { Report } from '../../src/contract/events.ts';
import { defaultSettings } from '../../src/contract/settings.ts';
import { scanFiles } from '../../src/engine/datasets/scan.ts';
import type { Samples } from '../../src/engine/training/samples.ts';
import { openData, scanData } from '../../src/studio/data.ts';
import { picture, pictureFiles, pictureParts, writeSet, type PictureParts } from '../support/picture-set.ts';

interface Opened {
  readonly training: readonly string[];
  readonly test: readonly string[];
  readonly fingerprint: string;
  readonly reports: readonly Report[];
}

const held: TestSource = { kind: 'holdBack', share: 0.25 };

/** Opens a run's data and closes it; files by their paths inside the training folder. */
async function opened(
  parts: PictureParts,
  training: string,
  { test = held, leftOut = [] }: { test?: TestSource; leftOut?: readonly string[] } = {},
): Promise<Opened> {
  const reports: Report[] = [];
  const context = { report: (report: Report) => void reports.push(report), signal: new AbortController().signal };
  const request = { training, test, leftOut: leftOut.map((name) => join(training, name)) };
  const data = await openData(parts, await scanData(parts, request), { ...defaultSettings, pictureSize: 8 }, context);
  const { files } = await scanFiles(parts.folders, training, training);
  const names = ({ files: members }: Samples): string[] =>
    Array.from(members, (file) => (files[file]?.path ?? '').slice(training.length + 1).replaceAll('\\', '/'));
  await data.close();
  const [trained, tested] = [names(data.training), data.test === null ? [] : names(data.test)];
  return { training: trained, test: tested, fingerprint: data.fingerprint, reports };
}

const catsAndDogs = async (t: TestContext): Promise<string> => writeSet(t, await pictureFiles({ cats: 12, dogs: 8 }));

test('files left out are in neither set, and leaving them out moves no other file', async (t) => {
  const [parts, folder] = [await pictureParts(t), await catsAndDogs(t)];
  const all = await opened(parts, folder);
  assert.deepEqual([all.training.length, all.test.length], [15, 5]);
  const leftOut = [all.training[0] ?? '', all.test[0] ?? ''];
  const some = await opened(parts, folder, { leftOut });
  assert.deepEqual(some.training, all.training.slice(1));
  assert.deepEqual(some.test, all.test.slice(1));
  assert.notEqual(some.fingerprint, all.fingerprint);
});

test('an unreadable file that is left out is not reported as skipped', async (t) => {
  const parts = await pictureParts(t);
  const folder = await writeSet(t, { ...(await pictureFiles({ a: 4, b: 4 })), 'a/text.png': Buffer.from('a text') });
  const skipped = ({ reports }: Opened): number => reports.filter(({ type }) => type === 'skipped').length;
  assert.equal(skipped(await opened(parts, folder)), 1);
  assert.equal(skipped(await opened(parts, folder, { leftOut: ['a/text.png'] })), 0);
});

test('a class that leaving out made too small is an error that names it', async (t) => {
  const [parts, folder] = [await pictureParts(t), await writeSet(t, await pictureFiles({ a: 3, b: 3 }))];
  await assert.rejects(opened(parts, folder, { leftOut: ['b/0.png', 'b/1.png'] }), {
    code: 'too-few-pictures',
    message: /class b has 1 readable picture/,
  });
});

test('copies of a picture are never on both sides', async (t) => {
  const parts = await pictureParts(t);
  const copy = await picture(200);
  const copies = Object.fromEntries(['x', 'y', 'z'].map((name) => [`cats/${name}.png`, copy]));
  const folder = await writeSet(t, { ...(await pictureFiles({ cats: 9, dogs: 8 })), ...copies });
  for (const share of [0.25, 0.5, 0.75]) {
    const { test } = await opened(parts, folder, { test: { kind: 'holdBack', share } });
    const inTest = test.filter((name) => /cats\/[xyz]/.test(name)).length;
    assert.ok(inTest === 0 || inTest === 3, `${inTest} of 3 copies are held back`);
    assert.equal(test.filter((name) => name.startsWith('cats')).length, 12 * share);
  }
});

test('nothing can be held back of copies alone, which is told', async (t) => {
  const copy = await picture(1);
  const files = ['a/1.png', 'a/2.png', 'b/1.png', 'b/2.png'].map((name) => [name, copy] as const);
  const folder = await writeSet(t, Object.fromEntries(files));
  await assert.rejects(opened(await pictureParts(t), folder), { code: 'no-pictures', message: /held back/ });
});
