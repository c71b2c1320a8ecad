/** All that a page asks for once before it listens. */
import type { JobId } from './events.ts';
import type { TrainingView } from './training-view.ts';

export type JobKind = 'training' | 'scan' | 'prediction' | 'sample' | 'measuring' | 'examining' | 'gpu-pack';

export interface JobView {
  readonly job: JobId;
  readonly kind: JobKind;
  /** null: of no project. */
  readonly project: string | null;
}

export interface Snapshot {
  /** Those that run now. */
  readonly jobs: readonly JobView[];
  /** The training that runs, or the last one that ended since the program started. */
  readonly training: TrainingView | null;
  readonly preferences: Preferences;
}

/** A person's choices that belong to no project. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
}
