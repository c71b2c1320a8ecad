/** A program of its own: chooses a device in the folder named, among which WebGPU ends the process when it is opened. */
import { chooseDevice } from '../../src/studio/devices.ts';
import { devicePartsIn, ladder, smallTrial } from './device-parts.ts';

const [folder = ''] = process.argv.slice(2);
const devices = ladder({ webgpu: () => process.abort() });
await chooseDevice(devicePartsIn(folder, devices), 'auto', smallTrial, {
  report: () => undefined,
  signal: new AbortController().signal,
});
