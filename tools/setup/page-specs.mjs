import fs from 'node:fs';
import path from 'node:path';
import { projectRoot, readJson } from './paths.mjs';
import { run } from './processes.mjs';

/** Spec files under the given files and folders, sorted. */
export function findSpecs(paths) {
  const found = paths.flatMap((start) => {
    if (!fs.statSync(start).isDirectory()) return [start];
    const names = fs.readdirSync(start, { recursive: true });
    return names.filter((name) => name.endsWith('.spec.ts')).map((name) => path.join(start, name));
  });
  return [...new Set(found.map((file) => path.resolve(file)))].sort();
}

/**
 * Runs the Playwright specs on both hosts.
 * @param {{ node: string, files: string[], environment: object, folder: string, browser: string }} options folder: a temporary one
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} `failed` is at least 1 where anything went wrong
 */
export async function runSpecs({ node, files, environment, folder, browser }) {
  const report = path.join(folder, 'specs.json');
  const env = { ...process.env, ...environment, PAWLAB_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  delete env.NODE_TEST_CONTEXT;
  const cli = path.join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');
  const config = path.join(projectRoot, 'tests', 'e2e', 'playwright.config.ts');
  // Playwright takes names as regular expressions.
  const names = files.map((file) => path.basename(file).replace(/[.]/g, '\\.'));
  const { code } = await run(node, [cli, 'test', '--config', config, ...names], { cwd: projectRoot, env, show: true });
  const stats = readJson(report)?.stats;
  if (!stats) return { passed: 0, failed: 1, skipped: 0 };
  const counts = { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
