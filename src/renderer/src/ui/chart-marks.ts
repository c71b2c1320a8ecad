/** What is drawn over the lines: the best epoch, and where a person points. */
import type { Chart, Plugin } from 'chart.js';
import type { ChartBest } from './chart-points.ts';
import type { ChartTheme } from './chart-theme.ts';

export interface Marks {
  readonly best: ChartBest | null;
  readonly pointed: number | null;
}

function upright({ ctx, chartArea, scales }: Chart, x: number, color: string, dash: readonly number[]): number {
  const at = scales['x']?.getPixelForValue(x) ?? 0;
  ctx.save();
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  ctx.setLineDash([...dash]);
  ctx.beginPath();
  ctx.moveTo(at, chartArea.top);
  ctx.lineTo(at, chartArea.bottom);
  ctx.stroke();
  ctx.restore();
  return at;
}

/** Right of the line, or left of it where the chart ends. */
function label({ ctx, chartArea }: Chart, at: number, text: string, theme: ChartTheme): void {
  ctx.save();
  ctx.font = `500 ${theme.fontSize}px ${theme.font}`;
  ctx.fillStyle = theme.strong;
  ctx.textBaseline = 'top';
  const fits = at + 8 + ctx.measureText(text).width <= chartArea.right;
  ctx.textAlign = fits ? 'left' : 'right';
  ctx.fillText(text, fits ? at + 8 : at - 8, chartArea.top + 3);
  ctx.restore();
}

export const marksPlugin = (marks: () => Marks, theme: () => ChartTheme): Plugin<'line'> => ({
  id: 'marks',
  beforeDatasetsDraw(chart) {
    const { best, pointed } = marks();
    if (pointed !== null) upright(chart, pointed, theme().text, []);
    if (best !== null) label(chart, upright(chart, best.x, theme().line.test, [2, 3]), best.label, theme());
  },
});
