"""The networks that keras_layers.py compares, small, so that together they hold every layer with every option."""
ADAM = {'type': 'adam', 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-7}
ADAMW = {**ADAM, 'type': 'adamW', 'weightDecay': 0.1}


def layer(kind, name, inputs=None, **options):
    return {'type': kind, 'name': name, **({} if inputs is None else {'inputs': inputs.split()}), **options}


def conv(name, filters, size=3, strides=1, padding='same', bias=True, activation='linear', **rest):
    return layer('conv2d', name, filters=filters, kernelSize=size, strides=strides, padding=padding, useBias=bias,
                 activation=activation, **rest)


def depthwise(name, size=3, strides=1, padding='same', bias=True, activation='linear', **rest):
    return layer('depthwiseConv2d', name, kernelSize=size, strides=strides, padding=padding, useBias=bias,
                 activation=activation, **rest)


def separable(name, filters, size=3, strides=1, padding='same', bias=True, activation='linear', **rest):
    return {**conv(name, filters, size, strides, padding, bias, activation, **rest), 'type': 'separableConv2d'}


def dense(name, units, activation='linear', bias=True, **rest):
    return layer('dense', name, units=units, useBias=bias, activation=activation, **rest)


def pool(kind, name, size, strides, padding='valid', **rest):
    return layer(f'{kind}Pool', name, size=size, strides=strides, padding=padding, **rest)


def normal(name, momentum=0.9, epsilon=1e-3, **rest):
    return layer('batchNormalization', name, momentum=momentum, epsilon=epsilon, **rest)


def activation(name, of, **rest):
    return layer('activation', name, activation=of, **rest)


RESCALING = layer('rescaling', 'rescaling', scale=1 / 127.5, offset=-1)
FLATTEN, GLOBAL = layer('flatten', 'flatten'), layer('globalAveragePool', 'global')


def case(name, layers, classes=3, optimizer=ADAM, learning_rate=1e-3, smoothing=0.0, weights=None, clip=None, bias=True):
    head = dense('head', 1, 'sigmoid', bias) if classes == 2 else dense('head', classes, 'softmax', bias)
    loss = 'binaryCrossEntropy' if classes == 2 else 'categoricalCrossEntropy'
    return {'name': name, 'learningRate': learning_rate, 'description': {
        'preset': name, 'input': {'height': 9, 'width': 8}, 'layers': [RESCALING, *layers, head], 'classes': classes,
        'loss': {'type': loss, 'labelSmoothing': smoothing, 'classWeights': weights},
        'optimizer': optimizer, 'clipNorm': clip, 'averageDecay': None}}


