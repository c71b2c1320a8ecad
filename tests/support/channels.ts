import type { Channel } from '../../src/rpc/channel.ts';

/** Two ends of a channel in memory. Messages cross as JSON, each in a turn of its own, as between real processes. */
export function channelPair(): readonly [Channel, Channel] {
  const toFirst: Line = { listener: () => undefined };
  const toSecond: Line = { listener: () => undefined };
  return [end(toSecond, toFirst), end(toFirst, toSecond)];
}

interface Line {
  listener: (message: unknown) => void;
}

const end = (out: Line, into: Line): Channel => ({
  send: (message) => {
    const text = JSON.stringify(message);
    setImmediate(() => out.listener(JSON.parse(text)));
  },
  onMessage: (listener) => {
    into.listener = listener;
  },
});
