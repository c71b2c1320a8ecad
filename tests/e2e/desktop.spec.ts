/** The desktop's own side of the studio: its window, its bridge, its menus, and how it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test as base, expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Bridge } from '../../src/contract/host.ts';
import { launchDesktop, type Desktop } from '../support/electron/launch.ts';
import { newDataFolders, type DataFolders } from './data-folders.ts';
import { enginePid } from './engine-pid.ts';
import { drawnSet, type PictureSet } from './picture-sets.ts';

declare global {
  interface Window {
    readonly pawlab?: Bridge;
  }
}

interface Fixtures {
  readonly folders: DataFolders;
  /** Starts the program; what a test leaves open is closed. */
  readonly launch: (args?: readonly string[]) => Promise<Desktop>;
  readonly desktop: Desktop;
}

const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright wants the pattern.
  folders: async ({}, use) => {
    const folders = newDataFolders();
    await use(folders);
    folders.remove();
  },
  launch: async ({ folders }, use, info) => {
    const started: Desktop[] = [];
    await use(async (args = []) => {
      const desktop = await launchDesktop({ environment: folders.environment, args });
      info.annotations.push(...desktop.annotations);
      started.push(desktop);
      return desktop;
    });
    for (const desktop of started) await desktop.close();
  },
  desktop: async ({ launch }, use) => {
    await use(await launch());
  },
});

const root = join(import.meta.dirname, '..', '..');
const welcome = 'Teach this computer to tell your pictures apart';
const headline = (page: Page) => page.getByRole('heading', { level: 1 });

/** A call as the page's own connection sends it, answered with `r`, or with `e` where it was refused. */
function call(page: Page, name: string, ...args: readonly unknown[]): Promise<unknown> {
  return page.evaluate(
    ({ name, args }) =>
      new Promise((resolve) => {
        const id = `spec-${Math.random()}`;
        window.pawlab?.onMessage((message) => {
          const { i, r, e } = message as { i?: string; r?: unknown; e?: unknown };
          if (i === id) resolve(e ?? r);
        });
        window.pawlab?.send({ t: 'q', i: id, m: name, a: args });
      }),
    { name, args: [...args] },
  );
}

/** What the system was asked for meanwhile, instead of what it would do. */
async function recordShell(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  const asked = await app.evaluateHandle(({ shell }) => {
    const list: string[] = [];
    shell.openExternal = (url) => {
      list.push(`open ${url}`);
      return Promise.resolve();
    };
    shell.showItemInFolder = (path) => void list.push(`show ${path}`);
    return list;
  });
  return () => asked.evaluate((list) => list);
}

