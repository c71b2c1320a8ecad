/** What the page says first: the fact, what it means, and what stands in the way of training. */
import type { DataView, SplitView } from '../../../../contract/data-view.ts';
import { count } from '../../words/numbers.ts';
import { about, duration } from '../../words/time.ts';
import { balanceWords } from './balance.ts';
import { quantity } from './finding-words.ts';
import { findingRows } from './findings.ts';
import type { MissingFolder } from './missing.ts';

export interface Headline {
  readonly title: string;
  readonly sub: string;
  /** Why training can't be set up; null where it can. */
  readonly hindrance: string | null;
}

export const pictureCount = (pictures: number): string => quantity(pictures, 'picture', 'pictures');

export const classCount = (classes: number): string => quantity(classes, 'class', 'classes');

function scanningTitle(progress: DataView['progress']): string {
  if (progress === null) return 'Looking at the pictures';
  const { done, total } = progress;
  return total === null ? `${quantity(done, 'file', 'files')} found` : lookingAt(done, total);
}

const lookingAt = (done: number, total: number): string =>
  `Looking at ${count(done)} of about ${quantity(total, 'file', 'files')}`;

function hindranceOf({ classes, pictures }: SplitView): string | null {
  if (classes.length === 0) return 'There are no classes here. Pawlab needs one folder of pictures per class.';
  if (classes.length === 1) return 'Add a second class first. One class cannot be told apart.';
  if (pictures === 0) return 'There are no pictures here that can be read.';
  const empty = classes.find((each) => each.pictures === 0);
  return empty === undefined ? null : `There are no pictures in ${empty.name}. Every class needs some.`;
}

function openWords(view: DataView): string | null {
  const open = findingRows(view).filter(({ state }) => state === 'open').length;
  if (open === 0) return null;
  return open === 1 ? 'One finding needs a decision.' : `${count(open)} findings need a decision.`;
}

function readySub(view: DataView, training: SplitView): string {
  const balance = balanceWords(training.classes);
  const ready = balance === null ? 'Ready to train.' : `${balance}, ready to train.`;
  const open = openWords(view);
  return open === null ? ready : `${ready} ${open}`;
}

function readyHeadline(view: DataView, training: SplitView): Headline {
  const hindrance = hindranceOf(training);
  const title = `${pictureCount(training.pictures)} in ${classCount(training.classes.length)}`;
  return { title, sub: hindrance ?? readySub(view, training), hindrance };
}

const waiting = 'The pictures are still being counted.';

function failedHeadline({ failure }: DataView, missing: MissingFolder | null): Headline {
  const { message, remedy } = failure ?? { message: 'The pictures could not be looked at.', remedy: '' };
  const title = missing === null ? message : `The folder ${missing.name} is no longer there.`;
  const sub = missing === null ? remedy : `It was ${missing.folder}. Nothing else of the project is lost.`;
  return { title, sub, hindrance: 'The pictures could not be counted.' };
}

/** `missing`: the folder that is gone, where the scan failed for that. */
export function headlineOf(view: DataView | null, missing: MissingFolder | null): Headline {
  if (view === null) return { title: 'Data', sub: 'Asking what is in the set.', hindrance: waiting };
  if (view.state === 'failed') return failedHeadline(view, missing);
  if (view.state === 'ready' && view.training !== null) return readyHeadline(view, view.training);
  if (view.state === 'scanning') {
    const sub = 'Every picture is read once and checked. Training can be set up when all are counted.';
    return { title: scanningTitle(view.progress), sub, hindrance: waiting };
  }
  const sub = 'Scan the folders to count and check their pictures.';
  return { title: 'The pictures are not counted yet', sub, hindrance: 'Scan the pictures first.' };
}

/** How far a scan is, 0 to 1, or null while files are still being counted; null where none runs. */
export function progressOf({
  state,
  progress,
}: DataView): { readonly value: number | null; readonly text: string } | null {
  if (state !== 'scanning') return null;
  const value = progress?.total ? progress.done / progress.total : null;
  return { value, text: scanningTitle(progress) };
}

/** "8,003 files looked at in 6 s" */
export function lookedAt({ files, seconds }: Pick<DataView, 'files' | 'seconds'>): string {
  const time = seconds < 9.5 ? about(seconds) : duration(seconds);
  return `${quantity(files, 'file', 'files')} looked at in ${time}`;
}
