export { onMac, shortcutName, shortcutText, withCommandKey } from './shortcut-names.ts';

/** Whether keys that are characters belong to what has the focus. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
