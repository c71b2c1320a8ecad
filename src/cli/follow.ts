import type { FailedEvent, JobId, Report } from '../contract/events.ts';
import type { Program } from '../engine-host/compose.ts';
import { interrupts } from './interrupts.ts';
import { openTerminal } from './output/terminal.ts';
import { printInWords } from './output/words.ts';

/** Exit codes: what the shell sees. */
export const exit = { fine: 0, failed: 1, usage: 2, interrupted: 130 } as const;

export interface Followed {
  readonly reports: readonly Report[];
  readonly exitCode: number;
}

/** Kinds of which a run brings thousands; nobody asks for them afterwards. */
const passing = new Set<Report['type']>([
  'preparing',
  'drawing',
  'fetching',
  'unpacking',
  'step',
  'prediction',
  'skipped',
]);

function exitCodeOf(failure: FailedEvent | null, interrupted: boolean): number {
  if (interrupted) return exit.interrupted;
  if (failure === null) return exit.fine;
  return failure.code === 'setting-out-of-range' ? exit.usage : exit.failed;
}

/**
 * Starts a job and prints what it reports until it ends: as words, or as one JSON object a line. Ctrl-C stops the job at
 * its next step and keeps what there is; a second one ends the process.
 */
export async function follow(
  program: Program,
  json: boolean,
  start: () => Promise<JobId>,
  onReport: (report: Report) => void = () => undefined,
): Promise<Followed> {
  const terminal = openTerminal();
  const reports: Report[] = [];
  let failure: FailedEvent | null = null;
  let interrupted = false;
  let job: JobId | null = null;

  const tell = interrupts(() => performance.now());
  const interrupt = (): void => {
    const which = tell();
    if (which === 'again') process.exit(exit.interrupted);
    if (which === 'copy') return;
    interrupted = true;
    terminal.note('Stopping after this step; what there is is kept. Ctrl-C once more ends it at once.');
    if (job !== null) void program.studio.stop(job);
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);

  let unsubscribe = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    unsubscribe = program.subscribe((event) => {
      if (event.type !== 'job') return;
      const { report } = event;
      if (report === null) {
        resolve();
        return;
      }
      if (report.type === 'failed') failure = report;
      if (!passing.has(report.type)) reports.push(report);
      onReport(report);
      if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
      if (!json || report.type === 'failed') printInWords(report, terminal);
    });
  });
  try {
    job = await start();
    await ended;
  } finally {
    unsubscribe();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
  return { reports, exitCode: exitCodeOf(failure, interrupted) };
}
