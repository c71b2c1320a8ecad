/** Draws lines over epochs with Chart.js: no animation, no smoothing, both axes ours. */
import { Chart, LinearScale, LineController, LineElement, PointElement, type ChartOptions } from 'chart.js';
import { epochTicks, ticksOf, type AxisRange } from './chart-axis.ts';
import { behindOf, datasetOf, type LineDataset } from './chart-datasets.ts';
import { marksPlugin } from './chart-marks.ts';
import type { ChartBest, ChartPoint, ChartSeries } from './chart-points.ts';
import { themeOf, type ChartTheme } from './chart-theme.ts';

Chart.register(LinearScale, LineController, LineElement, PointElement);

export interface Drawn {
  readonly series: readonly ChartSeries[];
  readonly behind: readonly ChartPoint[];
  readonly best: ChartBest | null;
  readonly pointed: number | null;
  /** The last epoch. */
  readonly epochs: number;
  readonly range: AxisRange;
  readonly format: (y: number) => string;
}

export interface Drawing {
  draw(drawn: Drawn): void;
  /** Which epoch lies at a pixel from the canvas's left edge, as a fraction; where an epoch or a value lies. */
  epochAt(pixel: number): number;
  pixelOf(epoch: number): number;
  dispose(): void;
}

/** Pixels that a label under the chart needs. */
const labelRoom = 56;

type Now<Value> = () => Value;
type Axes = NonNullable<ChartOptions<'line'>['scales']>;
type Axis = NonNullable<Axes[string]>;

const fontOf = ({ font, fontSize }: ChartTheme): { family: string; size: number } => ({ family: font, size: fontSize });

const epochAxis = (drawn: Now<Drawn>, theme: ChartTheme): Axis => ({
  type: 'linear',
  // The first epoch has room as wide as the others', for what is known before it ends.
  min: 0,
  max: Math.max(1, drawn().epochs),
  grid: { display: false },
  border: { color: theme.axis },
  ticks: {
    font: fontOf(theme),
    color: theme.text,
    maxRotation: 0,
    autoSkip: false,
    callback: (value) => (value === 1 ? 'epoch 1' : String(value)),
  },
  afterBuildTicks: (axis) => {
    const most = Math.max(2, Math.floor(axis.width / labelRoom));
    axis.ticks = epochTicks(drawn().epochs, Math.min(most, 8)).map((value) => ({ value }));
  },
});

const valueAxis = (drawn: Now<Drawn>, theme: ChartTheme): Axis => ({
  type: 'linear',
  min: drawn().range.min,
  max: drawn().range.max,
  grid: { color: theme.grid, drawTicks: false },
  border: { display: false },
  ticks: {
    font: fontOf(theme),
    color: theme.text,
    padding: 8,
    callback: (value) => drawn().format(Number(value)),
  },
  afterBuildTicks: (axis) => {
    axis.ticks = ticksOf(drawn().range).map((value) => ({ value }));
  },
});

const options = (drawn: Now<Drawn>, theme: ChartTheme): ChartOptions<'line'> => ({
  animation: false,
  responsive: true,
  maintainAspectRatio: false,
  events: [],
  parsing: false,
  layout: { padding: { top: 6, right: 8 } },
  scales: { x: epochAxis(drawn, theme), y: valueAxis(drawn, theme) },
});

function datasets({ series, behind, best }: Drawn, theme: ChartTheme): LineDataset[] {
  const lines = series.map((each) => datasetOf(each, best, theme));
  return behind.length === 0 ? lines : [...lines, behindOf(behind, theme)];
}

/** The canvas's parent gives the size; its style gives colors and font, read anew with each drawing. */
export function startDrawing(canvas: HTMLCanvasElement, first: Drawn): Drawing {
  let drawn = first;
  let theme = themeOf(canvas);
  const now = (): Drawn => drawn;
  const chart = new Chart<'line', ChartPoint[]>(canvas, {
    type: 'line',
    data: { datasets: datasets(drawn, theme) },
    options: options(now, theme),
    plugins: [marksPlugin(now, () => theme)],
  });
  return {
    draw(next) {
      drawn = next;
      theme = themeOf(canvas);
      chart.data.datasets = datasets(drawn, theme);
      chart.options = options(now, theme);
      chart.update('none');
    },
    epochAt: (pixel) => chart.scales['x']?.getValueForPixel(pixel) ?? 0,
    pixelOf: (epoch) => chart.scales['x']?.getPixelForValue(epoch) ?? 0,
    dispose: () => chart.destroy(),
  };
}
