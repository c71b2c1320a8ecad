/** A network's answer in figures and words. */
import { decimal, space } from '../../words/numbers.ts';
import type { PredictionEvent } from '../../../../contract/events.ts';

/** Where 99.9 % and its counterpart begin: there one decimal would say 100 or 0. */
const nearlyAll = 0.999;
const nearlyNone = 0.001;

/**
 * A score (0 to 1) in percent, without the sign: one decimal, two from 99.9 % on and under 0.1 %. Cut instead of rounded where
 * rounding would claim certainty: `100` and `0` are said of exact scores only.
 */
export function percentFigure(score: number): string {
  if (score === 1) return '100';
  if (score === 0) return '0';
  if (score < nearlyAll && score >= nearlyNone) return decimal(score * 100, 1);
  const hundredths = Math.round(score * 1e4);
  return decimal(Math.min(9999, Math.max(1, hundredths)) / 100, 2);
}

/** 99.96 %; a score under 0.01 % that isn't 0 reads `< 0.01 %`. */
export function score(value: number): string {
  const below = value > 0 && value < 0.00005 ? `<${space}` : '';
  return `${below}${percentFigure(value)}${space}%`;
}

/** Dog · 99.96 % */
export const headline = (label: string, confidence: number): string => `${label} · ${score(confidence)}`;

/** As it is read out: Dog, 99.96 percent */
export const spoken = (label: string, confidence: number): string => `${label}, ${percentFigure(confidence)} percent`;

export interface ClassScore {
  /** Number of the class, from 0. */
  readonly index: number;
  readonly label: string;
  /** 0 to 1; null while the answer isn't there. */
  readonly score: number | null;
  readonly strongest: boolean;
}

/** Every class in the order of its number; `answer` null: not yet there. */
export function classScores(
  classes: readonly string[],
  labels: Readonly<Record<string, string>>,
  answer: PredictionEvent | null,
): readonly ClassScore[] {
  return classes.map((name, index) => ({
    index,
    label: labels[name] ?? name,
    score: answer?.scores[name] ?? null,
    strongest: answer?.class === name,
  }));
}

/** Why a file can't be read, as a sentence: "not a picture" → "Not a picture." */
export function sentence(reason: string): string {
  const [first = '', ...rest] = reason;
  return `${first.toLocaleUpperCase()}${rest.join('')}${/[.!?]$/.test(reason) ? '' : '.'}`;
}
