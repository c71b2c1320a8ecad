import fs from 'node:fs';
import path from 'node:path';
import { bundledBinary } from './bundled-node.mjs';
import { SetUpFailure } from './failure.mjs';
import { readJson } from './paths.mjs';
import { run } from './processes.mjs';

/**
 * Are the packages of the lock file in place? npm's own record of what it installed, written when it has finished,
 * is the stamp: an install by hand counts, an interrupted one or another platform's does not.
 */
export function dependenciesInPlace(root) {
  const binary = bundledBinary(root);
  if (binary && !fs.existsSync(binary)) return false;
  const locked = readJson(path.join(root, 'package-lock.json'));
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'));
  return locked !== null && installed !== null && agree(locked, installed);
}

/** Every package installed as locked, and none missing but those that other platforms need. */
export function agree(locked, installed) {
  const has = installed.packages ?? {};
  return Object.entries(locked.packages ?? {}).every(([folder, { version, integrity, optional }]) => {
    if (folder === '') return true;
    if (!has[folder]) return optional === true;
    return has[folder].version === version && has[folder].integrity === integrity;
  });
}

/** `npm ci`. Throws SetUpFailure. */
export async function installDependencies(root, { log, lock }) {
  if (process.platform === 'win32' && process.execPath.startsWith(path.join(root, 'node_modules'))) {
    // Windows doesn't delete a program that runs, and npm ci begins by deleting node_modules.
    throw new SetUpFailure('The packages changed, and this Node is one of them', 'Run "npm ci", then start again');
  }
  const begun = Date.now();
  const words = () => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    log.progress(`Installing the packages of package-lock.json: ${seconds} s`, Math.floor(seconds / 10));
  };
  words();
  const ticking = setInterval(words, 1000);
  try {
    const { code, output } = await runNpm(['ci', '--include=dev', '--include=optional', '--no-progress'], root, lock);
    if (code !== 0) throw npmFailure(code, output);
  } finally {
    clearInterval(ticking);
    log.endProgress();
  }
  log.line(`Packages installed (${Math.round((Date.now() - begun) / 1000)} s).`);
}

/**
 * The npm that runs us, or the one on PATH. Inside `npm run` the bundled Node is first on PATH; npm ci is about to
 * delete it, so npm gets the system's.
 */
function runNpm(args, root, lock) {
  const ownBinaries = path.join('node_modules', '.bin');
  const PATH = (process.env.PATH ?? process.env.Path ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.endsWith(ownBinaries))
    .join(path.delimiter);
  const env = { ...process.env, PATH };
  delete env.Path; // Windows's spelling of the same.
  const options = { cwd: root, env, lock };
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  if (node && npm?.endsWith('npm-cli.js')) return run(node, [npm, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

function npmFailure(code, output) {
  if (code === 127) return new SetUpFailure('npm is missing', 'Install it (it comes with Node) and start again');
  // npm tells the reason first, then where its log lies, or how npm ci is used.
  const errors = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter((line) => line && !/complete log/.test(line));
  const reason = errors.slice(0, 4).join(' ').slice(0, 400);
  const remedy = /EUSAGE/.test(reason) ? 'Bring the lock file up to date with "npm install"' : 'Check the network';
  return new SetUpFailure(`npm ci failed: ${reason || `exit code ${code}`}`, `${remedy} and start again`);
}
