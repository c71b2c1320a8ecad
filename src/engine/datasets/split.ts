import { random, shuffle } from '../random.ts';

/** The fewest pictures of a class that training can start with. */
export const fewestPictures = 2;

/**
 * Holds back a share of each class (stratified), drawn by the seed. `labels` holds the class of each picture.
 * Returns the indices of both parts, ascending. A class of two or more keeps at least one picture on each side.
 */
export function holdBack(
  labels: Uint16Array,
  share: number,
  seed: number,
): { readonly training: Uint32Array; readonly test: Uint32Array } {
  const byClass = new Map<number, number[]>();
  labels.forEach((label, index) => {
    const members = byClass.get(label);
    if (members === undefined) byClass.set(label, [index]);
    else members.push(index);
  });
  const training: number[] = [];
  const test: number[] = [];
  for (const [label, members] of byClass) {
    shuffle(members, random(seed, 'hold back', label));
    const held = Math.min(members.length - 1, Math.max(1, Math.round(members.length * share)));
    test.push(...members.slice(0, held));
    training.push(...members.slice(held));
  }
  const ascending = (indices: number[]): Uint32Array => Uint32Array.from(indices).sort();
  return { training: ascending(training), test: ascending(test) };
}

/** The order in which an epoch (from 1) sees `count` pictures: shuffled anew each time. */
export function epochOrder(count: number, seed: number, epoch: number): number[] {
  return shuffle(
    Array.from({ length: count }, (_, index) => index),
    random(seed, 'order', epoch),
  );
}
