/** `Menu` and `MenuItem`: what a menu holds and what clicking does. No menu is seen and no key is heard. */
import { accept, lacks, only, requireKnown } from './refusing.ts';
import { StandInWindow } from './windows.ts';

interface Template {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly submenu?: readonly Template[];
  readonly click?: (item: StandInMenuItem, window: StandInWindow | null, event: object) => void;
}

const known = ['id', 'label', 'role', 'type', 'accelerator', 'enabled', 'visible', 'checked', 'submenu', 'click'];

export class StandInMenuItem {
  readonly id: string;
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly submenu: StandInMenu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  private readonly template: Template;

  constructor(template: Template) {
    requireKnown('MenuItem', template, known);
    const { id = '', label = '', role, submenu, accelerator } = template;
    this.id = id;
    this.label = label;
    this.role = role;
    this.accelerator = accelerator;
    this.submenu = submenu && StandInMenu.buildFromTemplate(submenu);
    this.type = template.type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.enabled = template.enabled ?? true;
    this.visible = template.visible ?? true;
    this.checked = template.checked ?? false;
    this.template = template;
    return only('MenuItem', this);
  }

  click(): void {
    if (this.template.click === undefined)
      lacks(`what the menu item '${this.label || (this.role ?? '')}' does by itself`);
    this.template.click(this, StandInWindow.getFocusedWindow(), {});
  }
}

let applicationMenu: StandInMenu | null = null;

export class StandInMenu {
  readonly items: StandInMenuItem[] = [];

  static buildFromTemplate(template: readonly Template[]): StandInMenu {
    const menu = new StandInMenu();
    menu.items.push(...template.map((item) => new StandInMenuItem(item)));
    return only('Menu', menu);
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    accept('Menu.setApplicationMenu (kept and clickable by specs; no bar, no accelerators)');
    applicationMenu = menu;
  }

  static getApplicationMenu(): StandInMenu | null {
    return applicationMenu;
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
