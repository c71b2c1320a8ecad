/** How evenly a set's pictures are spread over its classes. */
import type { ClassView } from '../../../../contract/data-view.ts';

type Counts = readonly Pick<ClassView, 'pictures'>[];

export const largestOf = (classes: Counts): number => Math.max(0, ...classes.map(({ pictures }) => pictures));

/** A class's part of all pictures, 0 to 1. */
export function shareOf(pictures: number, classes: Counts): number {
  const all = classes.reduce((sum, each) => sum + each.pictures, 0);
  return all === 0 ? 0 : pictures / all;
}

/** A class's bar: its part of the largest class, 0 to 1. */
export function barOf(pictures: number, classes: Counts): number {
  const largest = largestOf(classes);
  return largest === 0 ? 0 : pictures / largest;
}

/** Up to a fifth more pictures is in balance; from three times as many on it is a finding of the health report. */
const even = 1.2;
const veryUneven = 3;

/** In words that begin a sentence; null where there is nothing to compare. */
export function balanceWords(classes: Counts): string | null {
  const smallest = Math.min(...classes.map(({ pictures }) => pictures));
  if (classes.length < 2 || smallest === 0) return null;
  const ratio = largestOf(classes) / smallest;
  if (ratio <= even) return 'Classes in balance';
  return ratio <= veryUneven ? 'Classes a little uneven' : 'Very uneven classes';
}
