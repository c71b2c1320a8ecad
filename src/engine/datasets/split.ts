import { random, shuffle } from '../random.ts';

/** The fewest pictures of a class that training can start with. */
export const fewestPictures = 2;

/**
 * Holds back a share of each class (stratified), drawn by the seed. `labels` holds the class of each picture, `contents` what
 * is the same for pictures of the same bytes: these stay on one side, and on training's where they lie in several classes.
 * Returns the indices of both parts, ascending. A class of two or more keeps at least one picture on each side, unless all of
 * them must stay together.
 */
export function holdBack(
  labels: Uint16Array,
  share: number,
  seed: number,
  contents: readonly string[] = [],
): { readonly training: Uint32Array; readonly test: Uint32Array } {
  const held = new Set<number>();
  const copies = new Set(contents).size < contents.length ? contents : [];
  const torn = inSeveralClasses(labels, copies);
  for (const [label, members] of byClass(labels)) {
    shuffle(members, random(seed, 'hold back', label));
    const most = members.length - 1;
    const wanted = Math.min(most, Math.max(1, Math.round(members.length * share)));
    const groups = together(members, copies).filter(([first = 0]) => !torn.has(copies[first] ?? ''));
    for (const index of taken(groups, wanted, most)) held.add(index);
  }
  const indices = Uint32Array.from(labels.keys());
  return {
    training: indices.filter((index) => !held.has(index)),
    test: indices.filter((index) => held.has(index)),
  };
}

function byClass(labels: Uint16Array): ReadonlyMap<number, number[]> {
  const classes = new Map<number, number[]>();
  labels.forEach((label, index) => {
    const members = classes.get(label);
    if (members === undefined) classes.set(label, [index]);
    else members.push(index);
  });
  return classes;
}

/** What pictures of different classes have in common. */
function inSeveralClasses(labels: Uint16Array, contents: readonly string[]): ReadonlySet<string> {
  const first = new Map<string, number>();
  const torn = new Set<string>();
  contents.forEach((content, index) => {
    const label = labels[index] ?? 0;
    const known = first.get(content);
    if (known === undefined) first.set(content, label);
    else if (known !== label) torn.add(content);
  });
  return torn;
}

/** Pictures of the same bytes as one group, where the first of them stands. */
function together(members: readonly number[], contents: readonly string[]): number[][] {
  if (contents.length === 0) return members.map((index) => [index]);
  const groups = new Map<string, number[]>();
  for (const index of members) {
    const content = contents[index] ?? '';
    const group = groups.get(content);
    if (group === undefined) groups.set(content, [index]);
    else group.push(index);
  }
  return [...groups.values()];
}

/** The first groups that fit into `wanted`; where none does, the first of at most `most`. */
function taken(groups: readonly (readonly number[])[], wanted: number, most: number): number[] {
  const chosen: number[] = [];
  for (const group of groups) if (chosen.length + group.length <= wanted) chosen.push(...group);
  if (chosen.length > 0 || wanted === 0) return chosen;
  return [...(groups.find(({ length }) => length <= most) ?? [])];
}

/** The order in which an epoch (from 1) sees `count` pictures: shuffled anew each time. */
export function epochOrder(count: number, seed: number, epoch: number): number[] {
  return shuffle(
    Array.from({ length: count }, (_, index) => index),
    random(seed, 'order', epoch),
  );
}
