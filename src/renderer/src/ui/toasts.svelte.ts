/** Short news in the corner: eight seconds, longer under the pointer or the focus; errors stay until they are closed. */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly onclick: () => void } | undefined;
  readonly kind?: 'good' | 'bad' | 'info' | undefined;
}

export interface ShownToast extends Toast {
  readonly id: number;
}

const seconds = 8;
/** More would hide the page. */
const most = 4;

class Toasts {
  #shown = $state.raw<readonly ShownToast[]>([]);
  #ids = 0;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** Oldest first. */
  get shown(): readonly ShownToast[] {
    return this.#shown;
  }

  show(toast: Toast): void {
    this.#ids += 1;
    const shown = { ...toast, id: this.#ids };
    const [first] = this.#shown;
    if (this.#shown.length >= most && first !== undefined) this.close(first.id);
    this.#shown = [...this.#shown, shown];
    this.resume(shown);
  }

  close(id: number): void {
    this.hold(id);
    this.#shown = this.#shown.filter((toast) => toast.id !== id);
  }

  /** Stays until `resume`. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  resume({ id, kind }: ShownToast): void {
    this.hold(id);
    if (kind !== 'bad')
      this.#timers.set(
        id,
        setTimeout(() => this.close(id), seconds * 1000),
      );
  }
}

export const toasts = new Toasts();
