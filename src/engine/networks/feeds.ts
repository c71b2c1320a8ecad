import type { NetworkDescription } from '../models/description.ts';
import { elements, inputShape } from '../models/shapes.ts';
import type { Batch } from '../ports.ts';

/**
 * How many pictures there are. Throws RangeError (a caller's bug) where there are none or their pixels don't fit, TypeError
 * where they aren't bytes: TensorFlow would read other types' memory as bytes.
 */
export function countPictures(description: NetworkDescription, pictures: Uint8Array): number {
  if (!(pictures instanceof Uint8Array)) throw new TypeError('Pictures must be bytes.');
  const size = elements(inputShape(description));
  const count = pictures.length / size;
  if (Number.isInteger(count) && count >= 1) return count;
  throw new RangeError(`${pictures.length} values are no whole number of pictures of ${size} values.`);
}

/** As countPictures, and each picture must have a label, a class index. */
export function checkBatch(description: NetworkDescription, { pictures, labels }: Batch): number {
  if (!(labels instanceof Uint16Array)) throw new TypeError('Labels must be 16-bit class indices.');
  const count = countPictures(description, pictures);
  if (labels.length !== count) throw new RangeError(`${labels.length} labels for ${count} pictures.`);
  const wrong = labels.find((label) => label >= description.classes);
  if (wrong !== undefined) throw new RangeError(`Label ${wrong}, but there are ${description.classes} classes.`);
  return count;
}

/** Throws RangeError (a caller's bug) where it is negative or no 32-bit float. */
export function checkLearningRate(learningRate: number): void {
  if (learningRate >= 0 && Number.isFinite(Math.fround(learningRate))) return;
  throw new RangeError(`The learning rate is ${learningRate}.`);
}
