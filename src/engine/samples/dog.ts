import type { Animal, AnimalPlan } from './animal.ts';
import type { TailRoot } from './body.ts';
import { chance, choose } from './choose.ts';
import { blob, ellipse, line, patch, type Crayon, type Point } from './crayon.ts';
import { drawSkull, mouth, shifted, sides, type Side } from './face.ts';
import { noses } from './palette.ts';

/** Hanging or folded ears, a muzzle with a big nose, sometimes a tongue, a short tail that wags. */
export const dog: Animal = {
  build: (random) => ({ girth: random.uniform(0.9, 1.15), leg: random.uniform(6.5, 8.5) }),
  tail,
  head,
};

function head(crayon: Crayon, plan: AnimalPlan): string {
  const { random } = crayon;
  const skull = { x: 0, y: 0, rx: random.uniform(17.5, 20), ry: random.uniform(18, 20.5) };
  const drawEar = chance(random, 0.65) ? hangingEar : foldedEar;
  const length = random.uniform(0.8, 1.25);
  const ears = sides.map((side) => drawEar(crayon, plan, side, length)).join('');
  return drawSkull(crayon, plan, skull, plan.turn) + ears + face(crayon, plan);
}

function hangingEar(crayon: Crayon, { fur, turn }: AnimalPlan, side: Side, length: number): string {
  const x = side * 16 + shifted(turn, 2);
  const out = crayon.random.uniform(0, 6);
  const points: Point[] = [
    [x - side * 5, -16],
    [x + side * 3, -14],
    [x + side * (6 + out), -2],
    [x + side * (5 + out), -14 + 28 * length],
    [x + side * (out - 1), -14 + 29 * length],
    [x - side * 2, 0],
  ];
  return blob(crayon, points, fur.dark);
}

/** Stands up from the head and tips over. */
function foldedEar(crayon: Crayon, { fur, turn }: AnimalPlan, side: Side, length: number): string {
  const x = side * 12 + shifted(turn, 2);
  const points: Point[] = [
    [x - side * 5, -15],
    [x + side * 1, -21],
    [x + side * 8, -20],
    [x + side * (10 + 5 * length), -10 + 6 * length],
    [x + side * 8, -8],
    [x + side * 4, -10],
  ];
  return blob(crayon, points, fur.dark);
}

function face(crayon: Crayon, plan: AnimalPlan): string {
  const { random } = crayon;
  const { turn, fur } = plan;
  const x = shifted(turn, 9);
  const [rx, ry] = [random.uniform(9, 12), random.uniform(7.5, 10)];
  const color = chance(random, 0.6) ? fur.light : fur.base;
  const eyes = random.uniform(2.2, 3.4);
  return (
    sides.map((side) => eye(crayon, shifted(turn, 6) + side * 7, eyes)).join('') +
    (chance(random, 0.45) ? tongue(crayon, x, 7 + ry * 0.7) : '') +
    ellipse(crayon, { x, y: 8, rx, ry }, color) +
    nose(crayon, x + shifted(turn, 3), 3) +
    mouth(crayon, x + shifted(turn, 2), 10, rx * 0.6)
  );
}

function eye(crayon: Crayon, x: number, size: number): string {
  const still = { ...crayon, wobble: 0.2 };
  return (
    ellipse(still, { x, y: -6, rx: size, ry: size * 1.1 }, '#1d1a1c') +
    patch(still, { x: x + 0.8, y: -7, rx: 0.9, ry: 0.9 }, '#ffffff')
  );
}

function nose(crayon: Crayon, x: number, y: number): string {
  const { random } = crayon;
  const shape = { x, y, rx: random.uniform(4, 5.8), ry: random.uniform(3, 4) };
  return (
    ellipse({ ...crayon, wobble: crayon.wobble * 0.5 }, shape, choose(random, noses)) +
    patch(crayon, { x: x - 1.2, y: y - 1.2, rx: 1.3, ry: 0.7 }, '#ffffff', 0.7)
  );
}

function tongue(crayon: Crayon, x: number, y: number): string {
  const side = chance(crayon.random, 0.5) ? 2 : -2;
  return ellipse(crayon, { x: x + side, y: y + 4, rx: 4, ry: crayon.random.uniform(6, 9) }, '#e8707e');
}

function tail(crayon: Crayon, { fur }: AnimalPlan, { from: [x, y], side, low }: TailRoot): string {
  const { random } = crayon;
  const [long, up] = [random.uniform(13, 20), low ? random.uniform(4, 12) : random.uniform(10, 20)];
  const points: Point[] = [
    [x - side * 2, y - 4],
    [x + side * long * 0.6, y - up * 0.7 - 4],
    [x + side * long, y - up - 3],
    [x + side * long * 0.8, y - up * 0.5 + 3],
    [x, y + 4],
  ];
  return (
    blob(crayon, points, fur.base) +
    (chance(random, 0.5) ? wagging(crayon, [x + side * (long + 4), y - up - 3], side) : '')
  );
}

function wagging(crayon: Crayon, [x, y]: Point, side: Side): string {
  return [0, 4]
    .map((step): Point[] => [
      [x + side * step, y - 5],
      [x + side * (step + 2), y],
      [x + side * step, y + 5],
    ])
    .map((points) => line(crayon, points, { width: crayon.width * 0.7 }))
    .join('');
}
