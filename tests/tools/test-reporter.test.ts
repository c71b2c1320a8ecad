import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { start, temporaryFolder, toolUrl } from './run-tool.ts';

/** Runs a folder of test files through the reporter; the counts come last, on a line of their own. */
async function report(t: TestContext, files: Record<string, string>) {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'tests'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, 'tests', name), `import { test, describe } from 'node:test';\n${text}\n`);
  }
  const script = join(folder, 'run.mjs');
  writeFileSync(
    script,
    `import { findTestFiles, runTestFiles } from ${JSON.stringify(toolUrl('setup/test-files.mjs'))};
     const folder = ${JSON.stringify(folder)};
     const files = findTestFiles([folder + '/tests']);
     const counts = await runTestFiles({ node: process.execPath, files, environment: {}, folder });
     console.log(JSON.stringify(counts));`,
  );
  const { stdout, stderr } = await start([script]).ended;
  const counts: unknown = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? stderr);
  return { stdout, counts };
}

void test('passing, failing and skipped tests are counted, failures told in full, skips with their reason', async (t) => {
  const { stdout, counts } = await report(t, {
    'good.test.ts': `test('one', () => {}); describe('group', () => { test('two', () => {}); });`,
    'bad.test.ts': `test('whole', async (t) => {
        await t.test('part', () => { console.log('what it printed'); throw new Error('the reason', { cause: 'below' }); });
      });`,
    'left.test.ts': `test('not here', (t) => t.skip('there is no camera'));`,
  });
  assert.deepEqual(counts, { passed: 2, failed: 1, skipped: 1 });
  assert.match(stdout, /^ok {7}.*good\.test\.ts: 2 /m);
  assert.match(stdout, /^FAILED {3}.*bad\.test\.ts: 1 of 1 /m);
  assert.match(stdout, /FAILED {3}.*bad\.test\.ts: part\n {4}Error: the reason\n(?: {4} *at .*\n)+.*below/);
  assert.match(stdout, /what it printed/);
  assert.match(stdout, /^skipped {2}.*left\.test\.ts: not here: there is no camera$/m);
});

void test('a test process that crashes is a failure', async (t) => {
  const { stdout, counts } = await report(t, {
    'crash.test.ts': `test('before', () => {}); test('end', () => process.kill(process.pid, 'SIGKILL'));`,
    'good.test.ts': `test('one', () => {});`,
  });
  assert.equal((counts as { failed: number }).failed, 1, stdout);
  assert.match(stdout, /FAILED {3}.*crash\.test\.ts: the whole file \(ended by SIGKILL\)/);
});

void test('a file that holds no test is a failure', async (t) => {
  const { stdout, counts } = await report(t, { 'empty.test.ts': '' });
  assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
  assert.match(stdout, /This file holds no test\./);
});

void test('a file that does not load is a failure with its reason', async (t) => {
  const { stdout, counts } = await report(t, { 'broken.test.ts': `import './nowhere.ts';` });
  assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
  assert.match(stdout, /nowhere\.ts/);
});
