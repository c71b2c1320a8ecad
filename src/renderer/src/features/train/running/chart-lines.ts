/** The two charts of a training: lines, the values beside their names, and the sentence for who doesn't see them. */
import type { CurvePoint } from '../../../../../contract/training-view.ts';
import type { ChartBest, ChartPoint, ChartSeries } from '../../../ui/chart-points.ts';
import { count } from '../../../words/numbers.ts';
import { bestOf, partOf, type Shown } from '../shown.ts';
import { accuracyWords, lossWords } from './epoch-rows.ts';

export type Measure = 'loss' | 'accuracy';

const testOf = { loss: 'testLoss', accuracy: 'testAccuracy' } as const;
export const measureWords: Readonly<Record<Measure, (value: number | null) => string>> = {
  loss: lossWords,
  accuracy: accuracyWords,
};

/** A value after each whole epoch, then the mean of the epoch that runs, at the place it has come to. */
function trainingPoints(shown: Shown, measure: Measure): readonly ChartPoint[] {
  const points = shown.epochs.map((event) => ({ x: event.epoch, y: event[measure] }));
  const { step } = shown;
  if (step === null) return points;
  return [...points, { x: step.epoch - 1 + partOf(shown), y: step[measure] }];
}

function testPoints({ epochs }: Shown, measure: Measure): readonly ChartPoint[] {
  return epochs.flatMap((event) => {
    const y = event[testOf[measure]];
    return y === null ? [] : [{ x: event.epoch, y }];
  });
}

export function seriesOf(shown: Shown, measure: Measure): readonly ChartSeries[] {
  const training: ChartSeries = { name: 'Training', kind: 'train', points: trainingPoints(shown, measure) };
  const test = testPoints(shown, measure);
  if (test.length === 0 && shown.testPictures === 0) return [training];
  return [training, { name: 'Test', kind: 'test', points: test, dots: true }];
}

/** The mean over less of an epoch is mostly chance. */
const leastPart = 0.05;

const meansSomething = ({ epoch }: CurvePoint): boolean => epoch - Math.ceil(epoch) + 1 >= leastPart;

/** The means within each epoch, with a gap where the next one begins anew. */
export function behindOf(curve: readonly CurvePoint[], measure: Measure): readonly ChartPoint[] {
  const points = curve.filter(meansSomething);
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const at = { x: point.epoch, y: point[measure] };
    const anew = before !== undefined && Math.ceil(before.epoch) !== Math.ceil(point.epoch);
    return anew ? [{ x: point.epoch, y: NaN }, at] : [at];
  });
}

export function bestMark(shown: Shown): ChartBest | null {
  const best = bestOf(shown);
  return best === null ? null : { x: best.epoch, label: `Best: epoch ${count(best.epoch)}` };
}

/** Beside a line's name; null where it has none yet. */
export function newestValue({ points }: ChartSeries, measure: Measure): string | null {
  const last = points.at(-1);
  return last === undefined ? null : measureWords[measure](last.y);
}

const names: Readonly<Record<Measure, string>> = { loss: 'loss', accuracy: 'accuracy' };

/** Test accuracy rises from 64.2 % to 73.3 %, best at epoch 5. */
export function chartSentence(shown: Shown, measure: Measure): string {
  const series = seriesOf(shown, measure);
  const line = series.findLast(({ points }) => points.length > 0);
  const [first] = line?.points ?? [];
  const last = line?.points.at(-1);
  const name = `${line?.name ?? 'Training'} ${names[measure]}`;
  if (first === undefined || last === undefined) return `${name}: nothing measured yet`;
  const say = measureWords[measure];
  const best = bestOf(shown);
  const flag = best === null ? '' : `, best at epoch ${count(best.epoch)}`;
  if (first === last) return `${name} is ${say(last.y)}${flag}`;
  if (say(first.y) === say(last.y)) return `${name} stays at ${say(last.y)}${flag}`;
  return `${name} ${last.y > first.y ? 'rises' : 'falls'} from ${say(first.y)} to ${say(last.y)}${flag}`;
}
