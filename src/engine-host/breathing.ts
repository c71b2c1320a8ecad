import { setImmediate as turn } from 'node:timers/promises';
import type { StudioApi } from '../contract/api.ts';
import type { Breathe } from '../engine/ports.ts';
import { callers } from '../rpc/connect.ts';
import { offered } from '../rpc/serve.ts';

export interface Breathing {
  /** Between two steps of a training: lets the calls of `attended` go on. */
  readonly breathe: Breathe;
  /** The same studio, whose calls a training makes room for. */
  readonly attended: (studio: StudioApi) => StudioApi;
}

/** Milliseconds between two steps that calls may take: what they need, and no more than a third of a usual step. */
const patience = 10;

/**
 * A training keeps its thread busy for a whole step and turns to the rest once in between. A call that reads ten files would
 * need ten steps for it: so a training waits a little longer where somebody waits for an answer.
 */
export function createBreathing(clock: () => number): Breathing {
  let pending = 0;
  return {
    breathe: async () => {
      const until = clock() + patience;
      do await turn();
      while (pending > 0 && clock() < until);
    },
    attended: (studio) =>
      callers('studio', async (name, args) => {
        pending += 1;
        try {
          return await offered({ studio }, name)?.(...args);
        } finally {
          pending -= 1;
        }
      }),
  };
}
