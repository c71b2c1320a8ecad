import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { userCache } from './paths.mjs';

/** Seconds without a byte after which fetching is given up. */
const patience = 20;
/** Milliseconds after which it is tried again. */
const pause = 3_600_000;

/** Why no window can be shown here; null where one can. */
export function noDisplay(env = process.env, platform = process.platform) {
  if (platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY) return null;
  return 'There is no display (DISPLAY and WAYLAND_DISPLAY are not set)';
}

/**
 * Electron's program, whose runtime comes apart from its package: ELECTRON_OVERRIDE_DIST_PATH, what its package has fetched
 * before, or fetched now. null where it can't be had.
 * @param {string} root the project's folder
 * @param {string} node the binary to run its installer on
 */
export async function electronProgram(root, node, log, env = process.env) {
  const folder = path.join(root, 'node_modules', 'electron');
  const found = installedElectron(folder, env);
  if (found || env.ELECTRON_OVERRIDE_DIST_PATH || hasJustFailed()) return found;
  await fetchElectron(folder, node, log);
  const fetched = installedElectron(folder, env);
  if (!fetched) remember();
  return fetched;
}

/** Of the package in a folder; null where its runtime isn't there. */
export function installedElectron(folder, env = process.env) {
  const name = textOf(path.join(folder, 'path.txt'));
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!override && !name) return null;
  const program = path.join(override || path.join(folder, 'dist'), name || 'electron');
  return fs.existsSync(program) ? program : null;
}

/** Its own installer says nothing while it fetches: what arrives in its folders is the progress. */
async function fetchElectron(folder, node, log) {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'pawlab-electron-'));
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const child = spawn(node, [path.join(folder, 'install.js')], { env, stdio: 'ignore', windowsHide: true });
  const watch = { bytes: 0, still: 0 };
  const ticking = setInterval(() => {
    const bytes = sizeOf(temporary) + sizeOf(path.join(folder, 'dist'));
    watch.still = bytes === watch.bytes ? watch.still + 1 : 0;
    watch.bytes = bytes;
    log.progress(`Fetching Electron, for the window (once): ${Math.round(bytes / 1e6)} MB`, 1);
    if (watch.still >= patience) child.kill();
  }, 1000);
  log.progress('Fetching Electron, for the window (once)', 1);
  try {
    await new Promise((resolve) => child.on('error', resolve).on('close', resolve));
  } finally {
    clearInterval(ticking);
    log.endProgress();
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

function sizeOf(folder) {
  try {
    const names = fs.readdirSync(folder, { recursive: true });
    return names.reduce(
      (sum, name) => sum + (fs.statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
  } catch {
    return 0;
  }
}

const failed = () => path.join(userCache(), 'electron-failed');

function hasJustFailed() {
  const at = fs.statSync(failed(), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - at < pause;
}

function remember() {
  fs.mkdirSync(userCache(), { recursive: true });
  fs.writeFileSync(failed(), '');
}

function textOf(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
