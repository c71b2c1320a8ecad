import type { Loss } from './loss.ts';

/** One logit per class and picture; label smoothing gives each class its even share, as in Keras. */
export const categoricalCrossEntropy: Loss = {
  activation: 'softmax',
  outputs: (classes) => classes,
  targets({ labels, labelSmoothing }, outputs) {
    const targets = new Float32Array(labels.length * outputs).fill(labelSmoothing / outputs);
    for (let sample = 0; sample < labels.length; sample++) {
      const at = sample * outputs + (labels[sample] ?? 0);
      targets[at] = 1 - labelSmoothing + labelSmoothing / outputs;
    }
    return targets;
  },
  score(logits, truth) {
    const { labels, weights } = truth;
    const outputs = logits.length / labels.length;
    const targets = this.targets(truth, outputs);
    const gradient = this.activate(logits, outputs);
    let lossSum = 0;
    let correct = 0;
    for (let sample = 0; sample < labels.length; sample++) {
      const row = logits.subarray(sample * outputs, (sample + 1) * outputs);
      const weight = weights?.[sample] ?? 1;
      const max = Math.max(...row);
      const logSum = max + Math.log(sumOfExponentials(row, max));
      for (const [output, z] of row.entries()) {
        const at = sample * outputs + output;
        const target = targets[at] ?? 0;
        lossSum += weight * target * (logSum - z);
        gradient[at] = (weight * ((gradient[at] ?? 0) - target)) / labels.length;
      }
      if (row.indexOf(max) === labels[sample]) correct++;
    }
    return { lossSum, correct, gradient };
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
