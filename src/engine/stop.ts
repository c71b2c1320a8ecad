import type { StopSignal } from './ports.ts';

/** Thrown where work ends because it was asked to: not a failure. */
export class Stopped extends Error {
  constructor() {
    super('stopped on request');
    this.name = 'Stopped';
  }
}

/** A signal and the hand that raises it. (The engine knows no host, hence no AbortController.) */
export class StopSource {
  readonly #reason = new Stopped();
  #stopped = false;

  stop(): void {
    this.#stopped = true;
  }

  get signal(): StopSignal {
    const stopped = (): boolean => this.#stopped;
    const reason = this.#reason;
    return {
      get aborted() {
        return stopped();
      },
      reason,
      throwIfAborted() {
        if (stopped()) throw reason;
      },
    };
  }
}
