/** A failure that the person at the keyboard can act on: shown as its message, one line, without a stack. */
export class SetUpFailure extends Error {
  /**
   * @param {string} what what happened and why
   * @param {string} remedy what to do about it
   */
  constructor(what, remedy) {
    super(`${what}. ${remedy}.`);
    this.what = what;
    this.remedy = remedy;
  }
}

/** Ends the process with one line for a known failure or the system's refusal; anything else is a bug and keeps its stack. */
export function exitWith(error) {
  if (!(error instanceof SetUpFailure) && !error?.syscall) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
