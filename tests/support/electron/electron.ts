/** The module `electron` as programs import it. */
import type { StandInApp } from './app.ts';
import { dialog, nativeTheme, Notification, powerSaveBlocker, screen, session, shell } from './desktop.ts';
import { exportNames } from './export-names.ts';
import { ipcMain } from './ipc-main.ts';
import { StandInMenu, StandInMenuItem } from './menus.ts';
import { protocol } from './protocol.ts';
import { lacks, only } from './refusing.ts';
import { StandInWindow, webContents } from './windows.ts';

type Module = Readonly<Record<string, unknown>>;

export function electronModule(app: StandInApp): Module {
  const imitated: Module = {
    app: only('app', app),
    BrowserWindow: only('BrowserWindow', StandInWindow),
    dialog,
    ipcMain,
    Menu: only('Menu', StandInMenu),
    MenuItem: only('MenuItem', StandInMenuItem),
    nativeTheme,
    Notification: only('Notification', Notification),
    powerSaveBlocker,
    protocol,
    screen,
    session,
    shell,
    webContents,
  };
  return Object.fromEntries(exportNames.map((name) => [name, imitated[name] ?? missing(name)]));
}

/** May be imported; throws as soon as anything is done with it. */
function missing(name: string): unknown {
  const refuse = (): never => lacks(name);
  return new Proxy(refuse, { get: refuse, set: refuse, apply: refuse, construct: refuse });
}
