/** How far each page was scrolled, in CSS pixels, while the window is open. */
const places = new Map<string, number>();

export const scrollPlaces = {
  of: (page: string): number => places.get(page) ?? 0,
  keep: (page: string, top: number): void => void places.set(page, top),
};
