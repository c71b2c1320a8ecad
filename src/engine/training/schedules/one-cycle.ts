import type { Moment, Schedule } from './schedule.ts';

/** PyTorch's OneCycleLR: the cycle begins at 1/25 and ends at 1/250,000 of the largest rate, after a rise of 0.3 of the run. */
const first = 1 / 25;
const last = first / 10_000;
const usualRise = 0.3;

/** Up along half a cosine to 1, then down along another (Smith and Topin 2018, with PyTorch's cosines and numbers). */
export const oneCycle: Schedule = (moment) => {
  const top = topOf(moment);
  const { step, steps } = moment;
  if (step < top) return between(first, 1, step / top);
  return between(1, last, (step - top) / Math.max(1, steps - 1 - top));
};

/** The step of the largest rate, which needn't be whole; a run too short to rise begins there. */
const topOf = ({ steps, warmUp }: Moment): number => Math.max(0, (warmUp || usualRise) * steps - 1);

const between = (from: number, to: number, share: number): number =>
  to + ((from - to) * (1 + Math.cos(Math.PI * Math.min(1, share)))) / 2;
