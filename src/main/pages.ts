/** Serves the contract to the page of each window, over one channel that everything from a page goes through. */
import { ipcMain, type BrowserWindow, type IpcMainEvent } from 'electron';
import { bridgeChannel, type DesktopApi, type HostEvent } from '../contract/host.ts';
import { oneByOne } from '../rpc/one-by-one.ts';
import type { Channel } from '../rpc/channel.ts';
import { serve } from '../rpc/serve.ts';
import { isTrusted } from './addresses.ts';
import type { WindowsOptions } from './windows.ts';

export interface ServedPage {
  tell(event: HostEvent): void;
}

type Hear = (message: unknown) => void;

export function servePages({ engine, host, desktop, log }: WindowsOptions): (window: BrowserWindow) => ServedPage {
  const hearing = new Map<number, Hear>();
  ipcMain.on(bridgeChannel, (event, message: unknown) => {
    const hear = hearing.get(event.sender.id);
    if (isTrusted(senderOf(event, hear !== undefined))) hear?.(message);
    else log.line(`a message of a page that isn't ours was not heard: ${event.senderFrame?.url ?? 'gone'}`);
  });

  return (window) => {
    const { webContents } = window;
    const { id } = webContents;
    const channel: Channel = {
      send: (message) => {
        if (!webContents.isDestroyed()) webContents.send(bridgeChannel, message);
      },
      onMessage: (listener) => void hearing.set(id, oneByOne(listener)),
    };
    const waiting = untilListening((event) => serving.hostEvent(event));
    const own = tellingWhenShown(desktop(window), waiting.listens);
    const serving = serve(channel, { studio: engine.studio, host, desktop: own }, log.bug);
    const leaving = [
      engine.onStudioEvent((event) => serving.studioEvent(event)),
      engine.onHostEvent((event) => serving.hostEvent(event)),
    ];
    window.on('closed', () => {
      hearing.delete(id);
      serving.close();
      for (const leave of leaving) leave();
    });
    return waiting;
  };
}

/** Keeps events until somebody listens: what a page is told before it has set up its listeners is lost. */
function untilListening(tell: (event: HostEvent) => void): ServedPage & { readonly listens: () => void } {
  const waiting: HostEvent[] = [];
  let listening = false;
  return {
    tell: (event) => {
      if (listening) tell(event);
      else waiting.push(event);
    },
    listens: () => {
      listening = true;
      waiting.splice(0).forEach(tell);
    },
  };
}

/** A page that says what it shows has set up its listeners. */
const tellingWhenShown = (desktop: DesktopApi, listens: () => void): DesktopApi => ({
  ...desktop,
  showsProject: async (project) => {
    await desktop.showsProject(project);
    listens();
  },
});

const senderOf = ({ sender, senderFrame }: IpcMainEvent, isOurWindow: boolean) => ({
  address: senderFrame?.url ?? '',
  isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
  isOurWindow,
});
