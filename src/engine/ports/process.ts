/** What a host lends to work that takes long. */

/** What the engine reads of an AbortSignal; every host's own fits. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

/** Lets waiting events of the host (signals, messages) in between two steps. */
export type Breathe = () => Promise<void>;
