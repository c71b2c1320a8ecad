/**
 * What cats and dogs have in common below the head. Units: the head has a radius of 20 and its middle at 0, 0; the animal
 * looks to the right.
 */
import {
  blob,
  ellipse,
  line,
  patch,
  points,
  polygon,
  scribble,
  type Crayon,
  type Ellipse,
  type Point,
} from './crayon.ts';
import type { Fur } from './palette.ts';
import type { Marking, Posture } from './plan.ts';

export interface Build {
  /** 1 is middling: how thick the trunk is. */
  readonly girth: number;
  /** Width of a leg. */
  readonly leg: number;
}

/** Where a tail begins, and which way it leaves. */
export interface TailRoot {
  readonly from: Point;
  /** 1 to the right, -1 to the left. */
  readonly side: 1 | -1;
  /** Whether the animal lies or sits on the ground beside it. */
  readonly low: boolean;
}

export const tailRoots: Readonly<Record<Posture, TailRoot | null>> = {
  portrait: null,
  sitting: { from: [15, 54], side: 1, low: true },
  sittingSide: { from: [-33, 54], side: -1, low: true },
  standing: { from: [-64, 20], side: -1, low: false },
  lying: { from: [-64, 30], side: -1, low: true },
};

export interface Coat {
  readonly fur: Fur;
  readonly marking: Marking;
}

function leg(crayon: Crayon, from: Point, to: Point, width: number, fill: string): string {
  const half = width / 2;
  const shin: Point[] = [
    [from[0] - half, from[1]],
    [from[0] + half, from[1]],
    [to[0] + half, to[1]],
    [to[0] - half, to[1]],
  ];
  const paw = { x: to[0] + width * 0.25, y: to[1], rx: width * 0.8, ry: width * 0.45 };
  return polygon(crayon, shin, fill) + ellipse(crayon, paw, fill);
}

/** Markings on the trunk, the same for both animals. */
function coatOf(crayon: Crayon, { fur, marking }: Coat, trunk: Ellipse): string {
  const { x, y, rx, ry } = trunk;
  const steps = [-0.5, -0.1, 0.3];
  switch (marking) {
    case 'none':
      return '';
    case 'patch':
      return patch(crayon, { x: x - rx * 0.3, y: y - ry * 0.2, rx: rx * 0.4, ry: ry * 0.5 }, fur.dark);
    case 'belly':
      return patch(crayon, { x, y: y + ry * 0.4, rx: rx * 0.55, ry: ry * 0.4 }, fur.light);
    case 'stripes':
      return steps
        .map((step): Point[] => [
          [x + rx * step, y - ry * 0.8],
          [x + rx * (step + 0.08), y - ry * 0.3],
          [x + rx * step, y],
        ])
        .map((points) => line(crayon, points, { color: fur.dark, width: 3 }))
        .join('');
    case 'spots':
      return steps
        .map((step, index) => ({ x: x + rx * step, y: y + ry * (index === 1 ? 0.35 : -0.3), rx: 4, ry: 3.5 }))
        .map((spot) => patch(crayon, spot, fur.dark))
        .join('');
  }
}

function trunkOf(crayon: Crayon, coat: Coat, outline: readonly Point[], inside: Ellipse): string {
  return blob(crayon, outline, coat.fur.base) + scribble(crayon, inside, coat.fur.dark) + coatOf(crayon, coat, inside);
}

function sitting(crayon: Crayon, coat: Coat, { girth, leg: width }: Build): string {
  const half = (wide: number): number => wide * girth;
  const outline: Point[] = [
    [-half(10), 14],
    [half(10), 14],
    [half(16), 34],
    [half(21), 52],
    [half(12), 61],
    [-half(12), 61],
    [-half(21), 52],
    [-half(16), 34],
  ];
  const trunk = trunkOf(crayon, coat, outline, { x: 0, y: 40, rx: half(16), ry: 20 });
  const feet = [-1, 1].map((side) => ellipse(crayon, { x: side * half(18), y: 60, rx: 8, ry: 4.5 }, coat.fur.base));
  const legs = [-1, 1].map((side) => leg(crayon, [side * 6, 36], [side * 6, 60], width, coat.fur.base));
  return trunk + feet.join('') + legs.join('');
}

