/** How pictures become numbers, and what augmentation does to those that are trained on. */
import type { Setting } from './kinds.ts';

const tutorial = 'the tutorial';

export const pictureSettings = {
  shear: {
    kind: 'number',
    label: 'Shear',
    default: 0.2,
    min: 0,
    max: 45,
    integer: false,
    unit: 'degrees',
    help: 'largest shear of a training picture, either way (as in Keras, 0.2 is 0.2 degrees)',
    source: tutorial,
  },
  zoom: {
    kind: 'number',
    label: 'Zoom',
    default: 0.2,
    min: 0,
    max: 0.9,
    integer: false,
    unit: null,
    help: 'largest zoom of a training picture, on each axis on its own: 0.2 is 0.8 to 1.2',
    source: tutorial,
  },
  flip: {
    kind: 'switch',
    label: 'Flip',
    default: true,
    help: 'mirror half of the training pictures, left to right',
    source: tutorial,
  },
  resampling: {
    kind: 'choice',
    label: 'Resampling',
    default: 'antialiased',
    choices: ['antialiased', 'nearest'] as readonly ('antialiased' | 'nearest')[],
    help: "how pictures are shrunk: with antialiasing, or by taking single pixels as Keras's loader does",
    source: 'less aliasing than the tutorial, whose loader takes the nearest pixel',
  },
} as const satisfies Record<string, Setting>;
