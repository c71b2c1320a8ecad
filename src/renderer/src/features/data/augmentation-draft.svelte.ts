/** Shear, zoom and flip as a person changes them: drawn anew and kept when there was no change for a moment. */
import type { Settings } from '../../../../contract/settings.ts';
import { augmentationOf, numberTyped, problemOf, type Augmentation } from './augmentation.ts';
import { changes } from './project.svelte.ts';

const pauseMilliseconds = 200;

type Typed = 'shear' | 'zoom';

export class AugmentationDraft {
  readonly #settings: () => Partial<Settings>;
  #texts = $state<Partial<Record<Typed, string>>>({});
  #flip = $state<boolean | null>(null);
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(settings: () => Partial<Settings>) {
    this.#settings = settings;
  }

  /** What the pictures show: what the project has. */
  get drawn(): Augmentation {
    return augmentationOf(this.#settings());
  }

  get flip(): boolean {
    return this.#flip ?? this.drawn.flip;
  }

  text(name: Typed): string {
    return this.#texts[name] ?? String(this.drawn[name]);
  }

  problem(name: Typed): string | null {
    const text = this.#texts[name];
    return text === undefined ? null : problemOf(name, text);
  }

  type(name: Typed, text: string): void {
    this.#texts[name] = text;
    this.#later();
  }

  turn(flip: boolean): void {
    this.#flip = flip;
    this.#later();
  }

  /** Keeps what was changed now, without waiting: the page is left. */
  settle(): void {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    void this.#keep();
  }

  #later(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), pauseMilliseconds);
  }

  /** A text that is no setting stays in its field, under its reason, and the setting stays as it was. */
  async #keep(): Promise<void> {
    const { shear, zoom } = this.drawn;
    const wanted = { shear: this.#valid('shear') ?? shear, zoom: this.#valid('zoom') ?? zoom, flip: this.flip };
    if (await changes.change({ settings: { ...this.#settings(), ...wanted } })) this.#flip = null;
  }

  #valid(name: Typed): number | null {
    const text = this.#texts[name];
    return text === undefined || problemOf(name, text) !== null ? null : numberTyped(text);
  }
}
