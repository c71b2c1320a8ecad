import type { Random } from '../random.ts';

/** One of the items, each as likely as the other. `items` must not be empty. */
export function choose<T>(random: Random, items: readonly T[]): T {
  return items[random.below(items.length)] as T;
}

/** True with the given probability, 0 to 1. */
export function chance(random: Random, probability: number): boolean {
  return random.next() < probability;
}
