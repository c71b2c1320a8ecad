import type { Sliding } from '../../models/operations.ts';

/** One place of a window over a picture: the output it belongs to and the input that lies under one of its elements. */
type Visit = (output: number, input: number, element: number) => void;

/**
 * Calls `visit` for every element of every window that lies on a picture, with positions of channel 0 (elements of the
 * picture and of the output; `element` counts row by row in the window). `x` and `y`: n x height x width x channels.
 */
export function eachWindowElement(sliding: Sliding, x: readonly number[], y: readonly number[], visit: Visit): void {
  const [samples = 0, height = 0, width = 0, channels = 0] = x;
  const [, rows = 0, columns = 0] = y;
  const { size, strides } = sliding;
  const top = paddedBefore(sliding, height, rows);
  const left = paddedBefore(sliding, width, columns);
  for (let at = 0; at < samples * rows * columns; at++) {
    const sample = Math.floor(at / (rows * columns));
    const row = (Math.floor(at / columns) % rows) * strides - top;
    const column = (at % columns) * strides - left;
    for (let element = 0; element < size * size; element++) {
      const inRow = row + Math.floor(element / size);
      const inColumn = column + (element % size);
      if (inRow < 0 || inRow >= height || inColumn < 0 || inColumn >= width) continue;
      visit(at * channels, ((sample * height + inRow) * width + inColumn) * channels, element);
    }
  }
}

/** Rows or columns that `same` adds before, as TensorFlow: the odd one goes after. */
export function paddedBefore({ size, strides, padding }: Sliding, side: number, outputs: number): number {
  return padding === 'valid' ? 0 : Math.floor(Math.max(0, (outputs - 1) * strides + size - side) / 2);
}
