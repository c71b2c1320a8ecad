import { nativeTheme } from 'electron';
import type { Memory } from './memory.ts';

/** The colors of the window before its page has been drawn: `--surface` of the page in each theme. */
const backgrounds = { light: '#ffffff', dark: '#1b1c1b' };

/** The frame, menus and dialogs as a person chose the last time. */
export function setUpTheme(memory: Memory): void {
  nativeTheme.themeSource = memory.get().theme;
}

export const background = (): string => (nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light);
