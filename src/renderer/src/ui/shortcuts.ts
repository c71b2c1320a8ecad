/** Buttons in sight that a shortcut presses: `Ctrl+Enter` the primary one, `Ctrl+O` and the like those that show it. */
interface Registered {
  readonly shortcut: string;
  readonly button: HTMLButtonElement;
}

/** The newest last: it is asked first. */
const registered: Registered[] = [];

/** Space and Esc mean different things in different places: whoever shows them listens for them. */
const isOfWindow = (shortcut: string): boolean => shortcut.startsWith('Ctrl+');

export const registerShortcuts = (shortcuts: readonly string[]) => (button: HTMLButtonElement) => {
  const added = shortcuts.filter(isOfWindow).map((shortcut) => ({ shortcut, button }));
  registered.push(...added);
  return () => {
    for (const entry of added) registered.splice(registered.indexOf(entry), 1);
  };
};

/** What lies under a dialog is out of reach. */
export const openDialog = (): Element | null => document.querySelector('[role="dialog"], [role="alertdialog"]');

function isInReach(button: HTMLButtonElement): boolean {
  const dialog = openDialog();
  return button.getClientRects().length > 0 && (dialog === null || dialog.contains(button));
}

/** False: no button in reach has this shortcut, or it is disabled. */
export function pressShortcut(shortcut: string): boolean {
  const button = registered.findLast((entry) => entry.shortcut === shortcut && isInReach(entry.button))?.button;
  if (button === undefined || button.ariaDisabled === 'true') return false;
  button.click();
  return true;
}
