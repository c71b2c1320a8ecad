import type { IconName } from './icons.ts';

export interface MenuItem {
  readonly label: string;
  /** A second, smaller line: why it is disabled, or what it is. */
  readonly reason?: string | undefined;
  /** Left out: it is no choice among several. */
  readonly checked?: boolean | undefined;
  readonly icon?: IconName | undefined;
  readonly disabled?: boolean | undefined;
  readonly onselect: () => void;
}

export type MenuChoice = MenuItem & { readonly checked: boolean };

/** `{ heading }` stands over the items that follow it. */
export type MenuEntry = MenuItem | 'separator' | { readonly heading: string };

/** One entry, or choices that follow each other: one of them is taken. */
export type MenuStretch = { readonly entry: MenuEntry } | { readonly choices: readonly MenuChoice[] };

const isChoice = (entry: MenuEntry): entry is MenuChoice =>
  entry !== 'separator' && !('heading' in entry) && entry.checked !== undefined;

export function stretchesOf(items: readonly MenuEntry[]): readonly MenuStretch[] {
  const stretches: MenuStretch[] = [];
  for (const entry of items) {
    const last = stretches.at(-1);
    if (!isChoice(entry)) stretches.push({ entry });
    else if (last !== undefined && 'choices' in last)
      stretches[stretches.length - 1] = { choices: [...last.choices, entry] };
    else stretches.push({ choices: [entry] });
  }
  return stretches;
}

/** The place of the choice that is taken, as a name; empty: none is. */
export const takenIn = (choices: readonly MenuChoice[]): string => {
  const at = choices.findIndex(({ checked }) => checked);
  return at === -1 ? '' : String(at);
};
