/** The pictures of one class, asked for in pages as they come into sight. */
import { SvelteMap } from 'svelte/reactivity';
import type { ClassPicture, ClassPicturesRequest } from '../../../../contract/data-view.ts';
import { studio } from '../../connection.ts';
import { failureOf, type Failure } from '../../words/failure.ts';
import { noPages, pageSize, pagesOf } from './pages.ts';

export class ClassPictures {
  readonly #of: Pick<ClassPicturesRequest, 'project' | 'split' | 'class'>;
  readonly #pages = new SvelteMap<number, readonly ClassPicture[]>();
  /** Asked for since the data changed last. */
  #asked = noPages();
  #total = $state(0);
  #failure = $state.raw<Failure | null>(null);
  #loaded = $state(false);

  /** `total`: as many as there were when somebody last counted. */
  constructor(of: Pick<ClassPicturesRequest, 'project' | 'split' | 'class'>, total: number) {
    this.#of = of;
    this.#total = total;
  }

  get total(): number {
    return this.#total;
  }

  /** Whether `total` is the studio's word. */
  get loaded(): boolean {
    return this.#loaded;
  }

  get failure(): Failure | null {
    return this.#failure;
  }

  /** null: not there yet. */
  at(index: number): ClassPicture | null {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize] ?? null;
  }

  load(from: number, to: number): void {
    const missing = pagesOf(from, to).filter((page) => !this.#asked.has(page));
    for (const page of missing) void this.#ask(page, this.#asked);
  }

  /** The folders were looked at again: what is shown stays until the new answer. */
  again(): void {
    const pages = this.#asked.size === 0 ? [0] : [...this.#asked];
    this.#asked = noPages();
    for (const page of pages) void this.#ask(page, this.#asked);
  }

  async #ask(page: number, asked: Set<number>): Promise<void> {
    asked.add(page);
    try {
      const answer = await studio.classPictures({ ...this.#of, from: page * pageSize, count: pageSize });
      if (asked !== this.#asked) return;
      this.#total = answer.total;
      this.#loaded = true;
      this.#pages.set(page, answer.pictures);
      this.#failure = null;
    } catch (error) {
      if (asked !== this.#asked) return;
      asked.delete(page);
      this.#failure = failureOf(error);
    }
  }
}
