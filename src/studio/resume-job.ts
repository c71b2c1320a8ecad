import type { ResumeRequest } from '../contract/api.ts';
import { deviceIds, type ExecutorChoice } from '../contract/devices.ts';
import { PawlabError } from '../contract/errors.ts';
import type { Settings } from '../contract/settings.ts';
import type { Device, Network } from '../engine/ports.ts';
import { startPosition, type Position } from '../engine/training/position.ts';
import { scanData, type RunData } from './data.ts';
import { openGuarded } from './device-trials.ts';
import { chooseDevice, type ChosenDevice } from './devices.ts';
import type { PausableContext } from './jobs.ts';
import { keepMetricsBefore } from './metrics.ts';
import type { JobContext, Parts } from './parts.ts';
import { requireInRange } from './given-settings.ts';
import { type RunRecord } from './records.ts';
import { progressOf, runEpochs } from './run-epochs.ts';
import { deviceRecord, newNetwork, sizesOf, trialOf, withData } from './run-setup.ts';
import { findRun, loadLast, type Run } from './runs.ts';

/** Goes on with a run where it was stopped or cut off, or past its end where more epochs are asked for. */
export async function resumeJob(parts: Parts, request: ResumeRequest, context: PausableContext): Promise<void> {
  const { folder, record: before } = await findRun(parts.openFolder, parts.projectsFolder, request.run);
  requireIdle(parts, before);
  const saved = await loadLast(folder, before.settings.seed);
  const position = saved?.position ?? startPosition();
  if (saved === null) {
    context.report({ type: 'notice', text: 'This run was cut off before anything was saved: it starts anew.' });
  }
  const record = { ...before, settings: settingsFor(request, before, position) };
  const scanned = await scanData(parts, record);
  const { device, reason } = await ownDevice(parts, request, record, context);
  await withData(parts, scanned, record.settings, context, async (data) => {
    if (data.fingerprint !== record.dataset.fingerprint) restartEpoch(position, record, data, context);
    const executor = ownExecutor(request, record, device);
    const network = await newNetwork({ device, settings: record.settings, data, executor }, context);
    try {
      if (saved !== null) await network.writeState(saved.state);
      const resumed = { ...record, device: deviceRecord(parts, device, network, reason) };
      await goOn(parts, { folder, record: resumed }, network, data, position, context);
    } finally {
      network.dispose();
    }
  });
}

async function goOn(
  parts: Parts,
  { folder, record }: Run,
  network: Network,
  data: RunData,
  position: Position,
  context: PausableContext,
): Promise<void> {
  const last = (await keepMetricsBefore(folder, position.epoch)).at(-1);
  const resumed: RunRecord = {
    ...record,
    state: 'running',
    process: parts.machine.process,
    dataset: sizesOf(data),
    ...progressOf(position, last?.testAccuracy ?? null),
  };
  await runEpochs(parts, { folder, record: resumed }, network, data, position, context);
}

/** Two processes that train one run would write over each other's checkpoints. */
function requireIdle({ machine }: Parts, { id, state, process }: RunRecord): void {
  if (state !== 'running' || process === null || process === machine.process || !machine.isRunning(process)) return;
  throw new PawlabError(
    'busy',
    `The run ${id} is being trained by another Pawlab on this computer.`,
    'Stop it there first, or wait until it ends.',
  );
}

/** Throws `run-finished`, and `setting-out-of-range` for no more epochs than are done. */
function settingsFor({ epochs }: ResumeRequest, { id, settings }: RunRecord, { epoch }: Position): Settings {
  const wanted = { ...settings, epochs: epochs ?? settings.epochs };
  if (epoch <= wanted.epochs) {
    requireInRange(wanted);
    return wanted;
  }
  if (epochs === null) {
    throw new PawlabError(
      'run-finished',
      `The run ${id} has finished all of its ${settings.epochs} epochs.`,
      'Start a new run to train further.',
    );
  }
  throw new PawlabError(
    'setting-out-of-range',
    `${epoch - 1} epochs of the run ${id} are done; it cannot be trained until ${epochs} are.`,
    `Choose ${epoch} or more.`,
  );
}

/** A run goes on on the device it began on, where that is still there. */
async function ownDevice(
  parts: Parts,
  request: ResumeRequest,
  { device, settings, classes }: RunRecord,
  context: JobContext,
): Promise<ChosenDevice> {
  const own = deviceIds.find((id) => id === device.id);
  const trial = trialOf(settings, classes.length, request.executor);
  if (request.device !== 'auto' || own === undefined) return chooseDevice(parts, request.device, trial, context);
  try {
    // Nobody asked for it by name: what ended the program last time stays left out.
    return { device: await openGuarded(parts, own), reason: device.reason };
  } catch (error) {
    if (!(error instanceof PawlabError)) throw error;
    context.report({ type: 'notice', text: `${error.message} ${error.remedy} The run goes on on another device.` });
    return chooseDevice(parts, 'auto', trial, context);
  }
}

/** A run goes on with the executor it began with, where the device has it. */
function ownExecutor(request: ResumeRequest, { device: { executor } }: RunRecord, device: Device): ExecutorChoice {
  if (request.executor !== 'auto' || executor === null) return request.executor;
  return device.executors.includes(executor) ? executor : 'auto';
}

/** The order of an epoch means nothing for other pictures than it was drawn for. */
function restartEpoch(position: Position, record: RunRecord, data: RunData, { report }: JobContext): void {
  if (data.classes.join('\n') !== record.classes.join('\n')) {
    throw new PawlabError(
      'classes-differ',
      `The classes are ${data.classes.join(', ')} now; this run knows ${record.classes.join(', ')}.`,
      'Put the folders back as they were, or start a new run.',
    );
  }
  Object.assign(position, { step: 0, tally: startPosition().tally });
  report({
    type: 'notice',
    text: `The pictures have changed since this run was stopped: epoch ${position.epoch} starts anew.`,
  });
}
