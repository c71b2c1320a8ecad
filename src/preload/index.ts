/** All that the window's page gets from the program. The page's world sees these three functions and nothing of Electron. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { bridgeChannel, type Bridge } from '../contract/host.ts';

const bridge: Bridge = {
  send: (message) => ipcRenderer.send(bridgeChannel, message),
  onMessage: (listener) =>
    void ipcRenderer.on(bridgeChannel, (_event, message: unknown) => {
      listener(message);
    }),
  pathOf: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
};

contextBridge.exposeInMainWorld('pawlab', bridge);
