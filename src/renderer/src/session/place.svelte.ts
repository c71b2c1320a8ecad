/** Where in the window somebody is. */
import { hashOf, pageIn, steps, type Page } from '../pages.ts';
import { remember, remembered } from '../remembered.ts';

export const memories = [sessionStorage, localStorage];

/** Of the window, whatever page is shown. */
export type SessionDialog = 'settings' | 'shortcuts';

const here = (): Page | null => pageIn(location.hash);

export class Place {
  #page = $state<Page>(here() ?? 'welcome');
  #newRuns = $state(0);
  dialog = $state<SessionDialog | null>(null);

  get page(): Page {
    return this.#page;
  }
  get newRuns(): number {
    return this.#newRuns;
  }

  /** Goes where the address is changed to: by a link, or back and forth. */
  follow(): void {
    window.addEventListener('hashchange', () => this.#show(here() ?? 'welcome'));
  }

  /** Where the address names no page: to the page of last time. */
  comeBack(): void {
    if (here() === null) this.go(steps.find((step) => step === remembered('page', memories)) ?? 'data');
  }

  go(page: Page): void {
    if (here() !== page) location.hash = hashOf(page);
    this.#show(page);
  }

  #show(page: Page): void {
    this.#page = page;
    remember('page', page, memories);
  }

  newRun(): void {
    this.#newRuns += 1;
    this.go('train');
  }
}
