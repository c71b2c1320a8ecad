/**
 * Words for the person who waits, on stderr: stdout belongs to the program's own output. On a terminal progress
 * is one line that is replaced; elsewhere (a CI log) it is a line per milestone.
 */
export function createLog(stream = process.stderr) {
  let open = false;
  let lastMilestone;
  const endProgress = () => {
    if (open) stream.write('\r\x1b[2K');
    open = false;
    lastMilestone = undefined;
  };
  return {
    line(text) {
      endProgress();
      stream.write(`${text}\n`);
    },
    /** `milestone`: any value; a new one is worth a line where lines can't be replaced. */
    progress(text, milestone) {
      if (stream.isTTY) {
        stream.write(`\r\x1b[2K${text.slice(0, (stream.columns || 80) - 1)}`);
        open = true;
      } else if (milestone !== lastMilestone) {
        stream.write(`${text}\n`);
      }
      lastMilestone = milestone;
    },
    endProgress,
  };
}
