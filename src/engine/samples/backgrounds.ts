/** Where the animals are. Each place fills the whole picture. */
import type { Random } from '../random.ts';
import { chance, choose } from './choose.ts';
import { blob, line, patch, polygon, type Crayon, type Point } from './crayon.ts';
import { crayons, papers } from './palette.ts';

export interface Sheet {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const sheetOf = ({ width, height }: Sheet, fill: string): string =>
  `<rect width="${width}" height="${height}" fill="${fill}"/>`;

/** Between two colors at a random slant. */
export function gradient(
  random: Random,
  sheet: Sheet,
  id: string,
  stops: readonly [string, string],
  opacity = 1,
): string {
  const angle = random.uniform(0, 2 * Math.PI);
  const half = (part: number): number => Math.round(part * 50) / 100;
  const [across, down] = [half(Math.cos(angle)), half(Math.sin(angle))];
  const ends = `x1="${0.5 - across}" y1="${0.5 - down}" x2="${0.5 + across}" y2="${0.5 + down}"`;
  const colors = stops
    .map((color, at) => `<stop offset="${at}" stop-color="${color}" stop-opacity="${opacity}"/>`)
    .join('');
  return `<linearGradient id="${id}" ${ends}>${colors}</linearGradient>` + sheetOf(sheet, `url(#${id})`);
}

function plain({ random }: Crayon, sheet: Sheet): string {
  return sheetOf(sheet, choose(random, papers));
}

function fade({ random }: Crayon, sheet: Sheet): string {
  return gradient(random, sheet, 'fade', [choose(random, papers), choose(random, crayons)]);
}

function room(crayon: Crayon, sheet: Sheet): string {
  const { random } = crayon;
  const { width, height } = sheet;
  const floor = height * random.uniform(0.55, 0.8);
  const boards: Point[] = [
    [-9, floor],
    [width / 2, floor],
    [width + 9, floor],
    [width + 9, height + 9],
    [-9, height + 9],
  ];
  const frame = { x: width * random.uniform(0.05, 0.7), y: height * random.uniform(0.05, 0.2), size: height * 0.3 };
  const corners: Point[] = [
    [frame.x, frame.y],
    [frame.x + frame.size, frame.y],
    [frame.x + frame.size, frame.y + frame.size],
    [frame.x, frame.y + frame.size],
  ];
  const rug = { x: width * random.uniform(0.3, 0.7), y: height * 0.92, rx: width * 0.4, ry: height * 0.1 };
  return (
    sheetOf(sheet, choose(random, papers)) +
    polygon(crayon, boards, choose(random, papers)) +
    (chance(random, 0.6) ? polygon(crayon, corners, choose(random, crayons)) : '') +
    (chance(random, 0.5) ? patch(crayon, rug, choose(random, crayons), 0.8) : '')
  );
}

function hills(crayon: Crayon, { width, height }: Sheet, top: number, fill: string): string {
  const rise = (): number => height * (top + crayon.random.uniform(-0.08, 0.08));
  const ridge = [0, 0.25, 0.5, 0.75, 1].map((part): Point => [width * (1.1 * part - 0.05), rise()]);
  return blob(crayon, [...ridge, [width * 1.1, height * 1.2], [-width * 0.1, height * 1.2]], fill);
}

function tufts(crayon: Crayon, { width, height }: Sheet, color: string): string {
  const { random } = crayon;
  return Array.from({ length: 10 + random.below(14) }, () => {
    const [x, y] = [random.uniform(0, width), height * random.uniform(0.6, 1)];
    return line(
      crayon,
      [
        [x, y],
        [x + random.uniform(-4, 4), y - random.uniform(4, 10)],
      ],
      { color, width: 1.5 },
    );
  }).join('');
}

function meadow(crayon: Crayon, sheet: Sheet): string {
  const { random } = crayon;
  const sky = choose(random, ['#bfe3f7', '#8ec9ee', '#f9d9a8', '#d8dde2']);
  const [far, near] = [
    choose(random, ['#8fc25f', '#b7cf74', '#6fa85a']),
    choose(random, ['#79b04c', '#a3c65e', '#5c9549', '#cdb95f']),
  ];
  return (
    sheetOf(sheet, sky) +
    (chance(random, 0.6) ? hills(crayon, sheet, random.uniform(0.35, 0.5), far) : '') +
    hills(crayon, sheet, random.uniform(0.55, 0.75), near) +
    tufts(crayon, sheet, '#3f6f2c')
  );
}

function night(crayon: Crayon, sheet: Sheet): string {
  const { random } = crayon;
  const stars = Array.from({ length: 8 + random.below(16) }, () => {
    const size = random.uniform(0.8, 2.2);
    const star = { x: random.uniform(0, sheet.width), y: sheet.height * random.uniform(0, 0.7), rx: size, ry: size };
    return patch({ ...crayon, wobble: 0.3 }, star, '#fdf3b4');
  });
  const ground = choose(random, ['#2c4a3a', '#33415c', '#4a3b52', '#56506b']);
  return (
    sheetOf(sheet, choose(random, ['#22305c', '#1d2440', '#3b3566', '#44598f'])) +
    stars.join('') +
    hills(crayon, sheet, 0.7, ground)
  );
}

/** Squares of one color on another. */
function checkered({ random }: Crayon, sheet: Sheet): string {
  const side = Math.round(random.uniform(14, 34));
  const squares: string[] = [];
  for (let row = 0; row * side < sheet.height; row++)
    for (let column = row % 2; column * side < sheet.width; column += 2)
      squares.push(`M${column * side} ${row * side}h${side}v${side}h-${side}z`);
  return (
    sheetOf(sheet, choose(random, papers)) +
    `<path d="${squares.join('')}" fill="${choose(random, crayons)}" fill-opacity="0.55"/>`
  );
}

function striped(crayon: Crayon, sheet: Sheet): string {
  const { random } = crayon;
  const [gap, slant, color] = [random.uniform(12, 30), random.uniform(-60, 60), choose(random, crayons)];
  const count = Math.ceil((sheet.width + 120) / gap);
  const bars = Array.from({ length: count }, (_, index): Point[] => {
    const x = index * gap - 60;
    return [
      [x + slant, -5],
      [x + slant / 2, sheet.height / 2],
      [x, sheet.height + 5],
    ];
  });
  const style = { color, width: gap * 0.45, opacity: 0.6 };
  return sheetOf(sheet, choose(random, papers)) + bars.map((bar) => line(crayon, bar, style)).join('');
}

/** Crayon all over the sheet. */
function scrawled(crayon: Crayon, sheet: Sheet): string {
  const { random } = crayon;
  const stroke = (): string => {
    const points = Array.from({ length: 7 }, (_, index): Point => [
      sheet.width * (index / 6),
      random.uniform(0, sheet.height),
    ]);
    return line(crayon, points, { color: choose(random, crayons), width: random.uniform(3, 9), opacity: 0.5 });
  };
  return sheetOf(sheet, choose(random, papers)) + Array.from({ length: 3 + random.below(5) }, stroke).join('');
}

export const backgrounds = [
  plain,
  fade,
  room,
  room,
  meadow,
  meadow,
  night,
  checkered,
  striped,
  scrawled,
] satisfies readonly ((crayon: Crayon, sheet: Sheet) => string)[];
