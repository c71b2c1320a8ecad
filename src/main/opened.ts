/** Folders that a person opens with the program: on its command line, from recent documents, or with a second start. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { app } from 'electron';
import { folderIn } from './command-line.ts';
import type { Windows } from './windows.ts';

export interface Opened {
  /** From now on the page hears of each, and of the one that the program was started with. */
  tell(windows: Windows): void;
}

/** macOS may ask for one before the program is ready, so this listens at once. */
export function followOpened(): Opened {
  let asked = given(process.argv, process.cwd());
  let open = (folder: string): void => void (asked = folder);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isFolder(path)) open(path);
  });
  return {
    tell: (windows) => {
      open = (folder) => {
        windows.focus();
        windows.tell({ type: 'open', folder });
      };
      app.on('second-instance', (_event, argv, cwd) => {
        windows.focus();
        const folder = given(argv, cwd);
        if (folder !== null) open(folder);
      });
      if (asked !== null) windows.tell({ type: 'open', folder: asked });
    },
  };
}

function given(argv: readonly string[], cwd: string): string | null {
  const path = folderIn(argv, process.defaultApp);
  const folder = path === null ? null : resolve(cwd, path);
  return folder !== null && isFolder(folder) ? folder : null;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
