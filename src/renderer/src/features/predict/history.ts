/** What was asked in this session, newest first, and how reports of prediction jobs fill it in. */
import type { PredictionEvent, Report } from '../../../../contract/events.ts';

/** Older ones are forgotten. */
export const mostEntries = 200;

export interface Entry {
  readonly id: number;
  /** Of the picture on the engine's machine. */
  readonly path: string;
  readonly name: string;
  /** Milliseconds since 1970: part of the picture's address, so that one asked again is looked at again. */
  readonly added: number;
  readonly outcome: Outcome;
}

export type Outcome =
  | { readonly kind: 'waiting' }
  /** By which run and weights, in words. */
  | {
      readonly kind: 'answered';
      readonly answer: PredictionEvent;
      readonly by: string;
      readonly classes: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** The job failed: nothing is wrong with the picture. */
  | { readonly kind: 'failed'; readonly message: string; readonly remedy: string }
  | { readonly kind: 'stopped' };

export interface Chosen {
  readonly path: string;
  readonly name: string;
}

/** The last part of a path of any platform. */
export const fileName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** Pictures in the order in which they were given: the first of them becomes the newest, as it is shown first. */
export function withPictures(
  history: readonly Entry[],
  pictures: readonly Chosen[],
  from: number,
  at: number,
): Entry[] {
  const entries = pictures.map(({ path, name }, index): Entry => ({
    id: from + index,
    path,
    name,
    added: at,
    outcome: { kind: 'waiting' },
  }));
  return [...entries, ...history].slice(0, mostEntries);
}

/** Whose answers they are. */
export interface Answerer {
  readonly by: string;
  readonly classes: readonly string[];
}

/** The outcome that a report brings, and of which file; null: of none, or of all that still wait. */
function outcomeOf(report: Report, { by, classes }: Answerer): { file: string | null; outcome: Outcome } | null {
  switch (report.type) {
    case 'prediction':
      return { file: report.file, outcome: { kind: 'answered', answer: report, by, classes } };
    case 'skipped':
      return { file: report.file, outcome: { kind: 'unreadable', reason: report.reason } };
    case 'failed':
      return { file: null, outcome: { kind: 'failed', message: report.message, remedy: report.remedy } };
    default:
      return null;
  }
}

/**
 * The history after a report (null: the job's end) of the job that was asked for the entries `ids`. What still waits when
 * a job ends was stopped.
 */
export function afterReport(
  history: readonly Entry[],
  ids: readonly number[],
  report: Report | null,
  answerer: Answerer,
): readonly Entry[] {
  const change = report === null ? { file: null, outcome: { kind: 'stopped' } as const } : outcomeOf(report, answerer);
  if (change === null) return history;
  const { file, outcome } = change;
  return history.map((entry) => {
    const meant = ids.includes(entry.id) && entry.outcome.kind === 'waiting' && (file === null || entry.path === file);
    return meant ? { ...entry, outcome } : entry;
  });
}

/** Of some entries, each once: a job answers for a file, however often it was given. */
export const pathsOf = (history: readonly Entry[], ids: readonly number[]): readonly string[] => [
  ...new Set(history.filter(({ id }) => ids.includes(id)).map(({ path }) => path)),
];

/** Whether one of them has no outcome yet. */
export const someWait = (history: readonly Entry[], ids: readonly number[]): boolean =>
  history.some(({ id, outcome }) => ids.includes(id) && outcome.kind === 'waiting');

/** Where an arrow key leads in a row-wise list of `columns`; Home and End too. Stays inside; null for any other key. */
export function moved(key: string, from: number, count: number, columns: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -from,
    End: count - 1 - from,
  };
  const step = steps[key];
  if (step === undefined) return null;
  const to = from + step;
  return to < 0 || to >= count ? from : to;
}
