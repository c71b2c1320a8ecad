/** The parts of the system that a program asks for: remembered or refused, never seen. */
import { accept, accepting, KnownEvents, lacks, only, requireKnown } from './refusing.ts';

const refuse = (name: string) => (): never => lacks(`${name} (a spec has to replace it)`);

export const dialog = only('dialog', {
  showOpenDialog: refuse('dialog.showOpenDialog'),
  showMessageBox: refuse('dialog.showMessageBox'),
  showErrorBox: refuse('dialog.showErrorBox'),
});

export const shell = only('shell', {
  openExternal: refuse('shell.openExternal'),
  showItemInFolder: refuse('shell.showItemInFolder'),
});

class Theme extends KnownEvents {
  themeSource = 'system';
  constructor() {
    super('nativeTheme', [], ['updated']);
    accept('nativeTheme.themeSource (pages keep their colors)');
  }
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  }
}
export const nativeTheme = only('nativeTheme', new Theme());

const blockers = new Set<number>();
export const powerSaveBlocker = only('powerSaveBlocker', {
  start(): number {
    accept('powerSaveBlocker.start');
    blockers.add(blockers.size + 1);
    return blockers.size;
  },
  stop: (id: number) => blockers.delete(id),
  isStarted: (id: number) => blockers.has(id),
});

class StandInNotification extends KnownEvents {
  static isSupported = (): boolean => true;
  readonly title: string;
  readonly body: string;
  readonly close = accepting('Notification.close');
  constructor(options: { readonly title?: string; readonly body?: string } = {}) {
    super('Notification', [], ['click', 'close', 'show', 'failed']);
    requireKnown('Notification', options, ['title', 'body', 'silent', 'icon']);
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    return only('Notification', this);
  }
  show(): void {
    accept('Notification.show');
  }
}
export { StandInNotification as Notification };

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = { id: 1, bounds: area, workArea: area, workAreaSize: area, scaleFactor: 1 };
export const screen = only('screen', {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
  getDisplayMatching: () => display,
});

export const session = only('session', {
  defaultSession: only('session', {
    setPermissionRequestHandler: accepting('session.setPermissionRequestHandler'),
    setPermissionCheckHandler: accepting('session.setPermissionCheckHandler'),
    setDevicePermissionHandler: accepting('session.setDevicePermissionHandler'),
    setSpellCheckerEnabled: accepting('session.setSpellCheckerEnabled'),
  }),
});
