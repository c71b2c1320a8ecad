/** When a training began and how long it took: Started 14:02 · 38 s so far. */
import { count, space } from '../../../words/numbers.ts';
import { duration } from '../../../words/time.ts';
import type { Shown } from '../shown.ts';

const hour = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

const sameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

/** In whole seconds: it is looked at once in one. */
const passed = (seconds: number): string => (seconds < 10 ? `${count(seconds)}${space}s` : duration(seconds));

function soFar({ began, secondsBefore }: Shown, now: number): readonly string[] {
  const seconds = Math.floor(Math.max(0, now - began) / 1000);
  const since = seconds === 0 ? [] : [`${passed(seconds)} so far`];
  return secondsBefore === 0 ? since : [...since, `${duration(secondsBefore)} before`];
}

/** Of the whole run, up to its end. */
function inAll({ seconds, secondsBefore }: Shown): readonly string[] {
  if (seconds === null || seconds === 0) return [];
  return [`${duration(seconds)} of training${secondsBefore === 0 ? '' : ' in all'}`];
}

/** Where it isn't under way here, as far as it is saved. A training that was resumed tells of both parts: Went on 14:02 · 38 s so far · 1 min 20 s before. `now`: milliseconds since 1970, as `began`. */
export function startedWords(shown: Shown, now: number): string {
  const { began, secondsBefore } = shown;
  const when = (sameDay(began, now) ? hour : day).format(began);
  const start = `${secondsBefore === 0 ? 'Started' : 'Went on'} ${when}`;
  return [start, ...(shown.job !== null ? soFar(shown, now) : inAll(shown))].join(' · ');
}
