/** How many of what, in words: 1 file, 312 files. Regular plurals only. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
