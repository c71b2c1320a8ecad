import { appendFileSync, renameSync, statSync } from 'node:fs';
import { inspect } from 'node:util';

export interface Log {
  readonly line: (text: string) => void;
  /** Anything thrown that is nobody's fault but ours, with its stack. */
  readonly bug: (error: unknown) => void;
}

/** Bytes after which the file before is replaced. */
const largest = 1_000_000;

/** A file that a bug report can bring along. That it can't be written stops nothing. */
export function openLog(file: string): Log {
  quietly(() => {
    if (statSync(file).size > largest) renameSync(file, `${file}.old`);
  });
  const line = (text: string): void => {
    console.error(text);
    quietly(() => appendFileSync(file, `${new Date().toISOString()} ${text}\n`));
  };
  return { line, bug: (error) => line(inspect(error)) };
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // Nowhere is left to say it.
  }
}
