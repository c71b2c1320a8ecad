import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { start, temporaryFolder, toolUrl } from '../run-tool.ts';

const onWindows = process.platform === 'win32' ? 'Windows has no signals' : false;

/** A launcher of the given program, in a process group of its own. */
function launchOf(t: TestContext, program: string) {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'program.mjs'), program);
  writeFileSync(
    join(folder, 'launcher.mjs'),
    `import { launch } from ${JSON.stringify(toolUrl('setup/launch.mjs'))};
     const program = ${JSON.stringify(join(folder, 'program.mjs'))};
     process.exitCode = await launch(process.execPath, [program], { cwd: process.cwd(), env: process.env });`,
  );
  return start([join(folder, 'launcher.mjs')], { group: true });
}

void test("the program's exit code is the launcher's", async (t) => {
  const { code } = await launchOf(t, 'process.exit(3)').ended;
  assert.equal(code, 3);
});

void test('a signal that ends the program gives 128 + its number', { skip: onWindows }, async (t) => {
  const { code } = await launchOf(t, "process.kill(process.pid, 'SIGKILL')").ended;
  assert.equal(code, 137);
});

void test('SIGTERM is passed on', { skip: onWindows }, async (t) => {
  const program = `process.on('SIGTERM', () => process.exit(40)); console.log('ready'); setInterval(() => {}, 1000);`;
  const launched = launchOf(t, program);
  await launched.says('ready');
  process.kill(launched.pid, 'SIGTERM');
  const { code } = await launched.ended;
  assert.equal(code, 40);
});

void test('an interrupt of the launcher alone is passed on', { skip: onWindows }, async (t) => {
  const program = `process.on('SIGINT', () => process.exit(41)); console.log('ready'); setInterval(() => {}, 1000);`;
  const launched = launchOf(t, program);
  await launched.says('ready');
  process.kill(launched.pid, 'SIGINT');
  const { code } = await launched.ended;
  assert.equal(code, 41);
});
