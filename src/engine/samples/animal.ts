import type { Random } from '../random.ts';
import type { Build, Coat, TailRoot } from './body.ts';
import type { Crayon } from './crayon.ts';

/** What an animal's own parts need to know of the plan. */
export interface AnimalPlan extends Coat {
  /** As Plan's, seen by the animal that is drawn looking to the right. */
  readonly turn: number;
}

/** The parts in which one animal differs from the other. Units as in body.ts. */
export interface Animal {
  build(random: Random): Build;
  tail(crayon: Crayon, plan: AnimalPlan, root: TailRoot): string;
  head(crayon: Crayon, plan: AnimalPlan): string;
}
