import { counted } from '../../contract/counted.ts';
import { PawlabError } from '../../contract/errors.ts';
import type { FolderEntry, PictureFile, PictureFolders } from '../ports.ts';

export interface ClassFolder {
  readonly name: string;
  /** Sorted by path. */
  readonly files: readonly PictureFile[];
}

export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

export interface Dataset {
  readonly folder: string;
  /** In alphabetical order: the index is the class's number. */
  readonly classes: readonly ClassFolder[];
  readonly skipped: readonly Skipped[];
}

const systemNames = new Set(['thumbs.db', 'ehthumbs.db', 'desktop.ini', '__macosx', 'icon\r']);

/** Hidden files and those that systems leave in folders: passed over without a word. */
function isSystemEntry(name: string): boolean {
  return name.startsWith('.') || systemNames.has(name.toLowerCase());
}

/** By code unit, as Python's sorted(): the order of classes must not depend on the machine's language. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a person put into a folder, sorted by name. Throws `folder-missing` or `folder-unreadable`. */
export async function entriesOf(folders: PictureFolders, folder: string): Promise<FolderEntry[]> {
  const entries = await folders.list(folder);
  return entries.filter(({ name }) => !isSystemEntry(name)).sort((a, b) => byCodeUnit(a.name, b.name));
}

interface Walk {
  readonly files: PictureFile[];
  readonly skipped: Skipped[];
  /** Real paths of the folders seen: a link back up would otherwise never end. */
  readonly seen: Set<string>;
}

/** Collects the files below a folder, whatever they are: content decides later what is a picture. */
async function walk(folders: PictureFolders, folder: string, into: Walk): Promise<void> {
  for (const entry of await entriesOf(folders, folder)) {
    if (entry.kind === 'file') into.files.push({ path: entry.path, size: entry.size, modified: entry.modified });
    else if (entry.kind === 'unreadable') into.skipped.push({ file: entry.path, reason: entry.reason });
    else if (!into.seen.has(entry.realPath)) {
      into.seen.add(entry.realPath);
      await walkBelow(folders, entry.path, into);
    }
  }
}

/** One folder that can't be read is a row of its own; the rest goes on. */
async function walkBelow(folders: PictureFolders, folder: string, into: Walk): Promise<void> {
  try {
    await walk(folders, folder, into);
  } catch (error) {
    if (!(error instanceof PawlabError)) throw error;
    into.skipped.push({ file: folder, reason: error.message });
  }
}

/** All files below a folder, of a class or for prediction; its real path is what a link back to it leads to. */
export async function scanFiles(folders: PictureFolders, path: string, realPath: string): Promise<Walk> {
  const found: Walk = { files: [], skipped: [], seen: new Set([realPath]) };
  await walk(folders, path, found);
  return found;
}

/**
 * Reads a data set: one class for each folder inside `folder`, with all the files below it.
 * Throws `folder-missing`, `folder-unreadable`, and `too-few-classes` for fewer than two class folders.
 */
export async function scanDataset(folders: PictureFolders, folder: string): Promise<Dataset> {
  return listDataset(folders, folder, 2, () => undefined);
}

/**
 * As `scanDataset`, which also tells of the classes so far after each of them; `fewest` classes at least. What `onClass`
 * throws ends it.
 */
export async function listDataset(
  folders: PictureFolders,
  folder: string,
  fewest: number,
  onClass: (found: Dataset) => void,
): Promise<Dataset> {
  const entries = await entriesOf(folders, folder);
  const classes: ClassFolder[] = [];
  const skipped: Skipped[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'folder') continue;
    const found = await scanFiles(folders, entry.path, entry.realPath);
    classes.push({ name: entry.name, files: found.files });
    skipped.push(...found.skipped);
    onClass({ folder, classes: [...classes], skipped: [...skipped] });
  }
  if (classes.length < fewest) throw tooFewClasses(folder, entries, classes);
  return { folder, classes, skipped };
}

function tooFewClasses(folder: string, entries: readonly FolderEntry[], classes: readonly ClassFolder[]): PawlabError {
  const files = entries.filter(({ kind }) => kind === 'file').length;
  const holds =
    classes.length === 1 ? `only one folder, ${classes[0]?.name ?? ''}` : `${counted(files, 'file')} and no folders`;
  return new PawlabError(
    'too-few-classes',
    `Pawlab needs one folder per class and at least two of them; ${folder} holds ${holds}.`,
    'Put the pictures of each class into a folder of its own inside it, or choose another folder.',
  );
}
