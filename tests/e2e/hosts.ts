/** Both hosts behind one interface: whatever only one of them does, the specs don't see. */
import type { ElectronApplication, Page } from '@playwright/test';
import { launchDesktop } from '../support/electron/launch.ts';
import type { DataFolders } from './data-folders.ts';
import { serverHost } from './server-host.ts';

export type HostName = 'server' | 'desktop';

export interface StartOptions {
  readonly host: HostName;
  readonly folders: DataFolders;
  readonly environment: Readonly<Record<string, string>>;
  /** Another server than `pawlab serve`: what Node is started with. */
  readonly server?: readonly string[];
}

export interface RunningHost {
  readonly name: HostName;
  readonly page: Page;
  /** The host's process. */
  readonly pid: number;
  /** For the report: on what it ran. */
  readonly annotations: readonly { readonly type: string; readonly description: string }[];
  /** Does what opens a folder dialog, and chooses the folder in it. */
  chooseFolder(folder: string, open: () => Promise<void>): Promise<void>;
  /** The same with pictures. */
  choosePictures(files: readonly string[], open: () => Promise<void>): Promise<void>;
  /** A second window or tab of the same studio. */
  newWindow(): Promise<Page>;
  close(): Promise<void>;
}

export const startHost = (options: StartOptions): Promise<RunningHost> =>
  options.host === 'server' ? serverHost(options) : desktopHost(options);

async function desktopHost({ environment }: StartOptions): Promise<RunningHost> {
  const { app, page, annotations, close } = await launchDesktop({ environment });
  return {
    name: 'desktop',
    page,
    pid: app.process().pid ?? 0,
    annotations,
    chooseFolder: (folder, open) => answering(app, [folder], open),
    choosePictures: (files, open) => answering(app, files, open),
    newWindow: async () => {
      const opened = app.waitForEvent('window');
      await app.evaluate(({ Menu }) => {
        Menu.getApplicationMenu()?.getMenuItemById('new-window')?.click();
      });
      return opened;
    },
    close,
  };
}

/** Native dialogs can't be seen: the one that `open` leads to answers with these paths. Resolves when it has. */
async function answering(app: ElectronApplication, paths: readonly string[], open: () => Promise<void>): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    const usual = dialog.showOpenDialog.bind(dialog);
    const answered = new Promise<void>((resolve) => {
      dialog.showOpenDialog = () => {
        dialog.showOpenDialog = usual;
        resolve();
        return Promise.resolve({ canceled: false, filePaths: [...filePaths] });
      };
    });
    Object.assign(globalThis, { answered });
  }, paths);
  await open();
  await app.evaluate(() => (globalThis as { answered?: Promise<void> }).answered);
}
