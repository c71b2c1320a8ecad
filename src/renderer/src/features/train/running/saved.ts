/** What is saved of a training, and what stopping it would mean: nothing is lost without being said. */
import { count } from '../../../words/numbers.ts';
import { epochNow } from './headline.ts';
import { isActive, isElsewhere, partOf, type Shown } from '../shown.ts';

const halves: readonly (readonly [below: number, words: string])[] = [
  [0.02, 'has just begun'],
  [0.35, 'is partly done'],
  [0.65, 'is half done'],
  [0.98, 'is mostly done'],
];

const partWords = (part: number): string => halves.find(([below]) => part < below)?.[1] ?? 'is nearly done';

export interface Question {
  readonly title: string;
  readonly text: string;
}

/** What the dialog asks before it stops. */
export function stopQuestion(shown: Shown): Question {
  const whole = shown.epochs.at(-1)?.epoch ?? 0;
  const part = partOf(shown);
  const goOn = 'and you can go on from there later.';
  if (shown.run === null) {
    return {
      title: 'Stop before the first epoch?',
      text: 'Training has not begun. The pictures that were read stay read.',
    };
  }
  if (whole === 0) {
    const text = `No epoch is finished yet. What epoch 1 has learned so far is saved, ${goOn}`;
    return { title: 'Stop in epoch 1?', text };
  }
  const running = part === 0 ? '' : `Epoch ${count(epochNow(shown))} ${partWords(part)}. `;
  const also = partWords(part) === 'is half done' ? 'the half epoch' : 'that part of it';
  const saved = part === 0 ? 'Everything is saved' : `Everything is saved, also ${also}`;
  return { title: `Stop after epoch ${count(whole)}?`, text: `${running}${saved}, ${goOn}` };
}

/** "Epochs 1 to 6 are saved." Nothing before the first. */
export function savedWords({ epochs }: Pick<Shown, 'epochs'>): string {
  const whole = epochs.at(-1)?.epoch ?? 0;
  if (whole === 0) return 'No epoch was finished.';
  return whole === 1 ? 'Epoch 1 is saved.' : `Epochs 1 to ${count(whole)} are saved.`;
}

export interface StateNote extends Question {
  readonly kind: 'info' | 'warn' | 'good';
}

function finished({ testPictures, trainingPictures, total }: Shown): StateNote {
  const set = testPictures === 0 ? 'training' : 'test';
  const pictures = set === 'test' ? testPictures : trainingPictures;
  const measured = pictures === null ? '' : ` Measured on ${count(pictures)} ${set} pictures after each of them.`;
  const epochs = `All ${count(total)} epochs are done and the best one is kept.`;
  return {
    kind: 'good',
    title: 'Training is finished.',
    text: `${total === 1 ? 'Its one epoch is done.' : epochs}${measured}`,
  };
}

/** What stands above the charts once a training rests; null while it goes on here, and where a failure says more. */
export function stateNote(shown: Shown): StateNote | null {
  if (isElsewhere(shown)) {
    const text = 'What is shown is what it had saved when this page looked.';
    return { kind: 'info', title: 'Another program is training this run.', text };
  }
  if (isActive(shown)) return null;
  const whole = shown.epochs.at(-1)?.epoch ?? 0;
  const where = whole === 0 ? 'in epoch 1' : `after epoch ${count(whole)}`;
  switch (shown.phase) {
    case 'paused':
      return { kind: 'info', title: `Paused ${where}.`, text: 'You can close Pawlab; training goes on from here.' };
    case 'stopped':
      return { kind: 'info', title: `Stopped ${where}.`, text: 'Everything is saved, and you can go on from here.' };
    case 'cutOff': {
      const title = `Training was cut off in epoch ${count(epochNow(shown))}.`;
      const saved =
        whole === 0 ? 'It begins anew, with the same settings.' : `${savedWords(shown)} It goes on from there.`;
      return { kind: 'warn', title, text: saved };
    }
    case 'finished':
      return finished(shown);
    default:
      return null;
  }
}
