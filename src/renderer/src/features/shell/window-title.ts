import type { PageTitle } from '../../ui/page-title.svelte.ts';
import { stepNames, type StepName } from './step-names.ts';

/** A headline within a sentence: its first letter is small, unless the word is all capitals or a name of one letter. */
const within = (headline: string): string =>
  /^\p{Lu}\p{Ll}/u.test(headline) ? headline.charAt(0).toLowerCase() + headline.slice(1) : headline;

/** "Train, epoch 7 of 25 – Cats and dogs"; names keep their case: "Predict, Cat · 51.6 % – Cats and dogs" */
export function windowTitle(step: StepName | null, { text, named }: PageTitle, project: string | null): string {
  if (step === null) return 'Pawlab';
  const name = stepNames[step];
  const page = text === '' || text === name ? name : `${name}, ${named ? text : within(text)}`;
  return project === null ? page : `${page} – ${project}`;
}
