"""Every kind of layer, loss and optimizer in Keras, written to tests/support/fixtures/keras-layers.json.

Run by hand when the fixture is to be made anew, in a Python with tensorflow-cpu 2.20.0:
    python tests/support/keras_layers.py
The networks stand in keras_cases.py in Pawlab's own form and are kept in the fixture; the layers of Keras are built from
them. Weights, pictures and labels come from the same integer hash as in keras_fixtures.py.
"""
import json
from pathlib import Path

from keras_cases import CASES
from keras_fixtures import uniform
import keras
import numpy as np
import tensorflow as tf

BATCH, STEPS, WHOLE, SAMPLED = 5, 5, 120, 32


def keras_layer(layer, last):
    """The last activation belongs to the loss, which is computed from logits."""
    kinds, kind, name = keras.layers, layer['type'], layer['name']
    used = None if last else layer.get('activation')
    window = {'strides': layer.get('strides'), 'padding': layer.get('padding'), 'name': name}
    neurons = {'use_bias': layer.get('useBias'), 'activation': used}
    match kind:
        case 'rescaling':
            return kinds.Rescaling(layer['scale'], layer['offset'], name=name)
        case 'zeroPadding':
            return kinds.ZeroPadding2D(((layer['top'], layer['bottom']), (layer['left'], layer['right'])), name=name)
        case 'conv2d':
            return kinds.Conv2D(layer['filters'], layer['kernelSize'], **window, **neurons)
        case 'depthwiseConv2d':
            return kinds.DepthwiseConv2D(layer['kernelSize'], **window, **neurons)
        case 'separableConv2d':
            return kinds.SeparableConv2D(layer['filters'], layer['kernelSize'], **window, **neurons)
        case 'dense':
            return kinds.Dense(layer['units'], name=name, **neurons)
        case 'maxPool' | 'averagePool':
            return (kinds.MaxPooling2D if kind == 'maxPool' else kinds.AveragePooling2D)(layer['size'], **window)
        case 'batchNormalization':
            return kinds.BatchNormalization(momentum=layer['momentum'], epsilon=layer['epsilon'], name=name)
        case 'activation':
            return kinds.Activation(used, name=name)
    plain = {'flatten': kinds.Flatten, 'globalAveragePool': kinds.GlobalAveragePooling2D,
             'add': kinds.Add, 'concatenate': kinds.Concatenate}
    return plain[kind](name=name)


def twin(description):
    """The Keras model, which gives logits, its variables by Pawlab's names in the order of the layers, the layers' shapes."""
    size = description['input']
    picture = keras.Input([size['height'], size['width'], 3])
    outputs, previous, named, shapes = {}, picture, [], []
    for layer in description['layers']:
        made = keras_layer(layer, layer is description['layers'][-1])
        sources = [outputs[name] for name in layer['inputs']] if 'inputs' in layer else [previous]
        previous = made(sources if len(sources) > 1 else sources[0])
        outputs[layer['name']] = previous
        named += [(variable_name(layer, v.name), v) for v in made.weights]
        shapes.append(list(previous.shape[1:]))
    return keras.Model(picture, previous), named, shapes


def variable_name(layer, name):
    """Keras calls a separable convolution's kernels so, and a depthwise one's `kernel` or `depthwise_kernel` by version."""
    return f"{layer['name']}/{'kernel' if layer['type'] == 'depthwiseConv2d' and 'kernel' in name else name}"


def formula(name, shape, salt):
    """Kernels in Glorot's range, biases in +-0.05, normalization within 0.3 of neutral."""
    if len(shape) > 1:
        center, limit = 0, np.sqrt(6 / (int(np.prod(shape[:-2])) * (shape[-2] + shape[-1])))
    else:
        center, limit = float(name.endswith(('gamma', 'moving_variance'))), 0.05 if name.endswith('bias') else 0.3
    return (center + (2 * uniform(salt, int(np.prod(shape))) - 1) * limit).astype(np.float32).reshape(shape)


