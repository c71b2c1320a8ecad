import type { Bounds } from './memory.ts';

export const usualSize = { width: 1280, height: 800 };
export const leastSize = { width: 760, height: 480 };

/** So much of its title bar has to be on a display, or nobody can drag a window back. */
const grip = { width: 120, height: 24 };

/**
 * Where to open a window: where it was, if that can still be seen. A display may be gone or smaller since. `displays`: the work
 * area of each, the main one first. Without x and y the system chooses.
 */
export function placeWindow(last: Bounds | null, displays: readonly Bounds[]): Partial<Bounds> & typeof usualSize {
  const shown = last === null ? undefined : displays.find((area) => shows(area, last));
  const { width, height } = last ?? usualSize;
  const area = shown ?? displays[0];
  const size = {
    width: within(width, leastSize.width, area?.width),
    height: within(height, leastSize.height, area?.height),
  };
  return last === null || shown === undefined ? size : { ...size, x: last.x, y: last.y };
}

const within = (value: number, least: number, most = Infinity): number => Math.max(least, Math.min(value, most));

/** Whether enough of the title bar, which is the upper edge, lies on the display. */
function shows(area: Bounds, window: Bounds): boolean {
  const visible = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return visible >= grip.width && window.y >= area.y && window.y + grip.height <= area.y + area.height;
}
