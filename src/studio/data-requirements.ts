/** What must be true of pictures before a network can be trained on them. */
import type { TestSource } from '../contract/api.ts';
import { counted } from '../contract/counted.ts';
import { PawlabError } from '../contract/errors.ts';
import type { Dataset } from '../engine/datasets/scan.ts';
import { fewestPictures } from '../engine/datasets/split.ts';
import { countClasses } from '../engine/models/class-weights.ts';
import type { Samples } from '../engine/training/samples.ts';

/** Throws `classes-differ` where the test set has a class that training hasn't. */
export function requireKnownClasses(test: Dataset, training: Dataset): void {
  const known = training.classes.map(({ name }) => name);
  const unknown = test.classes.find(({ name }) => !known.includes(name));
  if (unknown === undefined) return;
  throw new PawlabError(
    'classes-differ',
    `The test folder ${test.folder} has a class ${unknown.name} that the training folder doesn't have (${known.join(', ')}).`,
    'Name the class folders alike in both, or choose another test folder.',
  );
}

/** Throws `too-few-pictures`, naming the class with the count it has and the count it needs. */
export function requireEnough(dataset: Dataset, samples: Samples): void {
  const counts = countClasses(samples.labels, dataset.classes.length);
  dataset.classes.forEach(({ name }, label) => {
    const count = counts[label] ?? 0;
    if (count >= fewestPictures) return;
    throw new PawlabError(
      'too-few-pictures',
      `The class ${name} has ${counted(count, 'readable picture')}; it needs at least ${fewestPictures}.`,
      `Add pictures to ${name}, or move its folder away.`,
    );
  });
}

/** Throws `no-pictures`. */
export function requireSome(test: Samples, source: TestSource): void {
  if (test.labels.length > 0) return;
  const [message, remedy] =
    source.kind === 'folder'
      ? [
          `The test folder ${source.folder} has no readable picture.`,
          'Choose another test folder, or hold back a share of the training pictures.',
        ]
      : [
          'No training picture can be held back for testing: copies of one picture stay together.',
          'Choose a test folder, or add pictures.',
        ];
  throw new PawlabError('no-pictures', message, remedy);
}
