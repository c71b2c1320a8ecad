/** What a finding is called, what it means and what became of it. */
import type { DataView, Finding, FindingExample, FindingKind } from '../../../../contract/data-view.ts';
import { count } from '../../words/numbers.ts';

export const quantity = (number: number, one: string, many: string): string =>
  `${count(number)} ${number === 1 ? one : many}`;

export type ReportView = Pick<DataView, 'findings' | 'training'>;

function unevenTitle({ training }: ReportView): string {
  const classes = [...(training?.classes ?? [])].sort((a, b) => b.pictures - a.pictures);
  const most = classes[0];
  const least = classes.at(-1);
  if (most === undefined || least === undefined) return 'Very uneven classes';
  return `Very uneven classes: ${count(most.pictures)} ${most.name}, ${count(least.pictures)} ${least.name}`;
}

export function titleOf({ kind, count: found }: Finding, view: ReportView): string {
  switch (kind) {
    case 'leaks':
      return `${quantity(found, 'picture', 'pictures')} also in the test set (leak)`;
    case 'labels-differ':
      return quantity(found, 'picture in two classes', 'pictures in two classes');
    case 'duplicates':
      return quantity(found, 'exact duplicate', 'exact duplicates');
    case 'uneven':
      return unevenTitle(view);
    case 'unreadable':
      return quantity(found, 'file could not be read', 'files could not be read');
    case 'tiny':
      return quantity(found, 'picture', 'pictures') + ' smaller than the network sees';
    case 'turned':
      return `${count(found)} turned by ${found === 1 ? 'its' : 'their'} EXIF tag`;
    case 'wrong-extension':
      return quantity(found, 'file with the wrong ending', 'files with the wrong ending');
  }
}

export const explanations: Readonly<Record<FindingKind, string>> = {
  leaks: 'Pictures in both sets make the test result look better than it is.',
  'labels-differ': 'The same picture cannot be right in two classes. Leave it out where it is wrong.',
  duplicates: 'A picture that is there twice counts twice in training.',
  uneven:
    'The largest class has over three times the pictures of the smallest, so training leans toward it. More pictures of the small classes help.',
  unreadable: 'They are left out. Nothing is deleted.',
  tiny: 'They are enlarged to the picture size, which blurs them.',
  turned: 'The tag is followed: training sees them upright.',
  'wrong-extension': 'They are named as another kind of picture than they are, and read all the same.',
};

/** At the end of a row; empty while it is open. */
export function statusOf({ kind, state, examples }: Pick<Finding, 'kind' | 'state' | 'examples'>): string {
  if (state === 'open') return '';
  if (kind === 'unreadable') return 'left out';
  if (state === 'handled') return 'handled';
  return examples.some(({ leftOut }) => leftOut) ? 'left out' : 'kept';
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Beside the picture of a finding: where it is, and what there is to say of it. */
export function exampleWords({ path, split, detail, other }: FindingExample): readonly [name: string, note: string] {
  return [`${nameOf(path)}, ${split}`, other === null ? detail : nameOf(other.path)];
}
