import type { StudioApi } from '../contract/api.ts';
import { PawlabError } from '../contract/errors.ts';
import type { EmitChanged } from './changes.ts';
import type { Parts } from './parts.ts';
import { requireProject } from './projects.ts';
import { writeName } from './run-name.ts';
import { detailRun, runsOf, stateOf, viewRun, type RunningParts } from './run-views.ts';
import { findRun, projectOf, type Run } from './runs.ts';
import { takeBack, throwAway } from './trash.ts';

export type RunCalls = Pick<StudioApi, 'runs' | 'run' | 'renameRun' | 'deleteRun' | 'restoreRun'>;

export function createRunCalls(parts: Parts, running: RunningParts, changed: EmitChanged): RunCalls {
  const find = (run: string): Promise<Run> => findRun(parts.openFolder, parts.projectsFolder, run);
  const tell = (run: Run['folder']): void => {
    const project = run.parent.parent.path;
    changed('runs', project);
    changed('projects', project);
  };

  return {
    async runs(project) {
      const folder = parts.openFolder(project);
      await requireProject(folder);
      return Promise.all((await runsOf(folder)).map((run) => viewRun(running, run)));
    },

    run: async (run) => detailRun(running, await find(run)),

    async renameRun(run, name) {
      const { folder } = await find(run);
      await writeName(folder, name);
      tell(folder);
    },

    async deleteRun(run) {
      const found = await find(run);
      if (stateOf(running, found) === 'running') throw isRunning(found);
      await requireInProject(found);
      await throwAway(found.folder, parts.now());
      tell(found.folder);
    },

    async restoreRun(run) {
      const folder = parts.openFolder(run);
      await takeBack(folder);
      tell(folder);
    },
  };
}

const isRunning = ({ record }: Run): PawlabError =>
  new PawlabError('busy', `The run ${record.id} is running.`, 'Stop it first, or wait until it ends.');

/** A run that was copied out of its project has no trash to go to. */
async function requireInProject({ folder }: Run): Promise<void> {
  if ((await projectOf(folder)) !== null) return;
  throw new PawlabError(
    'project-missing',
    `The run at ${folder.path} lies in no project.`,
    'Delete its folder by hand, where you see what else lies there.',
  );
}
