import type { ResumeRequest, StudioApi, TrainRequest } from '../contract/api.ts';
import { PawlabError } from '../contract/errors.ts';
import type { Jobs, Work } from './jobs.ts';
import { readMetrics } from './metrics.ts';
import type { Parts } from './parts.ts';
import { folderOfRequest } from './projects.ts';
import { resumeJob } from './resume-job.ts';
import { findRun, loadLast } from './runs.ts';
import { trainJob } from './train-job.ts';
import type { CurrentTraining, Standing } from './training.ts';

export type TrainingCalls = Pick<StudioApi, 'train' | 'resume' | 'pause'>;

export function createTrainingCalls(parts: Parts, jobs: Jobs, training: CurrentTraining): TrainingCalls {
  /** What is awaited comes before: between asking and beginning, nobody else begins. */
  function begin(standing: Standing, work: Work): string {
    training.requireNone();
    // What would be measured beside a training is of no use to anybody.
    jobs.stopAll('measuring');
    const job = jobs.start('training', standing.project, work);
    training.begin(job, parts.now().getTime(), standing);
    return job;
  }

  return {
    async train(request) {
      training.requireNone();
      const standing = await ifKnown(parts, () => ofNewRun(parts, request));
      return begin(standing, (context) => trainJob(parts, request, context));
    },

    async resume(request) {
      training.requireNone();
      const standing = await ifKnown(parts, () => ofRun(parts, request));
      return begin(standing, (context) => resumeJob(parts, request, context));
    },

    pause(job) {
      jobs.pause(job);
      return Promise.resolve();
    },
  };
}

const nothingYet = { run: null, epochs: [], seconds: 0 };

/** What is wrong with a request is for the job to say: it fails of the same. */
async function ifKnown({ projectsFolder }: Parts, find: () => Promise<Standing>): Promise<Standing> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof PawlabError) return { project: projectsFolder, ...nothingYet };
    throw error;
  }
}

async function ofNewRun({ openFolder, projectsFolder }: Parts, request: TrainRequest): Promise<Standing> {
  const { path: project } = await folderOfRequest(openFolder, projectsFolder, request);
  return { project, ...nothingYet };
}

async function ofRun({ openFolder, projectsFolder }: Parts, request: ResumeRequest): Promise<Standing> {
  const { folder, record } = await findRun(openFolder, projectsFolder, request.run);
  const { epoch: next = 1, seconds = 0 } = (await loadLast(folder, record.settings.seed))?.position ?? {};
  const epochs = (await readMetrics(folder)).filter(({ epoch }) => epoch < next);
  return { project: folder.parent.parent.path, run: folder.path, epochs, seconds };
}
