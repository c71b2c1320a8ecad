import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything that the program keeps, in a folder of the test's own. */
export interface DataFolders {
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
  remove(): void;
}

const parts = { PAWLAB_HOME: 'projects', PAWLAB_CACHE: 'cache', PAWLAB_DATA: 'data', PAWLAB_USER_DATA: 'window' };

export function newDataFolders(): DataFolders {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'pawlab-e2e-'));
  const environment = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, join(root, part)]));
  for (const folder of Object.values(environment)) mkdirSync(folder);
  return { root, environment, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }) };
}

/** A start that goes wrong in a way that people meet. */
export type Broken = 'noTensorFlow' | 'engineDoesNotStart' | 'dataFolderNotWritable';

/** What the environment of a broken start adds. */
export function broken(how: Broken | null, { root }: DataFolders): Readonly<Record<string, string>> {
  switch (how) {
    case null:
      return {};
    case 'noTensorFlow':
      return { PAWLAB_TENSORFLOW: join(root, 'nowhere'), PAWLAB_NO_TENSORFLOW: '1' };
    case 'engineDoesNotStart':
      return { PAWLAB_NODE: join(root, 'no-node') };
    case 'dataFolderNotWritable': {
      // A file in its place: permissions don't stop everybody (root).
      const file = join(root, 'file');
      writeFileSync(file, '');
      return { PAWLAB_DATA: join(file, 'data'), PAWLAB_HOME: join(file, 'projects') };
    }
  }
}
