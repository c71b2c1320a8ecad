import type { RunDetails, RunView } from '../contract/run-view.ts';
import { PawlabError } from '../contract/errors.ts';
import type { EpochEvent } from '../contract/events.ts';
import type { Folder } from '../engine/ports.ts';
import { readMetrics } from './metrics.ts';
import { readName } from './run-name.ts';
import type { Parts } from './parts.ts';
import { readRun, type RunRecord } from './records.ts';
import { labelsOfRun, type Run } from './runs.ts';
import type { UnderWay } from './training.ts';

/** What tells whether a run is under way. */
export interface RunningParts {
  readonly machine: Pick<Parts['machine'], 'process' | 'isRunning'>;
  /** What this process trains. */
  readonly underWay: () => UnderWay | null;
}

/** `cutOff` where a record says that the run is under way and nobody is at it: this process, another one such as the command line. */
export function stateOf({ machine, underWay }: RunningParts, { folder, record }: Run): RunView['state'] {
  const now = underWay();
  // One that is resumed is under way before its record says so.
  if (now?.run === folder.path) return 'running';
  const { state, process } = record;
  if (state !== 'running') return state;
  if (process === null) return 'cutOff';
  // A new one has its record before it is known which it is.
  const alive = process === machine.process ? now?.run === null : machine.isRunning(process);
  return alive ? 'running' : 'cutOff';
}

/** Whether it stands between its epochs, to be gone on with. */
export const canGoOn = (state: RunView['state']): boolean =>
  state === 'paused' || state === 'stopped' || state === 'cutOff';

/** The runs of a project, the newest first: their names begin with the date. One that can't be understood is left out. */
export async function runsOf(project: Folder): Promise<readonly Run[]> {
  const runs = project.folder('runs');
  const names = (await runs.list()).toSorted((a, b) => (a < b ? 1 : -1));
  const found = await Promise.all(names.map((name) => readableRun(runs.folder(name))));
  return found.filter((run) => run !== null);
}

async function readableRun(folder: Folder): Promise<Run | null> {
  try {
    const record = await readRun(folder);
    return record === null ? null : { folder, record };
  } catch (error) {
    if (error instanceof PawlabError) return null;
    throw error;
  }
}

/** The epochs that the record counts: a run that was cut off may have written down one more. */
const metricsOf = async ({ folder, record }: Run): Promise<readonly EpochEvent[]> =>
  (await readMetrics(folder)).filter(({ epoch }) => epoch <= record.epochs);

export async function viewRun(parts: RunningParts, run: Run): Promise<RunView> {
  return viewOf(parts, run, await metricsOf(run), await readName(run.folder));
}

/** As `viewRun`, with all that is known of it. */
export async function detailRun(parts: RunningParts, run: Run): Promise<RunDetails> {
  const { training, test, classes } = run.record;
  const metrics = await metricsOf(run);
  return {
    ...viewOf(parts, run, metrics, await readName(run.folder)),
    training,
    test,
    classes,
    labels: await labelsOfRun(run),
    metrics,
    bytes: await run.folder.bytes(),
  };
}

function viewOf(parts: RunningParts, run: Run, metrics: readonly EpochEvent[], name: string | null): RunView {
  const { folder, record } = run;
  const { created, settings, epochs, best, dataset, seconds, device, parameters } = record;
  return {
    folder: folder.path,
    project: folder.parent.parent.path,
    name,
    created,
    state: stateOf(parts, run),
    settings,
    epochs,
    best: epochs === 0 ? null : best,
    accuracies: metrics.map(({ accuracy, testAccuracy }) => testAccuracy ?? accuracy),
    trainingPictures: dataset.training,
    testPictures: dataset.test,
    fingerprint: dataset.fingerprint,
    seconds,
    device: deviceOf(device),
    parameters,
  };
}

const deviceOf = ({ name, executor, reason }: RunRecord['device']): RunView['device'] => ({ name, executor, reason });
