/** An error of a call, in words. */
import { PawlabError } from '../../../contract/errors.ts';

export interface Failure {
  readonly message: string;
  readonly remedy: string;
}

/** Errors that a person can act on say so themselves; any other, a mistake of ours, says all it has to say in its message. */
export function failureOf(error: unknown): Failure {
  if (error instanceof PawlabError) return { message: error.message, remedy: error.remedy };
  return { message: error instanceof Error ? error.message : String(error), remedy: '' };
}
