/** What a chart takes from the page's style sheet: a canvas knows no custom properties. */
import type { ChartSeries } from './chart-points.ts';

export interface ChartTheme {
  readonly line: Readonly<Record<ChartSeries['kind'], string>>;
  readonly grid: string;
  readonly axis: string;
  readonly text: string;
  readonly strong: string;
  readonly surface: string;
  readonly font: string;
  /** In pixels. */
  readonly fontSize: number;
}

export function themeOf(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    line: { train: token('--chart-train'), test: token('--chart-test'), other: token('--chart-other') },
    grid: token('--chart-grid'),
    axis: token('--line-strong'),
    text: token('--ink-3'),
    strong: token('--ink'),
    surface: token('--surface'),
    font: style.fontFamily,
    fontSize: parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.75,
  };
}

/** Calls back whenever the theme becomes another, by a person's choice or the system's; returns how to end that. */
export function onThemeChange(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
  system.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}
