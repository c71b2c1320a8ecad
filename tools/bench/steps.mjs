import { fileURLToPath } from 'node:url';
import { jsonLines } from './command.mjs';
import { comparison } from './table.mjs';
import { takeTurns } from './turns.mjs';

const kerasDepthwise = fileURLToPath(new URL('./keras_depthwise_step.py', import.meta.url));

/** A training step of the tutorial network, taking turns with Keras and PyTorch. */
export const step = (bench) =>
  stepRows(bench, {
    network: 'tutorial',
    title: 'step of the tutorial network',
    keras: bench.baseline('keras_step.py'),
    torch: bench.baseline('torch_step.py'),
    atMost: { keras: 0.75, torch: 0.6 },
  });

/** The same of a network with depthwise convolutions and batch normalization. */
export const depthwise = (bench) =>
  stepRows(bench, {
    network: 'depthwise',
    title: 'step of a depthwise, batch-norm network',
    keras: kerasDepthwise,
    torch: null,
    atMost: { keras: 0.9 },
  });

async function stepRows(bench, { network, title, keras, torch, atMost }) {
  const checked = countChecker(network);
  const measured = [];
  const own = async (options) => {
    const [line] = await bench.ownStep({ network, ...options });
    measured.push(line);
    return checked(line);
  };
  const results = await takeTurns(
    bench.turns,
    {
      Pawlab: () => own({ executor: bench.executor }),
      Keras: rival(bench.keras, keras, checked),
      PyTorch: rival(bench.torch, torch, checked),
    },
    (name, value) => bench.log(`${title}, ${name}: ${value.toFixed(2)} ms`),
  );
  const [{ executor, batch }] = measured;
  const what = `${title}, ${batch} pictures, ${executor}`;
  const compared = (name, option, factor) =>
    comparison(what, {
      own: results.Pawlab.median,
      rival: results[name]?.median ?? null,
      name,
      option: `${option} PYTHON`,
      atMost: factor,
      show: (value, who) => milliseconds(value, results[who === 'own' ? 'Pawlab' : name].min),
    });
  const rows = [compared('Keras', '--keras', atMost.keras)];
  if (torch !== null) rows.push(compared('PyTorch', '--torch', atMost.torch));
  return executor === 'graph' ? [...rows, await eagerRow(title, own, results.Pawlab.median)] : rows;
}

/** Few steps: they are slow, and nothing is asked of them. */
async function eagerRow(title, own, graph) {
  const value = await own({ executor: 'eager', rounds: 3, steps: 15 });
  return {
    what: `${title}, eager`,
    measured: milliseconds(value),
    against: `graph ${milliseconds(graph)}`,
    ratio: value / graph,
    asked: '',
    met: null,
  };
}

const milliseconds = (value, min) => `${value.toFixed(1)} ms${min === undefined ? '' : ` (min ${min.toFixed(1)})`}`;

const rival = (python, script, checked) =>
  python && script ? async () => checked((await jsonLines(python, [script]))[0]) : null;

/** Twins must not drift apart: all that tell their number of parameters must tell the same. Gives the milliseconds. */
function countChecker(network) {
  const counts = new Map();
  return ({ what, parameters, ms_per_step: value }) => {
    if (parameters !== undefined) counts.set(what, parameters);
    if (new Set(counts.values()).size <= 1) return value;
    const told = [...counts].map(([name, count]) => `${count} (${name})`).join(' and ');
    throw new Error(`The twins of the network ${network} differ: they have ${told} parameters.`);
  };
}
