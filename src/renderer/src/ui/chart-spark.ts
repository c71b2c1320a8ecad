/** A line of values as the points of an SVG polyline in a box `width` by `height`, on a scale that others share. */
export function sparkPoints(
  values: readonly number[],
  { min, max }: { readonly min: number; readonly max: number },
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const across = values.length < 2 ? 0 : width / (values.length - 1);
  const place = (value: number): number =>
    max > min ? (max - Math.min(max, Math.max(min, value))) / (max - min) : 0.5;
  return values.map((value, index) => `${(index * across).toFixed(1)},${(place(value) * height).toFixed(1)}`).join(' ');
}
