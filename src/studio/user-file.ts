import * as v from 'valibot';
import { PawlabError } from '../contract/errors.ts';
import type { Folder } from '../engine/ports.ts';
import { inTurn } from './in-turn.ts';

/** A small file of the user's data folder. */
export interface UserFile<T> {
  read(): Promise<T>;
  /** One change at a time. Rejects with `disk-full` or `not-writable`. */
  change(change: (known: T) => T): Promise<T>;
}

/** `initial`: what counts where the file is missing, damaged or can't be read. */
export function userFile<T>(
  folder: Folder,
  name: string,
  schema: v.GenericSchema<unknown, T>,
  initial: T,
): UserFile<T> {
  const read = async (): Promise<T> => {
    try {
      const text = await folder.readText(name);
      const result = text === null ? null : v.safeParse(schema, JSON.parse(text));
      return result?.success === true ? result.output : initial;
    } catch (error) {
      // Whatever the system says: these files only make things handy.
      if (error instanceof PawlabError || error instanceof SyntaxError || isSystemError(error)) return initial;
      throw error;
    }
  };
  return {
    read,
    change: (change) =>
      inTurn(`${folder.path}/${name}`, async () => {
        const next = change(await read());
        await folder.replaceText(name, `${JSON.stringify(next, null, 2)}\n`);
        return next;
      }),
  };
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'code' in error;
