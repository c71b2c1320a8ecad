/** What may be wrong with a data set, from what is known of each of its files. */
import type { Finding, FindingExample, FindingKind } from '../../contract/data-view.ts';
import { nameOf, type CheckedFile } from './checked-file.ts';
import { endingOf, namedOtherwise } from './endings.ts';
import { repeatsIn, type Repeat } from './repeats.ts';

export interface FindingOptions {
  /** Pixels per side of what the network sees. */
  readonly pictureSize: number;
  /** Every class counts as much in training, however many pictures it has. */
  readonly balanced: boolean;
  /** Findings that a person keeps as they are. */
  readonly kept: readonly FindingKind[];
}

/** Examples of a finding, at most. */
const mostExamples = 200;
/** How many times as many pictures the largest class may have as the smallest. */
const unevenFrom = 3;

/** One file of a finding; `other`: the one that it repeats. */
interface Case {
  readonly file: CheckedFile;
  readonly detail: string;
  readonly other: CheckedFile | null;
}

/** Worst first. Files come in their own order: training before test. */
export function findingsOf(files: readonly CheckedFile[], options: FindingOptions): Finding[] {
  const repeats = repeatsIn(files);
  const repeated = (kind: Repeat['kind']): Finding[] =>
    decision(kind, repeats.filter((repeat) => repeat.kind === kind).map(repeatCase), options);
  return [
    ...repeated('leaks'),
    ...repeated('labels-differ'),
    ...repeated('duplicates'),
    ...uneven(files, options),
    ...handled(
      'unreadable',
      casesOf(files, ({ reason }) => reason),
    ),
    ...decision('tiny', casesOf(files, sizeBelow(options.pictureSize)), options),
    ...handled(
      'turned',
      casesOf(files, ({ facts }) => turns[facts?.orientation ?? 1] ?? null),
    ),
    ...handled('wrong-extension', casesOf(files, otherEnding)),
  ];
}

const repeatCase = ({ file, other }: Repeat): Case => ({ file, other, detail: `${other.class}/${nameOf(other.path)}` });

/** Most files are no case of anything, and there may be 100,000: nothing is made for those. */
function casesOf(files: readonly CheckedFile[], detailOf: (file: CheckedFile) => string | null): Case[] {
  const cases: Case[] = [];
  for (const file of files) {
    const detail = detailOf(file);
    if (detail !== null) cases.push({ file, detail, other: null });
  }
  return cases;
}

function sizeBelow(size: number): (file: CheckedFile) => string | null {
  return ({ facts }) =>
    facts !== null && facts.width < size && facts.height < size ? `${facts.width} × ${facts.height} pixels` : null;
}

/** EXIF orientations that are not upright. */
const turns: Readonly<Record<number, string>> = {
  2: 'mirrored',
  3: 'turned by 180°',
  4: 'mirrored and turned by 180°',
  5: 'mirrored and turned by 90°',
  6: 'turned by 90°',
  7: 'mirrored and turned by 270°',
  8: 'turned by 270°',
};

function otherEnding({ path, facts }: CheckedFile): string | null {
  return facts !== null && namedOtherwise(path, facts.format) ? endingOf(facts.format) : null;
}

const exampleOf = ({ file, detail, other }: Case): FindingExample => ({
  path: file.path,
  modified: file.modified,
  split: file.split,
  class: file.class,
  detail,
  other: other === null ? null : { path: other.path, modified: other.modified },
  leftOut: file.leftOut,
});

function handled(kind: FindingKind, cases: readonly Case[]): Finding[] {
  if (cases.length === 0) return [];
  const examples = cases.slice(0, mostExamples).map(exampleOf);
  return [{ kind, count: cases.length, state: 'handled', examples, toLeaveOut: [] }];
}

/** Asks for a decision as long as one of the files takes part. */
function decision(kind: FindingKind, cases: readonly Case[], { kept }: FindingOptions): Finding[] {
  return handled(kind, cases).map((finding) => {
    const toLeaveOut = cases.filter(({ file }) => !file.leftOut).map(({ file }) => file.path);
    return { ...finding, state: toLeaveOut.length === 0 || kept.includes(kind) ? 'decided' : 'open', toLeaveOut };
  });
}

/** `count`: classes that are too small beside the largest. */
function uneven(files: readonly CheckedFile[], { balanced, kept }: FindingOptions): Finding[] {
  const counts = new Map<string, number>();
  for (const { split, class: name, reason, leftOut } of files) {
    if (split === 'training') counts.set(name, (counts.get(name) ?? 0) + (reason === null && !leftOut ? 1 : 0));
  }
  const largest = Math.max(0, ...counts.values());
  const count = [...counts.values()].filter((pictures) => pictures * unevenFrom < largest).length;
  if (count === 0) return [];
  const state = balanced ? 'handled' : kept.includes('uneven') ? 'decided' : 'open';
  return [{ kind: 'uneven', count, state, examples: [], toLeaveOut: [] }];
}
