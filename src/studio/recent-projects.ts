import * as v from 'valibot';
import type { Folder } from '../engine/ports.ts';
import { userFile, type UserFile } from './user-file.ts';

const entry = v.object({
  folder: v.string(),
  /** As last known, for where the project can't be read. */
  name: v.string(),
  training: v.string(),
  /** When it was last opened: ISO 8601. */
  used: v.string(),
});

/** The projects that were opened, and those that a person wants out of the list though they lie among the others. */
const recentProjects = v.object({ version: v.literal(1), projects: v.array(entry), forgotten: v.array(v.string()) });

export type RecentProject = v.InferOutput<typeof entry>;
export type RecentProjects = v.InferOutput<typeof recentProjects>;

/** Older ones fall out of the list; their files stay. */
const most = 50;

/** In the user's data folder. */
export const recentProjectsIn = (userData: Folder): UserFile<RecentProjects> =>
  userFile<RecentProjects>(userData, 'recent.json', recentProjects, { version: 1, projects: [], forgotten: [] });

export function withUsed(known: RecentProjects, used: RecentProject): RecentProjects {
  const others = known.projects.filter(({ folder }) => folder !== used.folder);
  return {
    ...known,
    projects: [used, ...others].slice(0, most),
    forgotten: known.forgotten.filter((folder) => folder !== used.folder),
  };
}

export const withForgotten = (known: RecentProjects, project: string): RecentProjects => ({
  ...known,
  projects: known.projects.filter(({ folder }) => folder !== project),
  forgotten: [...known.forgotten.filter((folder) => folder !== project), project],
});
