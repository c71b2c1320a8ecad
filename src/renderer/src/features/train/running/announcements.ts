/** What a screen reader is told while a training goes on: its turns and its tenths, never its steps. */
import { count, percent } from '../../../words/numbers.ts';
import { accuracyOf, bestOf, canGoOn, type Phase, type Shown } from '../shown.ts';
import { headlineOf } from './headline.ts';

/** What was said last; kept between two calls. */
export interface Told {
  readonly phase: Phase;
  readonly run: string | null;
  /** Tenths of the run, or epochs where those are rarer. */
  readonly share: number;
  readonly best: number;
}

/** From so many seconds per epoch on, a new best is news by itself; below, it waits for the next tenth. */
const longEpoch = 30;

const wholeOf = ({ epochs }: Shown): number => epochs.at(-1)?.epoch ?? 0;

/** Announcements that are due so far: one for each tenth, or for each epoch where there are fewer of them. */
function shareOf(shown: Shown): number {
  const { total } = shown;
  return total === 0 ? 0 : Math.floor((wholeOf(shown) / total) * Math.min(10, total) + 1e-9);
}

export const toldNow = (shown: Shown): Told => ({
  phase: shown.phase,
  run: shown.run,
  share: shareOf(shown),
  best: bestOf(shown)?.epoch ?? 0,
});

function bestWords(shown: Shown): string {
  const best = bestOf(shown);
  return best === null ? '' : ` Best so far: epoch ${count(best.epoch)}, ${percent(accuracyOf(best), 1)} right.`;
}

function turn(shown: Shown): string | null {
  const { main } = headlineOf(shown);
  switch (shown.phase) {
    case 'running':
      return `Training has started, ${count(shown.total)} epoch${shown.total === 1 ? '' : 's'}.`;
    case 'reading':
    case 'preparing':
      return `${main}.`;
    case 'cancelled':
      return null;
    // Its note is an alert already.
    case 'failed':
      return null;
    default:
      return `${main}.${canGoOn(shown) ? ' Everything is saved.' : ''}`;
  }
}

/** What to say now, if anything, and what will have been told. `told` is null when the page opens: what is there then is no news. */
export function announcement(told: Told | null, shown: Shown): { readonly text: string | null; readonly told: Told } {
  const now = toldNow(shown);
  if (told === null) return { text: null, told: now };
  if (told.phase !== now.phase) return { text: turn(shown), told: now };
  if (shown.phase !== 'running' || wholeOf(shown) === 0) return { text: null, told: { ...now, best: told.best } };
  const epoch = `Epoch ${count(wholeOf(shown))} of ${count(shown.total)} done.`;
  const news = now.best > told.best ? bestWords(shown) : '';
  if (now.share > told.share) return { text: `${epoch}${news}`, told: now };
  const seconds = shown.epochs.at(-1)?.seconds ?? 0;
  if (news !== '' && seconds > longEpoch) return { text: `${epoch}${news}`, told: now };
  return { text: null, told: { ...now, best: told.best } };
}
