/** Where the pictures of a grid stand, and where a key leads. */

/** How many pictures fit beside each other: at least one. Pixels. */
export const columnsOf = (width: number, size: number, gap: number): number =>
  Math.max(1, Math.floor((width + gap) / (size + gap)));

export const rowsOf = (count: number, columns: number): number => Math.ceil(count / columns);

/** The numbers of the pictures of a row. */
export function indexesOf(row: number, columns: number, count: number): readonly number[] {
  const first = row * columns;
  return Array.from({ length: Math.max(0, Math.min(columns, count - first)) }, (_, column) => first + column);
}

export interface GridShape {
  readonly count: number;
  readonly columns: number;
  /** Whole rows that are seen at once. */
  readonly page: number;
}

/** By how many pictures a key moves; null for keys that don't. */
function stepOf(key: string, { columns, page, count }: GridShape): number | null {
  switch (key) {
    case 'ArrowLeft':
      return -1;
    case 'ArrowRight':
      return 1;
    case 'ArrowUp':
      return -columns;
    case 'ArrowDown':
      return columns;
    case 'PageUp':
      return -columns * Math.max(1, page);
    case 'PageDown':
      return columns * Math.max(1, page);
    case 'Home':
      return -count;
    case 'End':
      return count;
    default:
      return null;
  }
}

/** Keeps the column and ends in the first or the last row, in its last picture where that row is shorter. */
function verticalMove(from: number, step: number, { count, columns }: GridShape): number {
  const lastRow = Math.floor((count - 1) / columns);
  const row = Math.floor((from + step) / columns);
  const column = from % columns;
  return Math.min(count - 1, Math.min(lastRow, Math.max(0, row)) * columns + column);
}

/** Where a key leads from a picture; null for keys that don't move. */
export function moveOf(key: string, from: number, shape: GridShape): number | null {
  const step = stepOf(key, shape);
  if (step === null || shape.count === 0) return null;
  if (key.startsWith('Page') || key === 'ArrowUp' || key === 'ArrowDown') return verticalMove(from, step, shape);
  return Math.min(shape.count - 1, Math.max(0, from + step));
}
