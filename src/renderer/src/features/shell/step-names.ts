/** The steps of a project, in the order of the rail: the digits of their shortcuts follow it. */
export const steps = ['data', 'train', 'predict', 'runs'] as const;
export type StepName = (typeof steps)[number];

export const stepNames: Readonly<Record<StepName, string>> = {
  data: 'Data',
  train: 'Train',
  predict: 'Predict',
  runs: 'Runs',
};
