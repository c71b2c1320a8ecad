/**
 * Milliseconds per training step of a network, pictures already in memory, as ../shared/baselines/keras_step.py measures
 * Keras: every step takes other pictures in another order. Runs on the bundled Node, which reads TypeScript.
 *
 * usage: node step.mjs [--network tutorial|depthwise] [--executor auto|graph|eager] [--device auto|...] [--batch N]
 *   [--rounds N] [--steps N]     prints one JSON line (median of the rounds)
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDevices } from '../../src/adapters/devices/devices.ts';
import { deviceIds } from '../../src/contract/devices.ts';
import { createEagerNetwork } from '../../src/engine/eager/network.ts';
import { createGraphNetwork } from '../../src/engine/graph/network.ts';
import { initialWeights } from '../../src/engine/models/initializers.ts';
import { describePreset } from '../../src/engine/models/presets.ts';
import { parameterCount } from '../../src/engine/models/variables.ts';
import { median } from './command.mjs';
import { depthwise } from './depthwise.mjs';

const networks = { tutorial: () => describePreset('tutorial', { classes: 2, size: 64 }), depthwise: () => depthwise };
const warmUp = 10;
const learningRate = 0.001;

function options() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: {
      network: { ...text, default: 'tutorial' },
      executor: { ...text, default: 'auto' },
      device: { ...text, default: 'auto' },
      batch: { ...text, default: '32' },
      rounds: { ...text, default: '5' },
      steps: { ...text, default: '60' },
    },
  });
  const { batch, rounds, steps } = values;
  return { ...values, batch: Number(batch), rounds: Number(rounds), steps: Number(steps) };
}

/** The device asked for; `auto`: the first that opens. */
async function openDevice(choice) {
  const devices = createDevices({ eager: createEagerNetwork, graph: createGraphNetwork });
  if (choice !== 'auto') return devices.open(choice);
  let problem;
  for (const id of deviceIds) {
    const device = await devices.open(id).catch((error) => void (problem = error));
    if (device && !device.software) return device;
  }
  throw problem;
}

const below = (limit) => Math.floor(Math.random() * limit);

/** Noise for so many steps, as bytes: what the picture cache holds. */
function drawSamples({ input, classes }, count) {
  const size = input.height * input.width * 3;
  const pictures = new Uint8Array(count * size).map(() => below(256));
  return { size, pictures, labels: new Uint16Array(count).map(() => below(classes)) };
}

/** Copies the batch together anew each time, as the thread that loads pictures does in a run. */
function batchOf({ size, pictures, labels }, members) {
  const batch = { pictures: new Uint8Array(members.length * size), labels: new Uint16Array(members.length) };
  members.forEach((sample, at) => {
    batch.pictures.set(pictures.subarray(sample * size, (sample + 1) * size), at * size);
    batch.labels[at] = labels[sample];
  });
  return batch;
}

function shuffled(count) {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = below(at + 1);
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

/** Milliseconds per step over so many steps. */
async function round(network, samples, { batch, steps }) {
  const start = performance.now();
  const order = shuffled(batch * steps);
  for (let step = 0; step < steps; step++) {
    await network.trainStep(batchOf(samples, order.slice(step * batch, (step + 1) * batch)), learningRate);
    await breathe();
  }
  return (performance.now() - start) / steps;
}

async function main() {
  const given = options();
  const description = networks[given.network]();
  const device = await openDevice(given.device);
  const weights = initialWeights(description, 1);
  const network = await device.createNetwork(description, weights, { seed: 1, executor: given.executor });
  const samples = drawSamples(description, given.batch * Math.max(given.steps, warmUp));
  await round(network, samples, { batch: given.batch, steps: warmUp });
  const rounds = [];
  for (let at = 0; at < given.rounds; at++) rounds.push(await round(network, samples, given));
  const line = {
    what: 'pawlab',
    network: given.network,
    executor: network.executor,
    device: device.name,
    versions: { ...device.versions, node: process.versions.node },
    batch: given.batch,
    parameters: parameterCount(description),
    ms_per_step: Number(median(rounds).toFixed(2)),
  };
  network.dispose();
  console.log(JSON.stringify(line));
}

await main();
