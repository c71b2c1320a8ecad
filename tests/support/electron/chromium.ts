import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { openCdp, type Cdp } from './cdp.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** PAWLAB_BROWSER, which the test runner sets, or the first on PATH. */
function findChromium(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = process.env['PAWLAB_BROWSER'] ?? onPath.find((file) => existsSync(file));
  if (found === undefined) throw new Error('the stand-in for Electron needs a Chromium: set PAWLAB_BROWSER');
  return found;
}

export interface Chromium extends Cdp {
  /** Resolves when it is gone and has written what it keeps. */
  end(): Promise<unknown>;
}

/** Pipe and port work at once: the pipe is ours, and Chromium itself tells Playwright of the port on standard error. */
export async function startChromium(profile: string, switches: readonly string[]): Promise<Chromium> {
  const own = ['--headless=new', '--no-startup-window', '--remote-debugging-pipe', `--user-data-dir=${profile}`];
  const child = spawn(findChromium(), [...own, ...switches], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe', 'pipe'],
  });
  const cdp = openCdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const end = (): Promise<unknown> => {
    cdp.send('Browser.close').catch(() => undefined);
    return gone;
  };
  await cdp.send('Target.setDiscoverTargets', { discover: true });
  return { ...cdp, end };
}
