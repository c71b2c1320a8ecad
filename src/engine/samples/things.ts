/** What stands and flies around. Each thing is drawn about 40 units wide and high, on the ground at 0, 0. */
import { choose } from './choose.ts';
import { blob, ellipse, line, patch, placed, points, polygon, type Crayon, type Point } from './crayon.ts';
import { crayons } from './palette.ts';

export type Thing = (crayon: Crayon, color: string) => string;

const spread = (count: number): number[] => Array.from({ length: count }, (_, index) => (2 * Math.PI * index) / count);

const ball: Thing = (crayon, color) =>
  ellipse(crayon, { x: 0, y: -14, rx: 14, ry: 14 }, color) +
  line(crayon, points('-13,-16 0,-10 13,-16')) +
  line(crayon, points('-3,-28 3,-14 -2,0'));

const flower: Thing = (crayon, color) => {
  const petals = spread(6).map((angle) =>
    ellipse(crayon, { x: 8 * Math.cos(angle), y: -34 + 8 * Math.sin(angle), rx: 5, ry: 5 }, color),
  );
  const stem = line(crayon, points('0,0 2,-14 0,-30'), { color: '#3f7a35', width: 3 });
  return stem + petals.join('') + ellipse(crayon, { x: 0, y: -34, rx: 5, ry: 5 }, '#f5dd42');
};

const tree: Thing = (crayon, color) =>
  polygon(crayon, points('-4,0 4,0 3,-22 -3,-22'), '#7a5230') +
  blob(
    crayon,
    points('-18,-20 -14,-38 0,-48 15,-38 18,-22 0,-17'),
    choose(crayon.random, [color, '#5aa845', '#3f7a35']),
  );

const fir: Thing = (crayon) =>
  polygon(crayon, points('-16,-4 16,-4 0,-24'), '#3f7a35') +
  polygon(crayon, points('-12,-16 12,-16 0,-36'), '#3f7a35') +
  polygon(crayon, points('-8,-28 8,-28 0,-48'), '#3f7a35');

const house: Thing = (crayon, color) =>
  polygon(crayon, points('-17,0 17,0 17,-22 -17,-22'), choose(crayon.random, crayons)) +
  polygon(crayon, points('-21,-22 21,-22 0,-42'), color) +
  polygon(crayon, points('-4,0 4,0 4,-12 -4,-12'), '#8a5a33');

const mushroom: Thing = (crayon, color) =>
  polygon(crayon, points('-4,0 4,0 3,-14 -3,-14'), '#f7f3ea') +
  blob(crayon, points('-16,-12 -10,-25 0,-29 10,-25 16,-12 0,-9'), color) +
  patch(crayon, { x: -5, y: -19, rx: 3, ry: 3 }, '#ffffff');

const present: Thing = (crayon, color) =>
  polygon(crayon, points('-15,0 15,0 15,-24 -15,-24'), color) +
  line(crayon, points('0,0 0,-24'), { width: 4, color: choose(crayon.random, crayons) }) +
  polygon(crayon, points('0,-24 -10,-32 -8,-22'), color) +
  polygon(crayon, points('0,-24 10,-32 8,-22'), color);

const pot: Thing = (crayon, color) =>
  ['0,-16 -7,-28 -16,-38', '0,-16 -2,-28 -5,-38', '0,-16 3,-28 6,-38', '0,-16 7,-28 16,-38']
    .map((leaf) => line(crayon, points(leaf), { color: '#3f7a35', width: 4 }))
    .join('') + polygon(crayon, points('-8,0 8,0 11,-17 -11,-17'), color);

const bush: Thing = (crayon) =>
  blob(
    crayon,
    points('-22,0 -22,-12 -10,-20 0,-17 11,-22 22,-11 22,0'),
    choose(crayon.random, ['#5aa845', '#3f7a35', '#8fae3f']),
  );

const cushion: Thing = (crayon, color) =>
  blob(crayon, points('-22,-2 -18,-9 -21,-19 0,-16 21,-19 18,-9 22,-2 0,-4'), color);

const fish: Thing = (crayon, color) =>
  polygon(crayon, points('9,-10 20,-17 20,-3'), color) +
  ellipse(crayon, { x: 0, y: -10, rx: 13, ry: 7 }, color) +
  patch(crayon, { x: -7, y: -11, rx: 1.5, ry: 1.5 }, '#222222');

const bone: Thing = (crayon) =>
  blob(crayon, points('-12,-7 -18,-4 -20,-9 -18,-15 -12,-11 12,-11 18,-15 20,-9 18,-4 12,-7'), '#f7f3ea');

const block = (crayon: Crayon, x: number, y: number, color: string): string =>
  placed({ x, y }, polygon(crayon, points('0,0 15,0 15,-15 0,-15'), color));

const blocks: Thing = (crayon, color) =>
  block(crayon, -16, 0, color) +
  block(crayon, 0, 0, choose(crayon.random, crayons)) +
  block(crayon, -8, -15, choose(crayon.random, crayons));

const sun: Thing = (crayon) => {
  const rays = spread(9).map((angle): Point[] => [
    [15 * Math.cos(angle), -20 + 15 * Math.sin(angle)],
    [22 * Math.cos(angle), -20 + 22 * Math.sin(angle)],
  ]);
  return (
    rays.map((ray) => line(crayon, ray, { color: '#f2a71b', width: 3 })).join('') +
    ellipse(crayon, { x: 0, y: -20, rx: 12, ry: 12 }, '#f9cf3f')
  );
};

const moon: Thing = (crayon) => blob(crayon, points('0,-36 -13,-28 -14,-12 0,-3 11,-6 -2,-16 0,-26'), '#f7eeb0');

const cloud: Thing = (crayon) =>
  blob(
    crayon,
    points('-24,-6 -22,-15 -12,-17 -4,-25 8,-22 14,-15 24,-13 23,-5'),
    choose(crayon.random, ['#ffffff', '#dfe6ea', '#aab4bd']),
  );

const balloon: Thing = (crayon, color) =>
  line(crayon, points('0,0 3,-8 0,-18')) + ellipse(crayon, { x: 0, y: -30, rx: 10, ry: 12 }, color);

const butterfly: Thing = (crayon, color) =>
  [-1, 1]
    .map(
      (side) =>
        ellipse(crayon, { x: side * 7, y: -20, rx: 7, ry: 8 }, color) +
        ellipse(crayon, { x: side * 5, y: -9, rx: 5, ry: 5 }, color),
    )
    .join('') + line(crayon, points('0,-26 0,-4'), { width: 3 });

const bird: Thing = (crayon, color) => line(crayon, points('-16,-22 -8,-28 0,-18 8,-28 16,-22'), { color, width: 3 });

export const standing: readonly Thing[] = [
  ball,
  flower,
  tree,
  fir,
  house,
  mushroom,
  present,
  pot,
  bush,
  cushion,
  fish,
  bone,
  blocks,
];
export const flying: readonly Thing[] = [sun, moon, cloud, cloud, balloon, butterfly, bird];
/** What may stand in front of an animal. */
export const low: readonly Thing[] = [ball, flower, mushroom, present, pot, bush, cushion, blocks];
