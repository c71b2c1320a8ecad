/** When a training began and how long it took: Started 14:02 · 38 s so far. */
import { duration } from '../../../words/time.ts';
import { isActive, type Shown } from '../shown.ts';

const hour = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

const sameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

/** `now`: milliseconds since 1970, as `began`. */
export function startedWords(shown: Shown, now: number): string {
  const { began, seconds } = shown;
  const when = (sameDay(began, now) ? hour : day).format(began);
  if (isActive(shown)) return `Started ${when} · ${duration(Math.max(0, now - began) / 1000)} so far`;
  return `Started ${when}${seconds === null || seconds === 0 ? '' : ` · ${duration(seconds)} of training`}`;
}
