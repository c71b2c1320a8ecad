/** Moves the focus to a radio within the group that an event came from. */
export function focusRadio(group: HTMLElement, index: number): void {
  group.querySelectorAll<HTMLElement>('[role="radio"]').item(index).focus();
}
