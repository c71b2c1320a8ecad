/** The table of epochs: newest first, the one that runs on top. */
import type { EpochEvent, StepEvent } from '../../../../../contract/events.ts';
import { count, percent } from '../../../words/numbers.ts';
import { bestOf, isActive, partOf, type Shown } from '../shown.ts';

export interface EpochRow {
  readonly epoch: number;
  /** How much of it is done, in words; null: all. */
  readonly part: string | null;
  readonly best: boolean;
  readonly loss: string;
  readonly accuracy: string;
  readonly testLoss: string;
  readonly testAccuracy: string;
  readonly time: string;
}

const none = '–';

export const lossWords = (loss: number | null): string => (loss === null ? none : loss.toFixed(3));
export const accuracyWords = (share: number | null): string => (share === null ? none : percent(share, 1));

/** 5.2 s, and from a minute on 1:05 or 2:03:05: short enough for a column. */
export function epochTime(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(1)}\u00a0s`;
  const whole = Math.round(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

const rowOf = (event: EpochEvent, best: number | null): EpochRow => ({
  epoch: event.epoch,
  part: null,
  best: event.epoch === best,
  loss: lossWords(event.loss),
  accuracy: accuracyWords(event.accuracy),
  testLoss: lossWords(event.testLoss),
  testAccuracy: accuracyWords(event.testAccuracy),
  time: epochTime(event.seconds),
});

function runningRow(step: StepEvent, { settings }: Shown, part: number): EpochRow {
  const pictures = step.step * (settings?.batchSize ?? 0);
  return {
    epoch: step.epoch,
    part: percent(part, 0),
    best: false,
    loss: lossWords(step.loss),
    accuracy: accuracyWords(step.accuracy),
    testLoss: none,
    testAccuracy: none,
    time: step.picturesPerSecond > 0 ? epochTime(pictures / step.picturesPerSecond) : none,
  };
}

/** `most`: rows at most, the newest. */
export function epochRows(shown: Shown, most = Infinity): readonly EpochRow[] {
  const best = bestOf(shown)?.epoch ?? null;
  const whole = shown.epochs.slice(Math.max(0, shown.epochs.length - most)).toReversed();
  const rows = whole.map((event) => rowOf(event, best));
  const { step } = shown;
  return step === null || !(isActive(shown) || partOf(shown) < 1)
    ? rows
    : [runningRow(step, shown, partOf(shown)), ...rows];
}

export const moreRows = (all: number): string => `Show all ${count(all)} epochs`;
