"""Losses and gradients of the tutorial network in Keras, written to tests/support/fixtures/keras-*.json.

Run by hand when the fixtures are to be made anew, in a Python with tensorflow-cpu 2.20.0:
    python tests/support/keras_fixtures.py
Weights, pictures and labels come from an integer hash that formula.ts computes identically, so they aren't stored.
"""
import json
import os
from pathlib import Path

os.environ['TF_CPP_MIN_LOG_LEVEL'] = '2'
import keras
import numpy as np
import tensorflow as tf

BATCH, STEPS, SAMPLED = 8, 5, 300


def uniform(salt, count):
    """Numbers in [0, 1) with 32 bits: MurmurHash3's finalizer over a count that starts at the salt."""
    mask = np.uint64(0xFFFFFFFF)
    state = (np.arange(count, dtype=np.uint64) + np.uint64(salt * 0x9E3779B1 & 0xFFFFFFFF)) & mask
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        state = ((state ^ (state >> np.uint64(shift))) * np.uint64(factor)) & mask
    return (state ^ (state >> np.uint64(16))).astype(np.float64) / 2**32


def weights(shapes):
    """Kernels in Glorot's range, biases in +-0.05."""
    for salt, shape in enumerate(shapes, 1):
        field = int(np.prod(shape[:-2])) if len(shape) > 1 else 1
        limit = np.sqrt(6 / (field * (shape[-2] + shape[-1]))) if len(shape) > 1 else 0.05
        yield ((2 * uniform(salt, int(np.prod(shape))) - 1) * limit).astype(np.float32).reshape(shape)


def batch(step, size, classes):
    pictures = np.floor(uniform(100 + step, BATCH * size * size * 3) * 256).astype(np.uint8)
    labels = np.floor(uniform(200 + step, BATCH) * classes).astype(np.int64)
    return pictures.reshape(BATCH, size, size, 3), labels


def tutorial(size, classes):
    layers = keras.layers
    head = layers.Dense(1, activation='sigmoid') if classes == 2 else layers.Dense(classes, activation='softmax')
    model = keras.Sequential([
        keras.Input([size, size, 3]), layers.Rescaling(1 / 255),
        layers.Conv2D(32, 3, activation='relu'), layers.MaxPool2D(2),
        layers.Conv2D(32, 3, activation='relu'), layers.MaxPool2D(2),
        layers.Flatten(), layers.Dense(128, activation='relu'), head])
    model.set_weights(list(weights([tuple(v.shape) for v in model.trainable_variables])))
    return model


def loss_and_gradients(model, classes, pictures, labels):
    of = keras.losses.binary_crossentropy if classes == 2 else keras.losses.sparse_categorical_crossentropy
    truth = labels[:, None].astype(np.float32) if classes == 2 else labels
    with tf.GradientTape() as tape:
        output = model(pictures.astype(np.float32), training=True)
        loss = tf.reduce_mean(of(truth, output))
    return float(loss), [g.numpy() for g in tape.gradient(loss, [v.value for v in model.trainable_variables])], output


def described(gradient, salt):
    """All of a small gradient; of a large one some entries (position, value) and its Euclidean norm."""
    flat = gradient.ravel()
    entry = {'shape': list(gradient.shape), 'norm': float(np.linalg.norm(flat.astype(np.float64)))}
    if flat.size <= 1000:
        return {**entry, 'positions': None, 'values': [float(f'{v:.9g}') for v in flat]}
    positions = np.floor(uniform(300 + salt, SAMPLED) * flat.size).astype(int)
    return {**entry, 'positions': positions.tolist(), 'values': [float(f'{v:.9g}') for v in flat[positions]]}


def fixture(size, classes):
    model = tutorial(size, classes)
    _, gradients, output = loss_and_gradients(model, classes, *batch(0, size, classes))
    adam = keras.optimizers.Adam(0.001)
    losses = []
    for step in range(STEPS):
        loss, step_gradients, _ = loss_and_gradients(model, classes, *batch(step, size, classes))
        losses.append(loss)
        adam.apply(step_gradients, model.trainable_variables)
    return {
        'source': f'tests/support/keras_fixtures.py, Keras {keras.__version__}, TensorFlow {tf.__version__}',
        'size': size, 'classes': classes, 'batch': BATCH,
        'outputs': [float(f'{v:.9g}') for v in output.numpy().ravel()],
        'losses': losses,
        'gradients': [described(g, salt) for salt, g in enumerate(gradients)],
    }


if __name__ == '__main__':
    for name, size, classes in (('tutorial', 64, 2), ('three-classes', 32, 3)):
        path = Path(__file__).parent / 'fixtures' / f'keras-{name}.json'
        path.write_text(json.dumps(fixture(size, classes)) + '\n')
        print(path, path.stat().st_size)
