/**
 * Dropout's random numbers, the same on every executor: those of TensorFlow's StatelessRandomUniform, which the graph has
 * built in. Its generator is Philox 4x32-10 (Salmon et al. 2011).
 */

/** The two 32-bit numbers that dropout draws from in a step (counted from 1). */
export const dropoutSeed = (seed: number, salt: number, step: number): readonly [number, number] => [
  (seed + Math.imul(salt, saltFactor)) | 0,
  step,
];

/** Far apart for neighbouring salts: 2^32 over the golden ratio (Knuth's multiplicative hashing), as a signed number. */
export const saltFactor = 0x9e3779b1 | 0;

/** What values are multiplied with: 0 with probability `rate` (0 up to 1, excluded), else 1 / (1 - rate). */
export function dropoutFactors(rate: number, seed: readonly [number, number], count: number): Float32Array {
  const kept = 1 / (1 - rate);
  return statelessUniform(seed, count).map((value) => (value >= Math.fround(rate) ? kept : 0));
}

/** Uniform in [0, 1), 23 bits each, as TensorFlow draws them for a seed of two signed 32-bit numbers. */
export function statelessUniform([first, second]: readonly [number, number], count: number): Float32Array {
  // The seed is scrambled first, so that seeds that are alike give unlike numbers.
  const scrambled = new Uint32Array([first, first >> 31, second, second >> 31]);
  philox(scrambled, 0x3ec8f720, 0x02461e29);
  const [key0 = 0, key1 = 0, high0 = 0, high1 = 0] = scrambled;
  const values = new Float32Array(count);
  const four = new Uint32Array(4);
  for (let at = 0; at < count; at += 4) {
    four.set([at / 4, 0, high0, high1]);
    philox(four, key0, key1);
    for (let part = 0; part < 4 && at + part < count; part++) values[at + part] = fraction(four[part] ?? 0);
  }
  return values;
}

/** The lowest 23 bits. */
const fraction = (bits: number): number => (bits & 0x7fffff) / 0x800000;

/** Ten rounds over a counter of four 32-bit numbers, in place. */
function philox(counter: Uint32Array, key0: number, key1: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = counter;
  for (let round = 0; round < 10; round++) {
    const low0 = Math.imul(0xd2511f53, a);
    const low1 = Math.imul(0xcd9e8d57, c);
    const high0 = highProduct(0xd2511f53, a);
    const high1 = highProduct(0xcd9e8d57, c);
    [a, b, c, d] = [high1 ^ b ^ key0, low1, high0 ^ d ^ key1, low0];
    key0 = (key0 + 0x9e3779b9) | 0;
    key1 = (key1 + 0xbb67ae85) | 0;
  }
  counter.set([a, b, c, d]);
}

/** The upper 32 bits of the product of two unsigned 32-bit numbers. */
function highProduct(x: number, y: number): number {
  const [xHigh, xLow, yHigh, yLow] = [x >>> 16, x & 0xffff, y >>> 16, y & 0xffff];
  const middle = xHigh * yLow + Math.floor((xLow * yLow) / 0x10000);
  const carry = xLow * yHigh + (middle % 0x10000);
  return (xHigh * yHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0;
}
