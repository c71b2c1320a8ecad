import type { StudioApi } from '../contract/api.ts';
import type { StudioEvent } from '../contract/events.ts';
import { drawSampleJob } from './draw-sample-job.ts';
import { examineJob } from './examine-job.ts';
import { gpuPackJob, installGpuPackJob, removeGpuPackJob } from './gpu-jobs.ts';
import { createJobs } from './jobs.ts';
import type { Parts } from './parts.ts';
import { predictJob } from './predict-job.ts';
import { testFoldersBeside } from './projects.ts';
import { resumeJob, trainJob } from './train-job.ts';

/** The application: every call of the contract, over the engine and the adapters. */
export function createStudio(parts: Parts, emit: (event: StudioEvent) => void): StudioApi {
  const jobs = createJobs(emit, parts.logBug);
  return {
    train: (request) => Promise.resolve(jobs.start((context) => trainJob(parts, request, context))),
    resume: (request) => Promise.resolve(jobs.start((context) => resumeJob(parts, request, context))),
    predict: (request) => Promise.resolve(jobs.start((context) => predictJob(parts, request, context))),
    drawSample: (request) => Promise.resolve(jobs.start((context) => drawSampleJob(parts, request, context))),
    examine: () => Promise.resolve(jobs.start((context) => examineJob(parts, context))),
    gpuPack: () => Promise.resolve(jobs.start((context) => gpuPackJob(parts, context))),
    installGpuPack: () => Promise.resolve(jobs.start((context) => installGpuPackJob(parts, context))),
    removeGpuPack: () => Promise.resolve(jobs.start((context) => removeGpuPackJob(parts, context))),
    stop: (job) => {
      jobs.stop(job);
      return Promise.resolve();
    },
    testFoldersBeside: async (training) =>
      (await testFoldersBeside(parts.openFolder(training))).map(({ path }) => path),
  };
}
