/** One Ctrl-C can arrive up to three times: from the terminal, from npm and from the launcher, all within moments. */
const oneInterrupt = 500;

/** Tells the first interrupt, its copies, and a person's second one apart. `clock` in milliseconds. */
export function interrupts(clock: () => number): () => 'first' | 'copy' | 'again' {
  let first: number | null = null;
  return () => {
    const now = clock();
    if (first === null) {
      first = now;
      return 'first';
    }
    return now - first < oneInterrupt ? 'copy' : 'again';
  };
}
