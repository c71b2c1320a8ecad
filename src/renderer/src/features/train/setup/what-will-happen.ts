/** What a run would do, in four sentences with the figures of this computer. */
import type { RunPreview } from '../../../../../contract/run-view.ts';
import type { Settings } from '../../../../../contract/settings.ts';
import { count } from '../../../words/numbers.ts';
import { estimate } from '../../../words/time.ts';

/** Of all epochs, measured; null: not yet. */
export function wholeTime(preview: RunPreview | null, settings: Settings): number | null {
  const seconds = preview?.secondsPerEpoch ?? null;
  return seconds === null ? null : seconds * settings.epochs;
}

const taking = (seconds: number | null): string => (seconds === null ? '' : `: ${estimate(seconds)}`);

function reading({ pictureSize }: Settings): string {
  return `The pictures are read once and made ${pictureSize}×${pictureSize} pixels. What was read before is kept.`;
}

function training(preview: RunPreview | null, settings: Settings): string {
  const { epochs, batchSize } = settings;
  const pictures = preview?.trainingPictures ?? null;
  const all = pictures === null ? 'all pictures' : `all ${count(pictures)} pictures`;
  const times = epochs === 1 ? 'once' : `${count(epochs)} times`;
  const steps = preview?.steps ?? null;
  const inSteps =
    steps === null ? `, ${count(batchSize)} at a time` : `, in ${count(steps)} steps of ${count(batchSize)}`;
  return `The model sees ${all} ${times}${inSteps}${taking(wholeTime(preview, settings))}.`;
}

function testing(preview: RunPreview | null): string {
  const pictures = preview?.testPictures ?? null;
  if (pictures === 0)
    return 'After each epoch it is saved. There are no test pictures, so nobody knows how it does on new ones.';
  return `After each epoch it is tried on the ${pictures === null ? '' : `${count(pictures)} `}test pictures and saved.`;
}

export const whatWillHappen = (preview: RunPreview | null, settings: Settings): readonly string[] => [
  reading(settings),
  training(preview, settings),
  testing(preview),
  'The best epoch is kept. You can pause, stop or quit at any time and go on later.',
];

/** 64 × 64 × 3 */
export const shapeWords = (shape: readonly number[]): string => shape.map((size) => count(size)).join(' × ');
