/** The engine's process with a training that isn't one: a thousand step reports a second, and no pacing before they leave. */
import { compose } from '../../../src/engine-host/compose.ts';
import type { Report } from '../../../src/contract/events.ts';
import { defaultSettings } from '../../../src/contract/settings.ts';
import { afterReport, newTraining } from '../../../src/contract/training-view.ts';
import { serve } from '../../../src/rpc/serve.ts';

const job = 'noise';
const epochs = 200;
const steps = 1000;

const program = compose();
let view = newTraining(job, '', Date.now());
let count = 0;

const serving = serve(
  {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  },
  {
    studio: {
      ...program.studio,
      snapshot: async () => {
        const snapshot = await program.studio.snapshot();
        if (view.project === '') return snapshot;
        return { ...snapshot, jobs: [{ job, kind: 'training', project: view.project }], training: view };
      },
      openProject: async (request) => {
        const project = await program.studio.openProject(request);
        if (view.project === '') begin(project.folder);
        return project;
      },
    },
    pictures: program.pictures,
  },
);
program.subscribe((event) => serving.studioEvent(event));
process.on('disconnect', () => process.exit());
process.send?.({ type: 'ready', milliseconds: performance.now() });

function report(next: Report): void {
  const at = Date.now();
  view = afterReport(view, at, next);
  serving.studioEvent({ type: 'job', job, at, report: next });
}

function begin(project: string): void {
  view = newTraining(job, project, Date.now());
  serving.studioEvent({ type: 'changed', topic: 'training', project });
  const device = { device: 'noise', executor: 'graph', reason: null } as const;
  report({ type: 'started', run: '', ...device, parameters: 1, settings: { ...defaultSettings, epochs }, steps });
  setInterval(() => {
    for (let index = 0; index < 10; index++) step();
  }, 10);
}

function step(): void {
  const epoch = Math.floor(count / steps) + 1;
  const within = (count % steps) + 1;
  const loss = 0.7 - 0.5 * (count / (epochs * steps)) + 0.02 * Math.sin(count / 50);
  const accuracy = 1 - loss;
  const figures = { epoch, epochs, loss, accuracy, learningRate: 0.001, picturesPerSecond: 32_000 };
  report({ type: 'step', ...figures, step: within, steps, secondsLeft: 100 });
  count += 1;
  if (within < steps) return;
  const test = { testLoss: loss + 0.05, testAccuracy: accuracy - 0.05, bestAccuracy: true, bestLoss: true };
  report({ type: 'epoch', ...figures, ...test, seconds: 1, secondsLeft: epochs - epoch });
}
