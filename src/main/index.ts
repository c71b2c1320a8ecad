/** The desktop program: what it consists of, in the order of its start. */
import { join } from 'node:path';
import { app } from 'electron';
import { startEngine } from '../host/engine-process.ts';
import { createUploads } from '../host/uploads.ts';
import { createWeb } from '../host/web.ts';
import { setUpClosing } from './closing.ts';
import { createDesktop } from './desktop.ts';
import { engineOptions } from './engine-options.ts';
import { createHost } from './host.ts';
import { setUpIdentity } from './identity.ts';
import { openLog } from './log.ts';
import { openMemory } from './memory.ts';
import { setUpMenu } from './menu.ts';
import { denyPermissions } from './navigation.ts';
import { setUpNotifications } from './notifications.ts';
import { followOpened } from './opened.ts';
import { keepAwake } from './power.ts';
import { showProgress } from './progress.ts';
import { setUpQuitting } from './quitting.ts';
import { registerScheme, serveScheme } from './scheme.ts';
import { setUpTheme } from './theme.ts';
import { followTraining } from './training.ts';
import { createWindows } from './windows.ts';

setUpIdentity();
registerScheme();
const opened = followOpened();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  const log = openLog(join(app.getPath('userData'), 'window.log'));
  const memory = openMemory(join(app.getPath('userData'), 'window.json'));
  const engine = startEngine(engineOptions(log.line));
  const uploads = createUploads();
  const training = followTraining(engine);
  const host = createHost(engine);
  const windows = createWindows({ engine, host, desktop: createDesktop(memory), memory, log });

  setUpTheme(memory);
  denyPermissions();
  serveScheme(
    createWeb({ page: join(import.meta.dirname, '../renderer'), pictures: engine.pictures, uploads, onBug: log.bug }),
  );
  setUpMenu(windows);
  showProgress(training, windows);
  keepAwake(training);
  setUpNotifications(training, windows);
  setUpClosing({ training, engine, windows });
  setUpQuitting({ engine, uploads, log });
  windows.open();
  opened.tell(windows);
}
