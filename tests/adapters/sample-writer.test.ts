import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import sharp from 'sharp';
import { SharpSampleWriter } from '../../src/adapters/sample-writer.ts';
import type { PrepareOptions, SamplePicture } from '../../src/engine/ports.ts';
import { sampleSet } from '../../src/engine/samples/sample-set.ts';

const size = { training: 4, test: 2, unseen: 2 };
const writer = new SharpSampleWriter();

async function emptyFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pawlab-sample-writer-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const options = (changes: Partial<PrepareOptions> = {}): PrepareOptions => ({
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...changes,
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const one = (changes: Partial<ReturnType<SamplePicture['draw']>>): SamplePicture => ({
  file: 'one.jpg',
  mark: 'a test',
  draw: () => ({
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="48"><rect width="32" height="48" fill="#000"/></svg>',
    width: 64,
    height: 48,
    blur: 0,
    noise: () => 0,
    quality: 90,
    ...changes,
  }),
});

test('every picture becomes a JPEG file of the size it promises', async (t) => {
  const folder = await emptyFolder(t);
  const pictures = sampleSet(1, size);
  assert.equal(await writer.write(folder, pictures, options()), 14);
  for (const picture of pictures) {
    const { format, width, height, channels } = await sharp(join(folder, picture.file)).metadata();
    const { width: asked, height: askedHeight } = picture.draw();
    assert.deepEqual(
      { format, width, height, channels },
      { format: 'jpeg', width: asked, height: askedHeight, channels: 3 },
    );
  }
  assert.equal((await filesIn(folder)).length, 14);
});

test('the same seed gives the same files, byte for byte', async (t) => {
  const [first, second] = [await emptyFolder(t), await emptyFolder(t)];
  await writer.write(first, sampleSet(3, size), options());
  await writer.write(second, sampleSet(3, size), options());
  for (const { file } of sampleSet(3, size)) {
    assert.ok((await readFile(join(first, file))).equals(await readFile(join(second, file))), file);
  }
});

test('a second time, what is there stays, and what is cut off or empty is drawn again', async (t) => {
  const folder = await emptyFolder(t);
  const pictures = sampleSet(1, size);
  await writer.write(folder, pictures, options());
  const path = (index: number): string => join(folder, pictures[index]?.file ?? '');
  const [whole, before] = [await readFile(path(0)), await stat(path(2))];
  await truncate(path(0), whole.length - 100);
  await truncate(path(1), 0);
  assert.equal(await writer.write(folder, pictures, options()), 2);
  assert.ok((await readFile(path(0))).equals(whole));
  assert.equal((await stat(path(2))).ino, before.ino);
  assert.equal(await writer.write(folder, pictures, options()), 0);
});

test('pictures of another seed in the same folder are replaced', async (t) => {
  const folder = await emptyFolder(t);
  await writer.write(folder, sampleSet(1, size), options());
  assert.equal(await writer.write(folder, sampleSet(2, size), options()), 14);
});

test("a person's own file is left alone and named", async (t) => {
  const folder = await emptyFolder(t);
  await writeFile(join(folder, 'one.jpg'), 'a letter');
  await assert.rejects(
    writer.write(folder, [one({})], options()),
    (error: Error & { code?: string }) => error.code === 'not-writable' && error.message.includes('one.jpg'),
  );
  assert.equal(await readFile(join(folder, 'one.jpg'), 'utf8'), 'a letter');
});

test('an abort ends it with its reason and keeps whole pictures only', async (t) => {
  const folder = await emptyFolder(t);
  const controller = new AbortController();
  const reason = new Error('enough');
  const pictures = sampleSet(1, { training: 50, test: 0, unseen: 0 });
  const onProgress = (done: number): void => {
    if (done === 3) controller.abort(reason);
  };
  await assert.rejects(writer.write(folder, pictures, options({ signal: controller.signal, onProgress })), reason);
  const files = await filesIn(folder);
  assert.ok(files.length >= 3 && files.length < 100);
  for (const file of files) assert.equal((await sharp(file).metadata()).format, 'jpeg');
  assert.equal(await writer.write(folder, pictures, options()), 100 - files.length);
});

test('progress counts every picture up to the total', async (t) => {
  const seen: string[] = [];
  const onProgress = (done: number, total: number): void => void seen.push(`${done}/${total}`);
  await writer.write(await emptyFolder(t), sampleSet(1, size), options({ onProgress }));
  assert.deepEqual(
    seen,
    Array.from({ length: 14 }, (_, index) => `${index + 1}/14`),
  );
});

test('a folder that is a file is an error in words', async (t) => {
  const path = join(await emptyFolder(t), 'taken');
  await writeFile(path, '');
  await assert.rejects(writer.write(path, [one({})], options()), { name: 'PawlabError', code: 'not-writable' });
});

test('a folder with the name of a picture is left alone', async (t) => {
  const folder = await emptyFolder(t);
  await mkdir(join(folder, 'one.jpg'));
  await assert.rejects(writer.write(folder, [one({})], options()), { name: 'PawlabError', code: 'not-writable' });
});

/** Left to right: the black half, then the bare half of one row. */
async function rowOf(t: TestContext, changes: Parameters<typeof one>[0]): Promise<number[]> {
  const folder = await emptyFolder(t);
  await writer.write(folder, [one(changes)], options());
  const row = { left: 0, top: 24, width: 64, height: 1 };
  return [
    ...(await sharp(join(folder, 'one.jpg')).extract(row).greyscale().raw().toBuffer({ resolveWithObject: false })),
  ];
}

test('what is not drawn on is white, noise is added within 0 to 255, blur softens edges', async (t) => {
  const plain = await rowOf(t, {});
  assert.ok((plain[4] ?? 255) < 8 && (plain[60] ?? 0) > 247);
  const brighter = await rowOf(t, { noise: () => 100 });
  assert.ok(Math.abs((brighter[4] ?? 0) - 100) < 8 && (brighter[60] ?? 0) > 247);
  const blurred = await rowOf(t, { blur: 4 });
  assert.ok((blurred[29] ?? 0) > 30 && (plain[29] ?? 255) < 20);
});
