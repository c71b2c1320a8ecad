/** Sizes of thumbnails that are asked for: few of them, so that windows of about the same size share pictures. */
const steps = [64, 96, 144, 224, 320, 512, 1024, 2048];

/** Pixels to ask for where a picture is shown `size` CSS pixels wide on a screen of `ratio` pixels each. */
export function edgeFor(size: number, ratio: number): number {
  const wanted = size * ratio;
  return steps.find((step) => step >= wanted) ?? 2048;
}
