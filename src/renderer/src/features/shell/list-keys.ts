/** Where the focus goes in a list of one column; null: not a key of it. `index` -1: nothing is focused. */
export function focusAfterKey(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return Math.min(count - 1, index + 10);
    case 'PageUp':
      return Math.max(0, index - 10);
    default:
      return null;
  }
}

/** The next entry whose name begins with what was typed, after the focused one and around; null: none. */
export function focusAfterTyping(typed: string, index: number, names: readonly string[]): number | null {
  const count = names.length;
  for (let step = 1; step <= count; step += 1) {
    const at = (Math.max(0, index) + step) % count;
    if (names[at]?.toLowerCase().startsWith(typed.toLowerCase()) === true) return at;
  }
  return null;
}
