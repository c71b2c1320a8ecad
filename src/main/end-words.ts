import type { TrainingView } from '../contract/training-view.ts';

/** Whoever waits for less stays at the window. Milliseconds. */
const short = 60_000;

/** `now`: milliseconds since 1970. */
export const isWorthTelling = ({ began }: TrainingView, now: number): boolean => now - began > short;

/** What a notification says of a training that has ended. */
export function endWords({ failure, done }: TrainingView): { readonly title: string; readonly body: string } {
  if (failure !== null) return { title: 'Training stopped', body: `${failure.message} ${failure.remedy}`.trim() };
  if (done === null) return { title: 'Training stopped', body: 'What was finished is saved.' };
  if (done.stopped) {
    return {
      title: `Training ${done.paused ? 'paused' : 'stopped'} after epoch ${done.epochs}`,
      body: 'It can go on from there.',
    };
  }
  return { title: 'Training is finished', body: resultOf(done) };
}

function resultOf({ bestTestAccuracy, bestEpoch, epochs }: NonNullable<TrainingView['done']>): string {
  if (bestTestAccuracy === null) return `${epochs} epochs are saved.`;
  // A no-break space before the sign, as everywhere in the window.
  return `${(bestTestAccuracy * 100).toFixed(1)}\u00a0% of the test pictures right, best epoch ${bestEpoch}.`;
}