def batch(description, step):
    height, width = description['input'].values()
    pictures = np.floor(uniform(100 + step, BATCH * height * width * 3) * 256).astype(np.float32)
    labels = np.floor(uniform(200 + step, BATCH) * description['classes']).astype(np.int64)
    return pictures.reshape(BATCH, height, width, 3), labels


def loss_of(description, labels, logits):
    loss, options = description['loss'], {'from_logits': True, 'label_smoothing': description['loss']['labelSmoothing']}
    factors = loss['classWeights']
    weights = None if factors is None else tf.constant([factors[label] for label in labels], tf.float32)
    if loss['type'] == 'binaryCrossEntropy':
        return keras.losses.BinaryCrossentropy(**options)(labels[:, None].astype(np.float32), logits, weights)
    truth = np.eye(description['classes'], dtype=np.float32)[labels]
    return keras.losses.CategoricalCrossentropy(**options)(truth, logits, weights)


def optimizer_of(description, learning_rate):
    options = {**description['optimizer']}
    kind = options.pop('type')
    names = {'beta1': 'beta_1', 'beta2': 'beta_2', 'weightDecay': 'weight_decay'}
    made = {'adam': keras.optimizers.Adam, 'adamW': keras.optimizers.AdamW, 'sgd': keras.optimizers.SGD}[kind](
        learning_rate, global_clipnorm=description['clipNorm'], **{names.get(k, k): v for k, v in options.items()})
    if kind == 'adamW':
        made.exclude_from_weight_decay(var_names=['bias', 'gamma', 'beta'])
    return made


def answers(description, model):
    """Of the first batch, as the network answers."""
    logits = model(batch(description, 0)[0], training=False)
    return numbers((tf.sigmoid if logits.shape[-1] == 1 else tf.nn.softmax)(logits).numpy().ravel())


def numbers(values):
    return [float(f'{value:.8g}') for value in values]


def described(name, values, salt):
    """All of a few values; of many those at the places that the formula says, and the Euclidean norm."""
    shape, flat = list(values.shape), values.ravel()
    places = np.arange(flat.size) if flat.size <= WHOLE else np.floor(uniform(300 + salt, SAMPLED) * flat.size).astype(int)
    norm = float(f'{np.linalg.norm(flat.astype(np.float64)):.8g}')
    return {'name': name, 'shape': shape, 'norm': norm, 'values': numbers(flat[places])}


def fixture(case):
    keras.backend.clear_session()
    description, result = case['description'], {**case, 'samples': BATCH}
    model, named, shapes = twin(description)
    for salt, (name, variable) in enumerate(named, 1):
        variable.assign(formula(name, variable.shape, salt))
    trained = [(name, variable) for name, variable in named if variable.trainable]
    listed = lambda pairs: [described(name, values, salt) for salt, (name, values) in enumerate(pairs, 1)]
    optimizer = optimizer_of(description, case['learningRate'])
    result |= {'shapes': shapes, 'outputs': answers(description, model), 'losses': []}
    for step in range(STEPS):
        pictures, labels = batch(description, step)
        with tf.GradientTape() as tape:
            loss = loss_of(description, labels, model(pictures, training=True))
        gradients = tape.gradient(loss, [variable.value for _, variable in trained])
        result['losses'] += numbers([float(loss)])
        if step == 0:
            result['gradients'] = listed([(name, g.numpy()) for (name, _), g in zip(trained, gradients)])
            result['moving'] = listed([(name, v.numpy()) for name, v in named if not v.trainable])
        optimizer.apply(gradients, [variable for _, variable in trained])
    result['weights'] = listed([(name, v.numpy()) for name, v in named])
    return {**result, 'outputsAfter': answers(description, model)}


path = Path(__file__).parent / 'fixtures' / 'keras-layers.json'
cases = [fixture(case) for case in CASES]
source = f'tests/support/keras_layers.py, Keras {keras.__version__}, TensorFlow {tf.__version__}'
lines = ',\n'.join(json.dumps(case, separators=(',', ':')) for case in cases)
path.write_text(f'{{"source":"{source}","cases":[\n{lines}\n]}}\n')
print(path, path.stat().st_size, len(cases))
