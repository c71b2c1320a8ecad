/** How many samples each class has; `labels` are class indices below `classes`. */
export function countClasses(labels: Iterable<number>, classes: number): readonly number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

/**
 * n / (classes * count), scikit-learn's `balanced` (King and Zeng 2001): all classes weigh the same in sum, and a sample 1
 * on average. 1 for a class without samples.
 */
export function balancedWeights(counts: readonly number[]): readonly number[] {
  const samples = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (count === 0 ? 1 : samples / (counts.length * count)));
}
