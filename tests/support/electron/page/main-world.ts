/** Runs in the page, as text, before anything of its own: its end of the context bridge, and of windows that it opens. */
declare const document: EventTarget;
declare const location: { readonly href: string };

interface Detail {
  readonly key: string;
  readonly names: readonly string[];
  readonly callback: number;
  readonly args: readonly unknown[];
  readonly value: unknown;
  readonly error: string | null;
}

type Callback = (...args: unknown[]) => void;

export function mainWorld(): void {
  const callbacks: Callback[] = [];
  const hear = (name: string, listener: (detail: Detail) => void, once = false): void =>
    document.addEventListener(`standin-${name}`, (event) => listener((event as CustomEvent<Detail>).detail), { once });
  const tell = (name: string, detail: object): void =>
    void document.dispatchEvent(new CustomEvent(`standin-${name}`, { detail }));
  // As Electron: functions become references, everything else is cloned or refused.
  const outgoing = (value: unknown): unknown =>
    typeof value === 'function' ? { standinCallback: callbacks.push(value as Callback) - 1 } : structuredClone(value);

  function call(key: string, name: string, args: unknown[]): unknown {
    let answer: Pick<Detail, 'value' | 'error'> = { value: undefined, error: 'the preload script did not answer' };
    hear('answer', (detail) => (answer = detail), true);
    // Events are heard before `dispatchEvent` returns, in whichever world.
    tell('call', { key, name, args: args.map(outgoing) });
    if (answer.error !== null) throw new Error(answer.error);
    return answer.value;
  }

  hear('expose', ({ key, names }) => {
    const functions = names.map((name) => [name, (...args: unknown[]) => call(key, name, args)]);
    Reflect.set(globalThis, key, Object.freeze(Object.fromEntries(functions)));
  });
  hear('callback', ({ callback, args }) => callbacks[callback]?.(...args));

  const open = (address: string): void => tell('open', { address: new URL(address, location.href).href });
  Reflect.set(globalThis, 'open', (address: string) => {
    open(address);
    return null;
  });
  document.addEventListener('click', (event) => {
    const target = event.target as unknown as { closest?(selector: string): { readonly href: string } | null };
    const link = target.closest?.('a[target=_blank]') ?? null;
    if (link === null) return;
    event.preventDefault();
    open(link.href);
  });
}
