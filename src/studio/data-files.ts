import type { SplitName } from '../contract/events.ts';
import type { Project } from '../contract/projects.ts';
import type { CheckedFile } from '../engine/datasets/checked-file.ts';
import { holdBack } from '../engine/datasets/split.ts';
import type { Scan, ScannedFolder } from './data-scan.ts';
import { completeSettings } from './given-settings.ts';

/** Every file of a scan with its side and its class, training before test, as a run of the project would divide them. */
export function checkedFiles(scan: Scan, project: Project): CheckedFile[] {
  const leftOut = new Set(project.leftOut);
  const training = scan.training === null ? [] : filesOf(scan.training, 'training', leftOut);
  const test = scan.test === null ? [] : filesOf(scan.test, 'test', leftOut);
  return project.test.kind === 'holdBack'
    ? divided(training, project.test.share, completeSettings(project.settings).seed)
    : [...training, ...test];
}

function filesOf({ dataset, checked }: ScannedFolder, split: SplitName, leftOut: ReadonlySet<string>): CheckedFile[] {
  let at = 0;
  const files = dataset.classes.flatMap((members) =>
    members.files.map(({ path, modified }): CheckedFile => {
      const [reason, facts] = [checked?.reasons[at] ?? null, checked?.facts[at] ?? null];
      at += 1;
      return { path, modified, split, class: members.name, reason, facts, leftOut: leftOut.has(path) };
    }),
  );
  const unreached = dataset.skipped.map(({ file, reason }): CheckedFile => ({
    path: file,
    modified: 0,
    split,
    class: classOf(dataset.folder, file),
    reason,
    facts: null,
    leftOut: leftOut.has(file),
  }));
  return [...files, ...unreached];
}

/** The name of the folder inside `folder` that a file lies in. */
const classOf = (folder: string, file: string): string => file.slice(folder.length).split(/[\\/]/).find(Boolean) ?? '';

/** Training files of which a share is held back, drawn as a run draws it; held back ones come last. */
function divided(files: readonly CheckedFile[], share: number, seed: number): CheckedFile[] {
  const readable = files.filter(({ reason }) => reason === null);
  const numbers = new Map([...new Set(files.map((file) => file.class))].map((name, number) => [name, number]));
  const labels = Uint16Array.from(readable, (file) => numbers.get(file.class) ?? 0);
  const contents = readable.map(({ facts, path }) => facts?.content ?? path);
  const held = new Set(Array.from(holdBack(labels, share, seed, contents).test, (index) => readable[index]));
  const test = files.filter((file) => held.has(file)).map((file): CheckedFile => ({ ...file, split: 'test' }));
  return [...files.filter((file) => !held.has(file)), ...test];
}
