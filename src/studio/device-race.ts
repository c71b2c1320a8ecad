import { deviceIds } from '../contract/devices.ts';
import { PawlabError } from '../contract/errors.ts';
import { measureStep, type Trial } from '../engine/training/measure-step.ts';
import type { Device } from '../engine/ports.ts';
import { changeMemory, readMemory, without, type Race } from './device-memory.ts';
import { today, tried, type DeviceParts } from './device-trials.ts';
import type { Ranking } from './device-words.ts';
import type { JobContext } from './parts.ts';

/** Those that take part. */
export interface Entrants {
  readonly devices: readonly Device[];
  /** Why the others don't, as sentences. */
  readonly missing: Race['missing'];
}

/** What was measured of these devices for this network, or is now. */
export async function race(parts: DeviceParts, entrants: Entrants, trial: Trial, context: JobContext): Promise<Race> {
  const remembered = await recallRace(parts, trial);
  if (remembered !== null && isOf(entrants.devices, remembered)) return remembered;
  const held = await holdRace(parts, entrants, trial, context);
  await rememberRace(parts, trial, held);
  return held;
}

export async function recallRace(parts: DeviceParts, trial: Trial): Promise<Race | null> {
  return (await readMemory(parts.memory)).races[keyOf(parts, trial)] ?? null;
}

export async function rememberRace(parts: DeviceParts, trial: Trial, held: Race): Promise<void> {
  const key = keyOf(parts, trial);
  await changeMemory(parts.memory, (known) => ({
    ...known,
    // Last, for the oldest are forgotten first.
    races: { ...without(known.races, key), [key]: held },
  }));
}

/** The fastest first; devices on which the network doesn't run are left out. */
export function ranking({ measured }: Race): Ranking {
  return deviceIds
    .flatMap((id) => {
      const milliseconds = measured[id]?.milliseconds ?? null;
      return milliseconds === null ? [] : [[id, milliseconds] as const];
    })
    .toSorted(([, a], [, b]) => a - b);
}

export const identity = ({ name, versions }: Device): string => `${name} ${JSON.stringify(versions)}`;

/** Class weights are left out, which differ from data set to data set and cost nothing. */
function keyOf({ digest, machine }: DeviceParts, { description, batchSize, executor }: Trial): string {
  const loss = { ...description.loss, classWeights: null };
  return digest(JSON.stringify([machine.processor, { ...description, loss }, batchSize, executor]));
}

const isOf = (devices: readonly Device[], { measured }: Race): boolean =>
  Object.keys(measured).length === devices.length &&
  devices.every((device) => measured[device.id]?.identity === identity(device));

/** Measures each device, whatever was known before. */
export async function holdRace(
  parts: DeviceParts,
  { devices, missing }: Entrants,
  trial: Trial,
  context: JobContext,
): Promise<Race> {
  const measured: Race['measured'] = {};
  let best = Infinity;
  for (const device of devices) {
    const milliseconds = await measure(parts, device, trial, best, context);
    best = Math.min(best, milliseconds ?? Infinity);
    measured[device.id] = { identity: identity(device), name: device.name, milliseconds };
  }
  return { measured, missing, date: today(parts) };
}

/** null where the network doesn't run on the device, for whatever reason: another one will do. */
async function measure(
  parts: DeviceParts,
  device: Device,
  trial: Trial,
  rival: number,
  { report, signal }: JobContext,
): Promise<number | null> {
  const executor = trial.executor === 'auto' ? (device.executors[0] ?? 'eager') : trial.executor;
  report({ type: 'preparing_network', device: device.name, executor });
  const { clock, breathe } = parts;
  try {
    return await tried(parts, device.id, () => measureStep(device, trial, { clock, breathe, signal }, rival));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof PawlabError && error.code === 'executor-unavailable') return null;
    const { message } = error instanceof Error ? error : new Error(String(error));
    report({ type: 'notice', text: `${device.name} is left out, for it failed while it was measured: ${message}` });
    if (!(error instanceof PawlabError)) parts.logBug(error);
    return null;
  }
}