function sittingSide(crayon: Crayon, coat: Coat, { girth, leg: width }: Build): string {
  const back = 30 * girth;
  const outline: Point[] = [
    [8, 12],
    [10, 30],
    [6, 56],
    [-12, 61],
    [-back, 60],
    [-back - 5, 46],
    [-back + 6, 26],
    [-10, 10],
  ];
  const trunk = trunkOf(crayon, coat, outline, { x: -10, y: 36, rx: 15 * girth, ry: 20 });
  const haunch = ellipse(crayon, { x: -20 * girth, y: 50, rx: 13, ry: 11 }, coat.fur.base);
  const foot = ellipse(crayon, { x: -10, y: 60, rx: 9, ry: 4 }, coat.fur.base);
  const far = leg(crayon, [9, 36], [11, 59], width, coat.fur.dark);
  return far + trunk + haunch + foot + leg(crayon, [3, 38], [4, 60], width, coat.fur.base);
}

function standing(crayon: Crayon, coat: Coat, { girth, leg: width }: Build): string {
  const inside = { x: -33, y: 25, rx: 34, ry: 14 * girth };
  const outline: Point[] = [
    [6, 10],
    [4, 28],
    [-12, 37],
    [-33, 24 + 14 * girth],
    [-58, 36],
    [-67, 24],
    [-58, 13],
    [-33, 26 - 14 * girth],
    [-10, 8],
  ];
  const far = [-50, -6].map((x) => leg(crayon, [x, 32], [x + 2, 59], width, coat.fur.dark));
  const near = [-60, -14].map((x) => leg(crayon, [x, 32], [x, 61], width, coat.fur.base));
  return far.join('') + trunkOf(crayon, coat, outline, inside) + near.join('');
}

function lying(crayon: Crayon, coat: Coat, { girth, leg: width }: Build): string {
  const inside = { x: -32, y: 26, rx: 33, ry: 14 * girth };
  const outline: Point[] = [
    [8, 14],
    [10, 36],
    [-10, 41],
    [-40, 42],
    [-62, 41],
    [-69, 30],
    [-56, 16],
    [-30, 26 - 14 * girth],
    [-8, 8],
  ];
  const haunch = ellipse(crayon, { x: -52, y: 32, rx: 13, ry: 10 * girth }, coat.fur.base);
  const paws = [38, 42].map((y, index) =>
    ellipse(crayon, { x: 10 + 6 * index, y, rx: 13, ry: width * 0.5 }, coat.fur.base),
  );
  return trunkOf(crayon, coat, outline, inside) + haunch + paws.join('');
}

/** Shoulders below a head on its own, down past the edge of any picture. */
function portrait(crayon: Crayon, coat: Coat, { girth }: Build): string {
  const outline: Point[] = [
    [-9 * girth, 12],
    [9 * girth, 12],
    [20 * girth, 30],
    [22 * girth, 70],
    [24 * girth, 160],
    [-24 * girth, 160],
    [-22 * girth, 70],
    [-20 * girth, 30],
  ];
  return trunkOf(crayon, coat, outline, { x: 0, y: 36, rx: 16, ry: 14 });
}

const bodies = { portrait, sitting, sittingSide, standing, lying } satisfies Record<
  Posture,
  (crayon: Crayon, coat: Coat, build: Build) => string
>;

export function drawBody(crayon: Crayon, posture: Posture, coat: Coat, build: Build): string {
  return bodies[posture](crayon, coat, build);
}

export function drawCollar(crayon: Crayon, color: string): string {
  const band = points('-12,15 0,19 12,15');
  return (
    line(crayon, band, { width: 6 }) +
    line(crayon, band, { color, width: 4.5 }) +
    ellipse(crayon, { x: 0, y: 23, rx: 3, ry: 3 }, '#f5dd42')
  );
}
