import { stepNames, type StepName } from './step-names.ts';

/** A headline within a sentence: its first letter is small, unless the word is all capitals or a name of one letter. */
const within = (headline: string): string =>
  /^\p{Lu}\p{Ll}/u.test(headline) ? headline.charAt(0).toLowerCase() + headline.slice(1) : headline;

/** "Train, epoch 7 of 25 – Cats and dogs" */
export function windowTitle(step: StepName | null, headline: string, project: string | null): string {
  if (step === null) return 'Pawlab';
  const name = stepNames[step];
  const page = headline === '' || headline === name ? name : `${name}, ${within(headline)}`;
  return project === null ? page : `${page} – ${project}`;
}
