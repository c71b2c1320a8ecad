import type { FolderListing } from '../../../../contract/host.ts';
import { count } from '../../words/numbers.ts';

const counted = (number: number, noun: string): string => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

/** "This folder holds 2 folders and 312 pictures." */
export const holdsWords = ({ folders, pictures }: Pick<FolderListing, 'folders' | 'pictures'>): string =>
  `This folder holds ${counted(folders.length, 'folder')} and ${counted(pictures.length, 'picture')}.`;
