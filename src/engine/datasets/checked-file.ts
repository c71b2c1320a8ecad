import type { SplitName } from '../../contract/events.ts';
import type { PictureFacts } from '../ports.ts';

/** A file of a data set. */
export interface CheckedFile {
  readonly path: string;
  readonly modified: number;
  readonly split: SplitName;
  readonly class: string;
  /** Why it can't be read; null: it can. */
  readonly reason: string | null;
  /** null: it can't be read, or wasn't yet. */
  readonly facts: PictureFacts | null;
  readonly leftOut: boolean;
}

/** The last part of a path. */
export const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
