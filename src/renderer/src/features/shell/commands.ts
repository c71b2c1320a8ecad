/** What menus and shortcuts ask for, done. */
import type { Command } from '../../../../contract/host.ts';
import { chooseFolder } from '../../choose.ts';
import { session } from '../../session.svelte.ts';
import { isTyping, onMac } from '../../ui/keys.ts';
import { openDialog, pressShortcut } from '../../ui/shortcuts.ts';

export async function openFolder(): Promise<void> {
  const folder = await chooseFolder({ title: 'Choose a folder of pictures', start: null });
  if (folder !== null) await session.use(folder);
}

/** The button in sight that has the shortcut; else what it means everywhere. */
export function runShortcut(shortcut: string): void {
  if (pressShortcut(shortcut) || openDialog() !== null) return;
  if (shortcut === 'Ctrl+O') void openFolder();
  if (shortcut === 'Ctrl+N' && session.project !== null) session.newRun();
}

export function runCommand(command: Command): void {
  switch (command) {
    case 'open':
      runShortcut('Ctrl+O');
      return;
    case 'new-run':
      runShortcut('Ctrl+N');
      return;
    case 'settings':
    case 'shortcuts':
      session.dialog = command;
      return;
    case 'undo':
      undo();
      return;
    default:
      if (command === 'welcome' || session.project !== null) session.go(command);
  }
}

/** A menu takes the key: text fields undo for themselves, pages hear it as if it had been pressed. */
function undo(): void {
  const target = document.activeElement ?? document.body;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- There is no other way to a field's own undo.
  if (isTyping(target)) document.execCommand('undo');
  else target.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: !onMac, metaKey: onMac, bubbles: true }));
}
