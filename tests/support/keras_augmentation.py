"""Writes tests/engine/augmentation/keras-augmentation.json: what Keras makes of a small picture.

Run with a Python that has tensorflow 2.20 (Keras 3) and scipy: python tests/support/keras_augmentation.py
"""
import json
import pathlib

import keras
import numpy as np
import scipy
from keras.src.legacy.preprocessing.image import apply_affine_transform, flip_axis

SIZE = 8
CASES = [
    {"shear": 0, "zoomRows": 1, "zoomColumns": 1, "flip": True},
    {"shear": 15, "zoomRows": 1, "zoomColumns": 1, "flip": False},
    {"shear": 0, "zoomRows": 1, "zoomColumns": 0.8, "flip": False},
    {"shear": 0, "zoomRows": 1.3, "zoomColumns": 1, "flip": False},
    {"shear": -0.2, "zoomRows": 0.81, "zoomColumns": 1.17, "flip": False},
    {"shear": 20, "zoomRows": 1.25, "zoomColumns": 0.7, "flip": True},
    {"shear": -12, "zoomRows": 0.6, "zoomColumns": 1.5, "flip": True},
]


def picture():
    """The same formula stands in the test."""
    row, column, channel = np.meshgrid(np.arange(SIZE), np.arange(SIZE), np.arange(3), indexing="ij")
    return (row * 37 + column * 91 + channel * 53 + row * column * 11) % 256


def augmented(case):
    x = apply_affine_transform(
        picture().astype("float32"),
        shear=case["shear"],
        zx=case["zoomColumns"],
        zy=case["zoomRows"],
        row_axis=0,
        col_axis=1,
        channel_axis=2,
        fill_mode="nearest",
        order=1,
    )
    return flip_axis(x, 1) if case["flip"] else x


fixture = {
    "source": f"keras {keras.__version__}, scipy {scipy.__version__}: apply_affine_transform and flip_axis, "
    "written by tests/support/keras_augmentation.py",
    "size": SIZE,
    "cases": [{**case, "pixels": [round(float(v), 3) for v in augmented(case).ravel()]} for case in CASES],
}
target = pathlib.Path(__file__).parents[1] / "engine" / "augmentation" / "keras-augmentation.json"
target.write_text(json.dumps(fixture) + "\n")
