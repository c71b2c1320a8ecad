import type { Settings } from '../../../contract/settings.ts';
import { constant } from './constant.ts';
import { cosine } from './cosine.ts';
import { oneCycle } from './one-cycle.ts';
import { rise } from './warm-up.ts';

/** A step of a run. */
export interface Moment {
  /** Steps of the run before it. */
  readonly step: number;
  /** Of the whole run, at least one. */
  readonly steps: number;
  /** 0 to 0.9: the share of the run in which the learning rate rises. */
  readonly warmUp: number;
}

/** What the base learning rate is multiplied by, 0 to 1. */
export type Schedule = (moment: Moment) => number;

/** One for each choice of the setting. A plateau's factor comes from what the run has measured. */
const schedules = {
  constant: (moment) => constant(moment) * rise(moment),
  cosine: (moment) => cosine(moment) * rise(moment),
  oneCycle,
  plateau: (moment) => constant(moment) * rise(moment),
} satisfies Record<Settings['schedule'], Schedule>;

type ScheduleSettings = Pick<Settings, 'schedule' | 'warmUp' | 'learningRate'>;

/** The learning rate of a step; it depends on nothing else, so that a resumed run computes the same. `plateau`: its factor so far. */
export const learningRateAt = (
  { schedule, warmUp, learningRate }: ScheduleSettings,
  { step, steps, plateau }: { readonly step: number; readonly steps: number; readonly plateau: number },
): number => learningRate * plateau * schedules[schedule]({ step, steps, warmUp });
