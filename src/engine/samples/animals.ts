import type { Random } from '../random.ts';
import type { Animal, AnimalPlan } from './animal.ts';
import { drawBody, drawCollar, tailRoots } from './body.ts';
import { cat } from './cat.ts';
import { placed, type Crayon } from './crayon.ts';
import { dog } from './dog.ts';
import type { Plan } from './plan.ts';

/** In alphabetical order of their folders, as a data set's classes are. */
export const sampleClasses = ['cats', 'dogs'] as const;
export type SampleClass = (typeof sampleClasses)[number];

const animals = { cats: cat, dogs: dog } satisfies Record<SampleClass, Animal>;

/** Children draw heads large. */
const headScale = 1.35;

/** The animal as SVG, in pixels of the plan's picture. `source` draws what the plan leaves open. */
export function drawAnimal(name: SampleClass, plan: Plan, source: Random): string {
  const animal: Animal = animals[name];
  const scale = plan.headRadius / 20;
  const crayon: Crayon = {
    random: source,
    ink: plan.fur.ink,
    width: plan.lineWidth / scale,
    wobble: Math.min(plan.wobble / scale, 1.6),
  };
  const root = tailRoots[plan.posture];
  const turn = plan.mirrored ? -plan.turn : plan.turn;
  const details: AnimalPlan = { fur: plan.fur, marking: plan.marking, turn };
  const content =
    (root === null ? '' : animal.tail(crayon, details, root)) +
    drawBody(crayon, plan.posture, details, animal.build(source)) +
    (plan.collar === null ? '' : drawCollar(crayon, plan.collar)) +
    placed({ x: 0, y: -5, scale: headScale, tilt: plan.tilt }, animal.head(crayon, details));
  return placed({ x: plan.x, y: plan.y, scale, mirrored: plan.mirrored }, content);
}
