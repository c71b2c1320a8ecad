import type { DeviceId } from '../contract/devices.ts';
import { PawlabError } from '../contract/errors.ts';
import type { Device } from '../engine/ports.ts';
import { changeMemory, readMemory, without } from './device-memory.ts';
import { deviceNames } from './device-words.ts';
import type { Parts } from './parts.ts';

/** What choosing a device takes. */
export type DeviceParts = Pick<
  Parts,
  'devices' | 'machine' | 'memory' | 'digest' | 'breathe' | 'clock' | 'now' | 'logBug'
>;

/**
 * Work that native code may end the process over. It is written down before and struck out after, whatever came of it:
 * what stays there when the process is gone has crashed.
 */
export async function tried<T>({ memory, machine }: DeviceParts, id: DeviceId, work: () => Promise<T>): Promise<T> {
  await changeMemory(memory, (known) => ({ ...known, trying: { ...known.trying, [id]: machine.process } }));
  try {
    return await work();
  } finally {
    await changeMemory(memory, (known) => ({ ...known, trying: without(known.trying, id) }));
  }
}

/** Opens a device. Rejects with `device-unavailable`, also where it ended the process last time. */
export async function openGuarded(parts: DeviceParts, id: DeviceId): Promise<Device> {
  const date = (await crashes(parts))[id];
  if (date !== undefined) throw leftOut(id, date);
  return tried(parts, id, () => parts.devices.open(id));
}

/** A person asks for the device by name: whatever it did before, it gets another chance. */
export async function openForgiven(parts: DeviceParts, id: DeviceId): Promise<Device> {
  if (id in (await crashes(parts))) {
    await changeMemory(parts.memory, (known) => ({ ...known, crashed: without(known.crashed, id) }));
  }
  return tried(parts, id, () => parts.devices.open(id));
}

export const hasCrashed = (error: PawlabError): boolean => error.cause === crashed;

const crashed = Symbol('crashed');

/** What is told of a device that ended the program. */
export const leftOut = (id: DeviceId, date: string): PawlabError =>
  new PawlabError(
    'device-unavailable',
    `${deviceNames[id]} ended the program on ${date} while it was being tried, and is left out.`,
    'It is tried again when it is chosen by name.',
    { cause: crashed },
  );

/** 2026-11-24 */
export const today = ({ now }: Pick<DeviceParts, 'now'>): string => now().toISOString().slice(0, 10);

/** Devices that crashed and when, with those whose process is found to be gone. */
export async function crashes(parts: DeviceParts): Promise<Partial<Record<DeviceId, string>>> {
  const { memory, machine } = parts;
  const known = await readMemory(memory);
  const gone = Object.entries(known.trying).filter(([, process]) => !machine.isRunning(process));
  if (gone.length === 0) return known.crashed;
  const date = today(parts);
  const found = Object.fromEntries(gone.map(([id]) => [id, date]));
  await changeMemory(memory, (known) => ({
    ...known,
    trying: without(known.trying, ...Object.keys(found)),
    crashed: { ...known.crashed, ...found },
  }));
  return { ...known.crashed, ...found };
}
