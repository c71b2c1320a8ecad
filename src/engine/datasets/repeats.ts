import type { FindingKind } from '../../contract/data-view.ts';
import type { CheckedFile } from './checked-file.ts';

/** A file with the content of another one. */
export interface Repeat {
  readonly kind: Extract<FindingKind, 'leaks' | 'labels-differ' | 'duplicates'>;
  readonly file: CheckedFile;
  /** The first with this content: of those that take part, where one does. */
  readonly other: CheckedFile;
}

/** Files that repeat others, in their order. Each is named once: as a leak before anything else. */
export function repeatsIn(files: readonly CheckedFile[]): Repeat[] {
  const firsts = firstOfEach(files);
  const repeats: Repeat[] = [];
  for (const file of files) {
    const other = file.facts === null ? undefined : firsts.get(file.facts.content);
    if (other !== undefined && other !== file) repeats.push({ kind: kindOf(file, other), file, other });
  }
  return repeats;
}

function firstOfEach(files: readonly CheckedFile[]): ReadonlyMap<string, CheckedFile> {
  const firsts = new Map<string, CheckedFile>();
  for (const file of files) {
    if (file.facts === null) continue;
    const { content } = file.facts;
    const first = firsts.get(content);
    if (first === undefined || (first.leftOut && !file.leftOut)) firsts.set(content, file);
  }
  return firsts;
}

function kindOf(file: CheckedFile, other: CheckedFile): Repeat['kind'] {
  if (file.split !== other.split) return 'leaks';
  return file.class === other.class ? 'duplicates' : 'labels-differ';
}
