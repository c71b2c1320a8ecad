import { only } from './refusing.ts';
import type { StandInContents } from './web-contents.ts';

type Listener = (event: object, ...args: readonly unknown[]) => void;

const listeners = new Map<string, Listener[]>();

/** Of `ipcMain` messages only: no calls that are answered, no ports. */
export const ipcMain = only('ipcMain', {
  on: (channel: string, listener: Listener) =>
    void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
});

export function tellMain(sender: StandInContents, channel: string, args: readonly unknown[]): void {
  const event = only('IpcMainEvent', { sender, senderFrame: sender.mainFrame, type: 'frame' });
  for (const listener of listeners.get(channel) ?? []) listener(event, ...args);
}
