/** The stand-in's start: Electron's module for the program, then the program, then Chromium for its windows. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { StandInApp } from './app.ts';
import { startChromium, type Chromium } from './chromium.ts';
import type { Cdp } from './cdp.ts';
import { electronModule } from './electron.ts';
import { provideElectron } from './module-hooks.ts';
import { serveSchemes } from './protocol.ts';
import { gaps } from './refusing.ts';
import { whenResolved } from './when-resolved.ts';
import { connectWindows } from './windows.ts';

const own = fileURLToPath(new URL('./electron', import.meta.url));
const { folder, required, rest } = commandLine(process.argv.slice(2));
const { name, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;

interface Package {
  readonly name: string;
  readonly version: string;
  readonly main: string;
}

/** `-r FILE` of Playwright is taken; the first that is no switch is the program's folder. */
function commandLine(given: readonly string[]): {
  folder: string;
  required: readonly string[];
  rest: readonly string[];
} {
  const isRequired = (index: number): boolean => given[index] === '-r';
  const required = given.filter((_, index) => isRequired(index - 1));
  const rest = given.filter((_, index) => !isRequired(index) && !isRequired(index - 1));
  return { folder: resolve(rest.find((argument) => !argument.startsWith('-')) ?? '.'), required, rest };
}

/** The process as Electron shows it: its binary is no Node, and children don't inherit the debugger. */
function pretend(): void {
  process.argv = [own, ...rest];
  process.execArgv = [];
  process.execPath = own;
  const versions = { ...process.versions, electron: '0.0.0-standin', standin: '1' };
  Object.defineProperty(versions, 'standinGaps', { get: gaps });
  Object.defineProperty(process, 'versions', { value: versions });
  Object.defineProperty(process, 'type', { value: 'browser' });
  Object.defineProperty(process, 'resourcesPath', { value: join(folder, 'no-resources') });
  Object.defineProperty(process, 'defaultApp', { value: true });
}

async function start(): Promise<void> {
  pretend();
  const started = whenResolved<Cdp>();
  let chromium: Chromium | null = null;
  const endChromium = async (): Promise<unknown> => chromium?.end();
  const app = new StandInApp({ name, version, folder, endChromium });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => app.quit());
  connectWindows(started.promise);
  provideElectron(electronModule(app));
  for (const file of required) createRequire(import.meta.url)(file);
  await import(pathToFileURL(join(folder, main)).href);
  const port = await serveSchemes();
  const switches = [...rest.filter((argument) => argument.startsWith('--')), ...app.switches];
  const resolving = `--host-resolver-rules=MAP *.localhost 127.0.0.1:${port}`;
  const profile = join(app.getPath('sessionData'), 'standin-chromium');
  chromium = await startChromium(profile, [...switches, resolving]);
  const { product } = await chromium.send('Browser.getVersion');
  Object.defineProperty(process.versions, 'chrome', { value: product.split('/')[1], enumerable: true });
  // Where nobody asked for it, it has crashed.
  chromium.onClose(() => process.exitCode === undefined && process.exit(1));
  started.resolve(chromium);
  app.becomeReady();
}

await start();
