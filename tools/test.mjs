/** Set-up, then every check and every test. Arguments (files, folders) restrict the tests. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { exitWith, SetUpFailure } from './setup/failure.mjs';
import { projectRoot } from './setup/paths.mjs';
import { endingCleanly, run, withCleanUp } from './setup/processes.mjs';
import { findTestFiles, runTestFiles } from './setup/test-files.mjs';
import { setUp } from './setup.mjs';

async function main(paths) {
  const files = testFiles(paths);
  const { node, environment } = await setUp();
  process.chdir(projectRoot);
  const checks = await runChecks(node);
  const tests = await inTemporaryFolder((folder) => runTestFiles({ node, files, environment, folder }));
  const failed = checks.failed + tests.failed;
  const none = tests.passed + tests.failed + tests.skipped === 0;
  if (none) console.log('No test ran.');
  console.log(`\n${checks.passed + tests.passed} passed, ${failed} failed, ${tests.skipped} skipped`);
  return failed > 0 || none ? 1 : 0;
}

function testFiles(paths) {
  const missing = paths.find((given) => !fs.existsSync(given));
  if (missing) throw new SetUpFailure(`There is no ${missing}`, 'Name files or folders of tests');
  return findTestFiles(paths.length > 0 ? paths : [path.join(projectRoot, 'tests')]);
}

async function runChecks(node) {
  const counts = { passed: 0, failed: 0 };
  for (const { name, args } of checks()) {
    const begun = performance.now();
    const { code, output } = await run(node, args, { cwd: projectRoot });
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(code === 0 ? `ok       ${name} (${seconds} s)` : `FAILED   ${name} (${seconds} s)\n${output}`);
    counts[code === 0 ? 'passed' : 'failed'] += 1;
  }
  return counts;
}

function checks() {
  const packaged = (file) => path.join(projectRoot, 'node_modules', file);
  return [
    { name: 'prettier', args: [packaged('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
    { name: 'eslint', args: [packaged('eslint/bin/eslint.js'), '.'] },
    ...typedProjects().map((project) => ({
      name: `types of ${project === '.' ? 'the whole project' : project}`,
      args: [packaged('typescript/bin/tsc'), '-p', project],
    })),
  ];
}

/** The root, and each folder of src that may use less than the root (no node:fs, no document). */
function typedProjects() {
  const folders = fs.readdirSync(path.join(projectRoot, 'src')).map((name) => `src/${name}`);
  return ['.', ...folders.filter((folder) => fs.existsSync(path.join(projectRoot, folder, 'tsconfig.json')))];
}

function inTemporaryFolder(body) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pawlab-test-'));
  return withCleanUp(
    () => fs.rmSync(folder, { recursive: true, force: true }),
    () => body(folder),
  );
}

process.exitCode = await endingCleanly(() => main(process.argv.slice(2))).catch(exitWith);
