/** How much of the training pictures is held back for the test, as a person types it. */
const smallest = 5;
const largest = 50;

export const usualShare = 0.2;

/** 0.2 is 20. */
export const percentOf = (share: number): number => Math.round(share * 100);

/** A share of 0.05 to 0.5, or what is wrong with the text, in words that end a sentence. */
export function shareOfText(text: string): { readonly share: number } | { readonly problem: string } {
  const percent = text.trim() === '' ? NaN : Number(text.replace('%', ''));
  return Number.isInteger(percent) && percent >= smallest && percent <= largest
    ? { share: percent / 100 }
    : { problem: `The share must be a whole number from ${smallest} to ${largest}.` };
}
