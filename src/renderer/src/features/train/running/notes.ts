/** What happened, in words. */
import type { EpochEvent } from '../../../../../contract/events.ts';
import type { TrainingNote } from '../../../../../contract/training-view.ts';
import { count, percent } from '../../../words/numbers.ts';
import { duration } from '../../../words/time.ts';
import { accuracyOf, type Shown } from '../shown.ts';

type ReportOf<K extends TrainingNote['report']['type']> = Extract<TrainingNote['report'], { readonly type: K }>;

function prepared({ split, pictures, decoded, seconds }: ReportOf<'prepared'>): string {
  const what = `${count(pictures)} ${split} pictures`;
  return decoded === 0 ? `${what} are ready, kept from before.` : `${what} read in ${duration(seconds)}.`;
}

function started({ device, executor, reason }: ReportOf<'started'>): string {
  const how = executor === 'eager' ? ', operation by operation' : '';
  return `Training starts on ${device}${how}${reason === null ? '' : `: ${reason}`}.`.replace(/\.\.$/, '.');
}

/** The best when this epoch had ended. */
const bestUntil = (epochs: readonly EpochEvent[], epoch: number): number | null =>
  epochs.findLast((event) => event.epoch <= epoch && event.bestAccuracy)?.epoch ?? null;

function epoch(event: EpochEvent, { epochs, testPictures, trainingPictures }: Shown): string {
  const saved = `Epoch ${count(event.epoch)} saved.`;
  const set = event.testAccuracy === null ? 'training' : 'test';
  const pictures = set === 'test' ? testPictures : trainingPictures;
  if (event.bestAccuracy) {
    return `${saved} Best so far: ${percent(accuracyOf(event), 1)}${pictures === null ? '' : ` on ${count(pictures)} ${set} pictures`}.`;
  }
  const best = bestUntil(epochs, event.epoch);
  return `${saved} The ${set} result did not improve${best === null ? '' : `, so epoch ${count(best)} stays the best`}.`;
}

function done({ epochs, seconds, stopped, paused }: ReportOf<'done'>): string {
  const after = epochs === 0 ? 'in epoch 1' : `after epoch ${count(epochs)}`;
  if (stopped) return `${paused ? 'Paused' : 'Stopped'} ${after}. Everything is saved.`;
  return `Finished in ${duration(seconds)}.`;
}

export function noteWords({ report }: TrainingNote, shown: Shown): string {
  switch (report.type) {
    case 'prepared':
      return prepared(report);
    case 'notice':
      return report.text;
    case 'started':
      return started(report);
    case 'epoch':
      return epoch(report, shown);
    case 'done':
      return done(report);
    case 'failed':
      return report.message;
  }
}
