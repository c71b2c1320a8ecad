/** Numbers as people read them, in the language of their system. */

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

/** What keeps a number and its unit on one line. */
export const space = '\u00a0';

/** 8000 → 8,000 */
export const count = (value: number): string => whole.format(value);

/** With exactly so many decimals: 0.5336, 3 → 0.534 */
export const decimal = (value: number, decimals: number): string =>
  value.toLocaleString(undefined, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** A share of 0 to 1: 0.7981, 1 → 79.8 %. Never rounds up to 100 % what is less. */
export function percent(share: number, decimals: number): string {
  const scale = 10 ** decimals;
  const rounded = Math.round(share * 100 * scale) / scale;
  const shown = share < 1 && rounded >= 100 ? 100 - 1 / scale : rounded;
  return `${decimal(shown, decimals)}${space}%`;
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes in steps of a thousand: 3,100,000 → 3.1 MB */
export function size(bytes: number): string {
  let power = 0;
  let value = bytes;
  while (value >= 999.5 && power < units.length - 1) {
    value /= 1000;
    power += 1;
  }
  const decimals = power === 0 || value >= 99.5 ? 0 : 1;
  return `${decimal(value, decimals)}${space}${units[power] ?? ''}`;
}
