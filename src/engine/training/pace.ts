/** Steps before a time left is named: the first ones are slower and would promise too much time. */
const stepsToMeasure = 20;

/** Measures how fast a run goes and says how long it will take. Times are milliseconds of the host's clock. */
export interface Pace {
  step(samples: number): void;
  evaluationStarts(): void;
  epochEnds(): void;
  picturesPerSecond(): number;
  /** Seconds until the last epoch is measured; null until the speed is known. */
  secondsLeft(stepsLeft: number, evaluationsLeft: number): number | null;
}

export function startPace(clock: () => number): Pace {
  let last = clock();
  let evaluationStart = last;
  let steps = 0;
  let samples = 0;
  let training = 0;
  let evaluations = 0;
  let evaluating = 0;
  return {
    step(batch) {
      const now = clock();
      training += now - last;
      last = now;
      steps += 1;
      samples += batch;
    },
    evaluationStarts() {
      evaluationStart = clock();
    },
    epochEnds() {
      last = clock();
      evaluating += last - evaluationStart;
      evaluations += 1;
    },
    picturesPerSecond: () => (training > 0 ? (samples / training) * 1000 : 0),
    secondsLeft(stepsLeft, evaluationsLeft) {
      if (steps < stepsToMeasure && evaluations === 0) return null;
      const perEvaluation = evaluations > 0 ? evaluating / evaluations : 0;
      return (stepsLeft * (training / Math.max(1, steps)) + evaluationsLeft * perEvaluation) / 1000;
    },
  };
}
