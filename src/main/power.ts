import { powerSaveBlocker } from 'electron';
import type { Training } from './training.ts';

/** The computer doesn't go to sleep over a training; its display may. */
export function keepAwake(training: Training): void {
  let blocker: number | null = null;
  training.onChange(() => {
    const trains = training.running() !== null;
    if (trains && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension');
    if (trains || blocker === null) return;
    powerSaveBlocker.stop(blocker);
    blocker = null;
  });
}
