import type { RawData, WebSocket } from 'ws';
import type { Report, StudioEvent } from '../contract/events.ts';
import type { Channel } from '../rpc/channel.ts';
import { serve } from '../rpc/serve.ts';
import type { TabsOptions } from './tabs.ts';

/** Notices that a tab is gone that could not say so: a laptop asleep, a tunnel that broke. Milliseconds. */
const heartbeat = 15_000;

/** Bytes that wait for a tab: from here on it gets no more progress, as the next report says all of it. */
const slow = 1_000_000;
/** And from here on it is let go: it comes back and asks anew. */
const stuck = 32_000_000;

const passing: ReadonlySet<Report['type'] | undefined> = new Set([
  'step',
  'preparing',
  'drawing',
  'fetching',
  'unpacking',
]);

/** What to do with an event while so many bytes wait for a tab. */
export function manner(event: StudioEvent, waiting: number): 'tell' | 'skip' | 'leave' {
  if (waiting > stuck) return 'leave';
  return waiting > slow && event.type === 'job' && passing.has(event.report?.type) ? 'skip' : 'tell';
}

/** Serves the contract to a page until its connection ends. */
export function serveTab(tab: WebSocket, { engine, host, onBug }: Omit<TabsOptions, 'server' | 'secret'>): void {
  const { studio } = engine;
  const serving = serve(channelOf(tab), { studio, host }, onBug);
  const leaveStudio = engine.onStudioEvent((event) => {
    const how = manner(event, tab.bufferedAmount);
    if (how === 'leave') tab.terminate();
    if (how === 'tell') serving.studioEvent(event);
  });
  const leaveHost = engine.onHostEvent((event) => serving.hostEvent(event));
  const stopHeart = beat(tab);
  tab.on('error', () => tab.terminate());
  tab.on('close', () => {
    stopHeart();
    leaveStudio();
    leaveHost();
    serving.close();
  });
}

function channelOf(tab: WebSocket): Channel {
  return {
    send: (message) => {
      if (tab.readyState === tab.OPEN) tab.send(JSON.stringify(message));
    },
    onMessage: (listener) => void tab.on('message', (data) => listener(parsed(data))),
  };
}

/** Undefined, which is no message, for what isn't JSON. */
function parsed(data: RawData): unknown {
  try {
    // Without options to ask otherwise, ws gives one buffer.
    return data instanceof Buffer ? JSON.parse(data.toString()) : undefined;
  } catch {
    return undefined;
  }
}

function beat(tab: WebSocket): () => void {
  let alive = true;
  tab.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) {
      tab.terminate();
      return;
    }
    alive = false;
    tab.ping();
  }, heartbeat);
  return () => clearInterval(timer);
}
