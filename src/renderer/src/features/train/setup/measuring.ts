/** What a measurement of the devices has found so far, in words. */
import type { Report } from '../../../../../contract/events.ts';
import { milliseconds } from '../device-words.ts';

export interface Measuring {
  readonly words: string;
  readonly failure: string | null;
}

export const measuringBegun: Measuring = { words: 'Measuring the devices', failure: null };

/** After a report of the job. */
export function measured(before: Measuring, report: Report): Measuring {
  switch (report.type) {
    case 'step_time':
      return { ...before, words: `${report.device}: ${milliseconds(report.milliseconds)} per step` };
    case 'preparing_network':
      return { ...before, words: `Measuring ${report.device}` };
    case 'rung':
      return { ...before, words: report.text };
    case 'notice':
      return { ...before, words: report.text };
    case 'failed':
      return { ...before, failure: `${report.message} ${report.remedy}` };
    default:
      return before;
  }
}
