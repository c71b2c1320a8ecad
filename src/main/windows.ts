/** The windows that show the page: one at the start, more on request. */
import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import type { DesktopApi, HostApi, HostEvent } from '../contract/host.ts';
import type { EngineProcess } from '../host/engine-process.ts';
import { pageAddress } from './addresses.ts';
import { reloadAfterCrash } from './crashes.ts';
import type { Log } from './log.ts';
import type { Memory } from './memory.ts';
import { guardNavigation } from './navigation.ts';
import { servePages, type ServedPage } from './pages.ts';
import { background } from './theme.ts';
import { leastSize, placeWindow } from './window-bounds.ts';

export interface Windows {
  open(): void;
  all(): readonly BrowserWindow[];
  /** Brings one to the front, opening it where there is none. */
  focus(): void;
  isFocused(): boolean;
  /** Tells the page of the window that is used, once it listens. */
  tell(event: HostEvent): void;
  onOpen(listener: (window: BrowserWindow) => void): void;
}

export interface WindowsOptions {
  readonly engine: EngineProcess;
  readonly host: HostApi;
  readonly desktop: (window: BrowserWindow) => DesktopApi;
  readonly memory: Memory;
  readonly log: Log;
}

export function createWindows(options: WindowsOptions): Windows {
  const open = new Map<BrowserWindow, ServedPage>();
  const listeners: ((window: BrowserWindow) => void)[] = [];
  const serve = servePages(options);

  function openWindow(): BrowserWindow {
    const window = createWindow(options);
    open.set(window, serve(window));
    window.on('closed', () => open.delete(window));
    for (const listener of listeners) listener(window);
    window.loadURL(pageAddress).catch(options.log.bug);
    return window;
  }
  const focused = (): BrowserWindow | undefined => [...open.keys()].find((window) => window.isFocused());
  const used = (): BrowserWindow => focused() ?? [...open.keys()].at(-1) ?? openWindow();

  app.on('activate', () => {
    if (open.size === 0) openWindow();
  });
  return {
    open: () => void openWindow(),
    all: () => [...open.keys()],
    isFocused: () => focused() !== undefined,
    focus: () => {
      const window = used();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    tell: (event) => open.get(used())?.tell(event),
    onOpen: (listener) => void listeners.push(listener),
  };
}

function createWindow({ memory, log }: WindowsOptions): BrowserWindow {
  const { bounds, maximized } = memory.get();
  const window = new BrowserWindow({
    ...placeWindow(bounds, displays()),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    backgroundColor: background(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  guardNavigation(window.webContents);
  reloadAfterCrash(window, log);
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => memory.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  return window;
}

function displays() {
  const main = screen.getPrimaryDisplay();
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea);
}
