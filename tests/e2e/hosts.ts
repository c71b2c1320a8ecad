/** Both hosts behind one interface: whatever only one of them does, the specs don't see. */
import type { Page } from '@playwright/test';
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
  /** Native dialogs can't be seen: the next one answers with these paths. */
  const answerNext = (paths: readonly string[]): Promise<void> =>
    app.evaluate(({ dialog }, filePaths) => {
      const usual = dialog.showOpenDialog.bind(dialog);
      dialog.showOpenDialog = () => {
        dialog.showOpenDialog = usual;
        return Promise.resolve({ canceled: false, filePaths: [...filePaths] });
      };
    }, paths);
  return {
    name: 'desktop',
    page,
    pid: app.process().pid ?? 0,
    annotations,
    chooseFolder: async (folder, open) => {
      await answerNext([folder]);
      await open();
    },
    choosePictures: async (files, open) => {
      await answerNext(files);
      await open();
    },
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
