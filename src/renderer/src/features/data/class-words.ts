/** What stands over the pictures of a class, and which sets hold some. */
import type { DataView, SplitView } from '../../../../contract/data-view.ts';
import type { SplitName } from '../../../../contract/events.ts';
import { quantity } from './finding-words.ts';

const setNames: Readonly<Record<SplitName, string>> = { training: 'Training', test: 'Test' };

export const picturesOf = (split: SplitView | null, name: string): number =>
  split?.classes.find((each) => each.name === name)?.pictures ?? 0;

/** "4,000 training pictures of cats" */
export const classTitle = (
  { name, split }: { readonly name: string; readonly split: SplitName },
  total: number,
): string => `${quantity(total, `${split} picture`, `${split} pictures`)} of ${name}`;

export function splitOptions(
  view: DataView | null,
  name: string,
): readonly { readonly value: SplitName; readonly label: string }[] {
  const splits = ['training', 'test'] as const;
  return splits
    .filter((split) => view?.[split]?.classes.some((each) => each.name === name) === true)
    .map((split) => ({ value: split, label: setNames[split] }));
}
