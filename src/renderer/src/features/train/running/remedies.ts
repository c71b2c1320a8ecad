/** Two ways out of a failure, by its code. */
import type { DeviceChoice } from '../../../../../contract/devices.ts';
import type { ErrorCode } from '../../../../../contract/errors.ts';
import type { Settings } from '../../../../../contract/settings.ts';
import type { DeviceOption } from '../../../../../contract/run-view.ts';
import { count } from '../../../words/numbers.ts';
import type { Shown } from '../shown.ts';

export type Remedy =
  /** Goes on with the run from what is saved, on its own device or another. */
  | { readonly kind: 'resume'; readonly label: string; readonly device: DeviceChoice }
  /** Trains a new run with other settings or on another device. */
  | {
      readonly kind: 'restart';
      readonly label: string;
      readonly settings: Partial<Settings>;
      readonly device: DeviceChoice | null;
    }
  | { readonly kind: 'setup'; readonly label: string };

const rounded = (value: number): number => Number(value.toPrecision(1));

const whole = ({ epochs }: Shown): number => epochs.at(-1)?.epoch ?? 0;

function goOn(shown: Shown, label: string): readonly Remedy[] {
  if (shown.run === null) return [{ kind: 'restart', label: 'Try again', settings: {}, device: null }];
  return [{ kind: 'resume', label, device: 'auto' }];
}

function notANumber(shown: Shown): readonly Remedy[] {
  const back: readonly Remedy[] =
    whole(shown) === 0 || shown.run === null
      ? []
      : [{ kind: 'resume', label: `Go back to epoch ${count(whole(shown))}`, device: 'auto' }];
  const rate = shown.settings?.learningRate;
  if (rate === undefined) return back;
  const learningRate = rounded(rate * 0.3);
  return [
    ...back,
    { kind: 'restart', label: `Start again with ${learningRate}`, settings: { learningRate }, device: null },
  ];
}

const isOnCpu = (device: string): boolean => device.includes('CPU') || device.startsWith('WebAssembly');

/** TensorFlow where it computes on the processor, else WebAssembly, which always does. */
function cpuOf(devices: readonly DeviceOption[]): { readonly label: string; readonly device: DeviceChoice } {
  const tensorflow = devices.find(({ id }) => id === 'tensorflow');
  return tensorflow?.usable === true && isOnCpu(tensorflow.name)
    ? { label: 'Use TensorFlow on the CPU', device: 'tensorflow' }
    : { label: 'Use WebAssembly on the CPU', device: 'wasm' };
}

function outOfMemory(shown: Shown, devices: readonly DeviceOption[]): readonly Remedy[] {
  const batch = shown.settings?.batchSize;
  const half = batch === undefined || batch < 2 ? null : Math.floor(batch / 2);
  const smaller: readonly Remedy[] =
    half === null
      ? []
      : [{ kind: 'restart', label: `Start again with batch ${half}`, settings: { batchSize: half }, device: null }];
  const cpu: Remedy =
    shown.run === null ? { kind: 'restart', settings: {}, ...cpuOf(devices) } : { kind: 'resume', ...cpuOf(devices) };
  // Another device helps only where it wasn't the computer's own memory that ran out.
  return isOnCpu(shown.device ?? '') ? smaller : [...smaller, cpu];
}

const setUp: Remedy = { kind: 'setup', label: 'Change the settings' };

/** The first is the likelier one. `devices`: of this computer, as far as they are known. */
export function remediesOf(
  code: ErrorCode | null,
  shown: Shown,
  devices: readonly DeviceOption[] = [],
): readonly Remedy[] {
  switch (code) {
    case 'loss-not-finite':
      return notANumber(shown);
    case 'out-of-memory':
      return [...outOfMemory(shown, devices), setUp].slice(0, 2);
    case 'disk-full':
    case 'not-writable':
      return goOn(shown, 'Try again');
    case 'engine-stopped':
    case 'host-lost':
      return goOn(shown, 'Go on');
    case 'device-unavailable':
    case 'executor-unavailable':
    case 'layer-unsupported':
      return [{ kind: 'setup', label: 'Choose another device' }];
    default:
      return [...goOn(shown, 'Try again'), setUp];
  }
}
