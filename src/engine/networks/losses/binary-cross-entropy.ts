import type { Loss } from './loss.ts';

/** One logit z per picture, label y in {0, 1}, pulled towards 1/2 by label smoothing as in Keras. */
export const binaryCrossEntropy: Loss = {
  activation: 'sigmoid',
  outputs: () => 1,
  targets: ({ labels, labelSmoothing }) =>
    Float32Array.from(labels, (label) => label * (1 - labelSmoothing) + labelSmoothing / 2),
  score(logits, truth) {
    const { labels, weights } = truth;
    const targets = this.targets(truth, 1);
    const gradient = new Float32Array(logits.length);
    let lossSum = 0;
    let correct = 0;
    for (const [at, z] of logits.entries()) {
      const y = targets[at] ?? 0;
      const weight = weights?.[at] ?? 1;
      // -y*log(s(z)) - (1-y)*log(1-s(z)) without overflow, as TensorFlow's sigmoid_cross_entropy_with_logits.
      lossSum += weight * (Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z))));
      gradient[at] = (weight * (sigmoid(z) - y)) / logits.length;
      if (Math.fround(sigmoid(z)) >= 0.5 === (labels[at] === 1)) correct++;
    }
    return { lossSum, correct, gradient };
  },
  activate: (logits) => logits.map(sigmoid),
};

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
