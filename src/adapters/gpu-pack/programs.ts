import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { StopSignal } from '../../engine/ports.ts';

export interface ProgramOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: StopSignal;
  /** Sees each line of both streams; true ends the program. */
  readonly onLine?: (line: string) => boolean;
}

export interface ProgramResult {
  /** 0 where all went well; null where it could not be started or was ended. */
  readonly code: number | null;
  /** The last lines. */
  readonly lines: readonly string[];
}

const keptLines = 50;

/** How often a stop is looked for while only waiting, in milliseconds. */
const lookEvery = 100;

/** Calls `stop` soon after the signal was raised; the function returned ends the watch. */
export function whenStopped(signal: StopSignal, stop: () => void): () => void {
  const watch = setInterval(() => {
    if (signal.aborted) stop();
  }, lookEvery);
  return () => clearInterval(watch);
}

/** Runs a program to its end. Rejects with the signal's reason when aborted. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { environment, signal, onLine = () => false }: ProgramOptions,
): Promise<ProgramResult> {
  signal.throwIfAborted();
  // A group of its own: Ctrl-C is ours to tell, and then it is no failure of the program.
  const child = spawn(program, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const end = (): void => void child.kill('SIGKILL');
  const unwatch = whenStopped(signal, end);
  process.once('exit', end);
  let lines: readonly string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      lines = [...lines, line].slice(-keptLines);
      if (onLine(line)) end();
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  unwatch();
  process.off('exit', end);
  signal.throwIfAborted();
  return { code, lines };
}
