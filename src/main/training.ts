/** What trains now, for whatever shows it outside of the page: the taskbar, a notification, the question at closing. */
import type { StudioApi, Subscribe } from '../contract/api.ts';
import type { StudioEvent } from '../contract/events.ts';
import { afterReport, type TrainingView } from '../contract/training-view.ts';
import { createListeners } from '../rpc/listeners.ts';

export interface Training {
  /** Null: nothing trains. */
  running(): TrainingView | null;
  /** Told at each change of the view; null at no training. The last call of a training is told with its end. */
  onChange(listener: (view: TrainingView | null) => void): void;
}

export interface TrainingSource {
  readonly studio: Pick<StudioApi, 'snapshot'>;
  readonly onStudioEvent: Subscribe;
}

export function followTraining(source: TrainingSource): Training {
  const changes = createListeners<TrainingView | null>();
  let view: TrainingView | null = null;
  const become = (next: TrainingView | null): void => {
    view = next;
    changes.tell(next);
  };
  const ask = (): void => {
    source.studio.snapshot().then(
      ({ training }) => become(training),
      // The engine has ended: its next start asks again.
      () => undefined,
    );
  };
  source.onStudioEvent((event) => {
    if (isBeginOrEnd(event)) ask();
    else if (event.type === 'job' && event.job === view?.job) become(afterReport(view, event.at, event.report));
  });
  return { running: () => (view?.state === 'ended' ? null : view), onChange: (listener) => void changes.add(listener) };
}

const isBeginOrEnd = (event: StudioEvent): boolean => event.type === 'changed' && event.topic === 'training';

/** How much of a training is done, from 0 to 1; null while nobody knows, which is until its first step. */
export function partDone({ settings, step, epochs, steps }: TrainingView): number | null {
  if (settings === null || steps === 0) return null;
  const begun = step === null ? 0 : step.step / step.steps;
  return Math.min(1, (epochs.length + begun) / settings.epochs);
}
