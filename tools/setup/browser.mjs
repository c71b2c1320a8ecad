import fs from 'node:fs';
import path from 'node:path';
import { findProgram, projectRoot } from './paths.mjs';
import { run } from './processes.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

/** Where the installers of Chrome and Edge put them, which isn't on PATH. */
const installed = {
  darwin: () => [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: () =>
    [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
};

/**
 * A browser for the tests of the page: PAWLAB_BROWSER, an installed Chromium, Chrome or Edge, Playwright's own, fetched
 * where it isn't there, or (root on Debian) apt's chromium.
 * @param {string} node the binary to run Playwright's installer on
 * @returns {Promise<{ browser: string | null, reason: string }>} reason: why there is none
 */
export async function browserForTests(node, log) {
  const found = findBrowser(await playwrightsOwn());
  if (found) return { browser: found, reason: '' };
  for (const fetch of [fetchPlaywrights, installDebians]) {
    const browser = await fetch(node, log);
    if (browser) return { browser, reason: '' };
  }
  return { browser: null, reason: 'no Chromium, Chrome or Edge is installed, and none could be fetched' };
}

/** The first of those that are there; null where none is. */
export function findBrowser(own, env = process.env) {
  if (env.PAWLAB_BROWSER) return env.PAWLAB_BROWSER;
  const onPath = names.map((name) => findProgram(name, env)).find(Boolean);
  const candidates = [onPath, ...(installed[process.platform]?.() ?? []), own];
  return candidates.find((file) => file && fs.existsSync(file)) ?? null;
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

async function fetchPlaywrights(node, log) {
  log.progress('Fetching a browser for the tests', 1);
  const cli = path.join(projectRoot, 'node_modules', 'playwright-core', 'cli.js');
  const { code } = await run(node, [cli, 'install', 'chromium', '--only-shell'], { cwd: projectRoot });
  log.endProgress();
  return code === 0 ? findBrowser(await playwrightsOwn()) : null;
}

async function installDebians(_node, log) {
  const apt = findProgram('apt-get');
  if (!apt || process.getuid?.() !== 0) return null;
  log.progress('Installing chromium for the tests', 1);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  let { code } = await run(apt, ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  if (code !== 0) {
    await run(apt, ['update'], { env });
    ({ code } = await run(apt, ['install', '-y', '--no-install-recommends', 'chromium'], { env }));
  }
  log.endProgress();
  return code === 0 ? findBrowser(null) : null;
}
