/** What the window remembers from one start to the next. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Remembered {
  readonly bounds: Bounds | null;
  readonly maximized: boolean;
  readonly theme: Theme;
  /** Where the last dialog ended. Absolute. */
  readonly folder: string | null;
}

export interface Memory {
  get(): Remembered;
  set(change: Partial<Remembered>): void;
}

/** A file that is missing, damaged or can't be written costs nothing but the memory. */
export function openMemory(file: string): Memory {
  let known = readRemembered(textOf(file));
  return {
    get: () => known,
    set: (change) => {
      known = { ...known, ...change };
      replace(file, JSON.stringify(known));
    },
  };
}

/** Each part by itself: one that is damaged doesn't cost the others. */
export function readRemembered(text: string): Remembered {
  const { bounds, maximized, theme, folder } = fieldsOf(text);
  return {
    bounds: boundsOf(bounds),
    maximized: maximized === true,
    theme: themes.find((name) => name === theme) ?? 'system',
    folder: typeof folder === 'string' ? folder : null,
  };
}

type Fields = Partial<Readonly<Record<string, unknown>>>;

function fieldsOf(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function boundsOf(value: unknown): Bounds | null {
  if (!isFields(value)) return null;
  const { x, y, width, height } = value;
  return isWhole(x) && isWhole(y) && isWhole(width) && isWhole(height) ? { x, y, width, height } : null;
}

const isWhole = (value: unknown): value is number => Number.isInteger(value);

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function replace(file: string, text: string): void {
  try {
    writeFileSync(`${file}.part`, text);
    renameSync(`${file}.part`, file);
  } catch {
    // The next start begins as the first did.
  }
}
