/** Two runs side by side. */
import type { RunView } from '../../../../contract/run-view.ts';
import { settingNames } from '../../../../contract/settings.ts';
import { count } from '../../words/numbers.ts';
import { duration } from '../../words/time.ts';
import { accuracyWords, deviceWords, samePictures } from './run-words.ts';
import { differingSettings, settingLabel, valueWords } from './setting-words.ts';

/** How a run's line is drawn. */
export type Stroke = 'solid' | 'dashed';

export interface Ticked {
  readonly folder: string;
  readonly stroke: Stroke;
}

/** After a tick or its removal, the older first: a third takes the older one's place and stroke. */
export function ticked(before: readonly Ticked[], folder: string, on: boolean): readonly Ticked[] {
  const others = before.filter((one) => one.folder !== folder);
  if (!on) return others;
  const kept = others.slice(-1);
  const stroke: Stroke = kept[0]?.stroke === 'solid' ? 'dashed' : 'solid';
  return [...kept, { folder, stroke }];
}

export interface ComparedRow {
  readonly label: string;
  readonly values: readonly [string, string];
  /** Which of them is better; null: neither, or it can't be said. */
  readonly better: 0 | 1 | null;
}

const lower = (one: number, other: number): 0 | 1 | null => (one === other ? null : one < other ? 0 : 1);

function settingRows(one: RunView, other: RunView): ComparedRow[] {
  return differingSettings(one.settings, other.settings).map((name) => ({
    label: settingLabel(name),
    values: [valueWords(name, one.settings), valueWords(name, other.settings)],
    better: null,
  }));
}

function accuracyRow(one: RunView, other: RunView): ComparedRow {
  const comparable = one.best !== null && other.best !== null && samePictures([one, other]);
  return {
    label: 'Best accuracy',
    values: [accuracyWords(one.best?.accuracy), accuracyWords(other.best?.accuracy)],
    better: comparable ? lower(other.best.accuracy, one.best.accuracy) : null,
  };
}

/** Settings that differ, then what came of them. Rows with the same on both sides are left out, but for accuracy and time. */
export function comparedRows(one: RunView, other: RunView): readonly ComparedRow[] {
  const facts: ComparedRow[] = [
    { label: 'Weights', values: [count(one.parameters), count(other.parameters)], better: null },
    { label: 'Device', values: [deviceWords(one), deviceWords(other)], better: null },
    {
      label: 'Training pictures',
      values: [count(one.trainingPictures), count(other.trainingPictures)],
      better: null,
    },
  ];
  return [
    ...settingRows(one, other),
    ...facts.filter(({ values }) => values[0] !== values[1]),
    accuracyRow(one, other),
    {
      label: 'Time',
      values: [duration(one.seconds), duration(other.seconds)],
      better: lower(one.seconds, other.seconds),
    },
  ];
}

/** 8 other settings are the same */
export function sameSettings(one: RunView, other: RunView): string {
  const same = settingNames.filter((name) => one.settings[name] === other.settings[name]).length;
  if (same === settingNames.length) return 'All settings are the same';
  return same === 1 ? 'One other setting is the same' : `${count(same)} other settings are the same`;
}

/** Why the numbers of two runs can't be compared; null where they can. `name` is the older run's. */
export const notComparable = (one: RunView, other: RunView, name: string): string | null =>
  samePictures([one, other]) ? null : `${name} was tested on other pictures; the numbers cannot be compared.`;
