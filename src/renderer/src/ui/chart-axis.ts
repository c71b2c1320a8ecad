/** Where the axes of a chart begin and end, and where their lines stand. */

export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface AxisLimits {
  readonly min?: number;
  readonly max?: number;
  /** A closer look would only show noise. */
  readonly step?: number;
}

const mostIntervals = 5;

/** Without the dust of binary fractions: 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** The smallest of 1, 2 and 5 times a power of ten that is not under `raw`. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((each) => each * power >= raw * (1 - 1e-9)) ?? 10;
  return clean(factor * power);
}

const below = (value: number, step: number): number => clean(Math.floor(value / step + 1e-9) * step);
const above = (value: number, step: number): number => clean(Math.ceil(value / step - 1e-9) * step);

function fit(low: number, high: number, step: number): AxisRange {
  const min = below(low, step);
  const max = above(high, step);
  return { min, max: max > min ? max : clean(min + step), step };
}

/** Keeps the ends inside what the values can be: a share never goes over 1. */
function held({ min, max, step }: AxisRange, limits: AxisLimits): AxisRange {
  const lowest = limits.min ?? -Infinity;
  const highest = limits.max ?? Infinity;
  if (min >= lowest && max <= highest) return { min, max, step };
  const width = max - min;
  if (max > highest) return { min: clean(Math.max(lowest, Math.min(min, highest - width))), max: highest, step };
  return { min: lowest, max: clean(Math.min(highest, Math.max(max, lowest + width))), step };
}

/**
 * Holds all values between two round numbers, five steps or fewer apart. Given the range that was shown before, it only
 * grows: lines never jump back. Null where no value is a finite number and nothing was shown before.
 */
export function rangeOf(
  values: readonly number[],
  before: AxisRange | null = null,
  limits: AxisLimits = {},
): AxisRange | null {
  const finite = values.filter(Number.isFinite);
  const all = before === null ? finite : [...finite, before.min, before.max];
  if (all.length === 0) return null;
  const low = Math.min(...all);
  const high = Math.max(...all);
  if (before !== null && low >= before.min && high <= before.max) return before;
  let step = roundStep(Math.max((high - low) / mostIntervals, limits.step ?? Math.abs(high) * 1e-3, 1e-6));
  let range = fit(low, high, step);
  while ((range.max - range.min) / step > mostIntervals + 1e-6) {
    step = roundStep(step * 1.5);
    range = fit(low, high, step);
  }
  return held(range, limits);
}

/** The numbers from `min` to `max`, both included where the step meets them. */
export function ticksOf({ min, max, step }: AxisRange): readonly number[] {
  const count = Math.floor((max - min) / step + 1e-6);
  return Array.from({ length: count + 1 }, (_, index) => clean(min + index * step));
}

/** Epochs that are named under a chart: the first, the last, and round ones between with room around them; `most` of them. */
export function epochTicks(epochs: number, most: number): readonly number[] {
  if (epochs <= 1) return [1];
  if (epochs <= most) return Array.from({ length: epochs }, (_, index) => index + 1);
  const step = roundStep(Math.max(epochs / Math.max(1, most - 1), 2));
  const between = Array.from({ length: Math.floor(epochs / step) }, (_, index) => (index + 1) * step);
  // The first one's label is the widest, the last one's must stay: what stands close to either goes.
  return [1, ...between.filter((each) => each - 1 >= step * 0.7 && epochs - each >= step * 0.5), epochs];
}
