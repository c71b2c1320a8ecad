/** Starts the desktop program for a spec: on Electron, or where its runtime can't be had, on the stand-in beside this file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, test, type ElectronApplication, type Page } from '@playwright/test';

export interface LaunchOptions {
  readonly environment: Readonly<Record<string, string>>;
  /** After the program's own folder on the command line. */
  readonly args?: readonly string[];
}

export interface Annotation {
  readonly type: string;
  readonly description: string;
}

export interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** For the report: on what it runs. */
  readonly annotations: readonly Annotation[];
  /** Quits it, unless it has ended. Throws where the program asked the stand-in for something that it doesn't imitate. */
  readonly close: () => Promise<void>;
}

/** What a page has around it; these types are those of Node. */
interface Shown {
  readonly location: { readonly href: string };
  readonly document: { readonly readyState: string };
}

const root = join(import.meta.dirname, '..', '..', '..');
const standIn = import.meta.dirname;

export async function launchDesktop({ environment, args = [] }: LaunchOptions): Promise<Desktop> {
  chooseRuntime();
  const given = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const env = { ...Object.fromEntries(given), ...environment };
  const app = await _electron.launch({ args: ['.', ...args], cwd: root, env });
  const page = await app.firstWindow();
  // A window begins at about:blank, and whatever is asked of that page dies with it.
  await page.waitForFunction(() => {
    const { location, document } = globalThis as unknown as Shown;
    return location.href !== 'about:blank' && document.readyState === 'complete';
  });
  const annotations = [{ type: 'runtime', description: await runtimeOf(app) }];
  return { app, page, annotations, close: () => closeDesktop(app) };
}

/** Playwright looks for Electron in this process; whatever a spec starts itself gets the same. */
function chooseRuntime(): void {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined && !hasElectron()) {
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = standIn;
  }
  process.env['PAWLAB_STANDIN_NODE'] = process.execPath;
}

/** Its runtime is fetched apart from its package, and needs a display. */
function hasElectron(): boolean {
  const folder = join(root, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named) || !existsSync(join(folder, 'dist', readFileSync(named, 'utf8')))) return false;
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

interface Versions {
  readonly node: string;
  readonly electron?: string;
  readonly chrome?: string;
  readonly standin?: string;
  readonly standinGaps?: string;
}

const versionsOf = (app: ElectronApplication): Promise<Versions> =>
  app.evaluate((): Versions => {
    const { versions } = process as { versions: Versions };
    // A copy: what is asked for each time it is read doesn't come along by itself.
    return { ...versions, ...(versions.standinGaps === undefined ? {} : { standinGaps: versions.standinGaps }) };
  });

async function runtimeOf(app: ElectronApplication): Promise<string> {
  const { node, electron, chrome, standin } = await versionsOf(app);
  return standin === undefined
    ? `Electron ${electron ?? '?'} (Node ${node})`
    : `a stand-in for Electron (Chromium ${chrome ?? '?'}, Node ${node} where Electron 45 has Node 24), not Electron itself`;
}

async function closeDesktop(app: ElectronApplication): Promise<void> {
  const gaps = await versionsOf(app).then(
    ({ standinGaps }) => standinGaps,
    () => undefined,
  );
  await app.close();
  if (gaps === undefined) return;
  const { lacking, accepted } = JSON.parse(gaps) as { readonly lacking: string[]; readonly accepted: string[] };
  test.info().annotations.push({ type: 'accepted without effect', description: accepted.join(', ') });
  if (lacking.length > 0) throw new Error(`not implemented in the stand-in: ${lacking.join(', ')}`);
}
