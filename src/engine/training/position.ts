import { noBest, type Best } from './best.ts';
import { noPlateau, type Plateau } from './schedules/plateau.ts';
import { emptyTally, type Tally } from './tally.ts';

/** Where a run stands, between two steps. With the network's state it is all that is needed to go on exactly. */
export interface Position {
  /** The epoch under way, from 1; one more than the last epoch when all is done. */
  epoch: number;
  /** Steps done in it. */
  step: number;
  /** What those steps summed up to. */
  tally: Tally;
  best: Best;
  plateau: Plateau;
  /** Seconds of work so far. */
  seconds: number;
}

export const startPosition = (): Position => ({
  epoch: 1,
  step: 0,
  tally: emptyTally(),
  best: noBest(),
  plateau: noPlateau(),
  seconds: 0,
});
