/** Pictures that a person chose, dropped or pasted, as paths on the engine's machine. */
import { failureOf } from '../../words/failure.ts';
import { fileName, type Chosen } from './history.ts';

export interface Incoming {
  readonly pictures: readonly Chosen[];
  /** What couldn't be taken, as a sentence; null where all could. */
  readonly problem: string | null;
}

/** Brings a file to where the engine finds it: its path there. */
export type Upload = (file: File, name: string) => Promise<string>;

export interface Given {
  readonly file: File;
  /** What people read. */
  readonly name: string;
}

export const fromPaths = (paths: readonly string[]): readonly Chosen[] =>
  paths.map((path) => ({ path, name: fileName(path) }));

/** In the order given; those that can't be taken are left out, the last reason is said. */
export async function fromFiles(given: readonly Given[], upload: Upload): Promise<Incoming> {
  const pictures: Chosen[] = [];
  let problem: string | null = null;
  for (const { file, name } of given) {
    try {
      pictures.push({ path: await upload(file, name), name });
    } catch (error) {
      const { message, remedy } = failureOf(error);
      problem = `${name}: ${message} ${remedy}`.trim();
    }
  }
  return { pictures, problem };
}

/** What browsers call a picture that was copied out of a program. */
const nameless = /^image\.\w+$/;

/** Files of the clipboard; a picture without a name is the `number`th that was pasted, from 1. */
export const namedPasted = (files: readonly File[], number: number): readonly Given[] =>
  files.map((file, index) => ({
    file,
    name: nameless.test(file.name) ? `Pasted picture ${number + index}` : file.name,
  }));
