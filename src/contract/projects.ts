/** Projects as a host shows them: a data set, its test set, and the runs trained on it. */
import type { TestSource } from './api.ts';
import type { FindingKind } from './data-view.ts';
import type { PictureRef } from './pictures.ts';
import type { Settings } from './settings.ts';
import type { DeviceChoice } from './devices.ts';

export interface Project {
  /** Names the project in every call. Absolute, as all paths here. */
  readonly folder: string;
  readonly name: string;
  /** Holds one folder per class. */
  readonly training: string;
  readonly test: TestSource;
  /** Class name → label that people read; classes left out read as they are named. */
  readonly labels: Readonly<Record<string, string>>;
  /** What a person has set for the next run; settings left out have their defaults. */
  readonly settings: Partial<Settings>;
  readonly device: DeviceChoice;
  /** Files that a person left out of the next runs, training and test. */
  readonly leftOut: readonly string[];
  /** Findings that a person keeps as they are: `decided`, though no file was left out. */
  readonly kept: readonly FindingKind[];
}

/** What a person changes in a project; what is left out stays. `labels` are added to those there are. */
export type ProjectChange = Partial<
  Pick<Project, 'name' | 'training' | 'test' | 'labels' | 'settings' | 'device' | 'leftOut' | 'kept'>
>;

/** A project in the list of recent ones. */
export interface ProjectSummary {
  readonly folder: string;
  readonly name: string;
  readonly training: string;
  /** null: the training folder is there. Else why it can't be read, as a sentence. */
  readonly missing: string | null;
  /** As last counted; null where nobody has looked yet. */
  readonly pictures: number | null;
  readonly classes: number | null;
  /** A share of 0 to 1 on the test set (on the training set where there is none), of the newest run that finished an epoch. */
  readonly lastAccuracy: number | null;
  /** Whole epochs of the newest run, where it can go on; null where none can. */
  readonly savedEpoch: number | null;
  /** When it was last opened: ISO 8601. */
  readonly used: string;
  /** Up to three pictures, of different classes where there are several. */
  readonly pictureSamples: readonly PictureRef[];
}

/** What a folder is that a person chose or dropped. */
export type FolderInspection =
  /** Has class folders; `test`: the folder beside or inside it that looks like its test set. */
  | {
      readonly kind: 'dataset';
      readonly training: string;
      readonly test: string | null;
      readonly classes: readonly string[];
    }
  | { readonly kind: 'project'; readonly folder: string }
  /** No class folders: how many files it holds. */
  | { readonly kind: 'noClasses'; readonly folder: string; readonly files: number }
  | { readonly kind: 'missing'; readonly folder: string; readonly reason: string };

/** A project by its folder, or the one of a training folder, which is made where there is none. */
export type OpenProjectRequest =
  { readonly folder: string } | { readonly training: string; readonly test: string | null };
