/** The window's one polite status region: what a screen reader says when it has nothing else to say. */
let said = $state.raw<{ readonly text: string; readonly number: number }>({ text: '', number: 0 });

/** No state: who announces within an effect would otherwise depend on what was said before. */
let number = 0;

/** The same text twice is said twice. */
export function announce(text: string): void {
  number += 1;
  said = { text, number };
}

export const announcement = (): { readonly text: string; readonly number: number } => said;
