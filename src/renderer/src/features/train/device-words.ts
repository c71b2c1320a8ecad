/** Devices in words: the line under a headline and the rows of the menu. */
import type { DeviceChoice, Executor } from '../../../../contract/devices.ts';
import type { DeviceOption, RunPreview } from '../../../../contract/run-view.ts';

/** Two digits or more: 4.2 ms, 18 ms */
export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)}\u00a0ms`;

export const perStep = (value: number): string => `${milliseconds(value)} per step`;

/** TensorFlow 2.20 on CPU (2 cores) · 18 ms per step */
export function deviceLine(name: string, executor: Executor | null, step: number | null): string {
  const how = executor === 'eager' ? ' · operation by operation' : '';
  return `${name}${how}${step === null ? '' : ` · ${perStep(step)}`}`;
}

/** What would train: the one asked for, else the one that `auto` takes. */
export function deviceOf(preview: RunPreview, choice: DeviceChoice): DeviceOption | null {
  const id = choice === 'auto' ? preview.chosen : choice;
  return preview.devices.find((device) => device.id === id) ?? null;
}

export function choiceLine(preview: RunPreview | null, choice: DeviceChoice): string {
  if (preview === null) return 'Looking for devices';
  const device = deviceOf(preview, choice);
  if (device === null) return 'The fastest device, measured at the start';
  return deviceLine(device.name, null, device.milliseconds);
}

export interface DeviceRow {
  readonly value: DeviceChoice;
  readonly label: string;
  readonly reason: string;
  readonly checked: boolean;
  readonly disabled: boolean;
}

function reasonOf({ reason, milliseconds: step, usable }: DeviceOption): string {
  const parts = [step === null ? '' : perStep(step), reason];
  const words = parts.filter((part) => part !== '').join(' · ');
  return words === '' && usable === null ? 'Not measured yet' : words;
}

/** The fastest one by itself first, then the ladder. */
export function deviceRows(preview: RunPreview, choice: DeviceChoice): readonly DeviceRow[] {
  const chosen = preview.devices.find(({ id }) => id === preview.chosen);
  const automatic: DeviceRow = {
    value: 'auto',
    label: 'The fastest',
    reason: chosen === undefined ? 'Measured at the start' : `Now ${chosen.name}`,
    checked: choice === 'auto',
    disabled: false,
  };
  const ladder = preview.devices.map((device) => ({
    value: device.id,
    label: device.name,
    reason: reasonOf(device),
    checked: device.id === choice,
    disabled: device.usable === false,
  }));
  return [automatic, ...ladder];
}

/** Why the device that a person asked for can't be taken; null where it can. */
export function deviceProblem(preview: RunPreview | null, choice: DeviceChoice): string | null {
  if (preview === null || choice === 'auto') return null;
  const device = deviceOf(preview, choice);
  return device?.usable === false ? `${device.name} can't be used. ${device.reason}`.trim() : null;
}
