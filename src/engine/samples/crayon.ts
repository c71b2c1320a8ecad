/**
 * Crayon strokes as SVG paths. Nothing here draws a straight line or a true circle: every point is moved a little, and
 * outlines are gone over twice. Coordinates are rounded to a tenth, so that files stay small.
 */
import type { Random } from '../random.ts';

export type Point = readonly [x: number, y: number];

export interface Crayon {
  readonly random: Random;
  /** CSS color of outlines. */
  readonly ink: string;
  /** Width of outlines, in the units of the points. */
  readonly width: number;
  /** How far points stray at most, in the same units. */
  readonly wobble: number;
}

export interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  /** Degrees, clockwise. */
  readonly angle?: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const pair = ([x, y]: Point): string => `${round(x)} ${round(y)}`;

/** Points as SVG's polygons write them: `-4,0 4,0 0,-9`. */
export function points(text: string): Point[] {
  return text.split(' ').map((part): Point => {
    const [x = 0, y = 0] = part.split(',').map(Number);
    return [x, y];
  });
}

/** A smooth curve through the points: Catmull-Rom splines written as cubic Bézier curves. */
export function curve(through: readonly Point[], closed: boolean): string {
  const count = through.length;
  const at = (index: number): Point =>
    through[closed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1)] ?? [0, 0];
  const parts = [`M${pair(at(0))}`];
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    parts.push(`C${pair(first)} ${pair(second)} ${pair(to)}`);
  }
  return parts.join('') + (closed ? 'Z' : '');
}

function stray({ random, wobble }: Crayon, [x, y]: Point): Point {
  return [x + random.uniform(-wobble, wobble), y + random.uniform(-wobble, wobble)];
}

export function strayed(crayon: Crayon, points: readonly Point[]): Point[] {
  return points.map((point) => stray(crayon, point));
}

/** Twelve points around an ellipse. */
export function around({ x, y, rx, ry, angle = 0 }: Ellipse): Point[] {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return Array.from({ length: 12 }, (_, index): Point => {
    const [across, down] = [rx * Math.cos((index * Math.PI) / 6), ry * Math.sin((index * Math.PI) / 6)];
    return [x + across * cos - down * sin, y + across * sin + down * cos];
  });
}

function outlined(crayon: Crayon, draw: () => string, fill: string): string {
  const pen = `stroke="${crayon.ink}" stroke-linecap="round" stroke-linejoin="round"`;
  return (
    `<path d="${draw()}" fill="${fill}" ${pen} stroke-width="${round(crayon.width)}"/>` +
    `<path d="${draw()}" fill="none" ${pen} stroke-width="${round(crayon.width * 0.6)}" stroke-opacity="0.6"/>`
  );
}

/** A closed, rounded, filled shape. */
export function blob(crayon: Crayon, points: readonly Point[], fill: string): string {
  return outlined(crayon, () => curve(strayed(crayon, points), true), fill);
}

export function ellipse(crayon: Crayon, shape: Ellipse, fill: string): string {
  return blob(crayon, around(shape), fill);
}

/** A closed, filled shape with corners; its sides bend a little. */
export function polygon(crayon: Crayon, points: readonly Point[], fill: string): string {
  const sides = (): string => {
    const corners = strayed(crayon, points);
    const parts = corners.map((corner, index) => {
      const next = corners[(index + 1) % corners.length] ?? corner;
      const bend = stray(crayon, [(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2]);
      return `${index === 0 ? `M${pair(corner)}` : ''}Q${pair(bend)} ${pair(next)}`;
    });
    return `${parts.join('')}Z`;
  };
  return outlined(crayon, sides, fill);
}

export interface LineStyle {
  readonly color?: string;
  readonly width?: number;
  readonly opacity?: number;
}

/** An open curve. */
export function line(crayon: Crayon, points: readonly Point[], style: LineStyle = {}): string {
  const { color = crayon.ink, width = crayon.width, opacity = 1 } = style;
  const faint = opacity < 1 ? ` stroke-opacity="${opacity}"` : '';
  return `<path d="${curve(strayed(crayon, points), false)}" fill="none" stroke="${color}" stroke-width="${round(width)}" stroke-linecap="round"${faint}/>`;
}

/** A filled patch without an outline. */
export function patch(crayon: Crayon, shape: Ellipse, fill: string, opacity = 1): string {
  return `<path d="${curve(strayed(crayon, around(shape)), true)}" fill="${fill}" fill-opacity="${opacity}"/>`;
}

/** The to and fro of coloring in, kept inside an upright ellipse. */
export function scribble(crayon: Crayon, { x, y, rx, ry }: Ellipse, color: string): string {
  const rows = 6 + crayon.random.below(4);
  const points = Array.from({ length: rows }, (_, row): Point => {
    const height = -0.8 + (1.6 * row) / (rows - 1);
    const half = 0.85 * rx * Math.sqrt(1 - height * height);
    return [x + (row % 2 === 0 ? -half : half), y + 0.95 * ry * height];
  });
  return line(crayon, points, { color, width: ry / 7, opacity: 0.35 });
}

export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  readonly mirrored?: boolean;
  /** Degrees, clockwise. */
  readonly tilt?: number;
}

export function placed({ x, y, scale = 1, mirrored = false, tilt = 0 }: Placement, content: string): string {
  const size = Math.round(scale * 1000) / 1000;
  const stretch = `scale(${mirrored ? -size : size} ${size})`;
  return `<g transform="translate(${pair([x, y])}) ${stretch} rotate(${round(tilt)})">${content}</g>`;
}
