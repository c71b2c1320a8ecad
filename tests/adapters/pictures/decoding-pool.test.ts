import assert from 'node:assert/strict';
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import { DecodingPool } from '../../../src/adapters/pictures/decoding-pool.ts';
import { solidColor, temporaryFolder, writeSolidPictures } from '../../support/drawn-pictures.ts';

const entry = new URL('../../../src/engine-host/decoder.ts', import.meta.url);
const crashing = new URL('../../support/crashing-decoder.ts', import.meta.url);
const spec = { height: 4, width: 4, resampling: 'antialiased' } as const;

function openPool(t: TestContext, decoder = entry, processes = 2): DecodingPool {
  const pool = new DecodingPool(decoder, processes);
  t.after(() => pool.close());
  return pool;
}

const never = (): AbortSignal => new AbortController().signal;

async function results(pool: DecodingPool, paths: readonly string[]): Promise<(number[] | string)[]> {
  const all: (number[] | string)[] = [];
  for await (const picture of pool.decode(paths, spec, never())) {
    all.push('pixels' in picture ? [...picture.pixels.subarray(0, 3)] : picture.reason);
  }
  return all;
}

test('pictures come in the order of their paths, reasons among them', async (t) => {
  const folder = await temporaryFolder(t);
  const paths = (await writeSolidPictures(folder, 150)).map(({ path }) => path);
  const expected: (number[] | string)[] = paths.map((_, index) => [...solidColor(index)]);
  paths.splice(70, 0, join(folder, 'gone.jpg'));
  expected.splice(70, 0, 'the file is gone');
  assert.deepEqual(await results(openPool(t), paths), expected);
});

test('two readers at once get each their own', async (t) => {
  const folder = await temporaryFolder(t);
  const paths = (await writeSolidPictures(folder, 60)).map(({ path }) => path);
  const pool = openPool(t);
  const [forward, backward] = await Promise.all([results(pool, paths), results(pool, paths.toReversed())]);
  assert.deepEqual(
    forward,
    paths.map((_, index) => [...solidColor(index)]),
  );
  assert.deepEqual(backward, forward.toReversed());
});

test('a picture that crashes the decoder is one reason, all others are decoded', async (t) => {
  const folder = await temporaryFolder(t);
  const paths = (await writeSolidPictures(folder, 80)).map(({ path }) => path);
  const expected: (number[] | string)[] = paths.map((_, index) => [...solidColor(index)]);
  for (const at of [3, 40, 41]) {
    paths.splice(at, 0, join(folder, `crash-${at}.jpg`));
    expected.splice(at, 0, 'reading it crashed the decoder');
  }
  assert.deepEqual(await results(openPool(t, crashing), paths), expected);
});

test('a process killed from outside is replaced and nothing is lost', async (t) => {
  const paths = (await writeSolidPictures(await temporaryFolder(t), 200)).map(({ path }) => path);
  const pool = openPool(t, entry, 1);
  const colors: number[][] = [];
  let killed: number | undefined;
  for await (const picture of pool.decode(paths, spec, never())) {
    if (!killed) {
      killed = pool.processIds[0];
      assert.ok(killed);
      process.kill(killed, 'SIGKILL');
    }
    colors.push('pixels' in picture ? [...picture.pixels.subarray(0, 3)] : []);
  }
  assert.deepEqual(
    colors,
    paths.map((_, index) => [...solidColor(index)]),
  );
  assert.ok(!pool.processIds.includes(killed ?? 0));
});

test('a decoder that cannot start is an error with its cause', async (t) => {
  const pool = openPool(t, new URL('./no-such-decoder.ts', entry));
  await assert.rejects(results(pool, ['a.jpg', 'b.jpg']), {
    name: 'PawlabError',
    code: 'decoder-failed',
    message: /no-such-decoder/,
  });
});

test('an abort ends the reading with its reason and the pool goes on', async (t) => {
  const paths = (await writeSolidPictures(await temporaryFolder(t), 100)).map(({ path }) => path);
  const pool = openPool(t);
  const controller = new AbortController();
  const reading = async (): Promise<void> => {
    const pictures = pool.decode(paths, spec, controller.signal);
    while (!(await pictures.next()).done) controller.abort(new Error('enough'));
  };
  await assert.rejects(reading(), /enough/);
  assert.equal((await results(pool, paths)).length, 100);
});

test('closing ends every process and what was waited for', async (t) => {
  const paths = (await writeSolidPictures(await temporaryFolder(t), 100)).map(({ path }) => path);
  const pool = openPool(t);
  const many = Array.from({ length: 20 }, () => paths).flat();
  const closed = assert.rejects(results(pool, many), /closed/);
  const first = pool.decode(paths.slice(0, 1), spec, never());
  await first.next();
  const ids = pool.processIds;
  assert.ok(ids.length > 0);
  await pool.close();
  await closed;
  for (const id of ids) assert.throws(() => process.kill(id, 0), { code: 'ESRCH' });
});

test('a decoding process ends with its parent', async () => {
  const child = fork(entry, [], { execArgv: [], serialization: 'advanced' });
  const ended = once(child, 'exit');
  await once(child, 'message');
  child.disconnect();
  assert.deepEqual(await ended, [0, null]);
});

test('a pool that nobody closed lets the program end', async (t) => {
  const [file] = await writeSolidPictures(await temporaryFolder(t), 1);
  const script = join(await temporaryFolder(t), 'program.mjs');
  const pool = new URL('../../../src/adapters/pictures/decoding-pool.ts', import.meta.url);
  await writeFile(
    script,
    `import { DecodingPool } from ${JSON.stringify(pool.href)};
     const pool = new DecodingPool(new URL(${JSON.stringify(entry.href)}), 2);
     const spec = ${JSON.stringify(spec)};
     for await (const picture of pool.decode([${JSON.stringify(file?.path)}], spec, new AbortController().signal)) {
       console.log(picture.pixels.length, pool.processIds.length);
     }`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  assert.equal(stdout.trim(), '48 1');
});
