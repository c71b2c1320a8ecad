import { partDone, type Training } from './training.ts';
import type { Windows } from './windows.ts';

/** Above 1 the bar moves without an end; below 0 there is none. */
const unknown = 2;
const none = -1;
/** A hundredth is a pixel of the taskbar. */
const fineness = 100;

/** In the taskbar's button or the dock's icon. */
export function showProgress(training: Training, windows: Windows): void {
  let shown = none;
  training.onChange((view) => {
    const part = view === null || view.state === 'ended' ? none : (partDone(view) ?? unknown);
    const next = Math.round(part * fineness) / fineness;
    if (next === shown) return;
    shown = next;
    for (const window of windows.all()) window.setProgressBar(shown);
  });
}
