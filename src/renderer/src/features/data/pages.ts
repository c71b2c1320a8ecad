/** Pictures are asked for by pages of so many: a screen needs one or two, and none is long in coming. */
export const pageSize = 250;

/** The pages that hold the pictures from one number up to another, that one excluded. */
export function pagesOf(from: number, to: number): readonly number[] {
  if (to <= from) return [];
  const first = Math.floor(from / pageSize);
  const last = Math.floor((to - 1) / pageSize);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export const noPages = (): Set<number> => new Set();
