import type { TestSource } from '../contract/api.ts';
import type { Folder, OpenFolder } from '../engine/ports.ts';
import { readProject, writeProject, type ProjectRecord } from './records.ts';

/** Folder names that say which split they hold, not what the pictures show. */
const splitNames = /^(training|train|test|testing|validation|val)([ _-]?(set|data|images|pictures|folder))?$/i;
const testNames = /^(test|testing|validation|val)([ _-]?(set|data|images|pictures|folder))?$/i;

/** What a data set is called: its folder's name, or its parent's where the folder only names a split. */
function datasetName(training: Folder): string {
  return splitNames.test(training.name) ? training.parent.name : training.name;
}

/** Folders beside the training folder that look like its test set. */
export async function testFoldersBeside(training: Folder): Promise<Folder[]> {
  const names = await training.parent.list();
  return names
    .filter((name) => testNames.test(name) && name !== training.name)
    .map((name) => training.parent.folder(name));
}

/** The folder that a training folder's project has or will have: its name, numbered where another project has it. */
async function projectFolderFor(projects: Folder, training: Folder): Promise<Folder> {
  const name = datasetName(training) || 'pictures';
  for (let number = 1; ; number++) {
    const folder = projects.folder(number === 1 ? name : `${name}-${number}`);
    const record = await readProject(folder);
    if (record === null || record.training === training.path) return folder;
  }
}

export interface Project {
  readonly folder: Folder;
  readonly record: ProjectRecord;
}

/**
 * Opens the project of a training folder, or starts one; `at` is the folder that a person chose for it. New labels and a
 * new test source are kept in it.
 */
export async function openProject(
  openFolder: OpenFolder,
  projectsFolder: string,
  request: { training: string; test: TestSource; project: string | null; labels: Readonly<Record<string, string>> },
): Promise<Project> {
  const training = openFolder(request.training);
  const folder =
    request.project === null
      ? await projectFolderFor(openFolder(projectsFolder), training)
      : openFolder(request.project);
  const known = await readProject(folder);
  const record: ProjectRecord = {
    version: 1,
    name: known?.name ?? folder.name,
    training: request.training,
    test: request.test,
    labels: { ...known?.labels, ...request.labels },
  };
  await writeProject(folder, record);
  return { folder, record };
}
