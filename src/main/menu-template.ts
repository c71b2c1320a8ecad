import type { MenuItemConstructorOptions as Item } from 'electron';
import type { Command } from '../contract/host.ts';

export interface MenuParts {
  readonly mac: boolean;
  readonly developing: boolean;
  readonly send: (command: Command) => void;
  readonly newWindow: () => void;
}

const separator: Item = { type: 'separator' };

/** The menus as each platform has them. The page handles the same keys itself; what it has handled doesn't come here. */
export function menuTemplate({ mac, developing, send, newWindow }: MenuParts): Item[] {
  const item = (id: Command, label: string, accelerator?: string): Item => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(id),
  });
  const settings = item('settings', 'Settings', 'CmdOrCtrl+,');
  return [
    ...(mac ? [appMenu(settings)] : []),
    { label: '&File', submenu: fileItems({ mac, settings, newWindow, item }) },
    { label: '&Edit', submenu: editItems(item) },
    { label: '&View', submenu: viewItems(developing, item) },
    { role: 'windowMenu' },
    { role: 'help', submenu: helpItems(mac, item) },
  ];
}

type ItemOf = (id: Command, label: string, accelerator?: string) => Item;

const appMenu = (settings: Item): Item => ({
  role: 'appMenu',
  submenu: [
    { role: 'about' },
    separator,
    settings,
    separator,
    { role: 'services' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { role: 'quit' },
  ],
});

interface FileParts {
  readonly mac: boolean;
  readonly settings: Item;
  readonly newWindow: () => void;
  readonly item: ItemOf;
}

const fileItems = ({ mac, settings, newWindow, item }: FileParts): Item[] => [
  item('open', 'Open…', 'CmdOrCtrl+O'),
  ...(mac ? [recentMenu] : []),
  item('new-run', 'New run', 'CmdOrCtrl+N'),
  { id: 'new-window', label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
  separator,
  item('welcome', 'Close project'),
  separator,
  ...(mac ? [{ role: 'close' } satisfies Item] : [settings, separator, { role: 'quit' } satisfies Item]),
];

const recentMenu: Item = { role: 'recentDocuments', submenu: [{ role: 'clearRecentDocuments' }] };

const editItems = (item: ItemOf): Item[] => [
  // Of text as well: the page knows what has the focus.
  item('undo', 'Undo', 'CmdOrCtrl+Z'),
  { role: 'redo' },
  separator,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
];

const viewItems = (developing: boolean, item: ItemOf): Item[] => [
  item('data', 'Data', 'CmdOrCtrl+1'),
  item('train', 'Train', 'CmdOrCtrl+2'),
  item('predict', 'Predict', 'CmdOrCtrl+3'),
  item('runs', 'Runs', 'CmdOrCtrl+4'),
  separator,
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  separator,
  { role: 'togglefullscreen' },
  ...(developing ? [{ role: 'toggleDevTools' } satisfies Item] : []),
];

const helpItems = (mac: boolean, item: ItemOf): Item[] => [
  item('shortcuts', 'Keyboard shortcuts', 'F1'),
  ...(mac ? [] : [separator, { role: 'about' } satisfies Item]),
];
