/** Measures the page on both hosts and prints one table. Arguments are Playwright's: names of measurements, --project. */
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { browserForTests } from './setup/browser.mjs';
import { exitWith, SetUpFailure } from './setup/failure.mjs';
import { launch } from './setup/launch.mjs';
import { createLog } from './setup/log.mjs';
import { projectRoot } from './setup/paths.mjs';
import { setUp } from './setup.mjs';

async function main(args) {
  const { node, environment } = await setUp();
  const { browser, reason } = await browserForTests(node, createLog());
  if (!browser) throw new SetUpFailure(`There is no browser to measure in: ${reason}`, 'Install Chromium');
  await buildIfStale(node);
  const cli = path.join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js');
  const config = path.join(projectRoot, 'tests', 'e2e', 'playwright.bench.config.ts');
  const env = { ...process.env, ...environment, PAWLAB_BROWSER: browser };
  return launch(node, [cli, 'test', '--config', config, ...args], { cwd: projectRoot, env });
}

process.exitCode = await main(process.argv.slice(2)).catch(exitWith);
