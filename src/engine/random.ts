/**
 * The one random generator of the program. Everything drawn at random (split, order, augmentation, initial weights, the
 * sample set's drawings) comes from a stream named by a seed and a path of keys, so that the same seed gives the same
 * result on every device, in every process, in any order of evaluation.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number;
  /** Uniform in [low, high). */
  uniform(low: number, high: number): number;
  /** Uniform integer in [0, bound). `bound` from 1 to 2^32. */
  below(bound: number): number;
  /** Standard normal (Box-Muller). */
  normal(): number;
}

/** Mixes text into a 32-bit state (FNV-1a), finished with the avalanche of MurmurHash3. */
function hash(text: string, salt: number): number {
  let state = (0x811c9dc5 ^ salt) >>> 0;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193) >>> 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/**
 * A stream of its own for each seed and path of keys, e.g. `random(seed, 'order', epoch)`.
 * The generator is sfc32 (Chris Doty-Humphrey's PractRand): 128 bits of state, passes PractRand and BigCrush.
 */
export function random(seed: number, ...path: readonly (string | number)[]): Random {
  const name = [seed, ...path].join('/');
  let a = hash(name, 1);
  let b = hash(name, 2);
  let c = hash(name, 3);
  let counter = 1;
  const bits = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return result >>> 0;
  };
  for (let round = 0; round < 12; round++) bits();
  const next = (): number => bits() / 0x1_0000_0000;
  return {
    next,
    uniform: (low, high) => low + (high - low) * next(),
    below: (bound) => Math.floor(next() * bound),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** Shuffles in place (Fisher-Yates) and returns the same array. */
export function shuffle<T>(items: T[], source: Random): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = source.below(last + 1);
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
  return items;
}
