import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import type { RunningHost, StartOptions } from './hosts.ts';

const main = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');

interface Server {
  readonly child: ChildProcess;
  readonly address: string;
}

const command = [main, 'serve', '--port', '0', '--json'];

/** `pawlab serve` as a person starts it, or another server; resolves when it has said its address. */
async function startServer({ environment, server = command }: StartOptions): Promise<Server> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...server], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { readonly type: string; readonly address: string };
    if (said.type === 'serving') return { child, address: said.address };
  }
  throw new Error('The server ended before it said its address.');
}

const browserOf = (): Promise<Awaited<ReturnType<typeof chromium.launch>>> => {
  const executablePath = process.env['PAWLAB_BROWSER'];
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    // A container's root has no sandbox to be had.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
};

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** A browser's tab at a server of its own. */
export async function serverHost(options: StartOptions): Promise<RunningHost> {
  const { child, address } = await startServer(options);
  const browser = await browserOf();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(address);
  return {
    name: 'server',
    page,
    pid: child.pid ?? 0,
    annotations: [],
    newWindow: async () => {
      const other = await context.newPage();
      await other.goto(new URL('/', address).href);
      return other;
    },
    chooseFolder: async (folder, open) => {
      await open();
      await typePath(page, folder);
    },
    choosePictures: async (files, open) => {
      const chooser = page.waitForEvent('filechooser');
      await open();
      await uploadFromHere(page);
      await (await chooser).setFiles([...files]);
    },
    close: async () => {
      await browser.close();
      await end(child);
    },
  };
}

/** The page's own folder dialog takes a typed path. */
async function typePath(page: Page, folder: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Path on the server').fill(folder);
  await dialog.getByRole('button', { name: 'Go there' }).click();
  await dialog.getByRole('button', { name: 'Use this folder' }).click();
}

const uploadFromHere = (page: Page): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: 'Pictures of this computer' }).click();
