/** What the table of runs says. */
import type { RunState, RunView } from '../../../../contract/run-view.ts';
import { count, percent } from '../../words/numbers.ts';
import { differsFromTutorial } from './setting-words.ts';

const plural = (number: number, noun: string): string => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

const tested = (run: RunView): boolean => run.testPictures > 0;

/** The highest accuracy of some runs, each measured on test pictures where any was. */
function bestOf(runs: readonly RunView[]): { run: RunView; accuracy: number } | null {
  const some = runs.some((run) => tested(run) && run.best !== null);
  const rated = runs.flatMap((run) =>
    run.best === null || tested(run) !== some ? [] : [{ run, accuracy: run.best.accuracy }],
  );
  return rated.reduce<{ run: RunView; accuracy: number } | null>(
    (best, one) => (best === null || one.accuracy > best.accuracy ? one : best),
    null,
  );
}

/** 5 runs, best 79.8 % */
export function headline(runs: readonly RunView[]): string {
  const best = bestOf(runs);
  return `${plural(runs.length, 'run')}${best === null ? '' : `, best ${percent(best.accuracy, 1)}`}`;
}

/** Folder of the run that is the best of several; null: there is nothing to compare, or they saw other pictures. */
export function bestRun(runs: readonly RunView[]): string | null {
  const rated = runs.filter((run) => run.best !== null);
  return rated.length < 2 || !samePictures(rated) ? null : (bestOf(rated)?.run.folder ?? null);
}

/** Whether the accuracies of some runs can be compared. */
export const samePictures = (runs: readonly RunView[]): boolean => new Set(runs.map((run) => run.fingerprint)).size < 2;

/** Of how many pictures the percentages are. */
export function measuredOn(runs: readonly RunView[]): string {
  const [first] = runs;
  if (first === undefined) return '';
  const one = runs.length === 1;
  if (!samePictures(runs)) return 'Not all of them were measured on the same pictures.';
  if (!tested(first)) {
    return `Measured on the ${plural(first.trainingPictures, 'training picture')} themselves: there were no test pictures.`;
  }
  return `Measured on ${one ? '' : 'the same '}${plural(first.testPictures, 'test picture')}.`;
}

const stateWords: Readonly<Record<RunState, string | null>> = {
  running: 'running',
  paused: 'paused',
  stopped: 'stopped',
  cutOff: 'interrupted',
  failed: 'failed',
  finished: null,
};

/** stopped after epoch 9 of 25; null where there is nothing to say of it. */
export function stateOf({ state, epochs, settings }: RunView): string | null {
  const words = stateWords[state];
  if (words === null) return null;
  const total = settings.epochs;
  if (state === 'running') return `running, epoch ${Math.min(epochs + 1, total)} of ${total}`;
  return epochs === 0 ? `${words} in epoch 1` : `${words} after epoch ${epochs} of ${total}`;
}

/** What is special about a run: what differs from the tutorial's settings, and how it ended. */
export const particulars = (run: RunView): string =>
  [differsFromTutorial(run.settings), stateOf(run)].filter((part) => part !== null).join(' · ');

/** CPU, 2 cores: as the run's record names it, and what ran it where that isn't the usual. */
export const deviceWords = ({ device }: RunView): string =>
  device.executor === 'eager' ? `${device.name}, eager` : device.name;

/** 79.8 %, or a dash where nothing was measured. */
export const accuracyWords = (accuracy: number | null | undefined): string =>
  accuracy === null || accuracy === undefined ? '–' : percent(accuracy, 1);

/** 23 of 25, said of the best epoch; the run's last one where there is none. */
export const bestEpochWords = ({ best, epochs }: RunView): string =>
  best === null ? '–' : `${best.accuracyEpoch} of ${epochs}`;

/** One scale for all sparklines, in round tenths. */
export function commonScale(runs: readonly RunView[]): { min: number; max: number } {
  const all = runs.flatMap((run) => run.accuracies);
  if (all.length === 0) return { min: 0, max: 1 };
  const min = Math.floor(Math.min(...all) * 10) / 10;
  return { min, max: Math.max(min + 0.1, Math.ceil(Math.max(...all) * 10) / 10) };
}
