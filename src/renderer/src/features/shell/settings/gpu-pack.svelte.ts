/** The GPU pack: whether it is there, and its installation. Kept while the window is open: an installation goes on when the dialog is closed. */
import type { GpuPackEvent, JobId, Report } from '../../../../../contract/events.ts';
import { onStudioEvent, studio } from '../../../connection.ts';
import { failureOf, type Failure } from '../../../words/failure.ts';

export type GpuWork = 'looking' | 'installing' | 'removing';

class GpuPack {
  #pack = $state.raw<GpuPackEvent | null>(null);
  #work = $state<GpuWork | null>(null);
  #job: JobId | null = null;
  #progress = $state.raw<{ readonly share: number | null; readonly text: string } | null>(null);
  #notice = $state<string | null>(null);
  #failure = $state.raw<Failure | null>(null);

  /** null: not known yet. */
  get pack(): GpuPackEvent | null {
    return this.#pack;
  }
  get work(): GpuWork | null {
    return this.#work;
  }
  get progress(): { readonly share: number | null; readonly text: string } | null {
    return this.#progress;
  }
  get notice(): string | null {
    return this.#notice;
  }
  get failure(): Failure | null {
    return this.#failure;
  }

  async look(): Promise<void> {
    await this.#run('looking', () => studio.gpuPack());
  }

  async install(): Promise<void> {
    await this.#run('installing', () => studio.installGpuPack());
  }

  async remove(): Promise<void> {
    await this.#run('removing', () => studio.removeGpuPack());
  }

  async stop(): Promise<void> {
    if (this.#job !== null) await studio.stop(this.#job).catch(() => null);
  }

  async #run(work: GpuWork, start: () => Promise<JobId>): Promise<void> {
    if (this.#work !== null) return;
    this.#work = work;
    if (work !== 'looking') this.#failure = this.#notice = null;
    try {
      this.#job = await start();
      this.#follow(this.#job, work);
    } catch (error) {
      this.#failure = failureOf(error);
      this.#work = null;
    }
  }

  #follow(job: JobId, work: GpuWork): void {
    const leave = onStudioEvent((event) => {
      if (event.type !== 'job' || event.job !== job) return;
      if (event.report !== null) {
        this.#take(event.report);
        return;
      }
      leave();
      this.#job = this.#work = this.#progress = null;
      if (work !== 'looking') void this.look();
    });
  }

  #take(report: Report): void {
    if (report.type === 'gpu_pack') this.#pack = report;
    if (report.type === 'notice') this.#notice = report.text;
    if (report.type === 'failed') this.#failure = { message: report.message, remedy: report.remedy };
    if (report.type === 'fetching') {
      const { done, total, file } = report;
      this.#progress = { share: total === 0 ? null : done / total, text: `Fetching ${file}` };
    }
    if (report.type === 'unpacking') this.#progress = { share: null, text: `Unpacking ${report.file}` };
  }
}

export const gpuPack = new GpuPack();
