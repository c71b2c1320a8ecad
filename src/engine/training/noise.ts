import type { NetworkDescription } from '../models/description.ts';
import { elements, inputShape } from '../models/shapes.ts';
import type { Batch } from '../ports.ts';
import { random } from '../random.ts';

/** Pictures of noise, the same each time, of all classes as far as there are samples for them. */
export function noise(description: NetworkDescription, samples: number): Batch {
  const source = random(0, 'noise');
  const pictures = new Uint8Array(samples * elements(inputShape(description))).map(() => source.below(256));
  return { pictures, labels: new Uint16Array(samples).map((_, at) => at % description.classes) };
}
