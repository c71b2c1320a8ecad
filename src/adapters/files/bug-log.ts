import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const textOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.stack ?? error.message}${error.cause === undefined ? '' : `\ncaused by ${textOf(error.cause)}`}`
    : String(error);

/** Keeps bugs with their stack and time in `<folder>/pawlab.log`. Never throws: it is called while something failed. */
export function createBugLog(folder: string): (error: unknown) => void {
  return (error) => {
    try {
      mkdirSync(folder, { recursive: true });
      appendFileSync(join(folder, 'pawlab.log'), `${new Date().toISOString()} ${textOf(error)}\n`);
    } catch {
      process.stderr.write(`${textOf(error)}\n`);
    }
  };
}
