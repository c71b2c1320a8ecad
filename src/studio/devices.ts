import { deviceIds, type DeviceChoice } from '../contract/devices.ts';
import { PawlabError } from '../contract/errors.ts';
import type { Device, Devices } from '../engine/ports.ts';
import type { JobContext } from './parts.ts';

/** Opens the chosen device; `auto` climbs down the ladder to the first that is there, and says what was missing. */
export async function openDevice(devices: Devices, choice: DeviceChoice, { report }: JobContext): Promise<Device> {
  if (choice !== 'auto') return devices.open(choice);
  const missing: PawlabError[] = [];
  for (const id of deviceIds) {
    try {
      const device = await devices.open(id);
      for (const { message, remedy } of missing) {
        report({ type: 'notice', text: `${message} ${remedy} ${device.name} is used instead.` });
      }
      return device;
    } catch (error) {
      if (!(error instanceof PawlabError)) throw error;
      missing.push(error);
    }
  }
  throw new PawlabError(
    'device-unavailable',
    `No device can train here: ${missing.map(({ message }) => message).join(' ')}`,
    'Run `pawlab doctor` for the details.',
  );
}
