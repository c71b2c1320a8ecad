/** Times and dates as people read them, in the language of their system. */
import { decimal, space } from './numbers.ts';

const unit = (value: number, name: string): string => `${value}${space}${name}`;

const pair = (large: number, largeName: string, small: number, smallName: string): string =>
  small === 0 ? unit(large, largeName) : `${unit(large, largeName)} ${unit(small, smallName)}`;

/** 5.2 s, 38 s, 1 min 40 s, 2 h 5 min; of a time in seconds, not negative. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${decimal(seconds, 1)}${space}s`;
  const whole = Math.round(seconds);
  if (whole < 60) return unit(whole, 's');
  if (whole < 3600) return pair(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.round(seconds / 60);
  return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

/** As exact as a guess is: 7 → 7 s, 43 → 45 s, 97 → 1 min 40 s, 1000 → 17 min. */
export function about(seconds: number): string {
  if (seconds < 1) return `under ${unit(1, 's')}`;
  if (seconds < 9.5) return unit(Math.round(seconds), 's');
  if (seconds < 57.5) return unit(Math.round(seconds / 5) * 5, 's');
  if (seconds < 595) return duration(Math.round(seconds / 10) * 10);
  return duration(Math.round(seconds / 60) * 60);
}

/** A time to come, from here: about 1 min 40 s, under 1 s. */
export const estimate = (seconds: number): string => (seconds < 1 ? about(seconds) : `about ${about(seconds)}`);

const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
const dayLength = 24 * 60 * 60 * 1000;

const startOfDay = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** Of an ISO 8601 time: Today, Yesterday, 3 September, 3 September 2024. `now` in milliseconds since 1970. */
export function dateOf(iso: string, now: number = Date.now()): string {
  const date = new Date(iso);
  const today = new Date(now);
  // Rounded: days with a change of the clock have 23 or 25 hours.
  const days = Math.round((startOfDay(today) - startOfDay(date)) / dayLength);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return (date.getFullYear() === today.getFullYear() ? dayOfYear : dayAndYear).format(date);
}