/** Message boxes are answered with the button of this name; resolves with what each said. */
async function answerBoxes(app: ElectronApplication, button: string): Promise<() => Promise<readonly string[]>> {
  const said = await app.evaluateHandle(({ dialog }, name) => {
    const list: string[] = [];
    dialog.showMessageBox = (...given: unknown[]) => {
      const { message, buttons } = given.at(-1) as { message: string; buttons: string[] };
      list.push(message);
      return Promise.resolve({ response: buttons.indexOf(name), checkboxChecked: false });
    };
    return list;
  }, button);
  return () => said.evaluate((list) => list);
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('opens one window, which shows the studio and has nothing of Node', async ({ desktop: { app, page } }) => {
  await expect(headline(page)).toHaveText(welcome);
  await expect(page).toHaveTitle(/Pawlab/);
  expect(app.windows()).toHaveLength(1);
  const reach = await page.evaluate(() => ({
    bridge: Object.keys(window.pawlab ?? {}).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
  }));
  expect(reach).toEqual({ bridge: ['onMessage', 'pathOf', 'send'], node: [] });
});

test('what the page sends is cloned or refused', async ({ desktop: { page } }) => {
  const refused = await page.evaluate(() => {
    try {
      window.pawlab?.send(new Proxy({}, {}));
      return 'taken';
    } catch (error) {
      return String(error);
    }
  });
  expect(refused).toMatch(/could not be cloned/);
});

test('knows the path of a file that a person chose', async ({ desktop: { page }, folders }) => {
  const file = join(folders.root, 'kätzchen 1.jpg');
  writeFileSync(file, 'x');
  await page.evaluate(() => {
    const input = document.body.appendChild(document.createElement('input'));
    input.type = 'file';
    input.id = 'chosen';
  });
  await page.locator('#chosen').setInputFiles(file);
  const paths = await page.locator('#chosen').evaluate((input: HTMLInputElement) => {
    const made = new File(['x'], 'made.jpg');
    return [...(input.files ?? []), made].map((one) => window.pawlab?.pathOf(one));
  });
  expect(paths).toEqual([file, '']);
});

test('shows a folder dialog that begins where the last one ended', async ({ desktop: { app, page }, folders }) => {
  const asked = await app.evaluateHandle(({ dialog }, chosen) => {
    const list: unknown[] = [];
    dialog.showOpenDialog = (...given: unknown[]) => {
      list.push(given.at(-1));
      return Promise.resolve({ canceled: false, filePaths: [chosen] });
    };
    return list;
  }, folders.root);
  const title = 'Choose a folder of pictures';
  expect(await call(page, 'desktop.chooseFolder', { title, start: null })).toBe(folders.root);
  expect(await call(page, 'desktop.chooseFolder', { title, start: null })).toBe(folders.root);
  expect(await asked.jsonValue()).toMatchObject([{ title }, { title, defaultPath: dirname(folders.root) }]);
});

test('shows in the file manager only what is there', async ({ desktop: { app, page }, folders }) => {
  const asked = await recordShell(app);
  const gone = join(folders.root, 'gone');
  await call(page, 'desktop.reveal', folders.root);
  expect(await call(page, 'desktop.reveal', gone)).toMatchObject({ code: 'folder-missing' });
  expect(await call(page, 'desktop.reveal', basename(folders.root))).toMatchObject({ code: 'folder-missing' });
  expect(await asked()).toEqual([`show ${folders.root}`]);
});

test('leads nowhere else: links open outside, and only over https', async ({ desktop: { app, page } }) => {
  const asked = await recordShell(app);
  await page.evaluate(() => {
    window.open('https://example.org/help');
    window.open('http://example.org/');
    window.open('file:///etc/passwd');
    window.open('smb://somebody/share');
  });
  await expect.poll(asked).toEqual(['open https://example.org/help']);
  await page.evaluate(() => (location.href = 'https://example.org/elsewhere'));
  await expect(headline(page)).toHaveText(welcome);
  expect(await page.evaluate(() => document.title)).toMatch(/Pawlab/);
  expect(app.windows()).toHaveLength(1);
});

test('menus reach the page', async ({ desktop: { app, page } }) => {
  await expect(headline(page)).toHaveText(welcome);
  const click = (id: string): Promise<void> =>
    app.evaluate(({ Menu }, item) => void Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
  await click('shortcuts');
  await expect(page.getByRole('dialog')).toContainText(/shortcuts/i);
  const opened = app.waitForEvent('window');
  await click('new-window');
  await expect(headline(await opened)).toHaveText(welcome);
  expect(app.windows()).toHaveLength(2);
});

test('remembers size and place of its window', async ({ launch }) => {
  const bounds = { x: 40, y: 60, width: 1000, height: 700 };
  const first = await launch();
  await first.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);
  await first.close();
  const { app } = await launch();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds);
});

