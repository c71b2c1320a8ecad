import type { Folder } from '../engine/ports.ts';

/** Beside run.json, which a training goes on writing from what it knows. */
const file = 'name.txt';

/** Nobody's name for a run is longer. */
const longest = 200;

/** null: nobody has named it. */
export async function readName(run: Folder): Promise<string | null> {
  const name = (await run.readText(file))?.trim() ?? '';
  return name === '' ? null : name;
}

/** An empty name: none. Rejects with `disk-full` or `not-writable`. */
export async function writeName(run: Folder, name: string): Promise<void> {
  const line = name.replaceAll(/\s+/g, ' ').trim().slice(0, longest);
  await run.replaceText(file, line === '' ? '' : `${line}\n`);
}
