import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { pipelineVersion } from '../../../src/adapters/pictures/pipeline-version.ts';
import { createPictureStore } from '../../../src/adapters/pictures/store.ts';
import type { PictureFile, PictureSpec, PictureStore, PreparedPictures } from '../../../src/engine/ports.ts';
import {
  pictureFile,
  red,
  solid,
  solidColor,
  temporaryFolder,
  writeSolidPictures,
} from '../../support/drawn-pictures.ts';

const spec: PictureSpec = { height: 4, width: 4, resampling: 'antialiased' };
const bytes = 48;

interface Bench {
  readonly cacheFolder: string;
  readonly folder: string;
  readonly files: PictureFile[];
  readonly store: PictureStore;
}

/** A store of its own over `count` pictures of one color each. */
async function bench(t: TestContext, count: number): Promise<Bench> {
  const folder = await temporaryFolder(t);
  const cacheFolder = await temporaryFolder(t);
  const store = openStore(t, cacheFolder);
  return { folder, cacheFolder, files: await writeSolidPictures(folder, count), store };
}

function openStore(t: TestContext, cacheFolder: string): PictureStore {
  const store = createPictureStore({
    cacheFolder,
    loader: new URL('../../../src/engine-host/picture-loader.ts', import.meta.url),
    decoder: new URL('../../../src/engine-host/decoder.ts', import.meta.url),
    processes: 2,
  });
  t.after(() => store.close());
  return store;
}

interface Outcome {
  readonly decoded: number;
  readonly reasons: readonly (string | null)[];
  /** First pixel of each picture, null where there is none. */
  readonly colors: readonly (number[] | null)[];
}

async function prepare({ store, folder, files }: Bench, wanted = files): Promise<Outcome> {
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const pictures = await store.prepare(folder, wanted, spec, options);
  try {
    return { decoded: pictures.decoded, reasons: pictures.reasons, colors: await colorsOf(pictures) };
  } finally {
    await pictures.close();
  }
}

async function colorsOf(pictures: PreparedPictures): Promise<(number[] | null)[]> {
  const ready = pictures.reasons.flatMap((reason, file) => (reason === null ? [file] : []));
  const pixels = await pictures.load(ready.map((file) => ({ file, transform: null })));
  assert.equal(pixels.length, ready.length * bytes);
  return pictures.reasons.map((reason, file) => {
    const at = ready.indexOf(file) * bytes;
    return reason === null ? [...pixels.subarray(at, at + 3)] : null;
  });
}

const solidColors = (files: readonly unknown[]): number[][] => files.map((_, index) => [...solidColor(index)]);

async function cacheFile({ cacheFolder }: Bench, name: string): Promise<string> {
  const [folder = ''] = await readdir(join(cacheFolder, 'pictures'));
  return join(cacheFolder, 'pictures', folder, name);
}

test('each picture is decoded once and read from the cache afterwards', async (t) => {
  const set = await bench(t, 300);
  const expected = { reasons: set.files.map(() => null), colors: solidColors(set.files) };
  assert.deepEqual(await prepare(set), { decoded: 300, ...expected });
  assert.deepEqual(await prepare(set), { decoded: 0, ...expected });
  const other = { ...set, store: openStore(t, set.cacheFolder) };
  assert.deepEqual(await prepare(other), { decoded: 0, ...expected });
});

test('progress begins with what is cached and ends with everything', async (t) => {
  const set = await bench(t, 70);
  await prepare(set, set.files.slice(0, 20));
  const progress: [number, number][] = [];
  const options = {
    signal: new AbortController().signal,
    onProgress: (done: number, total: number) => void progress.push([done, total]),
  };
  await (await set.store.prepare(set.folder, set.files, spec, options)).close();
  assert.deepEqual(
    [progress[0], progress.at(-1)],
    [
      [20, 70],
      [70, 70],
    ],
  );
  assert.deepEqual(
    progress,
    progress.toSorted(([a], [b]) => a - b),
  );
});

test('a part of the files in another order is found in the same cache', async (t) => {
  const set = await bench(t, 40);
  await prepare(set);
  const { decoded, colors } = await prepare(set, set.files.slice(10, 30).reverse());
  assert.equal(decoded, 0);
  assert.deepEqual(colors, solidColors(set.files).slice(10, 30).reverse());
});

