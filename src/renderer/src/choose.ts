/** Asks for a folder or for pictures: the desktop's own dialogs, or the page's, which look into the server's folders. */
import { desktop } from './connection.ts';

export interface FolderRequest {
  /** Of the dialog: "Folder to train on". */
  readonly title: string;
  /** Where to begin; null: the home folder. */
  readonly start: string | null;
}

export interface Choosers {
  chooseFolder(request: FolderRequest): Promise<string | null>;
  choosePictures(title: string): Promise<readonly string[]>;
}

let ofPage: Choosers | null = null;

/** The page's own dialogs, of whoever shows them. The function takes them back. */
export function offerChoosers(choosers: Choosers): () => void {
  ofPage = choosers;
  return () => {
    if (ofPage === choosers) ofPage = null;
  };
}

/** An absolute path; null: cancelled. */
export function chooseFolder({ title, start }: FolderRequest): Promise<string | null> {
  if (desktop !== null) return desktop.chooseFolder({ title, start });
  return ofPage?.chooseFolder({ title, start }) ?? Promise.resolve(null);
}

/** Absolute paths, where the engine finds them; none: cancelled. */
export function choosePictures(title = 'Choose pictures'): Promise<readonly string[]> {
  if (desktop !== null) return desktop.choosePictures({ title });
  return ofPage?.choosePictures(title) ?? Promise.resolve([]);
}
