/** What a page sends has lost its types on the way: these give them back, or throw. */
import { themes, type Theme } from './memory.ts';

export function textIn(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a page sent something else than a text');
  return value;
}

export function themeIn(value: unknown): Theme {
  const theme = themes.find((name) => name === value);
  if (theme === undefined) throw new TypeError('a page sent something else than a theme');
  return theme;
}
