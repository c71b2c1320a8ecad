/** The project that the page shows, and what couldn't be opened. */
import { PawlabError } from '../../../contract/errors.ts';
import type { OpenProjectRequest, Project } from '../../../contract/projects.ts';
import { desktop, studio } from '../connection.ts';
import { onceMore } from '../once-more.ts';
import type { Page } from '../pages.ts';
import { refusalOf } from '../refusal.ts';
import { remember, remembered } from '../remembered.ts';
import { failureOf } from '../words/failure.ts';
import { memories, type Place } from './place.svelte.ts';
import { ofProject, type Topics } from './topics.svelte.ts';

/** Why a folder or project can't be opened. */
export interface Refusal {
  readonly message: string;
  readonly remedy: string;
}

export class Opened {
  project = $state.raw<Project | null>(null);
  refused = $state.raw<Refusal | null>(null);
  readonly #place: Place;
  readonly #topics: Topics;
  /** Somebody changed it, maybe in another window. */
  readonly reread = onceMore(() => this.#read());

  constructor(place: Place, topics: Topics) {
    this.#place = place;
    this.#topics = topics;
  }

  async open(request: OpenProjectRequest, page: Page): Promise<void> {
    this.show(await studio.openProject(request));
    this.#place.go(page);
  }

  async use(folder: string): Promise<void> {
    this.refused = null;
    try {
      const found = await studio.inspectFolder(folder);
      if (found.kind === 'dataset') await this.open({ training: found.training, test: found.test }, 'data');
      else if (found.kind === 'project') await this.open({ folder: found.folder }, 'data');
      else this.refused = refusalOf(found);
    } catch (error) {
      this.refused = failureOf(error);
    }
  }

  /** The one that was shown before, here or when the program was open last. Throws only where nobody can be asked. */
  async again(): Promise<void> {
    const folder = this.project?.folder ?? remembered('project', memories);
    this.show(folder === null ? null : await this.#look(folder));
    if (this.project === null) this.#place.go('welcome');
    else this.#place.comeBack();
  }

  show(project: Project | null): void {
    if (project?.folder !== this.project?.folder) this.#topics.bump(ofProject);
    this.project = project;
    remember('project', project?.folder ?? null, memories);
    void desktop
      ?.showsProject(project === null ? null : { folder: project.folder, name: project.name })
      .catch(() => null);
  }

  close(): void {
    this.show(null);
    this.#place.go('welcome');
  }

  async #look(folder: string): Promise<Project | null> {
    try {
      return this.project === null ? await studio.openProject({ folder }) : await studio.project(folder);
    } catch (error) {
      if (!(error instanceof PawlabError) || error.code === 'host-lost') throw error;
      this.refused = error;
      return null;
    }
  }

  async #read(): Promise<void> {
    const folder = this.project?.folder;
    if (folder === undefined) return;
    const project = await studio.project(folder);
    if (this.project?.folder === folder) this.project = project;
  }
}
