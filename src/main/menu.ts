import { app, Menu } from 'electron';
import { menuTemplate } from './menu-template.ts';
import type { Windows } from './windows.ts';

export function setUpMenu(windows: Windows): void {
  const template = menuTemplate({
    mac: process.platform === 'darwin',
    developing: !app.isPackaged,
    newWindow: () => windows.open(),
    send: (command) => {
      windows.focus();
      windows.tell({ type: 'command', command });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
