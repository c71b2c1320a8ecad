"""Milliseconds per training step of depthwise.mjs's network in Keras graph mode, pictures already in memory.

usage: python keras_depthwise_step.py [BATCH]     prints one JSON line (median of five rounds of 60 steps)
Set up once, outside the project: python3 -m venv keras && keras/bin/pip install tensorflow-cpu==2.20.0 scipy pillow
"""
import json, os, statistics, sys, time
os.environ.setdefault('TF_CPP_MIN_LOG_LEVEL', '2')
import numpy as np
import tensorflow as tf

batch = int(sys.argv[1]) if len(sys.argv) > 1 else 32
layers = tf.keras.layers
classes, steps = 10, 60


def normalized():
    return [layers.BatchNormalization(momentum=0.99, epsilon=0.001), layers.Activation('relu6')]


def depthwise(strides):
    return [layers.DepthwiseConv2D(3, strides, padding='same', use_bias=False), *normalized()]


def pointwise(filters):
    return [layers.Conv2D(filters, 1, use_bias=False), *normalized()]


model = tf.keras.Sequential([
    tf.keras.Input([64, 64, 3]),
    layers.Conv2D(32, 3, 2, padding='same', use_bias=False), *normalized(),
    *depthwise(1), *pointwise(64),
    *depthwise(2), *pointwise(128),
    layers.GlobalAveragePooling2D(), layers.Dense(classes, activation='softmax')])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'], jit_compile=False)
x = np.random.rand(batch * steps, 64, 64, 3).astype('f4')
y = np.random.randint(classes, size=batch * steps)
model.fit(x[:batch * 10], y[:batch * 10], batch_size=batch, verbose=0)
rounds = []
for _ in range(5):
    start = time.time()
    model.fit(x, y, batch_size=batch, verbose=0)
    rounds.append((time.time() - start) / steps * 1e3)
print(json.dumps({'what': 'keras', 'tensorflow': tf.__version__, 'batch': batch, 'parameters': model.count_params(),
                  'ms_per_step': round(statistics.median(rounds), 2)}))
