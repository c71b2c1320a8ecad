import type { Settings } from '../../contract/settings.ts';
import type { NetworkDescription } from './description.ts';
import { tutorial } from './presets/tutorial.ts';

/** A preset: what to describe for so many classes (two or more) and pictures of height x width pixels. */
type Preset = (classes: number, height: number, width: number) => NetworkDescription;

/** One for each choice of the setting; the compiler says which is missing. */
const byName = { tutorial } satisfies Record<Settings['preset'], Preset>;

const presets: ReadonlyMap<string, Preset> = new Map(Object.entries(byName));

export const presetNames: readonly string[] = [...presets.keys()];

/** `classes` from 2; `size`: pixels per side, or height and width. Throws RangeError for an unknown name. */
export function describePreset(
  name: string,
  { classes, size }: { readonly classes: number; readonly size: number | NetworkDescription['input'] },
): NetworkDescription {
  const preset = presets.get(name);
  if (preset === undefined) throw new RangeError(`No preset is called ${name}; there are ${presetNames.join(', ')}.`);
  const { height, width } = typeof size === 'number' ? { height: size, width: size } : size;
  return preset(classes, height, width);
}
