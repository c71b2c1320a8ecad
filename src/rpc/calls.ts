import type { StudioApi } from '../contract/api.ts';
import type { DesktopApi, HostApi } from '../contract/host.ts';
import type { PicturesApi } from '../contract/pictures.ts';

export interface Apis {
  readonly studio: StudioApi;
  readonly pictures: PicturesApi;
  readonly host: HostApi;
  readonly desktop: DesktopApi;
}

export type Group = keyof Apis;

/** Every call there is, by name. Types end where a message begins: this is what is left of the contract on the way. */
export const calls: { readonly [G in Group]: Readonly<Record<keyof Apis[G], true>> } = {
  studio: {
    snapshot: true,
    changePreferences: true,
    stop: true,
    inspectFolder: true,
    recentProjects: true,
    forgetProject: true,
    openProject: true,
    project: true,
    changeProject: true,
    testFoldersBeside: true,
    drawSample: true,
    scan: true,
    data: true,
    classPictures: true,
    previewRun: true,
    measureDevices: true,
    train: true,
    resume: true,
    pause: true,
    runs: true,
    run: true,
    renameRun: true,
    deleteRun: true,
    restoreRun: true,
    predict: true,
    examine: true,
    gpuPack: true,
    installGpuPack: true,
    removeGpuPack: true,
  },
  pictures: { picture: true },
  host: { capabilities: true, engine: true, restartEngine: true, listFolder: true },
  desktop: { chooseFolder: true, choosePictures: true, reveal: true, showsProject: true, setTheme: true },
};
