import { random, type Random } from '../random.ts';
import { chance, choose } from './choose.ts';
import { crayons, furs, type Fur } from './palette.ts';

export const splits = ['training', 'test', 'unseen'] as const;
export type Split = (typeof splits)[number];

export const postures = ['portrait', 'sitting', 'sittingSide', 'standing', 'lying'] as const;
export type Posture = (typeof postures)[number];

export const markings = ['none', 'patch', 'stripes', 'spots', 'belly'] as const;
export type Marking = (typeof markings)[number];

/**
 * All that a picture is about except which animal is in it. Drawn from the seed, the split and the number of the picture
 * alone: cat 7 and dog 7 sit in the same place, in the same pose and color, in the same light. What is left to learn is
 * the animal.
 */
export interface Plan {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly fur: Fur;
  readonly marking: Marking;
  /** CSS color, or null for none. */
  readonly collar: string | null;
  readonly posture: Posture;
  readonly mirrored: boolean;
  /** Where the head looks: -1 (left) to 1 (right), 0 at the viewer. */
  readonly turn: number;
  /** Of the head, in degrees. */
  readonly tilt: number;
  /** Radius of the head in pixels, and its middle. */
  readonly headRadius: number;
  readonly x: number;
  readonly y: number;
  /** Pixels: thickness of lines and how far they stray. */
  readonly lineWidth: number;
  readonly wobble: number;
  /** Sigma in pixels; 0 is sharp. */
  readonly blur: number;
  /** Standard deviation of the noise, in steps of 256. */
  readonly noise: number;
  /** JPEG quality. */
  readonly quality: number;
}

/** What a drawn animal covers, in head radii from the middle of its head. */
interface Extent {
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
}

const extents: Readonly<Record<Posture, Extent>> = {
  portrait: { left: 1.6, right: 1.6, up: 2.3, down: 1.4 },
  sitting: { left: 1.6, right: 2, up: 2.3, down: 3.2 },
  sittingSide: { left: 2.4, right: 1.6, up: 2.3, down: 3.2 },
  standing: { left: 3.9, right: 1.6, up: 2.3, down: 3.2 },
  lying: { left: 3.8, right: 1.6, up: 2.3, down: 2.3 },
};

function extentOf(posture: Posture, mirrored: boolean): Extent {
  const extent = extents[posture];
  return mirrored ? { ...extent, left: extent.right, right: extent.left } : extent;
}

/** A place between the edges where there is room, else in the middle. */
function place(source: Random, size: number, before: number, after: number): number {
  const [first, last] = [before, size - after];
  return first < last ? source.uniform(first, last) : (first + last) / 2;
}

function position(
  source: Random,
  width: number,
  height: number,
): Pick<Plan, 'posture' | 'mirrored' | 'headRadius' | 'x' | 'y'> {
  const posture = chance(source, 0.45) ? 'portrait' : choose(source, postures);
  const mirrored = chance(source, 0.5);
  const { left, right, up, down } = extentOf(posture, mirrored);
  const largest = Math.min(width / (left + right), height / (up + down));
  const headRadius = largest * (posture === 'portrait' ? source.uniform(0.65, 1.1) : source.uniform(0.9, 1.15));
  return {
    posture,
    mirrored,
    headRadius,
    x: place(source, width, left * headRadius, right * headRadius),
    y: place(source, height, up * headRadius, down * headRadius),
  };
}

/** The plan of picture `number` (from 1) of a split. */
export function planPicture(seed: number, split: Split, number: number): Plan {
  const source = random(seed, 'samples', split, number, 'plan');
  const width = 160 + source.below(81);
  const height = 120 + source.below(81);
  return {
    width,
    height,
    ...position(source, width, height),
    fur: choose(source, furs),
    marking: choose(source, markings),
    collar: chance(source, 0.35) ? choose(source, crayons) : null,
    turn: chance(source, 0.35) ? source.uniform(-0.2, 0.2) : source.uniform(-1, 1),
    tilt: source.uniform(-16, 16),
    lineWidth: source.uniform(1.2, 2.6),
    wobble: source.uniform(0.4, 1.3),
    blur: chance(source, 0.3) ? source.uniform(0.4, 1) : 0,
    noise: source.uniform(2, 11),
    quality: 75 + source.below(18),
  };
}
