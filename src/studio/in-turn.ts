const queues = new Map<string, Promise<unknown>>();

/**
 * Does work on a file after all earlier work on it in this process. Two changes at once would each write without what the
 * other wrote. `name`: any that those who change the file agree on, such as its path.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  queues.set(name, mine);
  try {
    return await mine;
  } finally {
    if (queues.get(name) === mine) queues.delete(name);
  }
}
