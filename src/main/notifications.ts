import { Notification } from 'electron';
import type { TrainingView } from '../contract/training-view.ts';
import { endWords, isWorthTelling } from './end-words.ts';
import type { Training } from './training.ts';
import type { Windows } from './windows.ts';

/** Of the end of a training that somebody who works on something else has been waiting for. */
export function setUpNotifications(training: Training, windows: Windows): void {
  let last: TrainingView | null = null;
  training.onChange((view) => {
    const ends = view?.state === 'ended' && last?.job === view.job && last.state !== 'ended';
    last = view;
    if (view === null || !ends || windows.isFocused() || !isWorthTelling(view, Date.now())) return;
    if (Notification.isSupported()) tell(view, windows);
  });
}

/** Held until it was clicked or has gone: one that is collected as garbage hears no click. */
const shown = new Set<Notification>();

function tell(view: TrainingView, windows: Windows): void {
  const notification = new Notification(endWords(view));
  shown.add(notification);
  notification.on('click', () => windows.focus());
  notification.on('close', () => shown.delete(notification));
  notification.show();
}
