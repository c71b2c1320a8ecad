/**
 * Hands messages on one by one, each after everybody who awaited the one before has run. Node tells of several messages in a
 * row before promises go on: an event would be seen before the answer that came ahead of it.
 */
export function oneByOne(listener: (message: unknown) => void): (message: unknown) => void {
  const waiting: unknown[] = [];
  let busy = false;
  const next = (): void => {
    busy = waiting.length > 0;
    if (!busy) return;
    setImmediate(next);
    listener(waiting.shift());
  };
  return (message) => {
    waiting.push(message);
    if (!busy) next();
  };
}
