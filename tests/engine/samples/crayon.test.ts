import assert from 'node:assert/strict';
import { test } from 'node:test';
import { around, curve, placed, points, polygon, strayed, type Crayon } from '../../../src/engine/samples/crayon.ts';
import { random } from '../../../src/engine/random.ts';

const crayon = (wobble: number): Crayon => ({ random: random(1, 'crayon'), ink: '#000000', width: 2, wobble });

test('an open curve begins and ends at its first and last point, a closed one returns', () => {
  const corners = points('0,0 10,0 10,10');
  assert.match(curve(corners, false), /^M0 0C.* 10 0C.* 10 10$/);
  assert.match(curve(corners, true), /^M0 0C.* 0 0Z$/);
});

test('a curve through points on a line stays on the line', () => {
  const numbers = curve(points('0,4 3,4 6,4'), false).match(/-?[\d.]+/g) ?? [];
  const heights = numbers.filter((_, index) => index % 2 === 1);
  assert.deepEqual([...new Set(heights)], ['4']);
});

test('points stray, and no farther than the wobble', () => {
  const strays = strayed(
    crayon(1.5),
    Array.from({ length: 200 }, () => [5, -5] as const),
  );
  const distances = strays.flatMap(([x, y]) => [Math.abs(x - 5), Math.abs(y + 5)]);
  assert.ok(Math.max(...distances) <= 1.5);
  assert.ok(Math.max(...distances) > 1);
});

test('points around an ellipse are on it, turned by its angle', () => {
  const shape = { x: 3, y: -2, rx: 10, ry: 4 };
  for (const [x, y] of around(shape)) {
    assert.ok(Math.abs(((x - 3) / 10) ** 2 + ((y + 2) / 4) ** 2 - 1) < 1e-9);
  }
  const [first = [0, 0]] = around({ ...shape, angle: 90 });
  assert.ok(Math.hypot(first[0] - 3, first[1] - 8) < 1e-9);
});

test('a polygon without wobble has its corners where they are asked for', () => {
  const drawn = polygon(crayon(0), points('0,0 8,0 0,8'), '#ff0000');
  assert.match(drawn, /d="M0 0Q4 0 8 0Q4 4 0 8Q0 4 0 0Z" fill="#ff0000"/);
});

test('mirroring turns the horizontal scale around', () => {
  assert.equal(
    placed({ x: 1, y: 2, scale: 3, mirrored: true, tilt: 4 }, 'content'),
    '<g transform="translate(1 2) scale(-3 3) rotate(4)">content</g>',
  );
});
