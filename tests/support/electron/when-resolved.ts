export interface Resolvable<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
}

/** A promise, and what resolves it. */
export function whenResolved<T>(): Resolvable<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve: (value) => resolve(value) };
}
