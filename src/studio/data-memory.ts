import type { Project } from '../contract/projects.ts';
import { sourceOf, type Scan } from './data-scan.ts';
import { contentsOf, type Contents } from './data-view.ts';

/** Projects whose files are kept in mind: 20,000 files take some 10 MB. */
const projectsKept = 4;

export const noContents: Contents = { training: null, test: null, findings: [], filesOf: () => [] };

export interface Remembered {
  readonly scan: Scan;
  /** Computed anew only where the scan or the project changed since. */
  readonly contents: (project: Project) => Contents;
}

export interface Scans {
  /** The scan of the folders that the project has now; null: there was none. */
  of(project: Project): Remembered | null;
  begin(project: Project, scan: Scan): void;
}

export function createScans(): Scans {
  const known = new Map<string, Remembered>();
  return {
    of(project) {
      const found = known.get(project.folder);
      return found?.scan.source === sourceOf(project) ? found : null;
    },
    begin({ folder }, scan) {
      known.delete(folder);
      known.set(folder, remembered(scan));
      for (const [oldest, { scan: old }] of known) {
        if (known.size <= projectsKept) return;
        if (old.job === null && oldest !== folder) known.delete(oldest);
      }
    },
  };
}

function remembered(scan: Scan): Remembered {
  let last: { readonly key: string; readonly contents: Contents } | null = null;
  return {
    scan,
    contents(project) {
      const { labels, settings, test, leftOut, kept } = project;
      const key = JSON.stringify([scan.revision, scan.state, labels, settings, test, leftOut, kept]);
      if (last?.key !== key) last = { key, contents: contentsOf(scan, project) };
      return last.contents;
    },
  };
}
