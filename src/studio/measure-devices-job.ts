import { deviceIds, type DeviceId } from '../contract/devices.ts';
import type { Trial } from '../engine/training/measure-step.ts';
import { holdRace, rememberRace, type Entrants } from './device-race.ts';
import type { DeviceParts } from './device-trials.ts';
import { deviceNames } from './device-words.ts';
import { entrantsOf, openLadder } from './devices.ts';
import type { JobContext } from './parts.ts';

/** Measures a training step on every device, whatever was known before, and remembers it. */
export async function measureDevicesJob(parts: DeviceParts, trial: Trial, context: JobContext): Promise<void> {
  const { devices, missing } = await openLadder(parts, context);
  const entrants = entrantsOf(devices, missing);
  for (const id of deviceIds) tellRung(id, entrants, context);
  const held = await holdRace(parts, entrants, trial, context);
  await rememberRace(parts, trial, held);
  for (const device of devices) {
    const milliseconds = held.measured[device.id]?.milliseconds ?? null;
    const executor = device.executors[0] ?? 'eager';
    if (milliseconds !== null) context.report({ type: 'step_time', device: device.name, executor, milliseconds });
  }
}

function tellRung(id: DeviceId, { devices, missing }: Entrants, { report }: JobContext): void {
  const device = devices.find((one) => one.id === id);
  const text = device === undefined ? (missing[id] ?? '') : `${device.name}, from ${device.origin}`;
  report({ type: 'rung', rung: deviceNames[id], device: id, usable: device !== undefined, text });
}
