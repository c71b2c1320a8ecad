import { PawlabError } from '../../contract/errors.ts';

/** What to tell where a step's loss or gradients are no numbers. The update must not have been made. */
export const notFinite = (stepsDone: number): PawlabError =>
  new PawlabError(
    'loss-not-finite',
    `The loss or its gradient is no longer a number in step ${stepsDone + 1}; the weights of step ${stepsDone} were kept.`,
    'Lower the learning rate, or set the clip norm to 1, and train again.',
  );
