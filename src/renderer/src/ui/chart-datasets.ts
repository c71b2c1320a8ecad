/** A series as Chart.js wants it. */
import type { ChartDataset } from 'chart.js';
import type { ChartBest, ChartPoint, ChartSeries } from './chart-points.ts';
import type { ChartTheme } from './chart-theme.ts';

export type LineDataset = ChartDataset<'line', ChartPoint[]>;

/** Beyond so many points, their circles would run into each other. */
const mostDots = 60;

/** Circles on the edge of the chart are drawn whole. */
const beyond = 6;

const plain = { fill: false, tension: 0, showLine: true, pointHitRadius: 0, pointHoverRadius: 0 } as const;

function radii({ points, dots }: ChartSeries, best: ChartBest | null): number[] {
  const usual = dots === true && points.length <= mostDots ? 2.5 : 0;
  return points.map(({ x }) => {
    if (dots === true && best !== null && x === best.x) return 4.5;
    // A single point is no line: without its circle nothing would be seen.
    return points.length === 1 ? 2.5 : usual;
  });
}

export function datasetOf(series: ChartSeries, best: ChartBest | null, theme: ChartTheme): LineDataset {
  const color = theme.line[series.kind];
  return {
    ...plain,
    label: series.name,
    clip: beyond,
    data: [...series.points],
    borderColor: color,
    borderWidth: series.kind === 'train' ? 1.5 : 2,
    borderDash: series.dashed === true ? [6, 3] : [],
    borderJoinStyle: 'round',
    pointRadius: radii(series, best),
    pointBorderColor: color,
    pointBorderWidth: 1.75,
    pointBackgroundColor: series.points.map(({ x }) => (x === best?.x ? color : theme.surface)),
    // The first series lies on top.
    order: series.kind === 'train' ? 2 : 1,
  };
}

/** The line of single steps behind the others: thin and pale, with a gap where an epoch begins anew. */
export function behindOf(points: readonly ChartPoint[], theme: ChartTheme): LineDataset {
  return {
    ...plain,
    label: '',
    clip: 0,
    data: [...points],
    borderColor: theme.axis,
    borderWidth: 1,
    pointRadius: 0,
    order: 3,
  };
}
