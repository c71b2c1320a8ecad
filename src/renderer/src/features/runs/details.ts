/** Facts of a run in words, for its details. */
import type { RunDetails, RunView } from '../../../../contract/run-view.ts';
import { count, decimal, size } from '../../words/numbers.ts';
import { duration } from '../../words/time.ts';
import { runMoment } from '../../words/runs.ts';
import { accuracyWords, deviceWords, stateOf } from './run-words.ts';

type Fact = readonly [label: string, value: string];

/** 8,000 in 2 classes */
function trainedOn({ trainingPictures }: RunView, details: RunDetails | null): string {
  return details === null ? count(trainingPictures) : `${count(trainingPictures)} in ${details.classes.length} classes`;
}

/** When, how it ended, on what, and what came of it. `details` null: not read yet, what only they know is left out. */
export function factsOf(run: RunView, details: RunDetails | null): readonly Fact[] {
  const { best } = run;
  return [
    ['Started', runMoment(run)],
    ['State', stateOf(run) ?? `finished, ${run.epochs} of ${run.settings.epochs} epochs`],
    ['Time', duration(run.seconds)],
    ['Device', deviceWords(run)],
    ['Weights', count(run.parameters)],
    ['Training pictures', trainedOn(run, details)],
    ['Test pictures', run.testPictures === 0 ? 'none' : count(run.testPictures)],
    ...(best === null
      ? []
      : [
          ['Best accuracy', `${accuracyWords(best.accuracy)}, epoch ${best.accuracyEpoch}`] as const,
          ['Lowest loss', `${lossWords(best.loss)}, epoch ${best.lossEpoch}`] as const,
        ]),
    ...(details === null ? [] : [['On disk', size(details.bytes)] as const]),
  ];
}

export const lossWords = (loss: number | null): string => (loss === null ? '–' : decimal(loss, 3));

export function foldersOf({ folder, training, test }: RunDetails): readonly Fact[] {
  const tested: Readonly<Record<typeof test.kind, () => string>> = {
    folder: () => (test.kind === 'folder' ? test.folder : ''),
    holdBack: () =>
      `${test.kind === 'holdBack' ? Math.round(test.share * 100) : 0}\u00a0% of the training pictures, held back`,
    none: () => 'nothing',
  };
  return [
    ['Trained on', training],
    ['Tested on', tested[test.kind]()],
    ['Kept in', folder],
  ];
}
