/**
 * Measures what the project promises, on the machine at hand, and prints one table: `npm run bench -- --help`.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { busy } from './bench/busy.mjs';
import { jsonLines } from './bench/command.mjs';
import { describeMachine } from './bench/machine.mjs';
import { accuracy, pace, preparing } from './bench/measurements.mjs';
import { depthwise, step } from './bench/steps.mjs';
import { table } from './bench/table.mjs';
import { whole } from './bench/whole.mjs';
import { exitWith, SetUpFailure } from './setup/failure.mjs';
import { projectRoot } from './setup/paths.mjs';
import { setUp } from './setup.mjs';

/** In the order of the table. */
const measurements = { step, depthwise, whole, busy, preparing, pace, accuracy };

const help = `npm run bench -- [options]
  --only NAMES        some of ${Object.keys(measurements).join(',')} (default: all)
  --keras PYTHON      a Python with TensorFlow, Keras, SciPy and Pillow, to take turns with
  --torch PYTHON      a Python with PyTorch and NumPy, to take turns with
  --baselines FOLDER  holds keras_step.py, keras_tutorial.py and torch_step.py (default: ../shared/baselines)
  --data FOLDER       holds training_data and test_data, a folder per class in each (default: ../shared/data/cats-dogs)
  --turns N           of the steps, each of five rounds of 60 steps (default: 3)
  --epochs N          of the whole training and of the accuracy runs (default: 25)
  --seeds LIST        of the accuracy runs (default: 1,2,3)
  --device NAME       default: auto
  --executor NAME     auto, graph or eager (default: auto)

  step       a training step of the tutorial network, against Keras and PyTorch
  depthwise  the same of a network with depthwise convolutions and batch normalization, against Keras
  whole      a training from an empty cache, decoding included, against Keras; about eight minutes
  busy       the share of the cores' time that an epoch uses; on Linux
  preparing  pictures decoded per second
  pace       seconds per epoch, against Keras
  accuracy   test accuracy of whole runs, and what memory does in them; a run per seed
`;

const near = (...parts) => path.join(projectRoot, '..', 'shared', ...parts);

function options() {
  const text = { type: 'string' };
  return parse({
    only: { ...text, default: Object.keys(measurements).join(',') },
    keras: text,
    torch: text,
    baselines: { ...text, default: near('baselines') },
    data: { ...text, default: near('data', 'cats-dogs') },
    turns: { ...text, default: '3' },
    epochs: { ...text, default: '25' },
    seeds: { ...text, default: '1,2,3' },
    device: { ...text, default: 'auto' },
    executor: { ...text, default: 'auto' },
    help: { type: 'boolean', default: false },
  });
}

function parse(options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new SetUpFailure(error.message.replace(/\.[^]*$/, ''), 'Have a look at --help');
  }
}

/** What stands in the way of measuring is told before the first minute is spent. */
function requireUsable({ data, baselines, keras, torch, turns, epochs, ...given }) {
  const unknown = given.only.split(',').find((name) => !Object.hasOwn(measurements, name));
  if (unknown !== undefined) throw new SetUpFailure(`There is no measurement "${unknown}"`, 'Have a look at --help');
  if (!fs.existsSync(data)) throw new SetUpFailure(`There is no folder ${data}`, 'Name one with --data');
  for (const [name, count] of Object.entries({ turns, epochs })) {
    if (!(Number(count) >= 1)) throw new SetUpFailure(`--${name} is ${count}`, 'It must be a number from 1');
  }
  const scripts = { 'keras_step.py': keras, 'keras_tutorial.py': keras, 'torch_step.py': torch };
  const missing = Object.keys(scripts).find((file) => scripts[file] && !fs.existsSync(path.join(baselines, file)));
  if (missing) throw new SetUpFailure(`There is no ${missing} in ${baselines}`, 'Name its folder with --baselines');
}

/** A runner of TypeScript that prints JSON lines. */
const runner = (node, environment) => (file, args, options) =>
  jsonLines(node, ['--disable-warning=ExperimentalWarning', path.join(projectRoot, file), ...args], {
    ...options,
    env: { ...process.env, ...environment, ...options?.env },
  });

/** A runner of the command line, with projects and picture cache in a folder of their own. */
function commandLine(run, scratch, { device, executor }) {
  const own = { PAWLAB_HOME: path.join(scratch, 'projects'), PAWLAB_CACHE: path.join(scratch, 'shared-cache') };
  const chosen = ['--json', '--device', device, ...(executor === 'auto' ? [] : ['--executor', executor])];
  return (args, { env = {}, onLine } = {}) =>
    run('src/cli/main.ts', [...args, ...chosen], { env: { ...own, ...env }, onLine });
}

/** A runner of step.mjs. */
const stepRunner = (run, device) => (options) =>
  run(
    'tools/bench/step.mjs',
    Object.entries({ device, ...options }).flatMap(([name, value]) => [`--${name}`, `${value}`]),
  );

const createBench = (given, scratch, run) => ({
  pawlab: commandLine(run, scratch, given),
  ownStep: stepRunner(run, given.device),
  executor: given.executor,
  data: given.data,
  training: path.join(given.data, 'training_data'),
  test: path.join(given.data, 'test_data'),
  turns: Number(given.turns),
  epochs: Number(given.epochs),
  seeds: given.seeds.split(',').map(Number),
  keras: given.keras ?? null,
  torch: given.torch ?? null,
  baseline: (file) => path.join(given.baselines, file),
  scratch,
  log: (text) => process.stderr.write(`${text}\n`),
});

async function measure(bench, only) {
  const rows = [];
  for (const [name, measurement] of Object.entries(measurements)) {
    if (only.includes(name)) rows.push(...(await measurement(bench)));
  }
  return rows;
}

async function main() {
  const given = options();
  if (given.help) return void process.stdout.write(help);
  requireUsable(given);
  const { node, environment } = await setUp();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'pawlab-bench-'));
  try {
    const bench = createBench(given, scratch, runner(node, environment));
    for (const line of await describeMachine(bench)) console.log(line);
    console.log(`\n${table(await measure(bench, given.only.split(',')))}`);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

await main().catch(exitWith);
