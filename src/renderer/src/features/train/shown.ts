/** A training as the page shows it, whether it is under way or only its record is left. */
import type { Executor } from '../../../../contract/devices.ts';
import type { EpochEvent, FailedEvent, JobId, StepEvent } from '../../../../contract/events.ts';
import type { RunDetails } from '../../../../contract/run-view.ts';
import type { Settings } from '../../../../contract/settings.ts';
import type { CurvePoint, TrainingNote, TrainingView } from '../../../../contract/training-view.ts';

/** `cancelled`: it ended before there was a run. */
export type Phase =
  'reading' | 'preparing' | 'running' | 'paused' | 'stopped' | 'cutOff' | 'finished' | 'failed' | 'cancelled';

export interface Shown {
  readonly phase: Phase;
  /** Of the training under way; null: it has ended, or another program trains it. */
  readonly job: JobId | null;
  /** The run's folder; null: there is none yet. */
  readonly run: string | null;
  readonly settings: Settings | null;
  /** Epochs that the run is to have; 0 until known. */
  readonly total: number;
  /** Whole ones, in their order. */
  readonly epochs: readonly EpochEvent[];
  readonly step: StepEvent | null;
  readonly reading: TrainingView['reading'];
  readonly curve: readonly CurvePoint[];
  readonly notes: readonly TrainingNote[];
  readonly skipped: number;
  readonly device: string | null;
  readonly executor: Executor | null;
  readonly reason: string | null;
  readonly failure: FailedEvent | null;
  /** Milliseconds since 1970; of a resume, its own. */
  readonly began: number;
  /** Of training before a resume; 0: it is none. */
  readonly secondsBefore: number;
  /** Of training, up to its end; null while it goes on. */
  readonly seconds: number | null;
  /** null: not known. */
  readonly trainingPictures: number | null;
  readonly testPictures: number | null;
}

const active: readonly Phase[] = ['reading', 'preparing', 'running'];
export const isActive = ({ phase }: Pick<Shown, 'phase'>): boolean => active.includes(phase);

/** Another program is at it, such as the command line: what is known is what it has saved. */
export const isElsewhere = ({ phase, job }: Pick<Shown, 'phase' | 'job'>): boolean =>
  phase === 'running' && job === null;

/** It can go on from what is saved. */
export const canGoOn = ({ phase, run }: Shown): boolean =>
  run !== null && (phase === 'paused' || phase === 'stopped' || phase === 'cutOff' || phase === 'failed');

function phaseOf({ state, done, failure }: TrainingView): Phase {
  if (state !== 'ended') return state;
  if (failure !== null) return 'failed';
  if (done === null) return 'cancelled';
  if (done.paused) return 'paused';
  return done.stopped ? 'stopped' : 'finished';
}

/**
 * Epochs of a run's record, then those that its training has reported since; a training that goes on reports only its own,
 * and does again the one that was cut off.
 */
export function allEpochs(
  earlier: readonly EpochEvent[],
  reported: readonly EpochEvent[],
  running: number | null,
): readonly EpochEvent[] {
  const first = reported[0]?.epoch ?? running ?? Infinity;
  return [...earlier.filter(({ epoch }) => epoch < first), ...reported];
}

/** Pictures that the reports counted, by set: those that are left out or held back for the test too. */
function prepared(notes: readonly TrainingNote[], split: 'training' | 'test'): number | null {
  const found = notes.find(({ report }) => report.type === 'prepared' && report.split === split)?.report;
  return found?.type === 'prepared' ? found.pictures : null;
}

/** `record`: what the run's folder holds, where it has been asked for. */
export function shownTraining(view: TrainingView, record: RunDetails | null): Shown {
  const known = record !== null && record.folder === view.run ? record : null;
  const epochs = allEpochs(known?.metrics ?? [], view.epochs, view.step?.epoch ?? null);
  const { job, run, step, reading, curve, notes, skipped, device, executor, reason, failure, began, secondsBefore } =
    view;
  const phase = phaseOf(view);
  return {
    phase,
    job: view.state === 'ended' ? null : job,
    run,
    settings: view.settings,
    total: step?.epochs ?? view.epochs.at(-1)?.epochs ?? view.settings?.epochs ?? known?.settings.epochs ?? 0,
    epochs,
    step,
    reading,
    curve,
    notes,
    skipped,
    device,
    executor,
    reason,
    failure,
    began,
    secondsBefore,
    seconds: view.done?.seconds ?? (view.state === 'ended' ? (known?.seconds ?? 0) : null),
    trainingPictures: known?.trainingPictures ?? prepared(notes, 'training'),
    testPictures: known?.testPictures ?? prepared(notes, 'test') ?? (epochs.at(-1)?.testLoss === null ? 0 : null),
  };
}

export function shownRun(run: RunDetails): Shown {
  return {
    phase: run.state,
    job: null,
    run: run.folder,
    settings: run.settings,
    total: run.settings.epochs,
    epochs: run.metrics,
    step: null,
    reading: null,
    curve: [],
    notes: [],
    skipped: 0,
    device: run.device.name,
    executor: run.device.executor,
    reason: run.device.reason,
    failure: null,
    began: Date.parse(run.created),
    secondsBefore: 0,
    seconds: run.seconds,
    trainingPictures: run.trainingPictures,
    testPictures: run.testPictures,
  };
}

/** Of the epoch that runs or was interrupted, 0 to 1. */
export const partOf = ({ step }: Pick<Shown, 'step'>): number =>
  step === null || step.steps === 0 ? 0 : step.step / step.steps;

/** The last epoch that was the best when it ended; null before the first. */
export const bestOf = ({ epochs }: Pick<Shown, 'epochs'>): EpochEvent | null =>
  epochs.findLast(({ bestAccuracy }) => bestAccuracy) ?? null;

/** On the test pictures where there are any. */
export const accuracyOf = ({ accuracy, testAccuracy }: EpochEvent): number => testAccuracy ?? accuracy;

/** Milliseconds per training step; null before it is measured. */
export function stepTime({ step, settings }: Pick<Shown, 'step' | 'settings'>): number | null {
  if (step === null || settings === null || step.picturesPerSecond <= 0) return null;
  return (1000 * settings.batchSize) / step.picturesPerSecond;
}
