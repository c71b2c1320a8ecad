import { deviceIds, type DeviceId } from '../contract/devices.ts';
import { PawlabError } from '../contract/errors.ts';
import { measureStep } from '../engine/training/measure-step.ts';
import type { JobContext, Parts } from './parts.ts';

const rungNames: Readonly<Record<DeviceId, string>> = { tensorflow: 'TensorFlow', wasm: 'WebAssembly' };

interface Measured {
  readonly device: DeviceId;
  readonly name: string;
  readonly milliseconds: number;
}

/** Names what this machine has, measures a training step on each device, and says which one a run would take and why. */
export async function examineJob(parts: Parts, context: JobContext): Promise<void> {
  const { report, signal } = context;
  for (const fact of await parts.machine.facts()) report({ type: 'fact', ...fact });
  report({ type: 'rung', rung: 'WebGPU', device: null, usable: false, text: await parts.machine.webgpu() });
  const measured: Measured[] = [];
  for (const id of deviceIds) {
    signal.throwIfAborted();
    const result = await examineDevice(parts, id, context);
    if (result !== null) measured.push(result);
  }
  const [chosen, ...others] = measured;
  if (chosen === undefined) {
    throw new PawlabError(
      'device-unavailable',
      'No device can train here.',
      'The lines above say what each one lacks.',
    );
  }
  report({ type: 'choice', device: chosen.device, reason: describeLead(chosen, others) });
}

/** Why the first usable rung of the ladder is taken, in figures. */
function describeLead(chosen: Measured, others: readonly Measured[]): string {
  if (others.length === 0) return 'the only one usable';
  return others
    .map(({ name, milliseconds }) => `${(milliseconds / chosen.milliseconds).toFixed(1)} times as fast as ${name}`)
    .join(', ');
}

async function examineDevice(parts: Parts, id: DeviceId, { report }: JobContext): Promise<Measured | null> {
  try {
    const device = await parts.devices.open(id);
    const milliseconds = await measureStep(device, parts.clock);
    if (device.noGpu !== null) {
      report({
        type: 'rung',
        rung: `${rungNames[id]} on a GPU (CUDA)`,
        device: null,
        usable: false,
        text: device.noGpu,
      });
    }
    report({
      type: 'rung',
      rung: rungNames[id],
      device: id,
      usable: true,
      text: `${device.name}, from ${device.origin}`,
    });
    report({ type: 'step_time', device: device.name, milliseconds });
    return { device: id, name: device.name, milliseconds };
  } catch (error) {
    if (!(error instanceof PawlabError)) throw error;
    report({ type: 'rung', rung: rungNames[id], device: id, usable: false, text: `${error.message} ${error.remedy}` });
    return null;
  }
}
