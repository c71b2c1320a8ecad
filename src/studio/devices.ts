import { deviceIds, type DeviceChoice, type DeviceId } from '../contract/devices.ts';
import { PawlabError } from '../contract/errors.ts';
import type { Device } from '../engine/ports.ts';
import type { Trial } from '../engine/training/measure-step.ts';
import { identity, race, ranking, recallRace, type Entrants } from './device-race.ts';
import { hasCrashed, openForgiven, openGuarded, type DeviceParts } from './device-trials.ts';
import { describeLead } from './device-words.ts';
import type { JobContext } from './parts.ts';

export interface ChosenDevice {
  readonly device: Device;
  /** Why this one, in words and figures; null where it was asked for. */
  readonly reason: string | null;
}

/**
 * Opens the device asked for; `auto` takes the one that trains this network fastest, measured the first time and remembered
 * on this machine. Throws `device-unavailable`, and the signal's reason.
 */
export async function chooseDevice(
  parts: DeviceParts,
  choice: DeviceChoice,
  trial: Trial,
  context: JobContext,
): Promise<ChosenDevice> {
  if (choice !== 'auto') return { device: await openForgiven(parts, choice), reason: null };
  const { devices, missing } = await openLadder(parts, context);
  const [first, ...others] = devices;
  if (first === undefined) throw noDevice(missing);
  const chosen =
    others.length === 0
      ? { device: first, reason: 'the only one usable' }
      : await fastest(parts, entrantsOf(devices, missing), trial, context);
  tellMissing(missing, chosen.device, context);
  return chosen;
}

/** As `chooseDevice`, but `auto` measures nothing: what is remembered for the network, else the first that opens. */
export async function recallDevice(
  parts: DeviceParts,
  choice: DeviceChoice,
  trial: Trial,
  context: JobContext,
): Promise<Device> {
  if (choice !== 'auto') return openForgiven(parts, choice);
  const remembered = await openRemembered(parts, trial);
  if (remembered !== null) return remembered;
  const missing: Missing[] = [];
  for (const id of deviceIds) {
    const device = await openRung(parts, id, missing);
    if (device === null) continue;
    tellMissing(missing, device, context);
    return device;
  }
  throw noDevice(missing);
}

export interface Missing {
  readonly id: DeviceId;
  readonly error: PawlabError;
}

/** Opens each device that there is, those excepted that are imitated in software. */
export async function openLadder(
  parts: DeviceParts,
  { signal }: JobContext,
): Promise<{ readonly devices: readonly Device[]; readonly missing: readonly Missing[] }> {
  const devices: Device[] = [];
  const missing: Missing[] = [];
  for (const id of deviceIds) {
    signal.throwIfAborted();
    const device = await openRung(parts, id, missing);
    if (device !== null) devices.push(device);
  }
  return { devices, missing };
}

/** null where it isn't there, which `missing` then says, or is imitated in software. */
async function openRung(parts: DeviceParts, id: DeviceId, missing: Missing[]): Promise<Device | null> {
  try {
    const device = await openGuarded(parts, id);
    return device.software ? null : device;
  } catch (error) {
    if (!(error instanceof PawlabError)) throw error;
    missing.push({ id, error });
    return null;
  }
}

/** The devices that can be measured, and what is told of the others. */
export function entrantsOf(devices: readonly Device[], missing: readonly Missing[]): Entrants {
  const opened = new Set(devices.map(({ id }) => id));
  const reasons: Partial<Record<DeviceId, string>> = {};
  for (const id of deviceIds) if (!opened.has(id)) reasons[id] = 'It is imitated in software here, for tests only.';
  for (const { id, error } of missing) reasons[id] = error.message;
  return { devices, missing: reasons };
}

async function fastest(
  parts: DeviceParts,
  entrants: Entrants,
  trial: Trial,
  context: JobContext,
): Promise<ChosenDevice> {
  const { devices } = entrants;
  const held = await race(parts, entrants, trial, context);
  const ranked = ranking(held);
  const device = devices.find(({ id }) => id === ranked[0]?.[0]);
  if (device !== undefined) return { device, reason: describeLead(ranked, held.date) };
  throw new PawlabError(
    'device-unavailable',
    `The network runs on none of ${devices.map(({ name }) => name).join(', ')}.`,
    'Choose a smaller batch size or picture size, or the executor auto.',
  );
}

async function openRemembered(parts: DeviceParts, trial: Trial): Promise<Device | null> {
  const remembered = await recallRace(parts, trial);
  const [winner] = remembered === null ? [] : ranking(remembered);
  if (remembered === null || winner === undefined) return null;
  const [id] = winner;
  const device = await openRung(parts, id, []);
  return device !== null && identity(device) === remembered.measured[id]?.identity ? device : null;
}

/** No GPU for WebGPU is nothing to tell each time; what can be mended is. */
function tellMissing(missing: readonly Missing[], device: Device, { report }: JobContext): void {
  for (const { id, error } of missing) {
    if (id === 'webgpu' && !hasCrashed(error)) continue;
    report({ type: 'notice', text: `${error.message} ${error.remedy} ${device.name} is used instead.` });
  }
}

const noDevice = (missing: readonly Missing[]): PawlabError =>
  new PawlabError(
    'device-unavailable',
    `No device can train here: ${missing.map(({ error }) => error.message).join(' ')}`,
    'Settings, or `pawlab doctor` on the command line, says more.',
  );
