/** The engine's process: serves the contract to the process that started it, and ends when that one is gone. */
import { join } from 'node:path';
import { createBugLog } from '../adapters/files/bug-log.ts';
import { userCacheFolder } from '../adapters/user-folders.ts';
import type { Channel } from '../rpc/channel.ts';
import { serve } from '../rpc/serve.ts';
import { createBreathing } from './breathing.ts';
import { compose } from './compose.ts';
import { paceSteps } from './pace-steps.ts';
import { stopJobs } from './stop-jobs.ts';

const exit = { fine: 0, bug: 70 } as const;
/** Whoever is left without a parent doesn't wait for ever for a step that never ends. */
const gracePeriod = 60_000;

const logBug = createBugLog(join(userCacheFolder(), 'logs'));
process.on('uncaughtException', (error) => {
  logBug(error);
  console.error(error);
  process.exit(exit.bug);
});

const parent: Channel = {
  send: (message) => {
    if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
  },
  onMessage: (listener) => void process.on('message', (message) => (isEnd(message) ? void end() : listener(message))),
};

const isEnd = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'end';

const breathing = createBreathing(() => performance.now());
const program = compose(breathing.breathe);
const { pictures } = program;
const studio = breathing.attended(program.studio);
const steps = paceSteps((event) => serving.studioEvent(event));
const serving = serve(
  parent,
  {
    studio: {
      ...studio,
      // What the snapshot holds has to be told before it: the events behind it go on where it ends.
      snapshot: async () => {
        const snapshot = await studio.snapshot();
        steps.flush();
        return snapshot;
      },
    },
    pictures,
  },
  logBug,
);
program.subscribe(steps.tell);

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(exit.fine), gracePeriod);
  await stopJobs(program);
  await program.close();
  if (!process.connected || !process.send) process.exit(exit.fine);
  // Behind all that was told of the jobs: once it is written, so is that.
  process.send({ type: 'ended' }, undefined, undefined, () => process.exit(exit.fine));
}
process.on('disconnect', () => void end());
process.on('SIGTERM', () => void end());
// Ctrl-C in a terminal reaches every process there; the parent decides what comes of it.
process.on('SIGINT', () => undefined);

parent.send({ type: 'ready', milliseconds: performance.now() });
