import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { SetUpFailure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { missing } from './native-tensorflow-advice.mjs';
import { build, findPrograms } from './native-tensorflow-build.mjs';
import { rowFor } from './native-tensorflow-table.mjs';
import { readJson, userCache } from './paths.mjs';
import { withCleanUp } from './processes.mjs';

/** After a failure the same attempt is not made again for this long, so that every start isn't a download. */
const patience = 3_600_000;

/**
 * The folder with the native TensorFlow, made when it isn't there; null where it can't be, after one line that says why.
 * @param {{ root: string, node: string, log: object, retry: boolean }} options retry: try again after a failure
 * @returns {Promise<string | null>}
 */
export async function nativeTensorFlow({ root, node, log, retry }) {
  if (process.env.PAWLAB_NO_TENSORFLOW) {
    log.line('Native TensorFlow is switched off (PAWLAB_NO_TENSORFLOW); WebAssembly is used.');
    return null;
  }
  if (process.env.PAWLAB_TENSORFLOW) return process.env.PAWLAB_TENSORFLOW;
  const row = rowFor();
  try {
    if (!row) throw missing.platform();
    const folder = path.join(userCache(), 'native', row.name);
    if (!isReady(folder)) await make(folder, { row, root, node, log, retry });
    return folder;
  } catch (error) {
    log.endProgress();
    log.line(`No native TensorFlow: ${inOneLine(error)} WebAssembly is used until then (several times slower).`);
    return null;
  }
}

const isReady = (folder) => fs.existsSync(path.join(folder, 'manifest.json'));

/** A disk that is full or read-only is no reason for a stack trace, and WebAssembly needs none of this. */
const inOneLine = (error) =>
  error instanceof SetUpFailure ? error.message : `${String(error.message ?? error).split('\n')[0]}.`;

async function make(folder, { row, retry, ...rest }) {
  const record = `${folder}.failed.json`;
  const attempt = fingerprint(row);
  const recall = () => {
    const last = readJson(record);
    const same = last?.attempt === attempt && Date.now() - last.time < patience;
    if (same && !retry) throw new SetUpFailure(last.what, last.remedy);
  };
  recall();
  const onWait = (pid) => rest.log.line(`Another set-up (process ${pid}) is making native TensorFlow; waiting for it.`);
  await withLock(`${folder}.lock`, { onWait }, async (lock) => {
    if (isReady(folder)) return;
    recall();
    try {
      await makeLocked(folder, { row, lock, ...rest });
      fs.rmSync(record, { force: true });
    } catch (error) {
      if (error instanceof SetUpFailure) {
        const { what, remedy } = error;
        fs.writeFileSync(record, JSON.stringify({ attempt, time: Date.now(), what, remedy }));
      }
      throw error;
    }
  });
}

/** Another row or another program on PATH may end otherwise. Throws SetUpFailure where a program is missing. */
function fingerprint(row) {
  const attempt = JSON.stringify([row, findPrograms(row)]);
  return createHash('sha256').update(attempt).digest('hex');
}

async function makeLocked(folder, job) {
  removeLeftovers(folder);
  const begun = Date.now();
  const work = `${folder}.building-${process.pid}`;
  fs.mkdirSync(work);
  await withCleanUp(
    () => fs.rmSync(work, { recursive: true, force: true, maxRetries: 3 }),
    async () => {
      await build({ ...job, work });
      keep(path.join(work, 'ready'), folder, job.row);
    },
  );
  job.log.endProgress();
  job.log.line(`TensorFlow ${job.row.version} is ready (${Math.round((Date.now() - begun) / 1000)} s).`);
}

/** Whoever holds the lock is alone: what other builds left was left by dead ones. */
function removeLeftovers(folder) {
  const parent = path.dirname(folder);
  const left = fs.readdirSync(parent).filter((name) => name.startsWith(`${path.basename(folder)}.building-`));
  for (const name of left) fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  fs.rmSync(folder, { recursive: true, force: true });
}

function keep(ready, folder, { version, variant, package: name }) {
  fs.writeFileSync(path.join(ready, 'manifest.json'), JSON.stringify({ version, variant, package: name }));
  fs.renameSync(ready, folder);
}
