/** `app`: the program's life. */
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock, type SecondStart } from './instance-lock.ts';
import { accepting, hasLacked, KnownEvents, lacks, only, preventable } from './refusing.ts';
import { whenResolved } from './when-resolved.ts';
import { allWindows, whenAllClosed } from './windows.ts';

const events = ['ready', 'second-instance', 'window-all-closed', 'before-quit', 'will-quit', 'quit'];
const never = [
  'activate',
  'open-file',
  'open-url',
  'child-process-gone',
  'web-contents-created',
  'will-finish-launching',
];

/** What the program's package says, and how Chromium is ended. */
export interface AppParts {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  readonly endChromium: () => Promise<unknown>;
}

export class StandInApp extends KnownEvents {
  readonly isPackaged = false;
  readonly switches: string[] = [];
  readonly commandLine = only('commandLine', {
    appendSwitch: (name: string, value = '') =>
      void this.switches.push(value === '' ? `--${name}` : `--${name}=${value}`),
    hasSwitch: (name: string) => process.argv.some((argument) => argument.split('=')[0] === `--${name}`),
  });
  readonly setAppUserModelId = accepting('app.setAppUserModelId');
  readonly enableSandbox = accepting('app.enableSandbox');
  readonly addRecentDocument = accepting('app.addRecentDocument');
  readonly clearRecentDocuments = accepting('app.clearRecentDocuments');
  readonly setAboutPanelOptions = accepting('app.setAboutPanelOptions');
  readonly showAboutPanel = accepting('app.showAboutPanel');
  readonly focus = accepting('app.focus');
  readonly dock: undefined = undefined;
  private readonly parts: AppParts;
  private readonly becomesReady = whenResolved<object>();
  private readonly paths: Record<string, string>;
  private name: string;
  private ready = false;
  private quitting = false;

  constructor(parts: AppParts) {
    super('app', events, never);
    this.parts = parts;
    this.name = parts.name;
    this.paths = { home: homedir(), temp: tmpdir(), appData: join(homedir(), '.config') };
    whenAllClosed(() => this.allClosed());
  }

  getName = (): string => this.name;
  getVersion = (): string => this.parts.version;
  getAppPath = (): string => this.parts.folder;
  getLocale = (): string => 'en-US';
  isReady = (): boolean => this.ready;
  whenReady = (): Promise<object> => this.becomesReady.promise;

  setName(name: string): void {
    this.name = name;
  }

  getPath(name: string): string {
    if (name === 'userData') return this.paths['userData'] ?? join(this.paths['appData'] ?? '', this.name);
    if (name === 'sessionData') return this.paths['sessionData'] ?? this.getPath('userData');
    return this.paths[name] ?? lacks(`app.getPath('${name}')`);
  }

  setPath(name: string, path: string): void {
    if (name !== 'userData' && name !== 'sessionData') lacks(`app.setPath('${name}')`);
    this.paths[name] = path;
  }

  requestSingleInstanceLock(): boolean {
    const start = { argv: process.argv, folder: process.cwd() };
    const told = ({ argv, folder }: SecondStart): void => void this.emit('second-instance', {}, argv, folder, {});
    return takeLock(this.getPath('userData'), start, told);
  }

  /** Returns before anything happens, and nothing that a listener throws is lost in a promise. */
  quit(): void {
    setImmediate(() => this.beginQuit());
  }

  /** A spec that waits for the end hears of what was lacking by the code. */
  exit(asked = 0): void {
    const code = asked === 0 && hasLacked() ? 70 : asked;
    this.quitting = true;
    process.exitCode = code;
    this.emit('quit', {}, code);
    void this.parts.endChromium().then(() => process.exit(code));
  }

  becomeReady(): void {
    this.ready = true;
    // Playwright holds this event until it is connected; it has to come before the promise.
    this.emit('ready', {}, {});
    this.becomesReady.resolve({});
  }

  private beginQuit(): void {
    const event = preventable();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.quitting = true;
    const windows = allWindows();
    for (const window of windows) window.close();
    if (windows.length === 0) this.finishQuit();
    // A window that stays calls it off.
    else if (allWindows().length > 0) this.quitting = false;
  }

  private allClosed(): void {
    if (this.quitting) this.finishQuit();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  private finishQuit(): void {
    const event = preventable();
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.quitting = false;
    else this.exit(0);
  }
}
