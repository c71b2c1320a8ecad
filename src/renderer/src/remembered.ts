/** Which project was open, and on which page: this tab's own for a reload, the last one of all for the next start. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keys = { project: 'pawlab.project', page: 'pawlab.page' } as const;
type What = keyof typeof keys;

/** The first that has something; what a browser doesn't allow isn't there. */
export function remembered(what: What, memories: readonly Memory[]): string | null {
  for (const memory of memories) {
    const value = attempt(() => memory.getItem(keys[what]));
    if (value !== null && value !== '') return value;
  }
  return null;
}

/** null: nothing any more. */
export function remember(what: What, value: string | null, memories: readonly Memory[]): void {
  for (const memory of memories) {
    attempt(() => {
      if (value === null) memory.removeItem(keys[what]);
      else memory.setItem(keys[what], value);
      return null;
    });
  }
}

function attempt<T>(action: () => T | null): T | null {
  try {
    return action();
  } catch {
    // No storage, or it is full: the next start begins with Welcome.
    return null;
  }
}
