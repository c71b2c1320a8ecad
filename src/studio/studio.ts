import type { StudioApi } from '../contract/api.ts';
import { PawlabError } from '../contract/errors.ts';
import type { StudioEvent } from '../contract/events.ts';
import type { PicturesApi } from '../contract/pictures.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import { createChanges, type EmitChanged } from './changes.ts';
import { createDataCalls, type DataCalls } from './data-calls.ts';
import { drawSampleJob } from './draw-sample-job.ts';
import { examineJob } from './examine-job.ts';
import { gpuPackJob, installGpuPackJob, removeGpuPackJob } from './gpu-jobs.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { measureDevicesJob } from './measure-devices-job.ts';
import type { Parts } from './parts.ts';
import { createPictures } from './pictures.ts';
import { predictJob } from './predict-job.ts';
import { changedPreferences, preferencesIn } from './preferences.ts';
import { previewRun, trialOfProject } from './preview.ts';
import { createProjectCalls } from './project-calls.ts';
import { projectView, rememberCounts, requireProject } from './projects.ts';
import { createRunCalls } from './run-calls.ts';
import { findRun, projectOf } from './runs.ts';
import { followTraining, type CurrentTraining } from './training.ts';
import { createTrainingCalls } from './training-calls.ts';

/** The application: every call of the contract, over the engine and the adapters. */
export function createStudio(parts: Parts, emit: (event: StudioEvent) => void): StudioApi & PicturesApi {
  const changed = createChanges(emit, parts.later);
  const training = followTraining(changed);
  const jobs = createFollowedJobs(parts, training, emit);
  const data = dataCalls(parts, jobs, changed);
  const running = { machine: parts.machine, underWay: () => training.underWay() };
  return {
    ...pageCalls(parts, jobs, training, changed),
    ...createProjectCalls(parts, running, changed),
    ...data,
    ...createTrainingCalls(parts, jobs, training),
    ...deviceCalls(parts, jobs, training, data, changed),
    ...createRunCalls(parts, running, changed),
    ...otherJobs(parts, jobs),
    ...createPictures(parts),
  };
}

/** What the studio holds of a job is as far as the events that went out. */
const createFollowedJobs = (
  { now, logBug }: Parts,
  training: CurrentTraining,
  emit: (event: StudioEvent) => void,
): Jobs =>
  createJobs({
    emit: (event) => {
      const tellChanges = training.follow(event);
      emit(event);
      tellChanges();
    },
    now,
    logBug,
  });

const dataCalls = (parts: Parts, jobs: Jobs, changed: EmitChanged): DataCalls =>
  createDataCalls({
    parts,
    readProject: async (project) => {
      const folder = parts.openFolder(project);
      return projectView(folder, await requireProject(folder));
    },
    startScan: (project, work) => jobs.start('scan', project, work),
    changed: (project) => changed('data', project),
    rememberCounts: async (project, counts) => {
      await rememberCounts(parts.openFolder(project), counts);
      changed('projects', project);
    },
  });

type PageCalls = Pick<StudioApi, 'snapshot' | 'changePreferences' | 'stop'>;

function pageCalls(parts: Parts, jobs: Jobs, training: CurrentTraining, changed: EmitChanged): PageCalls {
  const preferences = preferencesIn(parts.userData);
  return {
    async snapshot(): Promise<Snapshot> {
      const read = await preferences.read();
      // Last: what comes after this line comes as an event.
      return { jobs: jobs.running(), training: training.view(), preferences: read };
    },
    async changePreferences(change) {
      const result = await preferences.change((known) => changedPreferences(known, change));
      changed('preferences', null);
      return result;
    },
    stop(job) {
      jobs.stop(job);
      return Promise.resolve();
    },
  };
}

type DeviceCalls = Pick<StudioApi, 'previewRun' | 'measureDevices'>;

function deviceCalls(
  parts: Parts,
  jobs: Jobs,
  training: CurrentTraining,
  { data }: DataCalls,
  changed: EmitChanged,
): DeviceCalls {
  return {
    previewRun: (request) => previewRun({ parts, data }, request),
    async measureDevices(request) {
      const trial = await trialOfProject({ parts, data }, request);
      training.requireNone();
      // Side by side they would slow each other down; the newer one is the one that somebody looks at.
      jobs.stopAll('measuring');
      return jobs.start('measuring', request.project, async (context) => {
        await measureDevicesJob(parts, trial, context);
        changed('devices', null);
      });
    },
  };
}

/** null: of none. What is wrong with the run is for the job to say: it fails of the same. */
async function projectOfRun({ openFolder, projectsFolder }: Parts, run: string): Promise<string | null> {
  try {
    return await projectOf((await findRun(openFolder, projectsFolder, run)).folder);
  } catch (error) {
    if (error instanceof PawlabError) return null;
    throw error;
  }
}

type OtherJobs = Pick<StudioApi, 'predict' | 'drawSample' | 'examine' | 'gpuPack' | 'installGpuPack' | 'removeGpuPack'>;

const otherJobs = (parts: Parts, jobs: Jobs): OtherJobs => ({
  async predict(request) {
    const project = await projectOfRun(parts, request.run);
    return jobs.start('prediction', project, (context) => predictJob(parts, request, context));
  },
  drawSample: (request) =>
    Promise.resolve(jobs.start('sample', null, (context) => drawSampleJob(parts, request, context))),
  examine: () => Promise.resolve(jobs.start('examining', null, (context) => examineJob(parts, context))),
  gpuPack: () => Promise.resolve(jobs.start('gpu-pack', null, (context) => gpuPackJob(parts, context))),
  installGpuPack: () => Promise.resolve(jobs.start('gpu-pack', null, (context) => installGpuPackJob(parts, context))),
  removeGpuPack: () => Promise.resolve(jobs.start('gpu-pack', null, (context) => removeGpuPackJob(parts, context))),
});
