/** One at a time: calls that come while it runs make it run once more. What it throws is lost; the next call tries again. */
export function onceMore(action: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  async function run(): Promise<void> {
    running = true;
    do {
      again = false;
      await action().catch(() => null);
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Set by calls in the meantime.
    } while (again);
    running = false;
  }
  return () => {
    if (running) again = true;
    else void run();
  };
}
