/**
 * The folder that a command line names; null where it names none. Chromium puts switches of its own among the arguments of a
 * second start. `developing`: the program was started as `electron FOLDER …`, so that the first name is the program's own.
 */
export function folderIn(argv: readonly string[], developing: boolean): string | null {
  const names = argv.slice(1).filter((argument) => !argument.startsWith('-'));
  return names[developing ? 1 : 0] ?? null;
}
