/** The preview of augmentation: which pictures it asks for, and what a person types. */
import { pictureUrl, type PictureRef } from '../../../../contract/pictures.ts';
import { defaultSettings, settingProblem, settingTable, type Settings } from '../../../../contract/settings.ts';

export type Augmentation = Pick<Settings, 'shear' | 'zoom' | 'flip'>;

export const variants = [1, 2, 3, 4, 5, 6, 7, 8] as const;

export function augmentationOf(settings: Partial<Settings>): Augmentation {
  const { shear, zoom, flip } = { ...defaultSettings, ...settings };
  return { shear, zoom, flip };
}

/** What training sees of a picture, at the size that it sees: variant 0 as it is, the others distorted. */
export function variantUrl(
  { path, modified }: PictureRef,
  augmentation: Augmentation,
  settings: Partial<Settings>,
  variant: number,
): string {
  const { pictureSize: size, resampling, seed } = { ...defaultSettings, ...settings };
  return pictureUrl({ kind: 'augmented', path, modified, size, resampling, ...augmentation, seed, variant });
}

/** A number as typed; null where it is none. A comma is a point to some. */
export const numberTyped = (text: string): number | null => {
  const value = text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'));
  return Number.isFinite(value) ? value : null;
};

/** Why a text can't be a setting, as a sentence; null where it can. */
export function problemOf(name: 'shear' | 'zoom', text: string): string | null {
  const setting = settingTable[name];
  const problem = settingProblem(setting, numberTyped(text));
  return problem === null ? null : `${setting.label} ${problem}.`;
}

/** The number-th of the pictures, beginning again after the last; they take turns between the classes. */
export function sampleOf(
  classes: readonly { readonly samples: readonly PictureRef[] }[],
  number: number,
): PictureRef | null {
  const most = Math.max(0, ...classes.map(({ samples }) => samples.length));
  const turns = Array.from({ length: most }, (_, turn) => classes.flatMap(({ samples }) => samples[turn] ?? []));
  const all = turns.flat();
  return all[number % Math.max(1, all.length)] ?? null;
}
