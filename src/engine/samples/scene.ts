import { random, type Random } from '../random.ts';
import { drawAnimal, type SampleClass } from './animals.ts';
import { backgrounds, gradient } from './backgrounds.ts';
import { chance, choose } from './choose.ts';
import { placed, type Crayon } from './crayon.ts';
import { crayons } from './palette.ts';
import { planPicture, type Plan, type Split } from './plan.ts';
import { flying, low, standing, type Thing } from './things.ts';

/** What is around the animal, as SVG in pixels: the same for cat and dog of one number. */
export interface Surroundings {
  readonly behind: string;
  readonly before: string;
  readonly light: string;
}

const crayonFor = (source: Random, plan: Plan, scale: number): Crayon => ({
  random: source,
  ink: '#3a3338',
  width: (plan.lineWidth * 0.8) / scale,
  wobble: Math.min(plan.wobble / scale, 1.5),
});

interface Spot {
  readonly x: number;
  readonly y: number;
  /** Pixels a unit of things.ts. */
  readonly scale: number;
}

function thing(source: Random, plan: Plan, kinds: readonly Thing[], spot: Spot): string {
  const draw = choose(source, kinds);
  const content = draw(crayonFor(source, plan, spot.scale), choose(source, crayons));
  return placed({ ...spot, mirrored: chance(source, 0.5), tilt: source.uniform(-8, 8) }, content);
}

function behind(source: Random, plan: Plan): string {
  const several = (count: number, kinds: readonly Thing[], top: number, bottom: number): string =>
    Array.from({ length: count }, () =>
      thing(source, plan, kinds, {
        x: source.uniform(0, plan.width),
        y: plan.height * source.uniform(top, bottom),
        scale: (plan.height / 40) * source.uniform(0.18, 0.45),
      }),
    ).join('');
  return (
    choose(source, backgrounds)(crayonFor(source, plan, 1), plan) +
    several(source.below(3), flying, 0.15, 0.5) +
    several(1 + source.below(4), standing, 0.5, 1)
  );
}

/** Things in the foreground: they cover legs, flanks or the rim of the head, never the face. */
function before(source: Random, plan: Plan): string {
  const { x, y, headRadius, height } = plan;
  const spot = (): Spot => {
    const size = source.uniform(0.5, 0.95);
    const side = chance(source, 0.5) ? 1 : -1;
    return {
      x: x + side * headRadius * (1 + size + source.uniform(0, 1.3)),
      y: Math.min(y + headRadius * source.uniform(1.4, 3.2), height * 1.05),
      scale: (size * headRadius) / 20,
    };
  };
  return Array.from({ length: source.below(3) }, () => thing(source, plan, low, spot())).join('');
}

/** A lamp from one side and the shade on the other. */
function light(source: Random, plan: Plan): string {
  const lamp = choose(source, ['#fff6d8', '#ffffff', '#ffd9a0', '#bcd3ff']);
  return gradient(source, plan, 'light', [lamp, '#0b1030'], Math.round(source.uniform(0.02, 0.25) * 100) / 100);
}

export function drawSurroundings(seed: number, split: Split, number: number, plan: Plan): Surroundings {
  const source = random(seed, 'samples', split, number, 'surroundings');
  return { behind: behind(source, plan), before: before(source, plan), light: light(source, plan) };
}

/** Picture `number` of a class, as a whole SVG file. */
export function drawPicture(
  seed: number,
  split: Split,
  name: SampleClass,
  number: number,
): { svg: string; plan: Plan } {
  const plan = planPicture(seed, split, number);
  const around = drawSurroundings(seed, split, number, plan);
  const animal = drawAnimal(name, plan, random(seed, 'samples', split, name, number));
  const size = `width="${plan.width}" height="${plan.height}" viewBox="0 0 ${plan.width} ${plan.height}"`;
  const content = around.behind + animal + around.before + around.light;
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${content}</svg>`, plan };
}
