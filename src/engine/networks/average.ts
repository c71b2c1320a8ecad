/**
 * How much of the average of the weights stays at a step, counted from 1: little at first, so that the first weights are
 * soon forgotten (the `num_updates` rule of TensorFlow's ExponentialMovingAverage). average = decay * average + (1 - decay) * weight,
 * after the optimizer's update.
 */
export const averageDecayAt = (decay: number, step: number): number => Math.min(decay, (1 + step) / (10 + step));
