/** Numbers and times as people read them. */
const grouped = new Intl.NumberFormat('en-US');

/** 8,000 */
export const count = (value: number): string => grouped.format(value);

/** 1 epoch, 8,000 epochs */
export const plural = (value: number, noun: string): string => `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

/** 79.8 % of a share from 0 to 1. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A score as the tutorial prints it: two decimals close to certainty, and never 100 % unless exact. */
export function confidence(score: number): string {
  if (score === 1) return '100 %';
  if (score < 0.999) return percent(score);
  return `${Math.min(99.99, Math.floor(score * 10_000) / 100).toFixed(2)} %`;
}

/** about 1 min 40 s */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
