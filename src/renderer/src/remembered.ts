/** Which project was open: this tab's own for a reload, the last one of all for the next start. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'pawlab.project';

/** The first that has something; what a browser doesn't allow isn't there. */
export function rememberedProject(memories: readonly Memory[]): string | null {
  for (const memory of memories) {
    const folder = attempt(() => memory.getItem(key));
    if (folder !== null && folder !== '') return folder;
  }
  return null;
}

export function rememberProject(folder: string | null, memories: readonly Memory[]): void {
  for (const memory of memories) {
    attempt(() => {
      if (folder === null) memory.removeItem(key);
      else memory.setItem(key, folder);
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
