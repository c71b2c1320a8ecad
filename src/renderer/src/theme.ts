/** Light or dark: a person's choice, else the system's. */
import type { Preferences } from '../../contract/snapshot.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const key = 'pawlab.theme';

let wanted: Preferences['theme'] = remembered();

function remembered(): Preferences['theme'] {
  try {
    const theme = localStorage.getItem(key);
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch {
    return 'system';
  }
}

function apply(): void {
  const isDark = wanted === 'dark' || (wanted === 'system' && dark.matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

/** Before anything is drawn: as the last time. */
export function startTheme(): void {
  apply();
  dark.addEventListener('change', apply);
}

export function setTheme(theme: Preferences['theme']): void {
  wanted = theme;
  apply();
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Then the next start begins with the system's.
  }
}
