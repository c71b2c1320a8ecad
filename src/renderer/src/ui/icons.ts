/** Drawn for Pawlab on 20 x 20 units, as strokes; `d` are paths, `r` rectangles, `c` circles. */
export const icons = {
  bad: { c: [[10, 10, 7.25]], d: 'M10 6.25v4.5M10 13.6v.1' },
  check: { d: 'M4.5 10.5l3.75 3.75 7.25-8' },
  chip: {
    r: [[5.25, 5.25, 9.5, 9.5, 1.5]],
    d: 'M8 2.75v2.5M12 2.75v2.5M8 14.75v2.5M12 14.75v2.5M2.75 8h2.5M2.75 12h2.5M14.75 8h2.5M14.75 12h2.5',
  },
  chevron: { d: 'M8 5.5l4.5 4.5L8 14.5' },
  data: {
    r: [
      [2.75, 3.75, 6, 6, 1],
      [11.25, 3.75, 6, 6, 1],
    ],
    d: 'M2.75 13h14.5M2.75 16.25h9.5',
  },
  down: { d: 'M5.5 8l4.5 4.5L14.5 8' },
  drop: { d: 'M10 3v9.5M6.25 9 10 12.75 13.75 9M3 16.25h14' },
  flag: { d: 'M5 17.5V3.25M5 4h9.5l-2 3.25 2 3.25H5' },
  folder: {
    d: 'M2.75 15V5a1.5 1.5 0 0 1 1.5-1.5h3.2l1.8 2h6.5a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5H4.25A1.5 1.5 0 0 1 2.75 15z',
  },
  gear: {
    c: [
      [11.5, 6, 2],
      [8.5, 14, 2],
    ],
    d: 'M3 6h6.5M13.5 6H17M3 14h3.5M10.5 14H17',
  },
  image: {
    r: [[2.75, 3.75, 14.5, 12.5, 1.75]],
    c: [[12.9, 7.6, 1.1]],
    d: 'M3 14l4-4 3.5 3.5L13 11l4 4',
  },
  info: { c: [[10, 10, 7.25]], d: 'M10 9.25v4.5M10 6.4v.1' },
  left: { d: 'M12 5.5 7.5 10l4.5 4.5' },
  lock: { r: [[4.5, 9, 11, 7.75, 1.5]], d: 'M7 9V6.25a3 3 0 0 1 6 0V9' },
  more: {
    c: [
      [4.5, 10, 0.75],
      [10, 10, 0.75],
      [15.5, 10, 0.75],
    ],
    d: '',
  },
  out: { c: [[10, 10, 7.25]], d: 'M6.5 10h7' },
  pause: { d: 'M7 4.5v11M13 4.5v11' },
  play: { d: 'M6.5 4.2v11.6L15.5 10z' },
  plus: { d: 'M10 4v12M4 10h12' },
  predict: {
    c: [[10, 10, 3.25]],
    d: 'M2.75 6.5v-2a1.75 1.75 0 0 1 1.75-1.75h2M13.5 2.75h2a1.75 1.75 0 0 1 1.75 1.75v2M17.25 13.5v2a1.75 1.75 0 0 1-1.75 1.75h-2M6.5 17.25h-2a1.75 1.75 0 0 1-1.75-1.75v-2',
  },
  refresh: {
    d: 'M16.5 8A7 7 0 0 0 4 6.5L3 8M3.5 12A7 7 0 0 0 16 13.5l1-1.5M3 4.25V8h3.75M17 15.75V12h-3.75',
  },
  right: { d: 'M8 5.5l4.5 4.5L8 14.5' },
  runs: { d: 'M3.2 7.5A7.25 7.25 0 1 1 2.75 10M3 3.75V7.5h3.75M10 6v4.25l2.75 1.6' },
  search: { c: [[8.75, 8.75, 5.5]], d: 'M13 13l4 4' },
  stop: { r: [[5, 5, 10, 10, 1.5]], d: '' },
  train: { d: 'M2.75 3v12.25a1 1 0 0 0 1 1H17.5M5.75 12.5c2.5-.3 3-6.7 11-7.5' },
  undo: { d: 'M4 8h8.5a4.25 4.25 0 0 1 0 8.5H8M7.25 4.5 3.75 8l3.5 3.5' },
  up: { d: 'M5.5 12l4.5-4.5L14.5 12' },
  updown: { d: 'M7 7.75l3-3 3 3M7 12.25l3 3 3-3' },
  warn: { d: 'M10 3.2 17.6 16.3H2.4zM10 8.2v3.6M10 14v.1' },
  x: { d: 'M5 5l10 10M15 5L5 15' },
} as const satisfies Readonly<Record<string, Drawing>>;

type Rectangle = readonly [x: number, y: number, width: number, height: number, radius: number];
type Circle = readonly [x: number, y: number, radius: number];

interface Drawing {
  readonly d: string;
  readonly r?: readonly Rectangle[];
  readonly c?: readonly Circle[];
}

export type IconName = keyof typeof icons;

export const drawingOf = (name: IconName): Drawing => icons[name];
