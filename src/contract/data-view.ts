/** What a project's folders hold, as the page Data shows it. The studio holds it; `changed` says when to ask again. */
import type { FailedEvent, SplitName } from './events.ts';
import type { PictureRef } from './pictures.ts';

export interface DataView {
  /** `unscanned`: nobody has looked since the program started, or the scan was stopped. */
  readonly state: 'unscanned' | 'scanning' | 'ready' | 'failed';
  /** While scanning. `total` is null while files are still being counted. */
  readonly progress: { readonly done: number; readonly total: number | null } | null;
  readonly failure: FailedEvent | null;
  readonly training: SplitView | null;
  /** null: no test set, or not yet. */
  readonly test: SplitView | null;
  /** Worst first. */
  readonly findings: readonly Finding[];
  /** Files looked at, and how long that took, in seconds. */
  readonly files: number;
  readonly seconds: number;
}

export interface SplitView {
  /** null: held back from the training folder. */
  readonly folder: string | null;
  /** Readable and not left out. */
  readonly pictures: number;
  readonly classes: readonly ClassView[];
}

export interface ClassView {
  /** The folder's name. */
  readonly name: string;
  /** What people read. */
  readonly label: string;
  readonly pictures: number;
  /** Up to twelve, spread over the class. */
  readonly samples: readonly PictureRef[];
}

export const findingKinds = [
  'leaks',
  'labels-differ',
  'duplicates',
  'uneven',
  'unreadable',
  'tiny',
  'turned',
  'wrong-extension',
] as const;
/**
 * leaks: the same picture in the training and the test set; labels-differ: the same picture in two classes; duplicates: the
 * same picture twice in one class; uneven: the largest class has over three times the pictures of the smallest; tiny:
 * smaller than the network's picture size both ways; turned: by its EXIF tag, which is followed; wrong-extension: named as
 * another kind of picture than it is, which is read all the same.
 */
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  readonly count: number;
  /** `open` asks for a decision; `decided`: a person left files out or kept them; `handled` needs none. */
  readonly state: 'open' | 'decided' | 'handled';
  /** At most 200 of them. */
  readonly examples: readonly FindingExample[];
  /** What `leaveOut` takes so that the finding is gone (of each pair the later file); empty where that helps nothing. */
  readonly toLeaveOut: readonly string[];
}

export interface FindingExample extends PictureRef {
  readonly split: SplitName;
  readonly class: string;
  /** Why it can't be read, or its other name: the file that it repeats, what its ending should be, its size in pixels. */
  readonly detail: string;
  /** The file that it repeats. */
  readonly other: PictureRef | null;
  readonly leftOut: boolean;
}

export interface ClassPicturesRequest {
  readonly project: string;
  readonly split: SplitName;
  readonly class: string;
  readonly from: number;
  /** At most 1,000. */
  readonly count: number;
}

export interface PicturePage {
  /** Of the class, those left out included. */
  readonly total: number;
  readonly pictures: readonly ClassPicture[];
}

export interface ClassPicture extends PictureRef {
  readonly name: string;
  readonly leftOut: boolean;
}
