import { PawlabError } from '../contract/errors.ts';
import type { EpochEvent, JobEvent, JobId } from '../contract/events.ts';
import { afterReport, newTraining, type TrainingView } from '../contract/training-view.ts';
import type { EmitChanged } from './changes.ts';

/** Where a training belongs, and what there is of it already. */
export interface Standing {
  readonly project: string;
  /** The folder of a run that is resumed. */
  readonly run: string | null;
  /** Those that were done before. */
  readonly epochs: readonly EpochEvent[];
  /** Of training, up to where it goes on. */
  readonly seconds: number;
}

export type UnderWay = Pick<Standing, 'run'>;

/** The training that this process runs, or the last one that it ran. */
export interface CurrentTraining {
  view(): TrainingView | null;
  /** The training that is under way, by its run's folder: null where that isn't made yet. null: none. */
  underWay(): UnderWay | null;
  /** Throws `busy` while a training runs. */
  requireNone(): void;
  begin(job: JobId, began: number, standing: Standing): void;
  /** Told every event of a job before it goes out. Says afterwards, by the function it returns, what changed with it. */
  follow(event: JobEvent): () => void;
}

const nothing = (): void => undefined;

export function followTraining(changed: EmitChanged): CurrentTraining {
  let view: TrainingView | null = null;
  let resumed: string | null = null;
  const running = (): TrainingView | null => (view === null || view.state === 'ended' ? null : view);

  return {
    view: () => view,
    underWay() {
      const now = running();
      return now === null ? null : { run: now.run ?? resumed };
    },
    requireNone() {
      const other = running();
      if (other !== null) throw busy(other);
    },
    begin(job, began, { project, run, epochs, seconds }) {
      resumed = run;
      view = { ...newTraining(job, project, began), secondsBefore: seconds, epochs };
      changed('training', project);
    },
    follow({ job, at, report }) {
      if (job !== view?.job) return nothing;
      const { project } = view;
      view = afterReport(view, at, report);
      return () => tellChanges(project, report, changed);
    },
  };
}

function tellChanges(project: string, report: JobEvent['report'], changed: EmitChanged): void {
  switch (report?.type) {
    case undefined:
      changed('training', project);
      changed('runs', project);
      changed('projects', project);
      return;
    case 'started':
      changed('training', project);
      changed('runs', project);
      changed('project', project);
      // Whoever chose a device has measured it, if nobody had before.
      changed('devices', null);
      return;
    case 'epoch':
      changed('runs', project);
      return;
    default:
  }
}

function busy({ run, project }: TrainingView): PawlabError {
  const which = run === null ? `of ${nameOf(project)}` : `of ${nameOf(project)} (${nameOf(run)})`;
  return new PawlabError(
    'busy',
    `A training ${which} is running already.`,
    'Pause or stop it first, or wait until it ends.',
  );
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
