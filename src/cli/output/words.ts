import type { Executor } from '../../contract/devices.ts';
import type { Report } from '../../contract/events.ts';
import { confidence, count, duration, percent, plural } from './format.ts';
import type { Terminal } from './terminal.ts';

type Channel = keyof Terminal;
type Kind = Report['type'];
type ReportOf<K extends Kind> = Extract<Report, { readonly type: K }>;
type Words<K extends Kind> = (report: ReportOf<K>) => string;

const executorWords: Readonly<Record<Executor, string>> = {
  graph: 'as one graph',
  eager: 'operation by operation',
};

function started({ device, executor, reason, parameters, steps }: ReportOf<'started'>): string {
  const why = reason === null ? '' : ` (${reason})`;
  const size = `${count(parameters)} parameters, ${count(steps)} steps per epoch`;
  return `Training on ${device}, ${executorWords[executor]}${why}: ${size}.`;
}

function step(event: ReportOf<'step'>): string {
  const left = event.secondsLeft === null ? 'measuring speed' : `about ${duration(event.secondsLeft)} left`;
  return [
    `Epoch ${event.epoch} of ${event.epochs}`,
    `step ${event.step} of ${event.steps}`,
    `loss ${event.loss.toFixed(4)}`,
    `accuracy ${percent(event.accuracy)}`,
    `${count(Math.round(event.picturesPerSecond))} pictures/s`,
    left,
  ].join(' · ');
}

function epoch(event: ReportOf<'epoch'>): string {
  const number = String(event.epoch).padStart(String(event.epochs).length);
  const test =
    event.testLoss === null || event.testAccuracy === null
      ? ''
      : `   test loss ${event.testLoss.toFixed(4)}  test accuracy ${percent(event.testAccuracy)}`;
  const training = `loss ${event.loss.toFixed(4)}  accuracy ${percent(event.accuracy)}`;
  return `Epoch ${number}/${event.epochs}  ${training}${test}   ${event.seconds.toFixed(1)} s${event.bestAccuracy ? '   best so far' : ''}`;
}

function done(event: ReportOf<'done'>): string {
  const state = event.stopped
    ? `Stopped; ${plural(event.epochs, 'whole epoch')} kept. Go on with: pawlab train --resume "${event.run}"`
    : `Finished ${plural(event.epochs, 'epoch')} in ${duration(event.seconds)}.`;
  const best =
    event.bestTestAccuracy === null
      ? ''
      : ` Best: ${percent(event.bestTestAccuracy)} right in epoch ${event.bestEpoch}.`;
  return `${state}${best}\nRun: ${event.run}`;
}

function prepared({ split, pictures, decoded, seconds }: ReportOf<'prepared'>): string {
  const how = decoded === 0 ? 'from the cache' : `${count(Math.round(decoded / seconds))} decoded per second`;
  return `Read ${count(pictures)} ${split} pictures in ${seconds.toFixed(1)} s, ${how}.`;
}

/** Decimal, as disks are sold: 2,442 MB. */
const megabytes = (bytes: number): string => `${count(Math.round(bytes / 1e6))} MB`;

function gpuPack({ state, folder, bytes, toFetch, needed }: ReportOf<'gpu_pack'>): string {
  switch (state) {
    case 'installed':
      return `The GPU pack is installed in ${folder} (${megabytes(bytes)}).`;
    case 'begun':
      return `The GPU pack is half fetched (${megabytes(bytes)} on disk, ${megabytes(toFetch)} to fetch). Go on with: pawlab gpu install`;
    case 'absent':
      return `The GPU pack is not installed. \`pawlab gpu install\` fetches ${megabytes(toFetch)} and needs ${megabytes(needed)} of free disk, for an NVIDIA GPU.`;
    case 'unsupported':
      return "There is no GPU pack for this computer: TensorFlow's CUDA build is for Linux on x64 processors.";
  }
}

const mark = (good: boolean): string => (good ? '✓' : '✗');

/** Where each kind of report goes and how it reads. The type asks for every kind. */
const table: { readonly [K in Kind]: readonly [Channel, Words<K>] } = {
  preparing: ['progress', (event) => `Reading ${event.split} pictures: ${count(event.done)} of ${count(event.total)}`],
  prepared: ['note', prepared],
  drawing: ['progress', (event) => `Drawing pictures: ${count(event.done)} of ${count(event.total)}`],
  found: ['line', (event) => `Found ${event.images} images belonging to ${event.classes.length} classes.`],
  skipped: ['line', (event) => `Skipped ${event.file}: ${event.reason.replace(/\.$/, '')}.`],
  notice: ['note', (event) => event.text],
  preparing_network: ['progress', (event) => `Preparing the network on ${event.device}`],
  started: ['line', started],
  step: ['progress', step],
  epoch: ['line', epoch],
  done: ['line', done],
  prediction: ['line', (event) => `${event.file}: ${event.label} · ${confidence(event.confidence)}`],
  predicted: [
    'note',
    (event) =>
      `${plural(event.pictures, 'picture')} in ${event.seconds.toFixed(1)} s${event.skipped === 0 ? '' : `, ${count(event.skipped)} skipped`}.`,
  ],
  drawn: ['line', (event) => `Drew ${count(event.images)} pictures of cats and dogs in ${event.folder}`],
  fact: ['line', (event) => `${mark(event.good)} ${event.topic}: ${event.text}`],
  rung: ['line', (event) => `${mark(event.usable)} ${event.rung}: ${event.text}`],
  step_time: [
    'line',
    (event) =>
      `    ${event.milliseconds.toFixed(1)} ms per training step of the tutorial network (32 pictures), ${executorWords[event.executor]}`,
  ],
  fetching: [
    'progress',
    (event) =>
      `Fetching the GPU pack: ${megabytes(event.done)} of ${megabytes(event.total)} (${percent(event.done / event.total)}), now ${event.file}`,
  ],
  unpacking: ['progress', (event) => `Unpacking ${event.file}`],
  gpu_pack: ['line', gpuPack],
  gpu_pack_installed: [
    'line',
    (event) =>
      event.fetched === 0
        ? `The GPU pack is installed in ${event.folder} (${megabytes(event.bytes)}).`
        : `The GPU pack is installed in ${event.folder} (${megabytes(event.bytes)}): fetched ${megabytes(event.fetched)} in ${duration(event.seconds)}. \`pawlab doctor\` tries it.`,
  ],
  gpu_pack_removed: [
    'line',
    (event) =>
      event.bytes === 0
        ? 'There was no GPU pack to remove.'
        : `Removed the GPU pack from ${event.folder}: ${megabytes(event.bytes)} freed.`,
  ],
  choice: ['line', (event) => `A run takes ${event.device}: ${event.reason}.`],
  failed: ['note', (event) => `${event.message} ${event.remedy}`],
};

/** Prints a report in words. */
export function printInWords(report: Report, terminal: Terminal): void {
  // Entry and report are of one kind, which the compiler can't follow through an index.
  const [channel, words] = table[report.type] as readonly [Channel, (report: Report) => string];
  terminal[channel](words(report));
}
