/** What is dropped on the window: a folder to open. Names are only told when it is dropped. */
export interface Dropped {
  readonly name: string;
  readonly isFolder: boolean;
  /** Empty where the host doesn't tell. */
  readonly path: string;
}

export type DropOutcome =
  | { readonly kind: 'open'; readonly folder: string }
  | { readonly kind: 'refused'; readonly message: string; readonly remedy: string; readonly offerDialog: boolean };

const refused = (message: string, remedy: string, offerDialog = false): DropOutcome => ({
  kind: 'refused',
  message,
  remedy,
  offerDialog,
});

/** null: nothing was dropped. */
export function outcomeOf(dropped: readonly Dropped[]): DropOutcome | null {
  const [first] = dropped;
  if (first === undefined) return null;
  const folder = dropped.find(({ isFolder }) => isFolder);
  if (folder === undefined) {
    const what = dropped.length === 1 ? `${first.name} is a file.` : 'These are files.';
    return refused(what, dropped.length === 1 ? 'Drop the folder that holds it.' : 'Drop the folder that holds them.');
  }
  if (folder.path !== '') return { kind: 'open', folder: folder.path };
  return refused(
    `A browser doesn’t tell where the folder ${folder.name} is.`,
    'Choose it in the dialog instead: Pawlab reads it where it lies.',
    true,
  );
}
