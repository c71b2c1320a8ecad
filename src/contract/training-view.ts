/**
 * What a training looks like from outside, put together from its reports by one function: the studio does so for pages that
 * come later, each page for itself after it has asked once.
 */
import type { Executor } from './devices.ts';
import type { DoneEvent, EpochEvent, FailedEvent, JobId, Report, SplitName, StepEvent } from './events.ts';
import type { Settings } from './settings.ts';

export interface TrainingView {
  readonly job: JobId;
  readonly project: string;
  /** Milliseconds since 1970; of a resume, its own. */
  readonly began: number;
  /** Of training before a resume; 0 for a new run. */
  readonly secondsBefore: number;
  readonly state: 'reading' | 'preparing' | 'running' | 'ended';
  /** The run's folder, from its start on. */
  readonly run: string | null;
  readonly reading: { readonly split: SplitName; readonly done: number; readonly total: number } | null;
  readonly device: string | null;
  readonly executor: Executor | null;
  readonly reason: string | null;
  readonly settings: Settings | null;
  /** Per epoch; 0 until known. */
  readonly steps: number;
  /** The newest of the epoch that runs; null between epochs. */
  readonly step: StepEvent | null;
  /** Whole epochs, those before a resume included. */
  readonly epochs: readonly EpochEvent[];
  readonly curve: readonly CurvePoint[];
  /** Newest first. */
  readonly notes: readonly TrainingNote[];
  /** Files that can't be read. */
  readonly skipped: number;
  readonly done: DoneEvent | null;
  readonly failure: FailedEvent | null;
}

/** Training loss and accuracy during an epoch, means over the epoch so far; `epoch` counts whole and begun epochs: 1.5 is half of the second. */
export interface CurvePoint {
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number;
}

export interface TrainingNote {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly report: Extract<Report, { type: 'prepared' | 'notice' | 'started' | 'epoch' | 'done' | 'failed' }>;
}

export const mostNotes = 50;
/** More than a chart has pixels; beyond it every other point goes. */
export const mostCurvePoints = 1000;

export const newTraining = (job: JobId, project: string, began: number): TrainingView => ({
  job,
  project,
  began,
  secondsBefore: 0,
  state: 'reading',
  run: null,
  reading: null,
  device: null,
  executor: null,
  reason: null,
  settings: null,
  steps: 0,
  step: null,
  epochs: [],
  curve: [],
  notes: [],
  skipped: 0,
  done: null,
  failure: null,
});

const noted = (view: TrainingView, at: number, report: TrainingNote['report']): TrainingView => ({
  ...view,
  notes: [{ at, report }, ...view.notes].slice(0, mostNotes),
});

function withStep(view: TrainingView, step: StepEvent): TrainingView {
  const point = { epoch: step.epoch - 1 + step.step / step.steps, loss: step.loss, accuracy: step.accuracy };
  const curve = view.curve.length < mostCurvePoints ? view.curve : view.curve.filter((_, index) => index % 2 === 1);
  return { ...view, state: 'running', step, curve: [...curve, point] };
}

/** The view after a report (null: the job's end) that came `at` milliseconds since 1970. */
export function afterReport(view: TrainingView, at: number, report: Report | null): TrainingView {
  if (report === null) return { ...view, state: 'ended', reading: null };
  switch (report.type) {
    case 'preparing':
      return { ...view, reading: { split: report.split, done: report.done, total: report.total } };
    case 'prepared':
      return noted({ ...view, reading: null }, at, report);
    case 'skipped':
      return { ...view, skipped: view.skipped + 1 };
    case 'notice':
      return noted(view, at, report);
    case 'preparing_network':
      return { ...view, state: 'preparing', reading: null, device: report.device, executor: report.executor };
    case 'started': {
      const { run, device, executor, reason, settings, steps } = report;
      return noted({ ...view, state: 'running', run, device, executor, reason, settings, steps }, at, report);
    }
    case 'step':
      return withStep(view, report);
    case 'epoch':
      return noted({ ...view, step: null, epochs: [...view.epochs, report] }, at, report);
    case 'done':
      return noted({ ...view, done: report }, at, report);
    case 'failed':
      return noted({ ...view, failure: report }, at, report);
    default:
      return view;
  }
}
