/** What was used last, up to a size. */
export interface Recent<Value> {
  /** null: never added, or pushed out. */
  get(key: string): Value | null;
  add(key: string, value: Value, size: number): void;
}

/** `most`: the sizes of all that is kept, together. What is larger by itself isn't kept. */
export function createRecent<Value>(most: number): Recent<Value> {
  const kept = new Map<string, { readonly value: Value; readonly size: number }>();
  let total = 0;
  const remove = (key: string): void => {
    total -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const found = kept.get(key);
      if (found === undefined) return null;
      // A map keeps the order of insertion: the oldest comes first.
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    add(key, value, size) {
      remove(key);
      if (size > most) return;
      kept.set(key, { value, size });
      total += size;
      for (const oldest of kept.keys()) {
        if (total <= most) return;
        remove(oldest);
      }
    },
  };
}
