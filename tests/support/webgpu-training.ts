/**
 * A program of its own: trains the tutorial network for 20 steps on WebGPU and on the best other device, and prints what
 * came of it as JSON; `null` where WebGPU finds no adapter.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { dispose, engine as tfjs, fill, setBackend, sum } from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { createDevices } from '../../src/adapters/devices/devices.ts';
import type { DeviceId } from '../../src/contract/devices.ts';
import { createEagerNetwork } from '../../src/engine/eager/network.ts';
import { createGraphNetwork } from '../../src/engine/graph/network.ts';
import { initialWeights } from '../../src/engine/models/initializers.ts';
import { describePreset } from '../../src/engine/models/presets.ts';
import type { Device } from '../../src/engine/ports.ts';
import { formulaBatch } from './formula.ts';

export interface Trained {
  readonly name: string;
  readonly software: boolean;
  readonly losses: readonly number[];
  /** Of the other device. */
  readonly expected: readonly number[];
  /** Alive before the network and after it, on the device; buffers of the GPU in use after each of two networks. */
  readonly tensors: readonly number[];
  readonly buffers: readonly number[];
  /** What is said of a tensor larger than the GPU takes. */
  readonly refusal: string;
}

const devices = createDevices({ eager: createEagerNetwork, graph: createGraphNetwork });
const description = describePreset('tutorial', { classes: 2, size: 16 });

async function lossesOn(device: Device, steps = 20): Promise<readonly number[]> {
  const network = await device.createNetwork(description, initialWeights(description, 1), {
    seed: 0,
    executor: 'eager',
  });
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const { lossSum, samples } = await network.trainStep(formulaBatch(description, step % 4, 4), 0.001);
    losses.push(lossSum / samples);
    await breathe();
  }
  network.dispose();
  return losses;
}

async function open(id: DeviceId): Promise<Device | null> {
  try {
    return await devices.open(id);
  } catch {
    return null;
  }
}

const backend = (): WebGPUBackend => tfjs().registry['webgpu'] as WebGPUBackend;

const buffersInUse = (): number => backend().bufferManager.getNumUsedBuffers();

async function refusal(): Promise<string> {
  await setBackend('webgpu');
  const large = fill([backend().device.limits.maxBufferSize / 4 + 1], 1);
  const total = sum(large);
  try {
    return `accepted: ${(await total.data()).join()}`;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  } finally {
    dispose([large, total]);
  }
}

async function trained(): Promise<Trained | null> {
  const webgpu = await open('webgpu');
  if (webgpu === null) return null;
  const tensorflow = await open('tensorflow');
  const wasm = await devices.open('wasm');
  const before = webgpu.tensorCount();
  const losses = await lossesOn(webgpu);
  const expected = await lossesOn(tensorflow ?? wasm);
  const buffers = [buffersInUse()];
  await lossesOn(webgpu, 2);
  buffers.push(buffersInUse());
  const { name, software } = webgpu;
  return {
    name,
    software,
    losses,
    expected,
    tensors: [before, webgpu.tensorCount()],
    buffers,
    refusal: await refusal(),
  };
}

process.stdout.write(`${JSON.stringify(await trained())}\n`);
