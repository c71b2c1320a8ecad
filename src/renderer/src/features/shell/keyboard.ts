/** Keys of the window, whatever page is shown; pages and dialogs listen for their own. */
import { steps, type StepName } from './step-names.ts';

export type WindowKey =
  | { readonly kind: 'step'; readonly step: StepName }
  /** Presses the button that has it. */
  | { readonly kind: 'shortcut'; readonly shortcut: string }
  | { readonly kind: 'dialog'; readonly dialog: 'settings' | 'shortcuts' };

interface Pressed {
  readonly key: string;
  /** Ctrl, or Cmd on macOS, and no other. */
  readonly command: boolean;
}

export function windowKeyOf({ key, command }: Pressed): WindowKey | null {
  if (key === 'F1') return { kind: 'dialog', dialog: 'shortcuts' };
  if (!command) return null;
  if (key === ',') return { kind: 'dialog', dialog: 'settings' };
  const step = steps[Number(key) - 1];
  if (step !== undefined) return { kind: 'step', step };
  if (key === 'Enter') return { kind: 'shortcut', shortcut: 'Ctrl+Enter' };
  return /^[ont]$/i.test(key) ? { kind: 'shortcut', shortcut: `Ctrl+${key.toUpperCase()}` } : null;
}
