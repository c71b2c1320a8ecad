/** The page's headline: where the training is now. */
import { count, percent } from '../../../words/numbers.ts';
import { estimate } from '../../../words/time.ts';
import { accuracyOf, bestOf, isElsewhere, partOf, type Shown } from '../shown.ts';

export interface Headline {
  readonly main: string;
  /** Said smaller behind it; empty: nothing. */
  readonly rest: readonly string[];
}

function reading({ reading: progress }: Shown): Headline {
  if (progress === null) return { main: 'Reading pictures', rest: [] };
  const { split, done, total } = progress;
  return { main: 'Reading pictures', rest: [`${count(done)} of ${count(total)} ${split} pictures`] };
}

/** The epoch that runs, or comes next. */
export const epochNow = ({ step, epochs, total }: Pick<Shown, 'step' | 'epochs' | 'total'>): number =>
  step?.epoch ?? Math.min(total, (epochs.at(-1)?.epoch ?? 0) + 1);

export const timeLeft = (seconds: number | null): string =>
  seconds === null ? 'measuring speed' : `${estimate(seconds)} left`;

function running(shown: Shown): Headline {
  const { step, epochs, total, testPictures } = shown;
  const main = `Epoch ${count(epochNow(shown))} of ${count(total)}`;
  if (isElsewhere(shown)) return { main, rest: [] };
  if (step === null) {
    const last = epochs.at(-1);
    return { main, rest: [last === undefined ? 'measuring speed' : timeLeft(last.secondsLeft)] };
  }
  const trying = step.step === step.steps && testPictures !== 0;
  const where = trying ? 'trying the test pictures' : `step ${count(step.step)} of ${count(step.steps)}`;
  return { main, rest: [where, timeLeft(step.secondsLeft)] };
}

function ended(words: string, shown: Shown): Headline {
  const { epochs, total } = shown;
  const part = partOf(shown);
  const whole = epochs.at(-1)?.epoch ?? 0;
  const half = part > 0 && part < 1 ? [`${percent(part, 0)} of epoch ${count(whole + 1)} done`] : [];
  return {
    main: whole === 0 ? `${words} in epoch 1` : `${words} after epoch ${count(whole)} of ${count(total)}`,
    rest: half,
  };
}

function finished(shown: Shown): Headline {
  const best = bestOf(shown);
  if (best === null) return { main: 'Finished', rest: [] };
  const what = best.testAccuracy === null ? ' right on the training pictures' : ' right';
  return { main: `Finished: ${percent(accuracyOf(best), 1)}${what}, best epoch ${count(best.epoch)}`, rest: [] };
}

export function headlineOf(shown: Shown): Headline {
  switch (shown.phase) {
    case 'reading':
      return reading(shown);
    case 'preparing':
      return { main: 'Preparing the network', rest: shown.device === null ? [] : [`on ${shown.device}`] };
    case 'running':
      return running(shown);
    case 'paused':
      return ended('Paused', shown);
    case 'stopped':
      return ended('Stopped', shown);
    case 'cutOff':
      return { main: `Cut off in epoch ${count(epochNow(shown))} of ${count(shown.total)}`, rest: [] };
    case 'failed':
      return shown.run === null ? { main: 'Training could not start', rest: [] } : ended('Training ended', shown);
    case 'finished':
      return finished(shown);
    case 'cancelled':
      return { main: 'Training was called off', rest: [] };
  }
}