test('a file that changed is decoded again, by its size or its time', async (t) => {
  const set = await bench(t, 5);
  await prepare(set);
  const [, second, third] = set.files;
  assert.ok(second && third);
  await writeFile(second.path, await solid(red, 50, 50).png().toBuffer());
  await utimes(third.path, 1000, 1000);
  const files = await Promise.all(set.files.map(({ path }) => pictureFile(path)));
  const { decoded, colors } = await prepare(set, files);
  assert.equal(decoded, 2);
  assert.deepEqual(colors, solidColors(files).with(1, [...red]));
});

test('another size and another resampling are other pictures', async (t) => {
  const set = await bench(t, 3);
  await prepare(set);
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  for (const other of [
    { ...spec, height: 8 },
    { ...spec, resampling: 'nearest' as const },
  ]) {
    const pictures = await set.store.prepare(set.folder, set.files, other, options);
    assert.equal(pictures.decoded, 3);
    const pixels = await pictures.load([{ file: 2, transform: null }]);
    assert.equal(pixels.length, other.height * other.width * 3);
    await pictures.close();
  }
  assert.equal((await prepare(set)).decoded, 0);
});

test('unreadable files are remembered, missing and locked ones are tried again', async (t) => {
  const set = await bench(t, 2);
  const broken = join(set.folder, 'broken.jpg');
  await writeFile(broken, 'no picture at all');
  const gone = { path: join(set.folder, 'gone.jpg'), size: 100, modified: 100 };
  const files = [...set.files, await pictureFile(broken), gone];
  const reasons = [null, null, 'not a picture', 'the file is gone'];
  const first = await prepare(set, files);
  const second = await prepare(set, files);
  assert.deepEqual([first.decoded, first.reasons], [4, reasons]);
  assert.deepEqual([second.decoded, second.reasons], [1, reasons]);
});

test('an interrupted preparation keeps what it decoded', async (t) => {
  const set = await bench(t, 200);
  const controller = new AbortController();
  const onProgress = (done: number): void => {
    if (done >= 64) controller.abort(new Error('stopped by hand'));
  };
  const options = { signal: controller.signal, onProgress };
  await assert.rejects(set.store.prepare(set.folder, set.files, spec, options), /stopped by hand/);
  const { decoded, colors } = await prepare(set);
  assert.ok(decoded >= 100 && decoded <= 136, `${decoded} of 200 were left`);
  assert.deepEqual(colors, solidColors(set.files));
});

test('corrupted pixels and a cut off pixel file are decoded again', async (t) => {
  const set = await bench(t, 50);
  await prepare(set);
  const file = await cacheFile(set, 'pixels.u8');
  const pixels = await readFile(file);
  pixels[7 * bytes + 5] = (pixels[7 * bytes + 5] ?? 0) ^ 1;
  await writeFile(file, pixels);
  const afterCorruption = await prepare(set);
  assert.deepEqual([afterCorruption.decoded, afterCorruption.colors], [1, solidColors(set.files)]);
  await truncate(file, 30 * bytes + 10);
  const afterTruncation = await prepare(set);
  assert.deepEqual([afterTruncation.decoded, afterTruncation.colors], [21, solidColors(set.files)]);
  assert.equal((await prepare(set)).decoded, 0);
});

test('a damaged index is rebuilt', async (t) => {
  const set = await bench(t, 50);
  await prepare(set);
  const file = await cacheFile(set, 'index.sqlite');
  const intact = await readFile(file);
  const halfGone = Buffer.from(intact).fill(0x55, 4096);
  for (const damaged of [Buffer.from('not a database'.repeat(500)), halfGone, intact.subarray(0, 5000)]) {
    await writeFile(file, damaged);
    const { decoded, colors } = await prepare(set);
    assert.deepEqual([decoded, colors], [50, solidColors(set.files)]);
    assert.equal((await prepare(set)).decoded, 0);
  }
});

test('caches of an older pipeline are removed, others are left alone', async (t) => {
  const set = await bench(t, 2);
  await prepare(set);
  const root = join(set.cacheFolder, 'pictures');
  const [current = ''] = await readdir(root);
  const version = (number: number): string => current.replace(/-v\d+$/, `-v${number}`);
  const foreign = `f${current.slice(1)}`.replace(/-v\d+$/, `-v${pipelineVersion - 1}`);
  for (const name of [version(pipelineVersion - 1), version(pipelineVersion + 1), foreign])
    await mkdir(join(root, name));
  await prepare(set);
  assert.deepEqual((await readdir(root)).sort(), [current, version(pipelineVersion + 1), foreign].sort());
});

