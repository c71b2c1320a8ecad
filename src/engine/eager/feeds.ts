import type { NetworkDescription } from '../models/description.ts';
import { elements, inputShape } from '../models/shapes.ts';
import type { Batch } from '../ports.ts';

/** How many pictures there are. Throws RangeError (a caller's bug) where there are none or their pixels don't fit. */
export function countPictures(description: NetworkDescription, pictures: Uint8Array): number {
  const size = elements(inputShape(description));
  const count = pictures.length / size;
  if (Number.isInteger(count) && count >= 1) return count;
  throw new RangeError(`${pictures.length} values are no whole number of pictures of ${size} values.`);
}

/** As countPictures, and each picture must have a label, a class index. */
export function checkBatch(description: NetworkDescription, { pictures, labels }: Batch): number {
  const count = countPictures(description, pictures);
  if (labels.length !== count) throw new RangeError(`${labels.length} labels for ${count} pictures.`);
  const wrong = labels.find((label) => label >= description.classes);
  if (wrong !== undefined) throw new RangeError(`Label ${wrong}, but there are ${description.classes} classes.`);
  return count;
}
