import type { Unsubscribe } from '../contract/api.ts';

export interface Listeners<E> {
  readonly add: (listener: (event: E) => void) => Unsubscribe;
  /** A listener that throws is a bug of its own: it is thrown where nobody catches it, and the others are still told. */
  readonly tell: (event: E) => void;
}

export function createListeners<E>(): Listeners<E> {
  const listeners = new Set<(event: E) => void>();
  return {
    add: (listener) => {
      // One of its own, so that whoever adds a function twice removes one.
      const own = (event: E): void => listener(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    tell: (event) => {
      for (const listener of listeners) telling(listener, event);
    },
  };
}

function telling<E>(listener: (event: E) => void, event: E): void {
  try {
    listener(event);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
