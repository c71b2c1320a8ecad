import type { ExecutorChoice } from '../contract/devices.ts';
import type { Settings } from '../contract/settings.ts';
import { countClasses } from '../engine/models/class-weights.ts';
import { describeNetwork } from '../engine/models/describe.ts';
import { initialWeights } from '../engine/models/initializers.ts';
import type { Device, Network } from '../engine/ports.ts';
import type { Trial } from '../engine/training/measure-step.ts';
import { openData, type RunData, type ScannedData } from './data.ts';
import type { JobContext, Parts } from './parts.ts';
import type { RunRecord } from './records.ts';

/** What a record says of the pictures. */
export const sizesOf = (data: RunData): RunRecord['dataset'] => ({
  fingerprint: data.fingerprint,
  training: data.training.labels.length,
  test: data.test?.labels.length ?? 0,
});

/** Does work on the pictures, which are closed afterwards. */
export async function withData(
  parts: Parts,
  scanned: ScannedData,
  settings: Settings,
  context: JobContext,
  work: (data: RunData) => Promise<void>,
): Promise<void> {
  const data = await openData(parts, scanned, settings, context);
  try {
    context.signal.throwIfAborted();
    await work(data);
  } finally {
    await data.close();
  }
}

export interface NewNetwork {
  readonly device: Device;
  readonly settings: Settings;
  readonly data: RunData;
  readonly executor: ExecutorChoice;
}

/** With the weights that the seed gives. */
export function newNetwork({ device, settings, data, executor }: NewNetwork, { report }: JobContext): Promise<Network> {
  const classes = data.classes.length;
  const description = describeNetwork(settings, { classes, counts: countClasses(data.training.labels, classes) });
  return device.createNetwork(description, initialWeights(description, settings.seed), {
    seed: settings.seed,
    executor,
    onFallback: (reason) => report({ type: 'notice', text: `${reason} The network runs operation by operation.` }),
  });
}

/** What a device is measured with for a run: as many classes, whatever is in them. */
export const trialOf = (settings: Settings, classes: number, executor: ExecutorChoice): Trial => ({
  description: describeNetwork(settings, { classes, counts: null }),
  batchSize: settings.batchSize,
  executor,
});

/** What a record says of the device. */
export const deviceRecord = (
  { versions }: Parts,
  device: Device,
  { executor }: Network,
  reason: string | null,
): RunRecord['device'] => ({
  id: device.id,
  name: device.name,
  versions: { ...versions, ...device.versions },
  executor,
  reason,
});
