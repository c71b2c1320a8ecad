import type { ProjectSummary } from '../../../../contract/projects.ts';
import { studio } from '../../connection.ts';
import { session } from '../../session.svelte.ts';
import { failureOf, type Failure } from '../../words/failure.ts';

/** More are in the list of folders anyway. */
const most = 6;

export class RecentProjects {
  #projects = $state.raw<readonly ProjectSummary[]>([]);
  #failure = $state.raw<Failure | null>(null);

  get projects(): readonly ProjectSummary[] {
    return this.#projects.slice(0, most);
  }
  get failure(): Failure | null {
    return this.#failure;
  }

  look(): Promise<void> {
    return this.#try(async () => {
      this.#projects = await studio.recentProjects();
    });
  }

  open(project: ProjectSummary): Promise<void> {
    return this.#try(() => session.open({ folder: project.folder }));
  }

  forget(project: ProjectSummary): Promise<void> {
    return this.#try(() => studio.forgetProject(project.folder));
  }

  /** Its pictures are elsewhere now; a test folder of its own moved along with them. */
  locate({ folder }: ProjectSummary, chosen: string): Promise<void> {
    return this.#try(async () => {
      const [found, project] = [await studio.inspectFolder(chosen), await studio.project(folder)];
      if (found.kind !== 'dataset') return session.use(chosen);
      const moved = project.test.kind === 'folder' && found.test !== null;
      const test = moved ? { test: { kind: 'folder', folder: found.test } as const } : {};
      await studio.changeProject(folder, { training: found.training, ...test });
      await session.open({ folder });
    });
  }

  async #try(call: () => Promise<void>): Promise<void> {
    try {
      await call();
      this.#failure = null;
    } catch (error) {
      this.#failure = failureOf(error);
    }
  }
}
