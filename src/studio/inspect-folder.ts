import type { FolderInspection } from '../contract/projects.ts';
import { PawlabError } from '../contract/errors.ts';
import { entriesOf } from '../engine/datasets/scan.ts';
import type { Folder, FolderEntry } from '../engine/ports.ts';
import type { Parts } from './parts.ts';
import { readProject } from './records.ts';

/** Folder names that say which split they hold, not what the pictures show. */
const trainingNames = /^(training|train)([ _-]?(set|data|images|pictures|folder))?$/i;
const testNames = /^(test|testing|validation|val)([ _-]?(set|data|images|pictures|folder))?$/i;

/** What a data set is called: its folder's name, or its parent's where the folder only names a split. */
export function datasetName({ name, parent }: Folder): string {
  return trainingNames.test(name) || testNames.test(name) ? parent.name : name;
}

/** Folders beside the training folder that look like its test set. */
export async function testFoldersBeside(training: Folder): Promise<Folder[]> {
  const names = await training.parent.list();
  return names
    .filter((name) => testNames.test(name) && name !== training.name)
    .map((name) => training.parent.folder(name));
}

/** What a folder is that a person chose: a data set, one split of which may lie inside it, or a project, or neither. */
export async function inspectFolder(
  { folders, openFolder }: Pick<Parts, 'folders' | 'openFolder'>,
  folder: string,
): Promise<FolderInspection> {
  try {
    const entries = await entriesOf(folders, folder);
    if (await isProject(openFolder(folder))) return { kind: 'project', folder };
    const training = await trainingInside(folders, entries);
    const inside = training ?? { path: folder, entries };
    const classes = namesOf(inside.entries);
    if (classes.length === 0) return { kind: 'noClasses', folder, files: filesIn(entries) };
    const [test] = await testFoldersBeside(openFolder(inside.path));
    return { kind: 'dataset', training: inside.path, test: test?.path ?? null, classes };
  } catch (error) {
    if (!(error instanceof PawlabError)) throw error;
    return { kind: 'missing', folder, reason: error.message };
  }
}

/** Other programs write a project.json, too; one of ours that is damaged is told by the runs beside it. */
async function isProject(folder: Folder): Promise<boolean> {
  try {
    return (await readProject(folder)) !== null;
  } catch (error) {
    if (error instanceof PawlabError) return (await folder.list()).includes('runs');
    throw error;
  }
}

interface Listed {
  readonly path: string;
  readonly entries: readonly FolderEntry[];
}

/** A folder that is named as a training set and has class folders; a class of trains has none. */
async function trainingInside(folders: Parts['folders'], entries: readonly FolderEntry[]): Promise<Listed | null> {
  for (const { kind, name, path } of entries) {
    if (kind !== 'folder' || !trainingNames.test(name)) continue;
    const inside = await entriesOf(folders, path);
    if (namesOf(inside).length > 0) return { path, entries: inside };
  }
  return null;
}

const namesOf = (entries: readonly FolderEntry[]): string[] =>
  entries.flatMap(({ kind, name }) => (kind === 'folder' ? [name] : []));

const filesIn = (entries: readonly FolderEntry[]): number => entries.filter(({ kind }) => kind === 'file').length;
