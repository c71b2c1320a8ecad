/** What people read when the engine's process ends by itself. */
import { PawlabError } from '../contract/errors.ts';
import type { EngineState } from '../contract/host.ts';
import type { Ending } from './engine-child.ts';

const name = 'The part of Pawlab that trains';
const saved = 'What was saved is still there: a training can go on after its last whole epoch.';

/** null: there is no such process, and it isn't being started. */
export const engineStopped = (ending: Ending | null): PawlabError =>
  new PawlabError(
    'engine-stopped',
    ending === null ? `${name} doesn't run.` : `${name} stopped unexpectedly (${ending.how}).`,
    saved,
  );

export const restarting = ({ how }: Ending): EngineState => ({
  state: 'restarting',
  message: `${name} stopped unexpectedly (${how}) and is being started again. ${saved}`,
});

export const failing = ({ how }: Ending, times: number): EngineState => ({
  state: 'failed',
  message: `${name} stopped ${times} times within a minute (${how}). ${saved} The log holds the details.`,
});
