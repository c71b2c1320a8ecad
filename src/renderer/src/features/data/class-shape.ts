/** How much of each class there is place for. */
export interface ClassShape {
  readonly layout: 'cards' | 'list';
  /** In rows of six. */
  readonly thumbnails: number;
}

const manyClasses = 5;
const listFrom = 13;

export function shapeOf(classes: number): ClassShape {
  if (classes >= listFrom) return { layout: 'list', thumbnails: 0 };
  return { layout: 'cards', thumbnails: classes >= manyClasses ? 6 : 12 };
}
