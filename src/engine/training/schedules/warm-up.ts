import type { Moment } from './schedule.ts';

/** Steps in which the learning rate rises: a whole number that leaves the last step of the run to fall. */
export const risingSteps = ({ steps, warmUp }: Moment): number => Math.min(Math.round(steps * warmUp), steps - 1);

/** Linear, up to 1 in the first step after it (gradual warm-up, Goyal et al. 2017); no step is lost at a rate of 0. */
export function rise(moment: Moment): number {
  const rising = risingSteps(moment);
  return moment.step < rising ? (moment.step + 1) / (rising + 1) : 1;
}
