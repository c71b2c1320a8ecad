import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { withCleanUp } from './processes.mjs';

const heartbeat = 5_000;
const silence = 60_000;

/**
 * Runs `body` while this process alone holds the lock file. A lock whose owner is dead is taken over.
 *
 * The file holds the host and the process ids of the owner and of the children it shares the lock with: after a
 * killed set-up its npm or pip may live on, and a second one beside it would spoil both.
 * @param {string} file
 * @param {{ onWait(pid: number): void }} options called once when somebody else holds it
 * @param {(lock: { share(pid: number): void }) => Promise<T>} body
 * @returns {Promise<T>}
 * @template T
 */
export async function withLock(file, { onWait }, body) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let told = false;
  while (!tryLock(file)) {
    if (removeDead(file)) continue;
    if (!told) onWait(readOwner(file)?.pids[0] ?? 0);
    told = true;
    await wait(100);
  }
  const beat = setInterval(() => touch(file), heartbeat);
  const release = () => {
    clearInterval(beat);
    fs.rmSync(file, { force: true });
  };
  return withCleanUp(release, () => body({ share: (pid) => fs.appendFileSync(file, `${pid}\n`) }));
}

/** Written beside and linked, so that nobody reads half of it. */
function tryLock(file) {
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, `${os.hostname()}\n${process.pid}\n`);
  try {
    fs.linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    return tryExclusive(file, own);
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** For file systems without hard links. */
function tryExclusive(file, own) {
  try {
    fs.copyFileSync(own, file, fs.constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead owner's lock away. Whoever moved a live one (it was replaced a moment ago) puts it back. */
function removeDead(file) {
  const owner = readOwner(file);
  if (owner && !isDead(owner)) return false;
  if (!owner) return !fs.existsSync(file);
  const aside = `${file}.dead-${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (readOwner(aside)?.text !== owner.text) fs.linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
  return true;
}

function readOwner(file) {
  try {
    const text = fs.readFileSync(file, 'utf8');
    const [host, ...pids] = text.trim().split('\n');
    return { text, host, pids: pids.map(Number), touched: fs.statSync(file).mtimeMs };
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Process ids mean nothing on another host (two containers with one cache folder) and after a restart of this one:
 * there the owner's heartbeat decides.
 */
function isDead({ host, pids, touched }) {
  const age = Date.now() - touched;
  if (host !== os.hostname()) return age > silence;
  return age / 1000 > os.uptime() || !pids.some(isAlive);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function touch(file) {
  try {
    fs.utimesSync(file, new Date(), new Date());
  } catch {
    // Removed by hand: the work goes on, and the lock has done its duty as well as it could.
  }
}
