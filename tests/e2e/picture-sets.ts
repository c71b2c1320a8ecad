/** The pictures that specs are about: the tutorial's own where they lie beside the project, drawn ones elsewhere. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drawSmallSample } from '../support/sample.ts';
import type { DataFolders } from './data-folders.ts';

export interface PictureSet {
  readonly training: string;
  readonly test: string;
  /** A picture that no network has seen. */
  readonly unseen: string;
}

/** Small, drawn, quick: two classes, `training` and `test` pictures of each. */
export async function drawnSet(
  { root }: DataFolders,
  training = 60,
  test = 20,
  name = 'pictures',
): Promise<PictureSet> {
  const folder = join(root, name);
  const drawn = await drawSmallSample(folder, { training, test });
  return { training: drawn.training, test: drawn.test, unseen: join(drawn.unseen, 'picture-1.jpg') };
}

const tutorial = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'cats-dogs');

export const hasTutorialSet = existsSync(tutorial);

/** The tutorial's: 8,000 and 2,000 photos of cats and dogs. */
export const tutorialSet: PictureSet = {
  training: join(tutorial, 'training_data'),
  test: join(tutorial, 'test_data'),
  unseen: join(tutorial, 'predictions', 'cat_or_dog_1.jpg'),
};
