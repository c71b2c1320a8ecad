/** Where what floats over an element belongs for screen readers: the part of the page that the element is in. */
export const landmarkOf = (element: HTMLElement | null): Element | string =>
  element?.closest('[role="dialog"], nav, main') ?? 'body';
