/** `BrowserWindow` and `webContents`. */
import { readFileSync } from 'node:fs';
import type { Cdp } from './cdp.ts';
import { tellMain } from './ipc-main.ts';
import { openPage, type PageHooks, type StandInPage } from './page.ts';
import { accept, accepting, KnownEvents, only, preventable } from './refusing.ts';
import { StandInContents } from './web-contents.ts';
import { checkOptions, type Bounds, type WindowOptions } from './window-options.ts';

const events = ['close', 'closed', 'ready-to-show', 'show', 'focus', 'blur', 'resize', 'move'];
const never = ['maximize', 'unmaximize', 'resized', 'moved', 'page-title-updated', 'unresponsive', 'session-end'];

const windows = new Map<number, StandInWindow>();
let chromium: Promise<Cdp> | null = null;
let lastId = 0;
let focused: StandInWindow | null = null;
let onAllClosed = (): void => undefined;

export const connectWindows = (cdp: Promise<Cdp>): void => void (chromium = cdp);
export const whenAllClosed = (listener: () => void): void => void (onAllClosed = listener);
export const allWindows = (): readonly StandInWindow[] => [...windows.values()];

export class StandInWindow extends KnownEvents {
  readonly id = ++lastId;
  readonly webContents: StandInContents;
  readonly setProgressBar = accepting('BrowserWindow.setProgressBar');
  readonly setBackgroundColor = accepting('BrowserWindow.setBackgroundColor');
  readonly flashFrame = accepting('BrowserWindow.flashFrame');
  readonly maximize = accepting('BrowserWindow.maximize');
  readonly minimize = accepting('BrowserWindow.minimize');
  readonly restore = accepting('BrowserWindow.restore');
  private readonly opened: Promise<StandInPage>;
  private page: StandInPage | null = null;
  private bounds: Bounds;
  private visible = false;
  private shownOnce = false;

  static getAllWindows = (): readonly StandInWindow[] => allWindows();
  static getFocusedWindow = (): StandInWindow | null => focused;
  static fromId = (id: number): StandInWindow | null => windows.get(id) ?? null;
  static fromWebContents = (contents: StandInContents): StandInWindow | null =>
    allWindows().find(({ webContents }) => webContents.id === contents.id) ?? null;

  constructor(options: WindowOptions = {}) {
    super('BrowserWindow', events, never);
    const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options;
    checkOptions(options, webPreferences);
    this.bounds = { x, y, width, height };
    const self = only('BrowserWindow', this);
    this.webContents = new StandInContents(this.id, { page: () => this.page, close: () => self.close() });
    windows.set(this.id, self);
    this.opened = this.open(webPreferences.preload);
    if (show) this.show();
    return self;
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.opened;
    await page.goTo(address);
  }

  show(): void {
    this.visible = true;
    this.emit('show');
    this.focus();
  }

  focus(): void {
    focused = windows.get(this.id) ?? null;
    this.emit('focus');
  }

  blur(): void {
    if (focused?.id === this.id) focused = null;
    this.emit('blur');
  }

  close(): void {
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (!windows.has(this.id)) return;
    this.opened.then((page) => page.close()).catch(() => undefined);
    this.gone();
  }

  isDestroyed = (): boolean => !windows.has(this.id);
  isVisible = (): boolean => this.visible;
  isFocused = (): boolean => focused?.id === this.id;
  isMinimized = (): boolean => false;
  isMaximized = (): boolean => false;
  isFullScreen = (): boolean => false;
  getBounds = (): Bounds => this.bounds;
  getNormalBounds = (): Bounds => this.bounds;

  /** Remembered and told, but nothing moves. */
  setBounds(bounds: Partial<Bounds>): void {
    accept('BrowserWindow.setBounds');
    this.bounds = { ...this.bounds, ...bounds };
    this.emit('resize');
    this.emit('move');
  }

  private async open(preload: string | undefined): Promise<StandInPage> {
    if (chromium === null) throw new Error('a window before the program is ready');
    const text = preload === undefined ? '' : readFileSync(preload, 'utf8');
    this.page = await openPage(await chromium, { ...this.bounds, preload: text }, this.hooks());
    return this.page;
  }

  private hooks(): PageHooks {
    const { webContents } = this;
    return {
      onMessage: (channel, args) => tellMain(webContents, channel, args),
      mayGo: (address) => webContents.mayGo(address),
      onOpen: (address) => webContents.wouldOpen(address),
      onLoaded: () => this.loaded(),
      onCrashed: () => webContents.hasCrashed(),
      onGone: () => this.gone(),
    };
  }

  private loaded(): void {
    this.webContents.emit('did-finish-load');
    if (!this.shownOnce) this.emit('ready-to-show');
    this.shownOnce = true;
  }

  private gone(): void {
    if (!windows.delete(this.id)) return;
    this.page = null;
    if (focused?.id === this.id) focused = null;
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (windows.size === 0) onAllClosed();
  }
}

export const webContents = only('webContents', {
  fromDevToolsTargetId: (target: string): StandInContents | undefined =>
    allWindows().find(({ webContents }) => webContents.target() === target)?.webContents,
  getAllWebContents: (): readonly StandInContents[] => allWindows().map((window) => window.webContents),
});
