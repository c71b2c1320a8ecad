/** Sends the newest of many changes, once there is a pause between them. */
export interface Saver<Value> {
  save(value: Value): void;
  /** Sends what waits at once; resolves when it is kept. */
  flush(): Promise<void>;
  /** Whether something waits or is on its way. */
  readonly pending: boolean;
}

type Later = (milliseconds: number, work: () => void) => () => void;

const later: Later = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/** `send` handles its own errors. */
export function saver<Value>(send: (value: Value) => Promise<void>, pause = 400, after: Later = later): Saver<Value> {
  let waiting: { readonly value: Value } | null = null;
  let callOff: (() => void) | null = null;
  let sending = 0;
  let last = Promise.resolve();
  const flush = (): Promise<void> => {
    callOff?.();
    callOff = null;
    if (waiting === null) return last;
    const { value } = waiting;
    waiting = null;
    sending += 1;
    // One after the other: what was changed last is kept last.
    last = last.then(() => send(value)).finally(() => (sending -= 1));
    return last;
  };
  return {
    save(value) {
      waiting = { value };
      callOff?.();
      callOff = after(pause, () => void flush());
    },
    flush,
    get pending() {
      return waiting !== null || sending > 0;
    },
  };
}
