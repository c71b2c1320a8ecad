/** What in the data still waits for a decision, in one line. */
import type { DataView, Finding, FindingKind } from '../../../../../contract/data-view.ts';
import { count } from '../../../words/numbers.ts';

const words: Readonly<Record<FindingKind, readonly [one: string, many: string]>> = {
  leaks: ['picture is also in the test set', 'pictures are also in the test set'],
  'labels-differ': ['picture is in two classes', 'pictures are in two classes'],
  duplicates: ['duplicate is still in the set', 'duplicates are still in the set'],
  uneven: ['class is much smaller than the largest', 'classes are much smaller than the largest'],
  unreadable: ['file could not be read', 'files could not be read'],
  tiny: ['picture is smaller than the picture size', 'pictures are smaller than the picture size'],
  turned: ['picture is turned by its EXIF tag', 'pictures are turned by their EXIF tag'],
  'wrong-extension': ['file has the wrong extension', 'files have the wrong extension'],
};

function findingWords({ kind, count: number }: Finding): string {
  const [one, many] = words[kind];
  if (kind === 'uneven') return 'the classes are very uneven';
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** 12 duplicates are still in the set, 2 pictures are also in the test set. Null: nothing is open. */
export function openFindings({ findings }: Pick<DataView, 'findings'>): string | null {
  const open = findings.filter(({ state }) => state === 'open').map(findingWords);
  const [first, ...others] = open;
  if (first === undefined) return null;
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...others].join(', ');
}
