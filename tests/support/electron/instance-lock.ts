/** One program per folder of user data. A later one leaves a note of how it was started in that folder, which the first watches. */
import { mkdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SecondStart {
  readonly argv: readonly string[];
  readonly folder: string;
}

export function takeLock(userData: string, second: SecondStart, onSecond: (start: SecondStart) => void): boolean {
  mkdirSync(userData, { recursive: true });
  const file = join(userData, 'standin-lock');
  if (!held(file)) {
    writeFileSync(file, String(process.pid));
    watchNotes(userData, onSecond);
    process.on('exit', () => rmSync(file, { force: true }));
    return true;
  }
  const note = join(userData, `standin-${process.pid}`);
  writeFileSync(`${note}.part`, JSON.stringify(second));
  renameSync(`${note}.part`, `${note}.second`);
  return false;
}

/** A program that was killed leaves its lock behind. */
function held(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

function watchNotes(userData: string, onSecond: (start: SecondStart) => void): void {
  watch(userData, { persistent: false }, (_event, name) => {
    if (name?.endsWith('.second') !== true) return;
    const file = join(userData, name);
    try {
      const start = JSON.parse(readFileSync(file, 'utf8')) as SecondStart;
      rmSync(file);
      onSecond(start);
    } catch {
      // Told twice of one file: it has been read.
    }
  });
}
