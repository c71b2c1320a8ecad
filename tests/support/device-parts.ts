import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { createDevices } from '../../src/adapters/devices/devices.ts';
import { openFolder } from '../../src/adapters/files/folder.ts';
import { createMachine } from '../../src/adapters/machine.ts';
import type { DeviceId } from '../../src/contract/devices.ts';
import { createEagerNetwork } from '../../src/engine/eager/network.ts';
import { createGraphNetwork } from '../../src/engine/graph/network.ts';
import { describePreset } from '../../src/engine/models/presets.ts';
import type { Device, Devices } from '../../src/engine/ports.ts';
import type { Trial } from '../../src/engine/training/measure-step.ts';
import type { DeviceParts } from '../../src/studio/device-trials.ts';

export const smallTrial: Trial = {
  description: describePreset('tutorial', { classes: 2, size: 16 }),
  batchSize: 4,
  executor: 'auto',
};

const real = createDevices({ eager: createEagerNetwork, graph: createGraphNetwork });

type Open = () => Device | Promise<Device>;

/** This machine's devices, some of them replaced. */
export const ladder = (replaced: Partial<Record<DeviceId, Open>> = {}): Devices => ({
  open: async (id) => (replaced[id] ?? (() => real.open(id)))(),
});

/** WebAssembly under another name, which can be made slower: trains for real. */
export async function copyOf(id: DeviceId, change: Partial<Device> = {}): Promise<Device> {
  return { ...(await real.open('wasm')), id, name: `a copy (${id})`, ...change };
}

export const devicePartsIn = (folder: string, devices: Devices): DeviceParts => ({
  devices,
  memory: openFolder(folder),
  machine: createMachine(folder),
  digest: (text) => createHash('sha256').update(text).digest('hex'),
  breathe: () => breathe(),
  clock: () => performance.now(),
  now: () => new Date('2026-11-24T12:00:00Z'),
  logBug: (error) => {
    throw error;
  },
});
