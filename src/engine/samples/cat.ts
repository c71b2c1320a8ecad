import type { Animal, AnimalPlan } from './animal.ts';
import type { TailRoot } from './body.ts';
import { chance, choose } from './choose.ts';
import { ellipse, line, patch, polygon, strayed, type Crayon, type Point } from './crayon.ts';
import { drawSkull, mouth, shifted, sides, triangleNose, type Side } from './face.ts';
import { irises, noses } from './palette.ts';

/** Pointed ears, round face, slit eyes, whiskers, a long thin tail that curls. */
export const cat: Animal = {
  build: (random) => ({ girth: random.uniform(0.8, 1), leg: random.uniform(5.5, 7) }),
  tail,
  head,
};

function head(crayon: Crayon, plan: AnimalPlan): string {
  const { random } = crayon;
  const [height, spread] = [random.uniform(13, 20), random.uniform(11, 15)];
  const skull = { x: 0, y: 0, rx: random.uniform(19.5, 22.5), ry: random.uniform(17, 19.5) };
  return (
    sides.map((side) => ear(crayon, plan, side, height, spread)).join('') +
    drawSkull(crayon, plan, skull, plan.turn) +
    face(crayon, plan)
  );
}

function ear(crayon: Crayon, { fur, turn }: AnimalPlan, side: Side, height: number, spread: number): string {
  const middle = side * spread + shifted(turn, 2);
  const tip: Point = [middle + side * 3, -14 - height];
  const outer: Point[] = [[middle - 8, -12], tip, [middle + 8, -8 - side * 2]];
  const inner: Point[] = [
    [middle - 4, -14],
    [tip[0], tip[1] + height * 0.35],
    [middle + 4, -13],
  ];
  return polygon(crayon, outer, fur.base) + polygon({ ...crayon, width: crayon.width * 0.5 }, inner, '#efa9ae');
}

function face(crayon: Crayon, { fur, turn }: AnimalPlan): string {
  const { random } = crayon;
  const [middle, nose] = [shifted(turn, 6), shifted(turn, 8)];
  const iris = choose(random, irises);
  const open = random.uniform(3, 5);
  const cheeks = chance(random, 0.4) ? patch(crayon, { x: nose, y: 8, rx: 8, ry: 5 }, fur.light) : '';
  return (
    cheeks +
    sides.map((side) => eye(crayon, middle + side * 8, open, iris)).join('') +
    triangleNose(crayon, nose, 4.5, random.uniform(2, 3), choose(random, noses)) +
    mouth(crayon, nose, 7, random.uniform(4, 6)) +
    (chance(random, 0.93) ? whiskers(crayon, nose, random.uniform(16, 24)) : '')
  );
}

function eye(crayon: Crayon, x: number, open: number, iris: string): string {
  const slit = { x, y: -3, rx: 1.1, ry: open * 0.9 };
  return (
    ellipse({ ...crayon, wobble: crayon.wobble * 0.4 }, { x, y: -3, rx: 4.6, ry: open }, iris) +
    patch({ ...crayon, wobble: 0.2 }, slit, '#131214')
  );
}

function whiskers(crayon: Crayon, nose: number, length: number): string {
  const width = Math.max(crayon.width * 0.6, 0.8);
  const hairs = sides.flatMap((side) =>
    [-3, 0, 3].map((rise): Point[] => [
      [nose + side * 6, 7 + rise * 0.5],
      [nose + side * (6 + length * 0.5), 6.5 + rise * 1.1],
      [nose + side * (6 + length), 7 + rise * 2.2],
    ]),
  );
  return hairs.map((points) => line(crayon, points, { width })).join('');
}

function tail(crayon: Crayon, { fur }: AnimalPlan, { from: [x, y], side, low }: TailRoot): string {
  const { random } = crayon;
  const [reach, curl, lift] = [
    random.uniform(12, 17),
    random.uniform(5, 8),
    low ? random.uniform(20, 34) : random.uniform(26, 38),
  ];
  const tip = x + side * (reach + 4);
  const points: Point[] = [
    [x, y],
    [x + side * reach * 0.8, y + (low ? 3 : -4)],
    [x + side * (reach + 4), y - lift * 0.5],
    [tip - side * 2, y - lift],
    [tip + side * curl, y - lift - curl],
    [tip + side * curl * 1.7, y - lift + curl * 0.3],
  ];
  return rope(crayon, strayed(crayon, points), random.uniform(4, 5.5), fur.base);
}

/** A stroke with an outline: the ink first, the color over it. */
function rope(crayon: Crayon, points: readonly Point[], width: number, color: string): string {
  const still = { ...crayon, wobble: 0 };
  return line(still, points, { width: width + crayon.width * 2 }) + line(still, points, { color, width });
}
