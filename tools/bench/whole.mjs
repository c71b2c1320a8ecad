import fs from 'node:fs';
import path from 'node:path';
import { jsonLines, ofType } from './command.mjs';
import { comparison } from './table.mjs';

/**
 * A whole training from an empty cache, decoding included, after Keras's on the same pictures: from the start of each
 * process to its end.
 */
export async function whole(bench) {
  const { epochs } = bench;
  readAll(bench.data);
  const keras = bench.keras === null ? null : await kerasRun(bench);
  const own = await ownRun(bench);
  const what = `${epochs} epochs from an empty cache, decoding included`;
  const runs = { own, rival: keras };
  const row = comparison(what, {
    own: own.seconds,
    rival: keras?.seconds ?? null,
    name: 'Keras',
    option: '--keras PYTHON',
    atMost: 0.6,
    asked: "at most 0.6 of Keras's (0.45 on full-size pictures)",
    show: (seconds, who) => `${seconds.toFixed(1)} s (test accuracy ${(runs[who].accuracy * 100).toFixed(1)} %)`,
  });
  return [row];
}

/** Brings the files into the system's memory, so that whoever goes first doesn't wait for the disk alone. */
function readAll(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) readAll(file);
    else if (entry.isFile()) fs.readFileSync(file);
  }
}

async function kerasRun({ keras, baseline, data, epochs, log }) {
  const onLine = (line) => log(`whole, Keras: epoch ${line.epoch} in ${line.seconds.toFixed(1)} s`);
  const { seconds, lines } = await timed(
    jsonLines(keras, [baseline('keras_tutorial.py'), data, `${epochs}`], { onLine }),
  );
  return { seconds, accuracy: lines.at(-1).val_accuracy };
}

async function ownRun({ pawlab, training, test, epochs, scratch, log }) {
  const env = { PAWLAB_CACHE: path.join(scratch, 'whole-cache'), PAWLAB_HOME: path.join(scratch, 'whole-projects') };
  fs.rmSync(env.PAWLAB_CACHE, { recursive: true, force: true });
  const onLine = (line) => {
    if (line.type === 'prepared') log(`whole, Pawlab: prepared ${line.pictures} in ${line.seconds.toFixed(1)} s`);
    if (line.type === 'epoch') log(`whole, Pawlab: epoch ${line.epoch} in ${line.seconds.toFixed(1)} s`);
  };
  const args = ['train', training, '--test', test, '--epochs', `${epochs}`];
  const { seconds, lines } = await timed(pawlab(args, { env, onLine }));
  return { seconds, accuracy: ofType(lines, 'done')[0].testAccuracy };
}

/** `process`: just started, its lines once it has ended. */
async function timed(process) {
  const start = performance.now();
  const lines = await process;
  return { seconds: (performance.now() - start) / 1000, lines };
}
