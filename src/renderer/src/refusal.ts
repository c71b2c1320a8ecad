/** Why a folder can't be opened, in words. */
import type { FolderInspection } from '../../contract/projects.ts';
import { count } from './words/numbers.ts';

type Unusable = Extract<FolderInspection, { kind: 'noClasses' | 'missing' }>;

const files = (number: number): string => `${count(number)} ${number === 1 ? 'picture' : 'pictures'}`;

export function refusalOf(found: Unusable): { readonly message: string; readonly remedy: string } {
  if (found.kind === 'missing') return { message: found.reason, remedy: '' };
  const holds = found.files === 0 ? 'This folder is empty.' : `This folder holds ${files(found.files)} and no folders.`;
  return { message: 'Pawlab needs one folder per class.', remedy: holds };
}
