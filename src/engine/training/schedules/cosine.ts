import type { Schedule } from './schedule.ts';
import { risingSteps } from './warm-up.ts';

/** Half a cosine from 1 towards 0 after the warm-up (Loshchilov and Hutter 2017, without restarts; Keras's CosineDecay). */
export const cosine: Schedule = (moment) => {
  const rising = risingSteps(moment);
  const done = Math.max(0, moment.step - rising) / (moment.steps - rising);
  return (1 + Math.cos(Math.PI * done)) / 2;
};
