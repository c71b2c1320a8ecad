import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot, readJson } from './paths.mjs';
import { run } from './processes.mjs';

const reporter = pathToFileURL(path.join(projectRoot, 'tools', 'test-reporter.mjs')).href;

/** Test files under the given files and folders, sorted. */
export function findTestFiles(paths) {
  const found = paths.flatMap((start) => {
    if (!fs.statSync(start).isDirectory()) return [start];
    const names = fs.readdirSync(start, { recursive: true });
    return names.filter((name) => name.endsWith('.test.ts')).map((name) => path.join(start, name));
  });
  return [...new Set(found.map((file) => path.resolve(file)))].sort();
}

/**
 * Runs test files with a home, a cache and data of their own.
 * @param {{ node: string, files: string[], environment: object, folder: string }} options folder: a temporary one
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} `failed` is at least 1 where anything went wrong
 */
export async function runTestFiles({ node, files, environment, folder }) {
  const countsFile = path.join(folder, 'counts.json');
  const env = { ...process.env, ...environment, PAWLAB_TEST_COUNTS: countsFile };
  // A test that starts the launcher must not begin to download.
  if (!environment.PAWLAB_TENSORFLOW) env.PAWLAB_NO_TENSORFLOW = '1';
  for (const [name, part] of Object.entries({ PAWLAB_HOME: 'home', PAWLAB_CACHE: 'cache', PAWLAB_DATA: 'data' })) {
    env[name] = path.join(folder, part);
    fs.mkdirSync(env[name], { recursive: true });
  }
  delete env.NODE_TEST_CONTEXT; // Set inside a test, where it would keep the runner from running.
  const args = ['--test', '--test-concurrency=2', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout'];
  const { code } = await run(node, ['--disable-warning=ExperimentalWarning', ...args, ...files], { env, show: true });
  const counts = readJson(countsFile) ?? { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}
