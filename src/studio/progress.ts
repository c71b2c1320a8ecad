type Progress = (done: number, total: number) => void;

/** People read no more than ten figures a second. */
const atMostEvery = 100;

/** Lets progress through at most ten times a second, and the end always. `clock` tells milliseconds. */
export function limited(clock: () => number, send: Progress): Progress {
  let last = -Infinity;
  return (done, total) => {
    const now = clock();
    if (done < total && now - last < atMostEvery) return;
    last = now;
    send(done, total);
  };
}
