/** The rows of the health report: what was found, in words, and what can be done about it. */
import type { Finding, FindingExample, FindingKind } from '../../../../contract/data-view.ts';
import { count } from '../../words/numbers.ts';
import { explanations, quantity, statusOf, titleOf, type ReportView } from './finding-words.ts';

export interface FindingRow {
  /** Two where findings are told together. */
  readonly kinds: readonly [FindingKind, ...FindingKind[]];
  readonly count: number;
  readonly state: Finding['state'];
  /** The sentence of the row. */
  readonly title: string;
  /** What became of it; empty while it is open. */
  readonly status: string;
  readonly explanation: string;
  readonly examples: readonly FindingExample[];
  readonly actions: readonly FindingAction[];
}

export type FindingAction =
  | { readonly kind: 'leaveOut' | 'putBack'; readonly text: string; readonly files: readonly string[] }
  /** `keep`: the findings stay as they are; `reopen`: they ask for a decision again. */
  | { readonly kind: 'keep' | 'reopen'; readonly text: string };

const leaveOut = (text: string, files: readonly string[]): readonly FindingAction[] =>
  files.length === 0 ? [] : [{ kind: 'leaveOut', text, files }];

function putBack(examples: readonly FindingExample[]): readonly FindingAction[] {
  const files = [...new Set(examples.filter(({ leftOut }) => leftOut).map(({ path }) => path))];
  return files.length === 0 ? [] : [{ kind: 'putBack', text: `Put back ${count(files.length)}`, files }];
}

/** The ways to decide, those to take a decision back, or none. */
function actionsOf(
  { state, examples }: Pick<Finding, 'state' | 'examples'>,
  leaves: readonly FindingAction[],
): readonly FindingAction[] {
  if (state === 'handled') return [];
  if (state === 'open') return [...leaves, { kind: 'keep', text: 'Keep' }, ...putBack(examples)];
  const back = putBack(examples);
  return back.length > 0 ? back : [{ kind: 'reopen', text: 'Decide again' }];
}

function rowOf(finding: Finding, view: ReportView): FindingRow {
  const { kind, toLeaveOut } = finding;
  return {
    ...finding,
    kinds: [kind],
    title: titleOf(finding, view),
    status: statusOf(finding),
    explanation: explanations[kind],
    actions: actionsOf(finding, leaveOut(`Leave out ${count(toLeaveOut.length)}`, toLeaveOut)),
  };
}

const onlyLeaks = (leaks: number): string => `Leave out only the ${leaks === 1 ? 'leak' : `${count(leaks)} leaks`}`;

/** Duplicates and leaks are one thing to a person: pictures that are there twice. */
function togetherRow(leaks: Finding, duplicates: Finding): FindingRow {
  const { state } = leaks;
  const files = [...new Set([...leaks.toLeaveOut, ...duplicates.toLeaveOut])];
  const examples = [...leaks.examples, ...duplicates.examples];
  const found = leaks.count + duplicates.count;
  return {
    kinds: ['leaks', 'duplicates'],
    count: found,
    state,
    title: `${quantity(found, 'exact duplicate', 'exact duplicates')}, ${count(leaks.count)} of them also in the test set (leak)`,
    status: statusOf({ kind: 'leaks', state, examples }),
    explanation: explanations.leaks,
    examples,
    actions: actionsOf({ state, examples }, [
      ...leaveOut(`Leave out ${quantity(files.length, 'duplicate', 'duplicates')}`, files),
      ...leaveOut(onlyLeaks(leaks.toLeaveOut.length), leaks.toLeaveOut),
    ]),
  };
}

/** Worst first, as the studio orders them. */
export function findingRows(view: ReportView): readonly FindingRow[] {
  const leaks = view.findings.find(({ kind }) => kind === 'leaks');
  const duplicates = view.findings.find(({ kind }) => kind === 'duplicates');
  if (leaks === undefined || duplicates?.state !== leaks.state) return view.findings.map((one) => rowOf(one, view));
  const others = view.findings.filter((one) => one !== duplicates);
  return others.map((one) => (one === leaks ? togetherRow(leaks, duplicates) : rowOf(one, view)));
}
