"""Losses of 50 training steps by TensorFlow's own differentiation, written to tests/support/fixtures/autodiff-tutorial.json.

Run by hand when the fixture is to be made anew, in a Python with tensorflow-cpu 2.20.0:
    python tests/support/autodiff_fixture.py
The forward pass is plain TensorFlow, the gradients are tf.GradientTape's, the update is the raw op ResourceApplyAdam.
The problem can be learned and the learning rate is low, because rounding grows otherwise: on pure noise, TensorFlow
differs from itself, eager or as a function, by 5e-5 within these 50 steps. Weights, pictures and labels come from an integer hash that formula.ts computes identically, so they aren't stored.
"""
import json
from pathlib import Path

from keras_fixtures import uniform, weights
import numpy as np
import tensorflow as tf

SIZE, SAMPLES, BATCHES, STEPS = 64, 32, 4, 50
LEARNING_RATE, BETA1, BETA2, EPSILON = 0.0003, 0.9, 0.999, 1e-7


def variables_of_the_tutorial():
    """Two classes, in order."""
    side = ((SIZE - 2) // 2 - 2) // 2
    shapes = [(3, 3, 3, 32), (32,), (3, 3, 32, 32), (32,), (side * side * 32, 128), (128,), (128, 1), (1,)]
    return [tf.Variable(values) for values in weights(shapes)]


def batch(step):
    """Noise, half as bright where the label is 0, so that there is something to learn."""
    pictures = np.floor(uniform(100 + step, SAMPLES * SIZE * SIZE * 3) * 256).reshape(SAMPLES, -1)
    labels = np.floor(uniform(200 + step, SAMPLES) * 2)[:, None]
    pictures = np.where(labels == 0, pictures // 2, pictures)
    return pictures.astype(np.float32).reshape(SAMPLES, SIZE, SIZE, 3), labels.astype(np.float32)


def mean_loss(variables, pictures, labels):
    kernel1, bias1, kernel2, bias2, kernel3, bias3, kernel4, bias4 = variables
    x = pictures * np.float32(1 / 255)
    for kernel, bias in ((kernel1, bias1), (kernel2, bias2)):
        x = tf.nn.relu(tf.nn.bias_add(tf.nn.conv2d(x, kernel, 1, 'VALID'), bias))
        x = tf.nn.max_pool2d(x, 2, 2, 'VALID')
    x = tf.nn.relu(tf.matmul(tf.reshape(x, [SAMPLES, -1]), kernel3) + bias3)
    logits = tf.matmul(x, kernel4) + bias4
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels, logits))


def update(variable, moments, step, gradient):
    tf.raw_ops.ResourceApplyAdam(
        var=variable.handle, m=moments[0].handle, v=moments[1].handle,
        beta1_power=np.float32(BETA1**step), beta2_power=np.float32(BETA2**step), lr=np.float32(LEARNING_RATE),
        beta1=np.float32(BETA1), beta2=np.float32(BETA2), epsilon=np.float32(EPSILON), grad=gradient)


variables = variables_of_the_tutorial()
moments = [[tf.Variable(tf.zeros_like(variable)) for _ in range(2)] for variable in variables]
losses = []
for step in range(1, STEPS + 1):
    with tf.GradientTape() as tape:
        loss = tf.function(mean_loss)(variables, *batch(step % BATCHES))
    losses.append(float(loss))
    for variable, own, gradient in zip(variables, moments, tape.gradient(loss, variables)):
        update(variable, own, step, gradient)

path = Path(__file__).parent / 'fixtures' / 'autodiff-tutorial.json'
path.write_text(json.dumps({
    'source': f'tests/support/autodiff_fixture.py, TensorFlow {tf.__version__}',
    'size': SIZE, 'samples': SAMPLES, 'batches': BATCHES, 'learningRate': LEARNING_RATE,
    'losses': losses,
    'norms': [float(np.linalg.norm(variable.numpy().astype(np.float64))) for variable in variables],
}) + '\n')
print(path, path.stat().st_size, losses[0], max(losses), losses[-1])
