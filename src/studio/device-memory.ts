import * as v from 'valibot';
import { deviceIds } from '../contract/devices.ts';
import { PawlabError } from '../contract/errors.ts';
import type { Folder } from '../engine/ports.ts';

/** In the user's cache folder. */
const file = 'devices.json';

/** Networks remembered; older ones are measured anew. */
const most = 100;

const measurement = v.object({
  /** Name and versions: another driver or build may be as fast as another device. */
  identity: v.string(),
  /** For people; files older than this have none. */
  name: v.optional(v.string()),
  /** Of one training step; null where the network doesn't run on it. */
  milliseconds: v.nullable(v.number()),
});

/** What was measured for a network, and when: a date like 2026-11-24. */
const race = v.object({
  measured: v.record(v.picklist(deviceIds), measurement),
  /** Why the others weren't, as sentences. */
  missing: v.optional(v.record(v.picklist(deviceIds), v.string()), {}),
  date: v.string(),
});

const deviceMemory = v.object({
  version: v.literal(1),
  /** Devices that are being tried, by the process that does it. One that is gone has crashed over it. */
  trying: v.record(v.picklist(deviceIds), v.string()),
  /** Devices that ended a process, and when. */
  crashed: v.record(v.picklist(deviceIds), v.string()),
  /** By network and machine. */
  races: v.record(v.string(), race),
});

export type Race = v.InferOutput<typeof race>;
export type DeviceMemory = v.InferOutput<typeof deviceMemory>;

const nothing: DeviceMemory = { version: 1, trying: {}, crashed: {}, races: {} };

/** What is known of the devices. A file that is damaged, or can't be read, is as good as none. */
export async function readMemory(folder: Folder): Promise<DeviceMemory> {
  try {
    const text = await folder.readText(file);
    const result = text === null ? null : v.safeParse(deviceMemory, JSON.parse(text));
    return result?.success === true ? result.output : nothing;
  } catch (error) {
    if (error instanceof PawlabError || error instanceof SyntaxError) return nothing;
    throw error;
  }
}

/** Where it can't be written (a full disk), the devices are measured again next time. The last of two writers wins. */
export async function changeMemory(folder: Folder, change: (memory: DeviceMemory) => DeviceMemory): Promise<void> {
  const memory = change(await readMemory(folder));
  const races = Object.fromEntries(Object.entries(memory.races).slice(-most));
  try {
    await folder.replaceText(file, `${JSON.stringify({ ...memory, races }, null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof PawlabError)) throw error;
  }
}

export const without = <T>(record: Readonly<Record<string, T>>, ...names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