test('two processes that prepare the same pictures at once do not disturb each other', async (t) => {
  const set = await bench(t, 400);
  const program = join(import.meta.dirname, '../../support/prepare-pictures.ts');
  const run = async (files: readonly PictureFile[]): Promise<unknown> => {
    const flags = ['--disable-warning=ExperimentalWarning', program, set.cacheFolder, set.folder, '4'];
    const child = spawn(process.execPath, flags, { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(JSON.stringify(files));
    return JSON.parse(await text(child.stdout));
  };
  const expected = solidColors(set.files).map((color) => Array.from({ length: 16 }, () => color).flat());
  const [forward, backward] = await Promise.all([run(set.files), run(set.files.toReversed())]);
  assert.deepEqual(forward, expected.flat());
  assert.deepEqual(backward, expected.toReversed().flat());
  const { decoded, colors } = await prepare(set);
  assert.deepEqual([decoded, colors], [0, solidColors(set.files)]);
});

test('a full disk is an error that names the cache folder', async (t) => {
  if (process.platform !== 'linux') {
    t.skip('only Linux has a device that is always full');
    return;
  }
  const set = await bench(t, 3);
  await prepare({ ...set, files: set.files.slice(0, 1) });
  const index = await cacheFile(set, 'index.sqlite');
  const pixels = await cacheFile(set, 'pixels.u8');
  await truncate(index, 0);
  await rm(pixels);
  await symlink('/dev/full', pixels);
  await assert.rejects(prepare(set), (error: Error & { code?: string; remedy?: string }) => {
    assert.equal(error.code, 'disk-full');
    assert.ok(error.remedy?.includes(join(set.cacheFolder, 'pictures')));
    return true;
  });
});

test('a cache folder that may not be written to is an error with its remedy', async (t) => {
  const set = await bench(t, 1);
  await writeFile(join(set.cacheFolder, 'pictures'), 'a file in its place');
  await assert.rejects(prepare(set), { code: 'not-writable' });
  if (process.platform === 'win32') {
    t.skip('Windows has no permission bits');
    return;
  }
  if (process.getuid?.() === 0) {
    t.skip('root may write everywhere');
    return;
  }
  const locked = await temporaryFolder(t);
  await chmod(locked, 0o500);
  await assert.rejects(prepare({ ...set, store: openStore(t, locked) }), { code: 'not-writable' });
});

test('what is asked for but was never ready is a mistake that is told', async (t) => {
  const set = await bench(t, 1);
  const gone = { path: join(set.folder, 'gone.jpg'), size: 1, modified: 1 };
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const pictures = await set.store.prepare(set.folder, [...set.files, gone], spec, options);
  await assert.rejects(pictures.load([{ file: 1, transform: null }]), /the file is gone/);
  await assert.rejects(pictures.load([{ file: 2, transform: null }]), RangeError);
  await pictures.close();
  await assert.rejects(pictures.load([{ file: 0, transform: null }]), /closed/);
});

test('a pixel file cut off while it is open is an error, not a black picture', async (t) => {
  const set = await bench(t, 4);
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const pictures = await set.store.prepare(set.folder, set.files, spec, options);
  await truncate(await cacheFile(set, 'pixels.u8'), 2 * bytes);
  await assert.rejects(pictures.load([{ file: 3, transform: null }]), { code: 'decoder-failed' });
  assert.equal((await pictures.load([{ file: 0, transform: null }])).length, bytes);
  await pictures.close();
});

test('decoding without the cache keeps the order and leaves nothing behind', async (t) => {
  const set = await bench(t, 40);
  const paths = set.files.map(({ path }) => path).with(5, join(set.folder, 'gone.jpg'));
  const outcomes: unknown[] = [];
  for await (const picture of set.store.decode(paths, spec, new AbortController().signal)) {
    outcomes.push(['reason' in picture ? picture.reason : [...picture.pixels.subarray(0, 3)], picture.path]);
  }
  const expected: unknown[] = paths.map((path, index) => [[...solidColor(index)], path]);
  expected[5] = ['the file is gone', paths[5]];
  assert.deepEqual(outcomes, expected);
  assert.deepEqual(await readdir(set.cacheFolder), []);
});
