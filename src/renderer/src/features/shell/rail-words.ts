/** What the rail says, at most one fact each. */
import type { DataView } from '../../../../contract/data-view.ts';
import type { TrainingView } from '../../../../contract/training-view.ts';
import { count } from '../../words/numbers.ts';
import { about } from '../../words/time.ts';

export interface Running {
  readonly title: string;
  /** 0 to 1; null: nobody knows how long it takes. */
  readonly share: number | null;
  readonly text: string;
}

const isUnderWay = (training: TrainingView | null): training is TrainingView =>
  training !== null && training.state !== 'ended';

/** The one that runs, from 1; those done, where none does. */
const currentEpoch = ({ epochs, step }: TrainingView): number => step?.epoch ?? epochs.at(-1)?.epoch ?? 0;

const lastEpoch = ({ settings, step }: TrainingView): number => step?.epochs ?? settings?.epochs ?? 0;

/** Of the step Train: "7 of 25" while its project trains; null else. */
export function trainFact(training: TrainingView | null, project: string): string | null {
  if (!isUnderWay(training) || training.project !== project || training.state !== 'running') return null;
  return `${count(Math.max(1, currentEpoch(training)))} of ${count(lastEpoch(training))}`;
}

/** How many pictures can be trained on; while they are looked at, how many were. */
export function dataFact(view: DataView | null): string | null {
  if (view?.state === 'scanning' && view.progress !== null) return count(view.progress.done);
  const training = view?.training ?? null;
  return training === null ? null : count(training.pictures);
}

export const runsFact = (runs: number | null): string | null => (runs === null || runs === 0 ? null : count(runs));

const left = (seconds: number | null): string =>
  seconds === null ? 'Measuring speed' : `${capital(about(seconds))} left`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function epochsShare(training: TrainingView): number {
  const total = lastEpoch(training);
  const { step, epochs } = training;
  const whole = epochs.at(-1)?.epoch ?? 0;
  const done = step === null ? whole : step.epoch - 1 + step.step / step.steps;
  return total === 0 ? 0 : Math.min(1, done / total);
}

/** What the training that is under way does; null where none is. */
export function runningTraining(training: TrainingView | null): Running | null {
  if (!isUnderWay(training)) return null;
  const { reading, step, epochs } = training;
  if (training.state === 'preparing') return { title: 'Training', share: null, text: 'Preparing the network' };
  if (training.state === 'reading') {
    const share = reading === null || reading.total === 0 ? null : reading.done / reading.total;
    return { title: 'Training', share, text: 'Reading pictures' };
  }
  const title = `Training, epoch ${count(Math.max(1, currentEpoch(training)))} of ${count(lastEpoch(training))}`;
  const seconds = step === null ? (epochs.at(-1)?.secondsLeft ?? null) : step.secondsLeft;
  return { title, share: epochsShare(training), text: left(seconds) };
}

/** Of a scan of the open project; null where there is none. */
export function runningScan(view: DataView | null): Running | null {
  if (view?.state !== 'scanning') return null;
  const { progress } = view;
  if (progress === null) return { title: 'Looking at the files', share: null, text: '' };
  const { done, total } = progress;
  return {
    title: 'Looking at the files',
    share: total === null || total === 0 ? null : done / total,
    text: total === null ? count(done) : `${count(done)} of ${count(total)}`,
  };
}

/** "TensorFlow 2.20 on CPU (2 cores)" on two lines. */
export function deviceLines(name: string): readonly [string, string | null] {
  const [what = name, ...where] = name.split(' on ');
  return [what, where.length === 0 ? null : where.join(' on ').replace(/^the /, '')];
}
