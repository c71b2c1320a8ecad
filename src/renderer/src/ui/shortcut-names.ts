/** Keys as they are called on this machine. */

export const onMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);

/** Ctrl+O, as people read it here: Cmd+O on macOS. */
export const shortcutText = (shortcut: string, mac: boolean = onMac): string =>
  mac ? shortcut.replace('Ctrl', 'Cmd') : shortcut;

/** As `aria-keyshortcuts` wants it. */
export const shortcutName = (shortcut: string, mac: boolean = onMac): string =>
  shortcut
    .replace('Ctrl', mac ? 'Meta' : 'Control')
    .replace('Esc', 'Escape')
    .replace(/\+,$/, '+Comma');

interface Pressed {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether the key of shortcuts is held, and no other. */
export const withCommandKey = (event: Pressed, mac: boolean = onMac): boolean =>
  (mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) && !event.altKey && !event.shiftKey;
