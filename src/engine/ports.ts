/**
 * What the engine needs from outside. Each interface is implemented by one adapter; nothing here names a library,
 * a file system or a device.
 */
export type * from './ports/devices.ts';
export type * from './ports/folders.ts';
export type * from './ports/gpu-pack.ts';
export type * from './ports/machine.ts';
export type * from './ports/networks.ts';
export type * from './ports/pictures.ts';
export type * from './ports/process.ts';
export type * from './ports/sample.ts';
