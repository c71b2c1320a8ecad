/** What a chart is given, and what can be read from it at one place. */

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

export interface ChartSeries {
  readonly name: string;
  readonly kind: 'train' | 'test' | 'other';
  readonly points: readonly ChartPoint[];
  /** Draws a circle at each point. */
  readonly dots?: boolean;
  readonly dashed?: boolean;
}

export interface ChartBest {
  readonly x: number;
  readonly label: string;
}

export interface Reading {
  readonly x: number;
  /** Of each series that has a point there, in their order. */
  readonly values: readonly { readonly series: ChartSeries; readonly y: number }[];
}

/** The places with a point, from left to right, each once. */
export function placesOf(series: readonly ChartSeries[]): readonly number[] {
  const places = new Set(series.flatMap(({ points }) => points.map(({ x }) => x)));
  return [...places].sort((a, b) => a - b);
}

export function readingAt(series: readonly ChartSeries[], x: number): Reading {
  const values = series.flatMap((each) => {
    const point = each.points.find((candidate) => candidate.x === x);
    return point === undefined ? [] : [{ series: each, y: point.y }];
  });
  return { x, values };
}

/** The place nearest to `x`; null where there are none. */
export function nearestPlace(places: readonly number[], x: number): number | null {
  let nearest: number | null = null;
  for (const place of places) {
    if (nearest === null || Math.abs(place - x) < Math.abs(nearest - x)) nearest = place;
  }
  return nearest;
}

/** Where a key leads from a place: to the left, to the right, to either end. Null: the key is none of the chart's. */
export function placeAfterKey(places: readonly number[], at: number | null, key: string): number | null {
  const last = places.length - 1;
  const index = at === null ? -1 : places.indexOf(at);
  const next: Readonly<Record<string, number>> = {
    ArrowLeft: index < 0 ? last : Math.max(0, index - 1),
    ArrowRight: index < 0 ? last : Math.min(last, index + 1),
    Home: 0,
    End: last,
  };
  const to = next[key];
  return to === undefined ? null : (places[to] ?? null);
}

/** Epoch 6; between two epochs, which lies in the second of them: Epoch 7, 57 %. */
export function placeName(x: number): string {
  if (Number.isInteger(x)) return `Epoch ${x}`;
  return `Epoch ${Math.ceil(x)}, ${Math.round((x - Math.floor(x)) * 100)}\u00a0%`;
}