LAYERS = [
    case('convolution, valid', [conv('a', 4, padding='valid', activation='relu'), conv('b', 5, 2, 2, 'valid'), FLATTEN], 2),
    case('convolution, same', [conv('a', 4, bias=False, activation='relu'), conv('b', 4, 4), FLATTEN]),
    case('convolution, strides', [conv('a', 4, strides=2), conv('b', 5, 3, 2, 'valid', False), FLATTEN], 2, bias=False),
    case('convolution, strides, same, even kernels', [conv('a', 4, 4, 2), conv('b', 4, 2, 3), FLATTEN]),
    case('convolution of one pixel', [conv('a', 4, 1), conv('b', 6, 1, 2, 'valid', False), FLATTEN]),
    case('depthwise', [depthwise('a', activation='relu6'), depthwise('b', 3, 2, 'valid', False), FLATTEN]),
    case('depthwise, strides, same', [conv('a', 4), depthwise('b', 3, 2), depthwise('c', 2, 1, 'valid'), FLATTEN], 2),
    case('separable', [separable('a', 4, activation='swish'), separable('b', 5, 3, 2, 'valid', False, 'sigmoid'), FLATTEN]),
    case('separable, strides, same', [separable('a', 4, 3, 2), separable('b', 3, 2, 1, 'valid'), FLATTEN], 2),
    case('dense', [FLATTEN, dense('a', 9, 'relu'), dense('b', 7, 'swish', False), dense('c', 5, 'sigmoid')], bias=False),
    case('max pooling', [conv('a', 4, activation='relu'), pool('max', 'p', 2, 2), conv('b', 4), pool('max', 'q', 2, 2), FLATTEN], 2),
    case('max pooling, overlapping', [conv('a', 4, activation='relu6'), pool('max', 'p', 3, 2), conv('b', 4, activation='swish'),
                                      pool('max', 'q', 2, 1), FLATTEN]),
    case('max pooling, same', [conv('a', 4, activation='sigmoid'), pool('max', 'p', 3, 2, 'same'), conv('b', 4, bias=False),
                               pool('max', 'q', 2, 1, 'same'), FLATTEN]),
    case('max pooling of what is used twice', [conv('a', 4, activation='relu'), pool('max', 'p', 2, 1, 'same'),
                                               layer('concatenate', 'c', 'a p'), FLATTEN]),
    case('average pooling', [conv('a', 4, activation='relu'), pool('average', 'p', 3, 2), pool('average', 'q', 2, 1), FLATTEN], 2),
    case('average pooling, same', [conv('a', 4), pool('average', 'p', 3, 2, 'same'), conv('b', 4), pool('average', 'q', 2, 1, 'same'),
                                   FLATTEN]),
    case('global average', [conv('a', 6, activation='swish'), GLOBAL]),
    case('normalization', [conv('a', 4, bias=False), normal('n'), activation('r', 'relu'), conv('b', 5, strides=2, bias=False),
                           normal('o', 0.5, 0.1), GLOBAL], 2),
    case('add', [conv('a', 4, activation='relu'), conv('b', 4, activation='swish'), layer('add', 's', 'a b'), conv('c', 4),
                 layer('add', 't', 's c a'), FLATTEN]),
    case('concatenate', [conv('a', 4), conv('b', 2, inputs='rescaling'), layer('concatenate', 'c', 'a b rescaling'), conv('d', 3),
                         layer('globalAveragePool', 'x'), layer('globalAveragePool', 'y', 'c'), layer('concatenate', 'z', 'y x')], 2),
    case('activations', [conv('a', 6), activation('r', 'relu'), conv('b', 6), activation('s', 'sigmoid'), conv('c', 6),
                         activation('w', 'swish'), conv('d', 6), activation('x', 'softmax'), activation('l', 'linear'), FLATTEN]),
    case('relu6 and softmax', [FLATTEN, layer('rescaling', 'wide', scale=6, offset=2), dense('a', 12, 'relu6'), dense('b', 6, 'softmax')]),
    case('padding and rescaling', [layer('zeroPadding', 'p', top=1, bottom=2, left=0, right=3), conv('a', 4, 3, 2, 'valid'),
                                   layer('rescaling', 's', scale=-0.7, offset=0.4),
                                   layer('zeroPadding', 'q', top=0, bottom=1, left=2, right=0), conv('b', 3), FLATTEN]),
    case('deep residual', [
        conv('stem', 6, strides=2, bias=False), normal('n0'), activation('r0', 'relu6'),
        depthwise('d1', bias=False), normal('n1'), activation('r1', 'swish'), conv('p1', 6, 1, bias=False), normal('n2'),
        layer('add', 's1', 'r0 n2'), depthwise('d2', 3, 2, bias=False), normal('n3'), activation('r2', 'relu6'),
        conv('p2', 8, 1, bias=False), normal('n4'), conv('short', 8, 1, 2, bias=False, inputs='s1'), normal('n5'),
        layer('add', 's2', 'n4 n5'), activation('r3', 'relu'), separable('e', 8, bias=False), normal('n6'),
        layer('add', 's3', 'r3 n6'), GLOBAL]),
]

NETWORK = [conv('a', 4, strides=2, bias=False), normal('n'), activation('r', 'swish'), separable('b', 4), FLATTEN]
SMOOTH = [conv('a', 4, strides=2, activation='swish'), FLATTEN]

LOSSES = [
    case('binary, smoothing', SMOOTH, 2, smoothing=0.2),
    case('binary, class weights', SMOOTH, 2, weights=[0.5, 2]),
    case('binary, smoothing and class weights', SMOOTH, 2, smoothing=0.1, weights=[3, 0.25]),
    case('categorical, smoothing', SMOOTH, smoothing=0.2),
    case('categorical, class weights', SMOOTH, weights=[0.5, 2, 1.5]),
    case('categorical, smoothing and class weights', SMOOTH, smoothing=0.1, weights=[3, 0.25, 1]),
]

SGD = {'type': 'sgd', 'momentum': 0.0, 'nesterov': False}
OPTIMIZERS = [
    case('Adam', NETWORK, learning_rate=0.01),
    case('Adam, other settings', NETWORK, 2, {**ADAM, 'beta1': 0.8, 'beta2': 0.9, 'epsilon': 1e-3}, 0.01),
    case('AdamW', NETWORK, optimizer=ADAMW, learning_rate=0.01),
    case('SGD', NETWORK, 2, SGD, 0.1),
    case('SGD, momentum', NETWORK, optimizer={**SGD, 'momentum': 0.9}, learning_rate=0.05),
    case('SGD, Nesterov', NETWORK, 2, {**SGD, 'momentum': 0.8, 'nesterov': True}, 0.05),
    case('SGD, clipped', NETWORK, optimizer=SGD, learning_rate=0.5, clip=0.1),
    case('SGD, momentum, clipped', NETWORK, optimizer={**SGD, 'momentum': 0.9}, learning_rate=0.5, clip=0.1),
    case('Adam, clipped', NETWORK, optimizer=ADAM, learning_rate=0.01, clip=0.05),
    case('AdamW, clipped, weights and smoothing', NETWORK, 2, ADAMW, 0.01, 0.1, [0.5, 2], 0.2),
]

CASES = [*LAYERS, *LOSSES, *OPTIMIZERS]
