import type { StudioApi } from '../contract/api.ts';
import { PawlabError } from '../contract/errors.ts';
import type { OpenProjectRequest } from '../contract/projects.ts';
import { entriesOf } from '../engine/datasets/scan.ts';
import { labelsOf } from '../engine/datasets/labels.ts';
import type { EmitChanged } from './changes.ts';
import { inspectFolder, testFoldersBeside } from './inspect-folder.ts';
import type { Parts } from './parts.ts';
import { summarize, type Candidate } from './project-summary.ts';
import { changeProject, makeProject, projectView, requireProject, type OpenedProject } from './projects.ts';
import { recentProjectsIn, withForgotten, withUsed } from './recent-projects.ts';
import type { RunningParts } from './run-views.ts';
import { emptyTrash } from './trash.ts';

export type ProjectCalls = Pick<
  StudioApi,
  | 'inspectFolder'
  | 'recentProjects'
  | 'forgetProject'
  | 'openProject'
  | 'project'
  | 'changeProject'
  | 'testFoldersBeside'
>;

export function createProjectCalls(parts: Parts, running: RunningParts, changed: EmitChanged): ProjectCalls {
  const recent = recentProjectsIn(parts.userData);
  return {
    inspectFolder: (folder) => inspectFolder(parts, folder),

    async recentProjects() {
      const candidates = await allCandidates(parts);
      const summaries = await Promise.all(candidates.map((candidate) => summarize(parts, running, candidate)));
      return summaries.filter((summary) => summary !== null).sort((a, b) => (a.used < b.used ? 1 : -1));
    },

    async forgetProject(project) {
      await recent.change((known) => withForgotten(known, project));
      changed('projects', null);
    },

    async openProject(request) {
      const opened = await open(parts, request);
      await ifWritable(emptyTrash(opened.folder, parts.now()));
      await ifWritable(noteUse(parts, opened));
      changed('projects', null);
      return projectView(opened.folder, opened.record);
    },

    async project(project) {
      const folder = parts.openFolder(project);
      return projectView(folder, await requireProject(folder));
    },

    async changeProject(project, change) {
      const folder = parts.openFolder(project);
      const record = await changeProject(folder, change);
      changed('project', project);
      changed('projects', project);
      return projectView(folder, record);
    },

    testFoldersBeside: async (training) =>
      (await testFoldersBeside(parts.openFolder(training))).map(({ path }) => path),
  };
}

/** Those that were opened, and whatever else lies in the projects folder. */
async function allCandidates({ userData, openFolder, projectsFolder }: Parts): Promise<readonly Candidate[]> {
  const { projects, forgotten } = await recentProjectsIn(userData).read();
  const known = new Set([...projects.map(({ folder }) => folder), ...forgotten]);
  const home = openFolder(projectsFolder);
  const others = (await home.list()).map((name) => home.folder(name)).filter(({ path }) => !known.has(path));
  const found: Candidate[] = [];
  for (const folder of others) {
    if ((await folder.readText('project.json')) !== null) found.push({ folder: folder.path });
  }
  return [...projects, ...found];
}

async function open(parts: Parts, request: OpenProjectRequest): Promise<OpenedProject> {
  const { openFolder, projectsFolder } = parts;
  if ('folder' in request) {
    const folder = openFolder(request.folder);
    return { folder, record: await requireProject(folder) };
  }
  const entries = await entriesOf(parts.folders, request.training);
  const classes = entries.flatMap(({ kind, name }) => (kind === 'folder' ? [name] : []));
  return makeProject(openFolder, projectsFolder, { ...request, labels: labelsOf(classes, {}) });
}

/** Puts a project on top of the list of recent ones. */
async function noteUse({ userData, now }: Parts, { folder, record }: OpenedProject): Promise<void> {
  const { name, training } = record;
  const used = { folder: folder.path, name, training, used: now().toISOString() };
  await recentProjectsIn(userData).change((known) => withUsed(known, used));
}

/** Tidying up that fails keeps nobody from opening a project, such as one on a disk that can only be read. */
async function ifWritable(tidying: Promise<void>): Promise<void> {
  try {
    await tidying;
  } catch (error) {
    if (!(error instanceof PawlabError)) throw error;
  }
}
