import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { start, temporaryFolder, toolUrl } from '../run-tool.ts';

interface Lock {
  share(pid: number): void;
}
const { withLock } = (await import(toolUrl('setup/lock.mjs'))) as {
  withLock: <T>(file: string, options: { onWait(pid: number): void }, body: (lock: Lock) => Promise<T>) => Promise<T>;
};

const never = { onWait: (pid: number) => assert.fail(`waited for process ${pid}`) };
const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid;

void test('the lock is held while the body runs and gone afterwards, also when the body fails', async (t) => {
  const file = join(temporaryFolder(t), 'a.lock');
  assert.equal(await withLock(file, never, () => Promise.resolve(existsSync(file))), true);
  assert.equal(existsSync(file), false);
  await assert.rejects(
    withLock(file, never, () => Promise.reject(new Error('the body'))),
    /the body/,
  );
  assert.equal(existsSync(file), false);
});

void test('a dead owner is no owner', async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'a.lock');
  writeFileSync(file, `${hostname()}\n${deadProcess()}\n`);
  assert.equal(await withLock(file, never, () => Promise.resolve('ran')), 'ran');
  assert.deepEqual(readdirSync(folder), []);
});

void test("a live owner is waited for, and so is a dead owner's live child", async (t) => {
  for (const ownersChild of [false, true]) {
    const file = join(temporaryFolder(t), 'a.lock');
    const { pid } = start(['-e', 'setInterval(() => {}, 1000)']);
    writeFileSync(file, `${hostname()}\n${ownersChild ? deadProcess() : pid}\n${ownersChild ? `${pid}\n` : ''}`);
    let alive = true;
    const onWait = () => {
      alive = false;
      process.kill(pid, 'SIGKILL');
    };
    assert.equal(await withLock(file, { onWait }, () => Promise.resolve(alive)), false);
  }
});

void test('of several at once, one is inside at a time', async (t) => {
  const file = join(temporaryFolder(t), 'a.lock');
  writeFileSync(file, `${hostname()}\n${deadProcess()}\n`);
  let inside = 0;
  const body = async () => {
    assert.equal(++inside, 1);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
  };
  const waiting = { onWait: () => undefined };
  await Promise.all([1, 2, 3, 4].map(() => withLock(file, waiting, body)));
});

void test('two processes that append to one file under the lock never mix', async (t) => {
  const folder = temporaryFolder(t);
  const script = join(folder, 'append.mjs');
  writeFileSync(
    script,
    `import fs from 'node:fs';
     import { withLock } from ${JSON.stringify(toolUrl('setup/lock.mjs'))};
     for (let turn = 0; turn < 5; turn++) {
       await withLock(${JSON.stringify(join(folder, 'a.lock'))}, { onWait() {} }, async () => {
         fs.appendFileSync(${JSON.stringify(join(folder, 'log'))}, 'in ');
         await new Promise((resolve) => setImmediate(resolve));
         fs.appendFileSync(${JSON.stringify(join(folder, 'log'))}, 'out\\n');
       });
     }
     console.log(fs.readFileSync(${JSON.stringify(join(folder, 'log'))}, 'utf8'));`,
  );
  const both = await Promise.all([start([script]).ended, start([script]).ended]);
  assert.deepEqual(
    both.map(({ code, stderr }) => ({ code, stderr })),
    [
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ],
  );
  const longest = both.map(({ stdout }) => stdout.trim()).sort((a, b) => b.length - a.length)[0];
  assert.equal(longest, Array(10).fill('in out').join('\n'));
});
