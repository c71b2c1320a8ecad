/** All shortcuts, for the dialog that F1 opens. `Ctrl` reads as Cmd on macOS. */
export interface Shortcut {
  readonly what: string;
  readonly keys: string;
}

export const shortcutList: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    title: 'Everywhere',
    shortcuts: [
      { what: 'Go to a step', keys: 'Ctrl+1 to Ctrl+4' },
      { what: 'Next step of the work', keys: 'Ctrl+Enter' },
      { what: 'Choose a folder, or a picture in Predict', keys: 'Ctrl+O' },
      { what: 'New run', keys: 'Ctrl+N' },
      { what: 'Settings', keys: 'Ctrl+,' },
      { what: 'All shortcuts', keys: 'F1' },
      { what: 'Close a dialog, clear a selection', keys: 'Esc' },
    ],
  },
  { title: 'Welcome', shortcuts: [{ what: 'Try the sample set', keys: 'Ctrl+T' }] },
  {
    title: 'Data',
    shortcuts: [
      { what: 'Move among pictures', keys: 'Arrows, Home, End' },
      { what: 'Open a picture', keys: 'Enter' },
      { what: 'Leave a picture out, or put it back', keys: 'Del' },
      { what: 'Undo', keys: 'Ctrl+Z' },
    ],
  },
  { title: 'Train', shortcuts: [{ what: 'Pause, go on', keys: 'Space' }] },
];
