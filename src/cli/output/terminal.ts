/** Where a command's words go: results to stdout, everything about the work to stderr. */
export interface Terminal {
  /** A result, on its own line. */
  line(text: string): void;
  /** What goes on right now: one line that is overwritten; without a terminal, a line every few seconds. */
  progress(text: string): void;
  /** Something to know that isn't a result. */
  note(text: string): void;
}

const redrawEvery = 100;
const repeatEvery = 10_000;

export function openTerminal(): Terminal {
  const { stdout: out, stderr: err } = process;
  let shown = false;
  let last = -Infinity;
  const clear = (): void => {
    if (shown) err.write('\r\u001b[K');
    shown = false;
  };
  const started = performance.now();
  return {
    line(text) {
      clear();
      out.write(`${text}\n`);
    },
    note(text) {
      clear();
      err.write(`${text}\n`);
    },
    progress(text) {
      const now = performance.now();
      if (now - last < (err.isTTY ? redrawEvery : repeatEvery)) return;
      // Without a terminal to overwrite, short work says nothing.
      if (!err.isTTY && last === -Infinity && now - started < repeatEvery) return;
      last = now;
      if (!err.isTTY) {
        err.write(`${text}\n`);
        return;
      }
      clear();
      // A terminal that doesn't know its width says 0.
      err.write(text.slice(0, (err.columns > 0 ? err.columns : 80) - 1));
      shown = true;
    },
  };
}
