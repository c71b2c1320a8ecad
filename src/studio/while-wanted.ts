import type { StopSignal } from '../engine/ports.ts';
import { Stopped } from '../engine/stop.ts';

/** A signal that also ends work that nobody wants any more. */
export function whileWanted(signal: StopSignal, wanted: () => boolean): StopSignal {
  const unwanted = new Stopped();
  return {
    get aborted() {
      return signal.aborted || !wanted();
    },
    get reason() {
      return signal.aborted ? signal.reason : unwanted;
    },
    throwIfAborted() {
      signal.throwIfAborted();
      if (!wanted()) throw unwanted;
    },
  };
}
