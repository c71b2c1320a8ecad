import * as v from 'valibot';
import { PawlabError } from '../contract/errors.ts';
import type { Folder } from '../engine/ports.ts';
import { userFile, type UserFile } from './user-file.ts';

/** Inside the project. */
const trashOf = (project: Folder): Folder => project.folder('trash');

/** Run → when it was deleted, in milliseconds since 1970. */
const deletions = v.record(v.string(), v.number());
const deletionsIn = (project: Folder): UserFile<Record<string, number>> =>
  userFile(trashOf(project), 'deleted.json', deletions, {});

const daysKept = 30;
const day = 24 * 60 * 60 * 1000;

/** Moves a run into its project's trash. Rejects with `not-writable`. */
export async function throwAway(run: Folder, now: Date): Promise<void> {
  const project = run.parent.parent;
  await deletionsIn(project).change((known) => ({ ...known, [run.name]: now.getTime() }));
  await run.moveTo(trashOf(project).folder(run.name));
}

/** Moves a run back to where it was. Rejects with `run-missing` where the trash doesn't hold it. */
export async function takeBack(run: Folder): Promise<void> {
  const project = run.parent.parent;
  const thrown = trashOf(project).folder(run.name);
  if ((await thrown.readText('run.json')) === null) {
    throw new PawlabError(
      'run-missing',
      `The trash of ${project.path} doesn't hold the run ${run.name}.`,
      `Deleted runs stay there for ${daysKept} days.`,
    );
  }
  await thrown.moveTo(run);
  await deletionsIn(project).change((known) => without(known, [run.name]));
}

/** Deletes for good what has lain in the trash for over 30 days. What nobody wrote down begins to count now. */
export async function emptyTrash(project: Folder, now: Date): Promise<void> {
  const names = (await trashOf(project).list()).filter((name) => name !== 'deleted.json' && !name.startsWith('.'));
  if (names.length === 0) return;
  const known = await deletionsIn(project).read();
  const old = names.filter((name) => now.getTime() - (known[name] ?? now.getTime()) > daysKept * day);
  for (const name of old) await trashOf(project).folder(name).remove();
  const started = Object.fromEntries(names.map((name) => [name, now.getTime()]));
  await deletionsIn(project).change((before) => without({ ...started, ...before }, old));
}

const without = (known: Readonly<Record<string, number>>, names: readonly string[]): Record<string, number> =>
  Object.fromEntries(Object.entries(known).filter(([name]) => !names.includes(name)));
