import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

/** A file of tools/, as import() and spawn() take it. */
export const toolUrl = (name: string): string => new URL(`../../tools/${name}`, import.meta.url).href;
export const toolPath = (name: string): string => fileURLToPath(toolUrl(name));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly pid: number;
  /** Resolves when stdout holds the text; rejects when the process ends without having said it. */
  says(text: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

/** Runs a file on this Node. `group`: in a process group of its own, which can be signaled as a terminal does. */
export function start(
  args: readonly string[],
  { env = process.env, group = false }: { env?: NodeJS.ProcessEnv; group?: boolean } = {},
): Started {
  const child = spawn(process.execPath, args, { env, detached: group, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...output }));
  });
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (output.stdout.includes(text)) resolve();
      };
      child.stdout.on('data', look);
      child.on('close', () => reject(new Error(`It never said "${text}": ${output.stdout}${output.stderr}`)));
      look();
    });
  if (child.pid === undefined) throw new Error('The process did not start.');
  return { pid: child.pid, says, ended };
}

/** Removed when the test ends. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'pawlab-tools-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
