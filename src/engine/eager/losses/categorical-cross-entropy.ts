import type { Loss } from './loss.ts';

/** One logit per class and picture; the label is the index of the true class. */
export const categoricalCrossEntropy: Loss = {
  activation: 'softmax',
  outputs: (classes) => classes,
  score(logits, labels) {
    const outputs = logits.length / labels.length;
    const gradient = this.activate(logits, outputs);
    let lossSum = 0;
    let correct = 0;
    for (let sample = 0; sample < labels.length; sample++) {
      const row = logits.subarray(sample * outputs, (sample + 1) * outputs);
      const label = labels[sample] ?? 0;
      const max = Math.max(...row);
      lossSum += max - (row[label] ?? 0) + Math.log(sumOfExponentials(row, max));
      if (row.indexOf(max) === label) correct++;
      gradient[sample * outputs + label] = (gradient[sample * outputs + label] ?? 0) - 1;
    }
    return { lossSum, correct, gradient: gradient.map((value) => value / labels.length) };
  },
  activate(logits, outputs) {
    const rows = new Float32Array(logits.length);
    for (let start = 0; start < logits.length; start += outputs) {
      const row = logits.subarray(start, start + outputs);
      const max = Math.max(...row);
      const sum = sumOfExponentials(row, max);
      rows.set(
        row.map((z) => Math.exp(z - max) / sum),
        start,
      );
    }
    return rows;
  },
};

/** The largest logit is taken off first, so that nothing overflows. */
function sumOfExponentials(row: Float32Array, max: number): number {
  let sum = 0;
  for (const z of row) sum += Math.exp(z - max);
  return sum;
}
