/** What a network says of one picture. Scores are shares from 0 to 1, one per class, in the order of the classes. */
export interface Answer {
  /** Index of the class. */
  readonly class: number;
  /** The score of that class. */
  readonly confidence: number;
  readonly scores: readonly number[];
}

/**
 * Turns one picture's outputs into an answer. One sigmoid output s: scores 1 - s and s, class 1 from `threshold` on (the
 * tutorial's rule: result >= 0.5 is class 1). One softmax output per class: the largest, the first of equals; the
 * threshold plays no part.
 */
export function answerFrom(outputs: Float32Array, threshold: number): Answer {
  if (outputs.length === 1) {
    const score = outputs[0] ?? NaN;
    const scores = [1 - score, score];
    const answered = score >= threshold ? 1 : 0;
    return { class: answered, confidence: scores[answered] ?? NaN, scores };
  }
  const scores = [...outputs];
  const answered = scores.indexOf(Math.max(...scores));
  return { class: answered, confidence: scores[answered] ?? NaN, scores };
}
