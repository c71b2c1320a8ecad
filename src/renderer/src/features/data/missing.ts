/** Which of a project's folders is gone, where a scan failed for that. */
import type { FailedEvent } from '../../../../contract/events.ts';
import type { Project } from '../../../../contract/projects.ts';

export interface MissingFolder {
  readonly which: 'training' | 'test';
  readonly folder: string;
  /** Its last part. */
  readonly name: string;
  /** Where it was: a dialog begins there. */
  readonly parent: string | null;
}

function partsOf(folder: string): Pick<MissingFolder, 'name' | 'parent'> {
  const plain = folder.replace(/[\\/]+$/, '');
  const end = Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\'));
  return { name: plain.slice(end + 1), parent: end > 0 ? plain.slice(0, end) : null };
}

export const folderName = (folder: string): string => partsOf(folder).name;

/** The failure's sentence names the folder; a test folder may lie inside the training folder, so it is looked for first. */
export function missingFolder(
  failure: FailedEvent | null,
  { training, test }: Pick<Project, 'training' | 'test'>,
): MissingFolder | null {
  if (failure?.code !== 'folder-missing') return null;
  const isTest = test.kind === 'folder' && failure.message.includes(test.folder);
  const folder = isTest ? test.folder : training;
  return { which: isTest ? 'test' : 'training', folder, ...partsOf(folder) };
}
