import { app, dialog, type BrowserWindow } from 'electron';
import type { EngineProcess } from '../host/engine-process.ts';
import type { Training } from './training.ts';
import type { Windows } from './windows.ts';

export interface ClosingOptions {
  readonly training: Training;
  readonly engine: EngineProcess;
  readonly windows: Windows;
}

/** A step, and a checkpoint of a large network, fit in. Milliseconds. */
const patience = 30_000;

/** Closing the last window ends the program, and a training with it: so it asks. Quitting by name doesn't; it pauses. */
export function setUpClosing({ training, engine, windows }: ClosingOptions): void {
  let quitting = false;
  let asking = false;
  app.on('before-quit', () => (quitting = true));

  async function askAndClose(window: BrowserWindow): Promise<void> {
    asking = true;
    const pause = await wantsPause(window).finally(() => (asking = false));
    if (!pause) return;
    await pauseTraining(training, engine);
    if (!window.isDestroyed()) window.destroy();
  }
  windows.onOpen((window) => {
    window.on('close', (event) => {
      if (quitting || training.running() === null || windows.all().length > 1) return;
      event.preventDefault();
      if (!asking) void askAndClose(window);
    });
  });
  app.on('window-all-closed', () => {
    // A program without windows stays in the dock of macOS.
    if (process.platform !== 'darwin') app.quit();
  });
}

async function wantsPause(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Training is running. Pause and close, or keep it running?',
    buttons: ['Keep running', 'Pause and close'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

/** Resolves when it has ended and what it did is saved, or when patience is at its end: the last whole epoch is saved anyway. */
function pauseTraining(training: Training, { studio }: EngineProcess): Promise<void> {
  return new Promise((resolve) => {
    const view = training.running();
    if (view === null) {
      resolve();
      return;
    }
    setTimeout(resolve, patience).unref();
    training.onChange(() => {
      if (training.running() === null) resolve();
    });
    // It may have ended meanwhile, or the engine with it.
    studio.pause(view.job).catch(() => resolve());
  });
}
