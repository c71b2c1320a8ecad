/** What the list of recent projects says. */
import type { ProjectSummary } from '../../../../contract/projects.ts';
import { count, percent } from '../../words/numbers.ts';

const plural = (number: number, one: string, many: string): string => `${count(number)} ${number === 1 ? one : many}`;

/** "8,000 pictures in 2 classes"; the folder where nobody has counted yet. */
export function holdsWords({ pictures, classes, training }: ProjectSummary): string {
  if (pictures === null) return training;
  const inClasses = classes === null ? '' : ` in ${plural(classes, 'class', 'classes')}`;
  return `${plural(pictures, 'picture', 'pictures')}${inClasses}`;
}

/** A training that can go on comes before the result of an older one. */
export function resultWords({ lastAccuracy, savedEpoch }: ProjectSummary): string {
  if (savedEpoch !== null && savedEpoch > 0) return `Epoch ${count(savedEpoch)} saved`;
  return lastAccuracy === null ? 'Not trained yet' : `${percent(lastAccuracy, 1)} right`;
}
