/**
 * Measures what the project promises, on the machine at hand, and prints one table: `npm run bench -- --help`.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { jsonLines, ofType } from './bench/command.mjs';
import { accuracy, pace, preparing } from './bench/measurements.mjs';
import { exitWith, SetUpFailure } from './setup/failure.mjs';
import { projectRoot } from './setup/paths.mjs';
import { setUp } from './setup.mjs';

const measurements = { preparing, pace, accuracy };

const help = `npm run bench -- [options]
  --data FOLDER     holds training_data and test_data, a folder per class in each (default: ../shared/data/cats-dogs)
  --keras PYTHON    a Python with TensorFlow, Keras, SciPy and Pillow, to take turns with
  --script FILE     the tutorial in Keras (default: ../shared/baselines/keras_tutorial.py)
  --only NAMES      of ${Object.keys(measurements).join(', ')}
  --epochs N        of the accuracy runs (default: 25)
  --seeds LIST      of the accuracy runs (default: 1,2,3)
  --device NAME     default: auto
`;

const near = (...parts) => path.join(projectRoot, '..', 'shared', ...parts);

function options() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: {
      data: { ...text, default: near('data', 'cats-dogs') },
      keras: text,
      script: { ...text, default: near('baselines', 'keras_tutorial.py') },
      only: { ...text, default: Object.keys(measurements).join(',') },
      epochs: { ...text, default: '25' },
      seeds: { ...text, default: '1,2,3' },
      device: { ...text, default: 'auto' },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

/** A runner of the command line, with projects and picture cache in a folder of their own. */
function commandLine(node, environment, scratch, device) {
  const own = { PAWLAB_HOME: path.join(scratch, 'projects'), PAWLAB_CACHE: path.join(scratch, 'shared-cache') };
  return (args, { env = {}, onLine } = {}) =>
    jsonLines(
      node,
      [
        '--disable-warning=ExperimentalWarning',
        path.join(projectRoot, 'src/cli/main.ts'),
        ...args,
        '--json',
        '--device',
        device,
      ],
      { env: { ...process.env, ...environment, ...own, ...env }, onLine },
    );
}

async function describeMachine(bench) {
  const [started] = ofType(
    await bench.pawlab(['train', bench.training, '--epochs', '1', '--batch-size', '1024']),
    'started',
  );
  const lines = [
    `${os.cpus()[0]?.model.trim()}, ${os.availableParallelism()} cores, ${(os.totalmem() / 1e9).toFixed(0)} GB, ${os.platform()} ${os.arch()}`,
    `load when started: ${os.loadavg()[0].toFixed(1)}`,
    `Pawlab on ${started.device}`,
  ];
  if (bench.keras === null) return lines;
  const versions =
    'import tensorflow, keras; print(f"Keras {keras.__version__} on TensorFlow {tensorflow.__version__}")';
  const keras = execFileSync(bench.keras.python, ['-c', versions], { stdio: ['ignore', 'pipe', 'ignore'] });
  return [...lines, keras.toString().trim()];
}

function printTable(rows) {
  const mark = ({ met }) => (met === null ? '–' : met ? 'met' : 'MISSED');
  console.log('\n| what | measured | asked | |\n|---|---|---|---|');
  for (const row of rows) console.log(`| ${row.what} | ${row.measured} | ${row.asked} | ${mark(row)} |`);
}

async function main() {
  const given = options();
  if (given.help) return void process.stdout.write(help);
  const unknown = given.only.split(',').find((name) => !(name in measurements));
  if (unknown !== undefined) throw new SetUpFailure(`There is no measurement ${unknown}`, help);
  if (!fs.existsSync(given.data)) throw new SetUpFailure(`There is no folder ${given.data}`, 'Name one with --data');
  const { node, environment } = await setUp();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'pawlab-bench-'));
  try {
    const bench = {
      pawlab: commandLine(node, environment, scratch, given.device),
      data: given.data,
      training: path.join(given.data, 'training_data'),
      test: path.join(given.data, 'test_data'),
      epochs: Number(given.epochs),
      seeds: given.seeds.split(',').map(Number),
      keras: given.keras ? { python: given.keras, script: given.script } : null,
      scratch,
      log: (text) => process.stderr.write(`${text}\n`),
    };
    for (const line of await describeMachine(bench)) console.log(line);
    const rows = [];
    for (const name of given.only.split(',')) rows.push(...(await measurements[name](bench)));
    printTable(rows);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

await main().catch(exitWith);
