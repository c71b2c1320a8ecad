import { app } from 'electron';
import type { EngineProcess } from '../host/engine-process.ts';
import type { Uploads } from '../host/uploads.ts';
import type { Log } from './log.ts';

export interface QuittingOptions {
  readonly engine: EngineProcess;
  readonly uploads: Uploads;
  readonly log: Log;
}

/** The windows are closed at once; the program ends when the engine has saved what it trains (which has a limit of its own). */
export function setUpQuitting({ engine, uploads, log }: QuittingOptions): void {
  let ending = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (ending) return;
    ending = true;
    Promise.all([engine.close(), uploads.close()])
      .catch(log.bug)
      .finally(() => app.exit());
  });
}
