import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MenuItemConstructorOptions as Item } from 'electron';
import { commands, type Command } from '../../src/contract/host.ts';
import { menuTemplate } from '../../src/main/menu-template.ts';

function built(mac: boolean) {
  const sent: Command[] = [];
  let windows = 0;
  const menus = menuTemplate({
    mac,
    developing: false,
    send: (command) => sent.push(command),
    newWindow: () => (windows += 1),
  });
  return { menus, items: menus.flatMap(submenuOf), sent, windows: () => windows };
}

const submenuOf = ({ submenu }: Item): Item[] => (Array.isArray(submenu) ? submenu : []);

/** Electron's arguments are of no use to these. */
const click = (item: Item | undefined): void => (item?.click as (() => void) | undefined)?.();

for (const mac of [true, false]) {
  describe(mac ? 'the menus on macOS' : 'the menus on Windows and Linux', () => {
    it('ask the page for everything it can be asked for, each once', () => {
      const { items, sent } = built(mac);
      for (const item of items.filter(({ id }) => id !== 'new-window')) click(item);
      assert.deepEqual([...sent].sort(), [...commands].sort());
    });

    it('open a window', () => {
      const { items, windows } = built(mac);
      click(items.find(({ id }) => id === 'new-window'));
      assert.equal(windows(), 1);
    });

    it('have no key twice', () => {
      const keys = built(mac).items.flatMap(({ accelerator }) => accelerator ?? []);
      assert.deepEqual([...new Set(keys)], keys);
    });

    it('have the keys that the page shows', () => {
      const { items } = built(mac);
      const keyOf = (id: Command) => items.find((item) => item.id === id)?.accelerator;
      assert.deepEqual(
        (['data', 'train', 'predict', 'runs', 'open', 'new-run', 'settings', 'shortcuts'] as const).map(keyOf),
        ['CmdOrCtrl+1', 'CmdOrCtrl+2', 'CmdOrCtrl+3', 'CmdOrCtrl+4', 'CmdOrCtrl+O', 'CmdOrCtrl+N', 'CmdOrCtrl+,', 'F1'],
      );
    });
  });
}

describe('what platforms expect', () => {
  const roles = (items: readonly Item[]) => items.flatMap(({ role }) => role ?? []);

  it('settings, about and quit are in the first menu of macOS', () => {
    const [first] = built(true).menus;
    assert.equal(first?.role, 'appMenu');
    assert.deepEqual(roles(submenuOf(first)), ['about', 'services', 'hide', 'hideOthers', 'unhide', 'quit']);
    assert.equal(
      submenuOf(first).some(({ id }) => id === 'settings'),
      true,
    );
  });

  it('settings and quit are in the menu File elsewhere, about in Help', () => {
    const { menus } = built(false);
    const file = submenuOf(menus[0] ?? {});
    assert.equal(
      file.some(({ id }) => id === 'settings'),
      true,
    );
    assert.equal(roles(file).includes('quit'), true);
    assert.deepEqual(roles(submenuOf(menus.at(-1) ?? {})), ['about']);
  });

  it('the developer tools are for those who develop', () => {
    const parts = { mac: false, send: () => undefined, newWindow: () => undefined };
    const has = (developing: boolean) =>
      roles(menuTemplate({ ...parts, developing }).flatMap(submenuOf)).includes('toggleDevTools');
    assert.deepEqual([has(true), has(false)], [true, false]);
  });
});
