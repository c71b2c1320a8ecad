import { PawlabError } from '../../contract/errors.ts';
import { gigabytes } from '../../contract/gigabytes.ts';
import { again } from '../install-again.ts';
import { tensorFlowVersion, type Wheel } from './wheels.ts';

const goOn = 'install the GPU pack again: it goes on where it was';

const named = (wheel: Wheel): string => `${wheel.package} ${wheel.version}`;

/** What can go wrong with the GPU pack, and what to do then. */
export const advice = {
  unsupported: (platform: string, arch: string) =>
    new PawlabError(
      'gpu-pack-unsupported',
      `There is no GPU pack for ${platform} on ${arch}: TensorFlow's CUDA build is for Linux on x64 processors.`,
      'There is nothing to install. Settings, and `pawlab doctor` on the command line, name the devices to train on.',
    ),
  busy: () =>
    new PawlabError(
      'gpu-pack-busy',
      'Another Pawlab is working on the GPU pack right now.',
      'Wait until it is done, or stop it.',
    ),
  python: () =>
    new PawlabError(
      'python-missing',
      'No Python 3 with pip was found, which knows where packages are fetched from.',
      'Install it (Debian, Ubuntu: sudo apt install python3-pip; Fedora: sudo dnf install python3-pip) and install the GPU pack again.',
    ),
  addon: (why: string) =>
    new PawlabError(
      'device-unavailable',
      `The GPU pack needs the addon of native TensorFlow ${tensorFlowVersion}: ${why}.`,
      `${again('npm run setup')} Then install the GPU pack again.`,
    ),
  space: (folder: string, needed: number, free: number) =>
    new PawlabError(
      'disk-full',
      `The GPU pack needs ${gigabytes(needed)} of free disk in ${folder}; ${gigabytes(free)} are free.`,
      `Make room, or set PAWLAB_DATA to a folder on another disk, and ${goOn}.`,
    ),
  download: (wheel: Wheel, reason: string, cause?: unknown) =>
    new PawlabError(
      'download-failed',
      `${named(wheel)} could not be fetched: ${reason.replace(/\.$/, '')}.`,
      `Check the network, the proxy and pip's package index, and ${goOn}.`,
      { cause },
    ),
  altered: (wheel: Wheel) =>
    new PawlabError(
      'download-altered',
      `What was fetched as ${named(wheel)} is not the pinned file (its hash differs); it was deleted.`,
      `Check the package index or proxy that pip uses, and ${goOn}.`,
    ),
  unpacking: (wheel: Wheel, reason: string) =>
    new PawlabError('unpacking-failed', `${named(wheel)} could not be unpacked: ${reason}.`, `Mend it, and ${goOn}.`),
};
