/** Lets drawing happen at most ten times a second, and the newest state always. */
const atMostEvery = 100;

export interface Clock {
  now(): number;
  /** Calls back after so many milliseconds; returns how to call that off. */
  after(milliseconds: number, work: () => void): () => void;
}

export interface Paced<Picture> {
  /** Draws it now, or as soon as it may; one that comes before that takes its place. */
  request(picture: Picture): void;
  dispose(): void;
}

export const pageClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

export function paced<Picture>(draw: (picture: Picture) => void, clock: Clock = pageClock): Paced<Picture> {
  let last = -Infinity;
  let callOff: (() => void) | null = null;
  const drawNow = (picture: Picture): void => {
    callOff = null;
    last = clock.now();
    draw(picture);
  };
  return {
    request(picture) {
      callOff?.();
      const wait = last + atMostEvery - clock.now();
      if (wait <= 0) drawNow(picture);
      else callOff = clock.after(wait, () => drawNow(picture));
    },
    dispose() {
      callOff?.();
    },
  };
}
