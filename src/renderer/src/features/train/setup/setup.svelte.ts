/** The state of the setup: the settings as they are being written, and what a run with them would be. */
import { studio } from '../../../connection.ts';
import { session } from '../../../session.svelte.ts';
import { failureOf, type Failure } from '../../../words/failure.ts';
import type { DataView } from '../../../../../contract/data-view.ts';
import type { DeviceChoice } from '../../../../../contract/devices.ts';
import type { Project, ProjectChange } from '../../../../../contract/projects.ts';
import type { RunPreview } from '../../../../../contract/run-view.ts';
import type { SettingName, Settings } from '../../../../../contract/settings.ts';
import type { Measuring } from './measuring.ts';
import { Measurement } from './measurement.svelte.ts';
import { saver } from './saver.ts';
import {
  completed,
  formProblem,
  parsed,
  problemOf,
  textOf,
  withoutPage,
  without,
  withSetting,
  type Drafts,
  type Field,
} from './setting-form.ts';

export class Setup {
  readonly project: string;
  #own = $state.raw<Partial<Settings>>({});
  #drafts = $state.raw<Drafts>({});
  #device = $state<DeviceChoice>('auto');
  #preview = $state.raw<RunPreview | null>(null);
  #data = $state.raw<DataView | null>(null);
  #failure = $state.raw<Failure | null>(null);
  #previews = 0;
  readonly #measurement = new Measurement(() => void this.lookAhead(this.settings, this.device));
  readonly #saver = saver((change: ProjectChange) => this.#send(change));

  constructor(project: Project) {
    this.project = project.folder;
    this.follow(project);
  }

  get settings(): Settings {
    return completed(this.#own);
  }
  get own(): Partial<Settings> {
    return this.#own;
  }
  get device(): DeviceChoice {
    return this.#device;
  }
  get preview(): RunPreview | null {
    return this.#preview;
  }
  get data(): DataView | null {
    return this.#data;
  }
  get measuring(): Measuring | null {
    return this.#measurement.state;
  }
  get failure(): Failure | null {
    return this.#failure;
  }
  /** Why a start would be refused; null: nothing is wrong with the settings. */
  get problem(): string | null {
    return formProblem(this.#drafts);
  }

  text({ name }: Field): string {
    return this.#drafts[name] ?? textOf(this.settings[name]);
  }

  fieldProblem({ name }: Field): string | null {
    const draft = this.#drafts[name];
    return draft === undefined ? null : problemOf(name, draft);
  }

  /** The project as it is kept: another window may have changed it, but what a person is writing here comes first. */
  follow({ settings, device }: Project): void {
    if (this.#saver.pending) return;
    this.#own = settings;
    this.#device = device;
  }

  write({ name, setting }: Field, text: string): void {
    if (problemOf(name, text) !== null) {
      this.#drafts = { ...this.#drafts, [name]: text };
      return;
    }
    this.#forgetDraft(name);
    this.#keep(withSetting(this.#own, name, parsed(setting, text)));
    // The text stays as it was written while the cursor is in it: 0.10 is not made 0.1.
    if (text !== textOf(this.settings[name])) this.#drafts = { ...this.#drafts, [name]: text };
  }

  isChosen(preset: string): boolean {
    return preset === this.settings.preset;
  }

  choosePreset(preset: Settings['preset']): void {
    this.#keep(withSetting(this.#own, 'preset', preset));
  }

  reset(): void {
    this.#drafts = {};
    this.#keep(withoutPage(this.#own));
  }

  chooseDevice(device: DeviceChoice): void {
    this.#device = device;
    this.#saver.save({ settings: this.#own, device });
  }

  /** What is written but not kept yet is kept now. */
  flush(): Promise<void> {
    return this.#saver.flush();
  }

  #forgetDraft(name: SettingName): void {
    this.#drafts = without(this.#drafts, name);
  }

  #keep(own: Partial<Settings>): void {
    this.#own = own;
    this.#saver.save({ settings: own, device: this.#device });
  }

  async #send(change: ProjectChange): Promise<void> {
    await this.#try(async () => {
      const project = await studio.changeProject(this.project, change);
      if (session.project?.folder === this.project) session.project = project;
    });
  }

  async lookAtData(): Promise<void> {
    await this.#try(async () => {
      const data = await studio.data(this.project);
      this.#data = data;
      if (data.state === 'unscanned') await studio.scan(this.project);
    });
  }

  /** Answers that come after a newer question are left out. */
  async lookAhead(settings: Settings, device: DeviceChoice): Promise<void> {
    this.#previews += 1;
    const asked = this.#previews;
    await this.#try(async () => {
      const preview = await studio.previewRun({ project: this.project, settings, device });
      if (asked === this.#previews) this.#preview = preview;
    });
  }

  async measure(): Promise<void> {
    const { project, settings, device } = this;
    await this.#measurement.begin(() => studio.measureDevices({ project, settings, device }));
  }

  async #try(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      this.#failure = null;
      return true;
    } catch (error) {
      this.#failure = failureOf(error);
      return false;
    }
  }
}

let current: Setup | null = null;

/** The state of a project: another project begins anew. */
export function setupOf(project: Project): Setup {
  if (current?.project !== project.folder) current = new Setup(project);
  return current;
}
