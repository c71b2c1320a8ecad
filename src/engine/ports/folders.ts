/** Folders of pictures, and folders of the program's own files. */

/** One entry of a folder that holds pictures. Symbolic links are followed: `kind` and `size` are the target's. */
export type FolderEntry =
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly path: string;
      readonly size: number;
      readonly modified: number;
    }
  /** `realPath` tells whether two paths are the same folder, which cuts cycles of links. */
  | { readonly kind: 'folder'; readonly name: string; readonly path: string; readonly realPath: string }
  /** A dangling link, a socket, no permission: the reason in words. */
  | { readonly kind: 'unreadable'; readonly name: string; readonly path: string; readonly reason: string };

export interface PictureFolders {
  /** Entries in no particular order. Throws PawlabError `folder-missing` or `folder-unreadable`. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** As `list`, but any `most` entries of it, without looking at the others. */
  some(folder: string, most: number): Promise<readonly FolderEntry[]>;
  /** What a path is, by itself. */
  entry(path: string): Promise<FolderEntry>;
}

/** A folder of the program's own files (a project, a run), addressed by name so that no path is put together elsewhere. */
export interface Folder {
  /** For people: absolute, in the system's spelling. */
  readonly path: string;
  /** The last part of `path`. */
  readonly name: string;
  /** A folder inside this one; made when first written to. */
  folder(name: string): Folder;
  /** The folder that this one lies in; itself at the root. */
  readonly parent: Folder;
  /** Names of files and folders inside, sorted; empty where the folder doesn't exist. */
  list(): Promise<readonly string[]>;
  /** null where the file doesn't exist. */
  readText(file: string): Promise<string | null>;
  readBytes(file: string): Promise<Uint8Array | null>;
  /** Written beside the old file and renamed: a reader sees the old content or the new, never a part. */
  replaceText(file: string, text: string): Promise<void>;
  replaceBytes(file: string, bytes: Uint8Array): Promise<void>;
  /** Adds a line and hands it to the system before returning. */
  appendLine(file: string, line: string): Promise<void>;
  /** Makes the folder itself; false where it was there already. Atomic. */
  create(): Promise<boolean>;
  /** Renames it, on the same disk. Throws PawlabError `not-writable`, also where the target holds something. */
  moveTo(target: Folder): Promise<void>;
  /** Deletes it with all that it holds. */
  remove(): Promise<void>;
  /** Of all files below, as they were written; 0 where it doesn't exist. */
  bytes(): Promise<number>;
}

/** Opens a folder of the program's own by its absolute path; it needn't exist. */
export type OpenFolder = (path: string) => Folder;
