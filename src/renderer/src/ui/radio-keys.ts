/** What RadioCards and Segmented share: one of their radios can be reached by Tab, the arrows choose among them. */
import { radioAfterKey } from './roving.ts';

/** The radio that Tab reaches: the chosen one, the first where none is. */
export const reachable = (values: readonly string[], value: string): number => Math.max(0, values.indexOf(value));

/** Chooses by arrows, Home and End, and moves the focus there; other keys are left alone. */
export function chooseByKey<V extends string>(
  event: KeyboardEvent & { readonly currentTarget: HTMLElement },
  values: readonly V[],
  from: number,
  onchange: (value: V) => void,
): void {
  const index = radioAfterKey(event.key, from, values.length);
  const value = index === null ? undefined : values[index];
  if (index === null || value === undefined) return;
  event.preventDefault();
  onchange(value);
  event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]').item(index).focus();
}
