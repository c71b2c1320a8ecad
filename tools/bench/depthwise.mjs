/**
 * A network of the bench: MobileNet's first two blocks (Howard and others 2017), depthwise and pointwise convolutions with
 * batch normalization, 18 layers with the rescaling. keras_depthwise_step.py holds its twin; the bench compares their
 * numbers of parameters.
 */
export const depthwise = {
  preset: 'depthwise',
  input: { height: 64, width: 64 },
  layers: [
    { type: 'rescaling', name: 'rescaling', scale: 1 / 255, offset: 0 },
    convolution('conv', { filters: 32, kernelSize: 3, strides: 2 }),
    ...normalized('conv'),
    ...block('block_1', { strides: 1, filters: 64 }),
    ...block('block_2', { strides: 2, filters: 128 }),
    { type: 'globalAveragePool', name: 'global_average' },
    { type: 'dense', name: 'dense', units: 10, useBias: true, activation: 'softmax' },
  ],
  classes: 10,
  loss: { type: 'categoricalCrossEntropy', labelSmoothing: 0, classWeights: null },
  optimizer: { type: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  clipNorm: null,
  averageDecay: null,
};

function block(name, { strides, filters }) {
  const spread = { kernelSize: 3, strides, padding: 'same', useBias: false, activation: 'linear' };
  return [
    { type: 'depthwiseConv2d', name: `${name}_depthwise`, ...spread },
    ...normalized(`${name}_depthwise`),
    convolution(`${name}_pointwise`, { filters, kernelSize: 1, strides: 1 }),
    ...normalized(`${name}_pointwise`),
  ];
}

/** Without a bias, which normalization would take away again. */
function convolution(name, sizes) {
  return { type: 'conv2d', name, ...sizes, padding: 'same', useBias: false, activation: 'linear' };
}

/** Momentum and epsilon are Keras's defaults. */
function normalized(name) {
  return [
    { type: 'batchNormalization', name: `${name}_normalization`, momentum: 0.99, epsilon: 0.001 },
    { type: 'activation', name: `${name}_activation`, activation: 'relu6' },
  ];
}
