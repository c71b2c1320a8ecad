import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** An empty folder for one test, removed after it. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'pawlab-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One for all tests of a suite, which removes it itself: after whatever uses it has ended. */
export function temporaryFolderOfSuite(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'pawlab-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
