import fs from 'node:fs';
import path from 'node:path';
import { jsonLines, mean, median, ofType, residentBytes } from './command.mjs';
import { comparison } from './table.mjs';

/**
 * @typedef {object} Bench what every measurement needs
 * @property {(args: string[], options?: object) => Promise<object[]>} pawlab runs the command line, JSON lines back
 * @property {(options: object) => Promise<object[]>} ownStep runs step.mjs with these options, JSON lines back
 * @property {string} executor auto, graph or eager
 * @property {string} training
 * @property {string} test
 * @property {string} data the folder that holds both
 * @property {number} turns of the steps
 * @property {number} epochs
 * @property {number[]} seeds
 * @property {string | null} keras a Python
 * @property {string | null} torch a Python
 * @property {(file: string) => string} baseline the path of a script that a rival is measured with
 * @property {string} scratch an empty folder
 * @property {(text: string) => void} log
 */

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const seconds = (value) => `${value.toFixed(1)} s`;
const megabytes = (bytes) => `${Math.round(bytes / 1e6) || 0} MB`;

/** Test accuracy of whole runs over several seeds, and what memory does in them. */
export async function accuracy(bench) {
  const finals = [];
  const bests = [];
  const growths = [];
  for (const seed of bench.seeds) {
    let afterFirst = null;
    let last = null;
    const onLine = (line, pid) => {
      if (line.type !== 'epoch') return;
      last = residentBytes(pid);
      if (line.epoch === 1) afterFirst = last;
      bench.log(
        `seed ${seed}, epoch ${line.epoch}: test accuracy ${percent(line.testAccuracy)}, ${line.seconds.toFixed(1)} s`,
      );
    };
    const args = ['train', bench.training, '--test', bench.test, '--epochs', `${bench.epochs}`, '--seed', `${seed}`];
    const [done] = ofType(await bench.pawlab(args, { onLine }), 'done');
    finals.push(done.testAccuracy);
    bests.push(done.bestTestAccuracy);
    if (afterFirst !== null) growths.push(last - afterFirst);
  }
  const rows = [
    {
      what: `test accuracy after ${bench.epochs} epochs, seeds ${bench.seeds.join(', ')}`,
      measured: finals.map(percent).join(', '),
      asked: '77 to 83 % each',
      met: finals.every((share) => share >= 0.77 && share <= 0.83),
    },
    {
      what: 'best epoch, mean over the seeds',
      measured: `${percent(mean(bests))} (${bests.map(percent).join(', ')})`,
      asked: 'at least 80 %',
      met: mean(bests) >= 0.8,
    },
  ];
  if (growths.length === 0) return rows;
  return [
    ...rows,
    {
      what: `memory at the end above that after epoch 1`,
      measured: growths.map(megabytes).join(', '),
      asked: 'under 200 MB',
      met: growths.every((bytes) => bytes < 200e6),
    },
  ];
}

/** Pictures decoded per second into an empty cache, and how long a full one takes to open. */
export async function preparing(bench) {
  const cache = path.join(bench.scratch, 'cache');
  const prepare = async () => {
    // Training is not measured here: one epoch of large batches is the least that the command does.
    const args = ['train', bench.training, '--test', bench.test, '--epochs', '1', '--batch-size', '1024'];
    return ofType(await bench.pawlab(args, { env: { PAWLAB_CACHE: cache } }), 'prepared');
  };
  const rates = [];
  let pictures = 0;
  let warm = [];
  for (let round = 0; round < 3; round++) {
    fs.rmSync(cache, { recursive: true, force: true });
    const cold = await prepare();
    pictures = cold.reduce((sum, line) => sum + line.pictures, 0);
    rates.push(pictures / cold.reduce((sum, line) => sum + line.seconds, 0));
    bench.log(`preparing: ${rates.at(-1).toFixed(0)} pictures/s`);
    warm.push((await prepare()).reduce((sum, line) => sum + line.seconds, 0));
  }
  return [
    {
      what: `preparing ${pictures} pictures, median of ${rates.length}`,
      measured: `${median(rates).toFixed(0)} pictures/s`,
      asked: 'at least 600 pictures/s',
      met: median(rates) >= 600,
    },
    {
      what: 'the same from the cache',
      measured: `${median(warm).toFixed(2)} s`,
      asked: 'under 1 s',
      met: median(warm) < 1,
    },
  ];
}

/** Seconds per epoch after the first, taking turns with Keras on the same pictures; for information. */
export async function pace(bench) {
  const epochs = 3;
  const rounds = 2;
  const ours = [];
  const keras = [];
  const later = (lines) => lines.filter(({ epoch }) => epoch > 1).map(({ seconds }) => seconds);
  for (let round = 0; round < rounds; round++) {
    if (bench.keras !== null) {
      keras.push(
        ...later(await jsonLines(bench.keras, [bench.baseline('keras_tutorial.py'), bench.data, `${epochs}`])),
      );
      bench.log(`Keras: ${keras.map(seconds).join(', ')} per epoch`);
    }
    const lines = await bench.pawlab(['train', bench.training, '--test', bench.test, '--epochs', `${epochs}`]);
    ours.push(...later(ofType(lines, 'epoch')));
    bench.log(`Pawlab: ${ours.map(seconds).join(', ')} per epoch`);
  }
  return [
    comparison('time per epoch after the first, median', {
      own: median(ours),
      rival: bench.keras === null ? null : median(keras),
      name: 'Keras',
      option: '--keras PYTHON',
      atMost: null,
      show: seconds,
    }),
  ];
}