test('opens the folder that it is started with, and that of a second start, in the same window', async ({
  launch,
  folders,
}) => {
  const set = await drawnSet(folders, 30);
  const { app, page } = await launch([set.training]);
  await expect(headline(page)).toHaveText('60 pictures in 2 classes');

  const env = { ...process.env, ...folders.environment };
  const { spawnfile } = app.process();
  const second = spawn(spawnfile, ['.', '--no-sandbox', set.test], { cwd: root, env, stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number];
  expect(code).toBe(0);
  // A set of 40 by itself, of which a fifth is held back.
  await expect(headline(page)).toHaveText('32 pictures in 2 classes');
  expect(app.windows()).toHaveLength(1);
});

test('a page that crashes is loaded again, and says that nothing was lost', async ({ desktop: { app, page } }) => {
  await expect(headline(page)).toHaveText(welcome);
  const said = await answerBoxes(app, 'Go on');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect.poll(said).toEqual([expect.stringMatching(/stopped unexpectedly and was loaded again/)]);
  const alive = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed());
  expect(alive).toBe(false);
});

test('an engine that is killed is said in words and started again', async ({ desktop: { app, page } }) => {
  test.skip(process.platform === 'win32', 'the engine is found by ps');
  await expect(headline(page)).toHaveText(welcome);
  const before = enginePid(app.process().pid ?? 0);
  process.kill(before, 'SIGKILL');
  await expect(page.getByText(/stopped unexpectedly/).first()).toBeVisible();
  await expect.poll(() => call(page, 'host.engine')).toEqual({ state: 'ready', message: null });
  expect(enginePid(app.process().pid ?? 0)).not.toBe(before);
});

test('closing the window quits, and leaves no process', async ({ desktop: { app, page } }) => {
  test.skip(process.platform === 'win32', 'the engine is found by ps');
  await expect(headline(page)).toHaveText(welcome);
  const engine = enginePid(app.process().pid ?? 0);
  const exit = once(app.process(), 'exit');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await exit).toEqual([0, null]);
  expect(isRunning(engine)).toBe(false);
});

test('quitting while training asks nothing; the run can go on from where it was saved', async ({ launch, folders }) => {
  const first = await launch();
  const project = await trainForLong(first.page, await drawnSet(folders, 40));
  await first.close();
  const again = await launch();
  const [run] = await runsOf(again.page, project);
  expect(['paused', 'stopped']).toContain(run?.state);
  expect(run?.epochs).toBeGreaterThan(1);
});

test('closing while training asks; keeping it running keeps the window, pausing saves and ends', async ({
  launch,
  folders,
}) => {
  const { app, page } = await launch();
  const project = await trainForLong(page, await drawnSet(folders, 40));
  const close = (): Promise<void> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const asked = await answerBoxes(app, 'Keep running');
  await close();
  await expect.poll(asked).toEqual(['Training is running. Pause and close, or keep it running?']);
  const now = await epochsOf(page);
  await expect.poll(() => epochsOf(page)).toBeGreaterThan(now);

  await answerBoxes(app, 'Pause and close');
  const exit = once(app.process(), 'exit');
  await close();
  expect(await exit).toEqual([0, null]);

  const again = await launch();
  const [run] = await runsOf(again.page, project);
  expect(run?.state).toBe('paused');
  expect(existsSync(run?.folder ?? '')).toBe(true);
});

/** Begins a training that doesn't end by itself; resolves with its project once it has finished two epochs. */
async function trainForLong(page: Page, { training, test }: PictureSet): Promise<string> {
  const { folder } = (await call(page, 'studio.openProject', { training, test })) as { folder: string };
  const settings = { labels: {}, settings: { epochs: 2000 }, device: 'auto', executor: 'auto' };
  await call(page, 'studio.train', { training, test: { kind: 'folder', folder: test }, project: folder, ...settings });
  await expect.poll(() => epochsOf(page)).toBeGreaterThan(1);
  return folder;
}

interface Run {
  readonly folder: string;
  readonly state: string;
  readonly epochs: number;
}

const runsOf = (page: Page, project: string): Promise<readonly Run[]> =>
  call(page, 'studio.runs', project) as Promise<readonly Run[]>;

async function epochsOf(page: Page): Promise<number> {
  const { training } = (await call(page, 'studio.snapshot')) as { training: { epochs: unknown[] } | null };
  return training?.epochs.length ?? 0;
}
