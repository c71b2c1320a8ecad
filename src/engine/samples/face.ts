/** Parts of a head that both animals have. Units as in body.ts: the head has a radius of 20 and its middle at 0, 0. */
import { ellipse, line, patch, polygon, scribble, type Crayon, type Ellipse, type Point } from './crayon.ts';
import type { Coat } from './body.ts';

/** The side of the head (-1 left, 1 right). */
export type Side = -1 | 1;
export const sides: readonly Side[] = [-1, 1];

/** How far a feature in the middle of the face moves when the head turns by `turn` (-1 to 1). */
export const shifted = (turn: number, depth: number): number => turn * depth;

export function drawSkull(crayon: Crayon, coat: Coat, shape: Ellipse, turn: number): string {
  return (
    ellipse(crayon, shape, coat.fur.base) + scribble(crayon, shape, coat.fur.dark) + faceMarking(crayon, coat, turn)
  );
}

function faceMarking(crayon: Crayon, { fur, marking }: Coat, turn: number): string {
  const middle = shifted(turn, 6);
  if (marking === 'patch') return patch(crayon, { x: middle + 8, y: -4, rx: 6.5, ry: 7.5 }, fur.dark);
  if (marking !== 'stripes') return '';
  return [-5, 0, 5]
    .map((x): Point[] => [
      [middle + x * 1.2, -17],
      [middle + x, -10],
    ])
    .map((points) => line(crayon, points, { color: fur.dark, width: 2.4 }))
    .join('');
}

/** A nose on its point. */
export function triangleNose(crayon: Crayon, x: number, y: number, size: number, color: string): string {
  const corners: Point[] = [
    [x - size, y - size * 0.6],
    [x + size, y - size * 0.6],
    [x, y + size * 0.7],
  ];
  return polygon(crayon, corners, color);
}

/** Two bows under the nose: the mouth both animals share, `reach` wide on each side. */
export function mouth(crayon: Crayon, x: number, y: number, reach: number): string {
  return sides
    .map((side): Point[] => [
      [x, y],
      [x + side * reach * 0.5, y + reach * 0.45],
      [x + side * reach, y + reach * 0.15],
    ])
    .map((points) => line(crayon, points))
    .join('');
}
