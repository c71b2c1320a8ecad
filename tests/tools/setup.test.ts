import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { start, temporaryFolder, toolPath, toolUrl } from './run-tool.ts';

const script = toolPath('setup.mjs');

/** A machine of one's own: nothing on PATH but what the test puts there, and an empty cache. */
function machine(folder: string, more: NodeJS.ProcessEnv = {}) {
  const PATH = join(folder, 'bin');
  mkdirSync(PATH);
  const env: NodeJS.ProcessEnv = { ...process.env, PATH, PAWLAB_CACHE: join(folder, 'cache'), ...more };
  if (!('PAWLAB_TENSORFLOW' in more)) delete env['PAWLAB_TENSORFLOW'];
  if (!('PAWLAB_NO_TENSORFLOW' in more)) delete env['PAWLAB_NO_TENSORFLOW'];
  const program = (name: string, text: string) => {
    writeFileSync(join(PATH, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(PATH, name), 0o755);
  };
  return { env, program, run: () => start([script], { env }).ended };
}

const lines = (text: string) => text.trimEnd().split('\n');
const needsShell = process.platform === 'win32' ? 'Windows runs no shell scripts' : false;

void test('without Python, set-up says so in one line and succeeds', async (t) => {
  const { run } = machine(temporaryFolder(t));
  const { code, stdout, stderr } = await run();
  assert.equal(code, 0, stderr);
  assert.equal(stdout, '');
  assert.equal(lines(stderr).length, 2, stderr);
  assert.match(stderr, /^No native TensorFlow: no Python .*was found\. Install it .*WebAssembly/);
  assert.match(stderr, /^Pawlab is set up, with WebAssembly\.$/m);
});

void test('without a compiler, it names the compiler', { skip: needsShell }, async (t) => {
  const { run, program } = machine(temporaryFolder(t));
  program('python3', 'exit 0');
  const { code, stderr } = await run();
  assert.equal(code, 0, stderr);
  assert.match(stderr, /^No native TensorFlow: no C\+\+ compiler was found\. /);
});

void test(
  'a failed download is told in one line, and again without another attempt',
  { skip: needsShell },
  async (t) => {
    const folder = temporaryFolder(t);
    const { env, program, run } = machine(folder);
    const attempts = join(folder, 'attempts');
    program('g++', 'exit 0');
    program(
      'python3',
      `if [ "$1" = -c ]; then echo "3.12 /usr"; exit 0; fi
     echo x >> ${attempts}
     echo "ERROR: Could not find a version that satisfies the requirement tensorflow-cpu==2.20.0" >&2
     exit 1`,
    );
    const first = await run();
    assert.equal(first.code, 0, first.stderr);
    const line = lines(first.stderr).find((text) => text.startsWith('No native TensorFlow'));
    assert.match(line ?? '', /pip could not download tensorflow.*: Could not find a version/);
    assert.ok(!first.stderr.includes('    at '), 'no stack');

    const launched = `const { setUp } = await import(${JSON.stringify(toolUrl('setup.mjs'))}); await setUp();`;
    const second = await start(['--input-type=module', '-e', launched], { env }).ended;
    assert.equal(second.stderr.trim(), line);
    assert.equal(readFileSync(attempts, 'utf8'), 'x\n', 'a start does not try again');
    await run();
    assert.equal(readFileSync(attempts, 'utf8'), 'x\nx\n', 'npm run setup does');
    const left = readdirSync(join(folder, 'cache', 'native'));
    assert.deepEqual(
      left.filter((name) => !name.endsWith('.failed.json')),
      [],
    );
  },
);

void test('interrupted in the download, it leaves nothing and blames nothing', { skip: needsShell }, async (t) => {
  const folder = temporaryFolder(t);
  const { env, program } = machine(folder);
  const fifo = join(folder, 'begun');
  program('g++', 'exit 0');
  program('python3', `if [ "$1" = -c ]; then echo "3.12 /usr"; exit 0; fi\necho $$ > ${fifo}\nexec /bin/sleep 60`);
  const wrapper = join(folder, 'wrapper.mjs');
  writeFileSync(
    wrapper,
    `import fs from 'node:fs';
     const watch = setInterval(() => fs.existsSync(${JSON.stringify(fifo)}) && (console.log('begun'), clearInterval(watch)), 10);
     const { setUp } = await import(${JSON.stringify(toolUrl('setup.mjs'))});
     await setUp();`,
  );
  const setUp = start([wrapper], { env });
  await setUp.says('begun');
  process.kill(setUp.pid, 'SIGINT');
  const { code } = await setUp.ended;
  assert.equal(code, 130);
  assert.deepEqual(readdirSync(join(folder, 'cache', 'native')), []);
});

void test('switched off, it says so', async (t) => {
  const { run } = machine(temporaryFolder(t), { PAWLAB_NO_TENSORFLOW: '1' });
  const { code, stderr } = await run();
  assert.equal(code, 0);
  assert.match(stderr, /^Native TensorFlow is switched off/);
});

void test('where all is in place, nothing is written and nothing is started', async (t) => {
  const folder = temporaryFolder(t);
  const { table } = (await import(toolUrl('setup/native-tensorflow-table.mjs'))) as {
    table: Record<string, { name: string }>;
  };
  const name = table[`${process.platform} ${process.arch}`]?.name;
  if (name === undefined) {
    t.skip('TensorFlow has no build for this platform');
    return;
  }
  const ready = join(folder, 'cache', 'native', name);
  mkdirSync(ready, { recursive: true });
  writeFileSync(join(ready, 'manifest.json'), '{}');
  const record = toolPath('../node_modules/.package-lock.json');
  const before = statSync(record).mtimeMs;
  const { run } = machine(folder);
  const { code, stderr } = await run();
  assert.equal(code, 0, stderr);
  assert.equal(stderr.trim(), `Pawlab is set up, with native TensorFlow in ${ready}.`);
  assert.equal(statSync(record).mtimeMs, before);
  assert.equal(existsSync(join(folder, 'cache', 'locks')), false);
});
