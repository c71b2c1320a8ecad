import type { StopSignal } from './ports.ts';

/** Thrown where work ends because it was asked to: not a failure. */
export class Stopped extends Error {
  constructor() {
    super('stopped on request');
    this.name = 'Stopped';
  }
}

/** A signal and the hand that raises it. (The engine knows no host, hence no AbortController.) */
export class StopSource implements StopSignal {
  readonly reason = new Stopped();
  aborted = false;

  stop(): void {
    this.aborted = true;
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }
}
