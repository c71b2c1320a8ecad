/** What the rail shows of the open project: asked for again when it has changed. */
import type { DataView } from '../../../../contract/data-view.ts';
import { defaultSettings } from '../../../../contract/settings.ts';
import type { Project } from '../../../../contract/projects.ts';
import { studio } from '../../connection.ts';

export class RailFacts {
  #data = $state.raw<DataView | null>(null);
  #runs = $state.raw<number | null>(null);
  #device = $state.raw<string | null>(null);

  get data(): DataView | null {
    return this.#data;
  }
  get runs(): number | null {
    return this.#runs;
  }
  /** What a run of this project would take; null: not known. */
  get device(): string | null {
    return this.#device;
  }

  async lookAtData(folder: string): Promise<void> {
    // What can't be had isn't shown here: the page Data says why.
    this.#data = await studio.data(folder).catch(() => null);
  }

  async lookAtRuns(folder: string): Promise<void> {
    const runs = await studio.runs(folder).catch(() => null);
    this.#runs = runs?.length ?? null;
  }

  async lookAtDevice({ folder, settings, device }: Project): Promise<void> {
    const request = { project: folder, settings: { ...defaultSettings, ...settings }, device };
    const preview = await studio.previewRun($state.snapshot(request)).catch(() => null);
    const wanted = device === 'auto' ? (preview?.chosen ?? null) : device;
    this.#device = preview?.devices.find(({ id }) => id === wanted)?.name ?? null;
  }
}
