/** Which files are left out, before and after somebody decides. Nothing of a file itself is changed. */
import { quantity } from './finding-words.ts';

export interface Decision {
  readonly kind: 'leaveOut' | 'putBack';
  /** Those that it changed: only they come back with undo. */
  readonly files: readonly string[];
}

/** What of a decision is news: files that are not yet as it wants them. */
export function newsOf({ kind, files }: Decision, leftOut: readonly string[]): Decision {
  const out = new Set(leftOut);
  return { kind, files: files.filter((file) => out.has(file) === (kind === 'putBack')) };
}

export function leftOutAfter({ kind, files }: Decision, leftOut: readonly string[]): readonly string[] {
  const changed = new Set(files);
  const others = leftOut.filter((file) => !changed.has(file));
  return kind === 'putBack' ? others : [...others, ...changed];
}

export const undone = ({ kind, files }: Decision): Decision => ({
  kind: kind === 'leaveOut' ? 'putBack' : 'leaveOut',
  files,
});

/** "12 pictures left out" */
export function decisionWords({ kind, files }: Decision): string {
  const pictures = quantity(files.length, 'picture', 'pictures');
  return kind === 'leaveOut' ? `${pictures} left out` : `${pictures} put back`;
}
