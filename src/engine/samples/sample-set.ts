/** The set of drawn pictures that the demo trains on and the tests use: cats and dogs, with a test set and some unseen ones. */
import type { SamplePicture } from '../ports.ts';
import { random, shuffle } from '../random.ts';
import { sampleClasses, type SampleClass } from './animals.ts';
import type { Split } from './plan.ts';
import { drawPicture } from './scene.ts';

export interface SampleSetSize {
  /** Pictures per class. */
  readonly training: number;
  readonly test: number;
  /** Pictures in all, with names that don't tell the class. */
  readonly unseen: number;
}

export const defaultSampleSetSize: SampleSetSize = { training: 400, test: 100, unseen: 6 };

/** Raised whenever a change makes other pictures of the same seed. */
export const sampleSetVersion = 1;

export const trainingFolder = 'training_set';
export const testFolder = 'test_set';
export const unseenFolder = 'unseen';

export interface UnseenPicture {
  /** Relative to the set's folder, with `/`. */
  readonly file: string;
  /** What was drawn. */
  readonly class: SampleClass;
}

function picture(seed: number, split: Split, name: SampleClass, number: number, file: string): SamplePicture {
  return {
    file,
    mark: `version ${sampleSetVersion}, seed ${seed}, ${split} ${name} ${number}`,
    draw: () => {
      const { svg, plan } = drawPicture(seed, split, name, number);
      const { width, height, blur, noise, quality } = plan;
      const grain = random(seed, 'samples', split, name, number, 'noise');
      return { svg, width, height, blur, quality, noise: () => noise * grain.normal() };
    },
  };
}

function splitPictures(seed: number, split: Split, folder: string, perClass: number, from: number): SamplePicture[] {
  const numbers = Array.from({ length: perClass }, (_, index) => index + 1);
  return numbers.flatMap((number) =>
    sampleClasses.map((name) => {
      const file = `${folder}/${name}/${name.slice(0, -1)}.${from + number - 1}.jpg`;
      return picture(seed, split, name, number, file);
    }),
  );
}

/** The unseen pictures and what is on them: as many cats as dogs (one cat more where odd), in an order of the seed's. */
export function unseenPictures(seed: number, count: number): UnseenPicture[] {
  const classes = Array.from({ length: count }, (_, index) => sampleClasses[index % 2 === 0 ? 0 : 1]);
  return shuffle(classes, random(seed, 'samples', 'unseen', 'order')).map((name, index) => ({
    file: `${unseenFolder}/picture-${index + 1}.jpg`,
    class: name,
  }));
}

/**
 * Every picture of the set, nothing drawn yet. Picture k of a class depends on the seed, the split, the class and k alone,
 * whatever the size of the set. Numbers go on from the training to the test set, as in the tutorial's own set.
 */
export function sampleSet(seed: number, size: SampleSetSize = defaultSampleSetSize): SamplePicture[] {
  return [
    ...splitPictures(seed, 'training', trainingFolder, size.training, 1),
    ...splitPictures(seed, 'test', testFolder, size.test, size.training + 1),
    ...unseenPictures(seed, size.unseen).map((unseen, index) =>
      picture(seed, 'unseen', unseen.class, index + 1, unseen.file),
    ),
  ];
}

/** What the set's folder is called: another version has other pictures, and perhaps fewer. */
export const sampleSetName = `drawn-cats-and-dogs-${sampleSetVersion}`;
