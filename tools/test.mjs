/** Set-up, then every check and every test. Arguments (files, folders) restrict the tests. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { exitWith, SetUpFailure } from './setup/failure.mjs';
import { projectRoot } from './setup/paths.mjs';
import { createLog } from './setup/log.mjs';
import { findSpecs, runSpecs } from './setup/page-specs.mjs';
import { endingCleanly, run, withCleanUp } from './setup/processes.mjs';
import { findTestFiles, runTestFiles } from './setup/test-files.mjs';
import { setUp } from './setup.mjs';

async function main(paths) {
  const { files, specs } = testFiles(paths);
  const { node, environment } = await setUp();
  process.chdir(projectRoot);
  const checks = await runChecks(node);
  const run = (runner, some, more) =>
    some.length === 0
      ? { passed: 0, failed: 0, skipped: 0 }
      : inTemporaryFolder((folder) => runner({ node, files: some, environment, folder, ...more }));
  const tests = await run(runTestFiles, files);
  const pages = await runPageSpecs(specs, node, run);
  const total = (count) => checks[count] + tests[count] + pages[count];
  const none = total('passed') + total('failed') + total('skipped') === checks.passed + checks.failed;
  if (none) console.log('No test ran.');
  console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
  return total('failed') > 0 || none ? 1 : 0;
}

function testFiles(paths) {
  const missing = paths.find((given) => !fs.existsSync(given));
  if (missing) throw new SetUpFailure(`There is no ${missing}`, 'Name files or folders of tests');
  const where = paths.length > 0 ? paths : [path.join(projectRoot, 'tests')];
  const named = (ending) => where.filter((file) => fs.statSync(file).isDirectory() || file.endsWith(ending));
  return { files: findTestFiles(named('.test.ts')), specs: findSpecs(named('.spec.ts')) };
}

/** The specs of the window and the page, where a browser can be had. */
async function runPageSpecs(specs, node, run) {
  if (specs.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const log = createLog();
  const { browserForTests } = await import('./setup/browser.mjs');
  const { browser, reason } = await browserForTests(node, log);
  if (browser) {
    await buildIfStale(node, log);
    return run(runSpecs, specs, { browser });
  }
  for (const spec of specs) console.log(`skipped  ${path.relative('', spec)}: ${reason}`);
  return { passed: 0, failed: 0, skipped: specs.length };
}

async function runChecks(node) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
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
    {
      name: 'types of the page',
      args: [
        packaged('svelte-check/bin/svelte-check'),
        '--tsconfig',
        'src/renderer/tsconfig.json',
        '--fail-on-warnings',
      ],
    },
  ];
}

/** The root, and each folder of src that may use less than the root (no node:fs, no document). */
function typedProjects() {
  const folders = fs.readdirSync(path.join(projectRoot, 'src')).map((name) => `src/${name}`);
  // tsc doesn't know Svelte's files.
  const own = folders.filter((folder) => folder !== 'src/renderer');
  return [
    '.',
    ...[...own, 'tests/e2e'].filter((folder) => fs.existsSync(path.join(projectRoot, folder, 'tsconfig.json'))),
  ];
}

function inTemporaryFolder(body) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pawlab-test-'));
  return withCleanUp(
    () => fs.rmSync(folder, { recursive: true, force: true }),
    () => body(folder),
  );
}

process.exitCode = await endingCleanly(() => main(process.argv.slice(2))).catch(exitWith);
