import { app, dialog, type BrowserWindow } from 'electron';
import type { Log } from './log.ts';

/** A page that stops so often within so many milliseconds isn't loaded again by itself: it would go on for ever. */
const crashes = { most: 3, within: 60_000 };

const message = 'The page of this window stopped unexpectedly and was loaded again.';
const again = 'The page of this window stops again and again.';
const detail = 'Nothing was lost: training and everything that runs go on beside it.';

/** Nothing but the picture is gone with the page's process: the engine has one of its own. */
export function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  let crashedAt: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.line(`the page's process ended: ${reason}, exit code ${exitCode}`);
    const now = performance.now();
    crashedAt = [...crashedAt.filter((at) => now - at < crashes.within), now];
    const telling = crashedAt.length < crashes.most ? loadAndTell(window) : ask(window);
    telling.catch(log.bug);
  });
}

async function loadAndTell(window: BrowserWindow): Promise<void> {
  window.webContents.reload();
  await dialog.showMessageBox(window, { type: 'warning', message, detail, buttons: ['Go on'] });
}

async function ask(window: BrowserWindow): Promise<void> {
  const buttons = ['Load it again', 'Quit Pawlab'];
  const { response } = await dialog.showMessageBox(window, { type: 'warning', message: again, detail, buttons });
  if (response === 1) app.quit();
  else window.webContents.reload();
}
