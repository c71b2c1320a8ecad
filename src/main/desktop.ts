/** What only a program with a window can do for its page. */
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import { app, dialog, nativeTheme, shell, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { PawlabError } from '../contract/errors.ts';
import type { DesktopApi } from '../contract/host.ts';
import { textIn, themeIn } from './arguments.ts';
import type { Memory } from './memory.ts';
import { background } from './theme.ts';

/** As the page's own dialog lists them in a browser. */
const pictures = { name: 'Pictures', extensions: ['jpg', 'jpeg', 'png', 'gif', 'webp', 'tif', 'tiff', 'avif'] };

export const createDesktop =
  (memory: Memory) =>
  (window: BrowserWindow): DesktopApi => {
    const choose = async (start: string | null, options: OpenDialogOptions): Promise<readonly string[]> => {
      const from = start ?? memory.get().folder;
      const begin = from === null ? {} : { defaultPath: from };
      const { filePaths } = await dialog.showOpenDialog(window, { ...options, ...begin });
      if (filePaths[0] !== undefined) memory.set({ folder: dirname(filePaths[0]) });
      return filePaths;
    };
    return {
      chooseFolder: async ({ title, start }) => {
        const from = start === null ? null : textIn(start);
        const [folder = null] = await choose(from, { title: textIn(title), properties: ['openDirectory'] });
        return folder;
      },
      choosePictures: ({ title }) =>
        choose(null, { title: textIn(title), filters: [pictures], properties: ['openFile', 'multiSelections'] }),
      reveal: async (path) => {
        await requireThere(textIn(path));
        shell.showItemInFolder(path);
      },
      showsProject: (project) => {
        // The lists of Linux desktops are of files.
        if (project !== null && process.platform !== 'linux') app.addRecentDocument(textIn(project.folder));
        return Promise.resolve();
      },
      setTheme: (theme) => {
        nativeTheme.themeSource = themeIn(theme);
        memory.set({ theme: nativeTheme.themeSource });
        window.setBackgroundColor(background());
        return Promise.resolve();
      },
    };
  };

/** A file manager that is sent to a path that isn't there opens something else, or nothing. */
async function requireThere(path: string): Promise<void> {
  const there = isAbsolute(path) && (await stat(path).catch(() => null)) !== null;
  if (!there)
    throw new PawlabError('folder-missing', `${path} is no longer there.`, 'It may have been moved or renamed.');
}
