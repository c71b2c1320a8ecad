/** Builds the page and Electron's main and preload scripts into out/, where a source is newer than what is there. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { exitWith, SetUpFailure } from './setup/failure.mjs';
import { createLog } from './setup/log.mjs';
import { projectRoot } from './setup/paths.mjs';
import { run } from './setup/processes.mjs';
import { setUp } from './setup.mjs';
import { fileURLToPath } from 'node:url';

const sources = ['src', 'package-lock.json', 'electron.vite.config.ts', 'vite.renderer.config.ts'];
const stamp = path.join(projectRoot, 'out', 'built-from');

/**
 * @param {string} node the binary to build on
 * @returns {Promise<string>} the folder of what was built
 * Throws SetUpFailure where the build fails.
 */
export async function buildIfStale(node, log = createLog()) {
  const state = stateOfSources();
  if (read(stamp) !== state) await build(node, state, log);
  return path.join(projectRoot, 'out');
}

async function build(node, state, log) {
  log.progress('Building the page and the window (some seconds, once)', 1);
  const cli = path.join(projectRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await run(node, [cli, 'build'], { cwd: projectRoot, env });
  log.endProgress();
  if (code !== 0)
    throw new SetUpFailure(`The page could not be built:\n${output}`, 'Mend what it says and start again');
  fs.writeFileSync(stamp, state);
}

/** Content, not times: a checkout gives every file a new time. */
function stateOfSources() {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(path.join(projectRoot, source))) hash.update(file).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

function filesOf(start) {
  if (!fs.statSync(start).isDirectory()) return [start];
  const names = fs.readdirSync(start, { recursive: true }).sort();
  return names.map((name) => path.join(start, name)).filter((file) => fs.statSync(file).isFile());
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { node } = await setUp().catch(exitWith);
  await buildIfStale(node).catch(exitWith);
}
