import { defaultSettings } from '../contract/settings.ts';
import { deviceIds, type DeviceId, type Executor } from '../contract/devices.ts';
import { PawlabError } from '../contract/errors.ts';
import type { GpuPackState } from '../contract/events.ts';
import { gigabytes } from '../contract/gigabytes.ts';
import { describeNetwork } from '../engine/models/describe.ts';
import type { Device, NvidiaGpus } from '../engine/ports.ts';
import { measureStep, type Trial } from '../engine/training/measure-step.ts';
import type { Race } from './device-memory.ts';
import { identity, ranking, rememberRace } from './device-race.ts';
import { openGuarded, today, tried } from './device-trials.ts';
import { describeLead, deviceNames } from './device-words.ts';
import type { JobContext, Parts } from './parts.ts';

/** What a run with default settings trains. */
const trial: Trial = {
  description: describeNetwork(defaultSettings, { classes: 2, counts: null }),
  batchSize: defaultSettings.batchSize,
  executor: 'auto',
};

/** Names what this machine has, measures a training step on each device, and says which one a run would take and why. */
export async function examineJob(parts: Parts, context: JobContext): Promise<void> {
  const { report, signal } = context;
  for (const fact of await parts.machine.facts()) report({ type: 'fact', ...fact });
  const gpus = await parts.machine.gpus();
  report({ type: 'fact', topic: 'NVIDIA GPU', text: describeGpus(gpus), good: 'found' in gpus });
  const measured: Race['measured'] = {};
  for (const id of deviceIds) {
    signal.throwIfAborted();
    const result = await examineRung(parts, id, gpus, context);
    if (result !== null) measured[id] = result;
  }
  await choose(parts, { measured, missing: {}, date: today(parts) }, context);
}

/** What is measured here is what a run goes by, too. */
async function choose(parts: Parts, race: Race, { report }: JobContext): Promise<void> {
  const ranked = ranking(race);
  const [winner] = ranked;
  if (winner === undefined) {
    throw new PawlabError(
      'device-unavailable',
      'No device can train here.',
      'The lines above say what each one lacks.',
    );
  }
  await rememberRace(parts, trial, race);
  report({ type: 'choice', device: winner[0], reason: describeLead(ranked, race.date) });
}

type Measurement = NonNullable<Race['measured'][DeviceId]>;

/** null where a run wouldn't take it. */
async function examineRung(
  parts: Parts,
  id: DeviceId,
  gpus: NvidiaGpus,
  context: JobContext,
): Promise<Measurement | null> {
  const rung = { type: 'rung', rung: deviceNames[id], device: id } as const;
  try {
    const device = await openGuarded(parts, id);
    const text = `${device.name}, from ${device.origin}`;
    if (device.software) {
      context.report({ ...rung, usable: false, text: `${text}: ${device.noGpu ?? 'software'}, for tests only` });
      return null;
    }
    const times = await measureExecutors(parts, device, context);
    await tellWhyNoGpu(parts, device, gpus, context);
    context.report({ ...rung, usable: true, text });
    for (const time of times) context.report({ type: 'step_time', device: device.name, ...time });
    return { identity: identity(device), name: device.name, milliseconds: times[0]?.milliseconds ?? null };
  } catch (error) {
    context.signal.throwIfAborted();
    context.report({ ...rung, usable: false, text: reasonOf(parts, error) });
    return null;
  }
}

function reasonOf({ logBug }: Parts, error: unknown): string {
  if (error instanceof PawlabError) return `${error.message} ${error.remedy}`;
  logBug(error);
  return `It failed while it was measured: ${error instanceof Error ? error.message : String(error)}`;
}

interface ExecutorTime {
  readonly executor: Executor;
  readonly milliseconds: number;
}

/** Each executor by itself; a run takes the first. */
async function measureExecutors(
  parts: Parts,
  device: Device,
  { report, signal }: JobContext,
): Promise<readonly ExecutorTime[]> {
  const { clock, breathe } = parts;
  const times: ExecutorTime[] = [];
  for (const executor of device.executors) {
    report({ type: 'preparing_network', device: device.name, executor });
    const asked = { ...trial, executor };
    const milliseconds = await tried(parts, device.id, () => measureStep(device, asked, { clock, breathe, signal }));
    times.push({ executor, milliseconds });
  }
  return times;
}

/** With a GPU of NVIDIA's, the build that uses it may be one command away. */
async function tellWhyNoGpu(
  { gpuPack }: Parts,
  { id, noGpu }: Device,
  gpus: NvidiaGpus,
  { report }: JobContext,
): Promise<void> {
  if (noGpu === null) return;
  let text = noGpu;
  if ('reason' in gpus) text += `; NVIDIA GPU: ${gpus.reason}`;
  else if (toInstall.includes((await gpuPack.status()).state))
    text += '; the GPU pack brings the one for GPUs, from Settings or with `pawlab gpu install`';
  report({ type: 'rung', rung: `${deviceNames[id]} on a GPU (CUDA)`, device: null, usable: false, text });
}

const toInstall: readonly GpuPackState[] = ['absent', 'begun'];

function describeGpus(gpus: NvidiaGpus): string {
  if ('reason' in gpus) return gpus.reason;
  return gpus.found.map(({ name, memory, driver }) => `${name}, ${gigabytes(memory)}, driver ${driver}`).join('; ');
}
