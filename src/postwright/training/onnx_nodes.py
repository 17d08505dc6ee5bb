"""Nodes and constants of an ONNX graph, added one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper, numpy_helper

__all__ = [
    "MICROSOFT",
    "Arrays",
    "Nodes",
    "Range",
    "Ranges",
    "matrix_of",
    "quantize_rows",
    "quantize_weights",
]

MICROSOFT = "com.microsoft"
"""Domain of the operators that ONNX Runtime adds."""

LAYER_NORM_EPSILON = 1e-5

Arrays = Mapping[str, npt.NDArray[np.float32]]

Range = tuple[float, float]
"""The least and the greatest value that an activation is expected to take."""

Ranges = Mapping[str, Range]
"""Name of a linear layer → the range of its input."""


def matrix_of(name: str) -> str:
    """The name of the constant that a linear layer multiplies with."""
    return f"{name}.weight.T"


def quantize_rows(
    table: npt.NDArray[np.float32],
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Store each row [dim] of a table in int8, with the scale that brings it back.

    >>> rows, scales = quantize_rows(np.array([[254, -100], [0, 0]], np.float32))
    >>> rows.tolist(), scales.tolist()
    ([[127, -50], [0, 0]], [2.0, 1.0])
    """
    return _in_steps(table, np.abs(table).max(axis=1) / 127)


def quantize_weights(
    weight: npt.NDArray[np.float32],
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """The same for the weights [outputs, inputs] of a layer, so that no CPU's sums overflow.

    CPUs without VNNI (most laptops before 2020) add the products of two neighbouring weights with
    two bytes of the input in 16 bits: the two weights, rounded, must not exceed 128 together.

    >>> rows, scales = quantize_weights(np.array([[100, 27, 0], [127, 0, 127]], np.float32))
    >>> rows.tolist(), scales.tolist()
    ([[100, 27, 0], [127, 0, 127]], [1.0, 1.0])
    """
    sizes = np.abs(weight)
    if sizes.shape[1] % 2:
        sizes = np.pad(sizes, ((0, 0), (0, 1)))
    pairs = (sizes[:, ::2] + sizes[:, 1::2]).max(axis=1)  # [outputs]
    return _in_steps(weight, pairs / 127)


def _in_steps(
    table: npt.NDArray[np.float32], steps: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    scales = np.where(steps > 0, steps, 1).astype(np.float32)  # [rows]
    return np.rint(table / scales[:, None]).astype(np.int8), scales


def step_of(low: float, high: float) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8]]:
    """Scale and zero point that spread a range, 0 in it, over the 256 values of a byte.

    >>> step_of(-1.0, 254.0)
    (array(1., dtype=float32), array(1, dtype=uint8))
    """
    low, high = min(low, 0.0), max(high, 0.0)
    step = (high - low) / 255 or 1.0
    return np.array(step, np.float32), np.array(round(-low / step), np.uint8)


@dataclass
class Nodes:
    """Nodes and constants as they are added; `weights` bear their names in the `Tagger`.

    Linear layers whose input has a range are quantised to INT8, the others stay in float32.
    """

    weights: Arrays
    ranges: Ranges = field(default_factory=dict)
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def add(
        self, operator: str, *inputs: str, name: str = "", domain: str = "", **attributes: Any
    ) -> str:
        """Append a node and return the name of its output."""
        name = name or f"{operator.lower()}_{len(self.nodes)}"
        node = helper.make_node(
            operator, list(inputs), [name], name=name, domain=domain, **attributes
        )
        self.nodes.append(node)
        return name

    def constant(self, name: str, value: npt.NDArray[Any]) -> str:
        """Keep an array under a name, once."""
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.asarray(value, order="C"), name)
        return name

    def integers(self, *values: int) -> str:
        """A one-dimensional int64 constant."""
        return self.constant("int64_" + "_".join(map(str, values)), np.array(values, np.int64))

    def number(self, value: float) -> str:
        """A float32 scalar constant."""
        return self.constant(f"float_{value}", np.array(value, np.float32))

    def weight(self, name: str) -> str:
        """A weight as it is in the Tagger."""
        return self.constant(name, self.weights[name])

    def linear(self, name: str, x: str, *, as_name: str = "") -> str:
        """Apply a linear layer; the name of its matrix says whose input `x` is."""
        if name in self.ranges:
            return self._linear_int8(name, x)
        matrix = self.constant(matrix_of(name), self.weights[f"{name}.weight"].T)
        product = self.add("MatMul", x, matrix)
        return self.add("Add", product, self.weight(f"{name}.bias"), name=as_name)

    def linear_parts(self, name: str, x: str, parts: int) -> list[str]:
        """Apply a linear layer, its outputs cut into equal parts.

        In INT8 each part is a product of its own, so that nothing is copied to cut it.
        """
        if name not in self.ranges:
            return self._split(self.linear(name, x), parts)
        whole = self._quantized(name, x)
        size = len(self.weights[f"{name}.bias"]) // parts
        return [
            self._product_int8(name, whole, slice(part * size, (part + 1) * size))
            for part in range(parts)
        ]

    def _linear_int8(self, name: str, x: str) -> str:
        """The same in INT8: an input of fixed scale, weights with a scale for each output."""
        return self._product_int8(name, self._quantized(name, x), slice(None))

    def _quantized(self, name: str, x: str) -> str:
        """The input of a linear layer in its bytes."""
        step, zero = step_of(*self.ranges[name])
        scale = self.constant(f"{name}.input.scale", step)
        return self.add("QuantizeLinear", x, scale, self.constant(f"{name}.input.zero_point", zero))

    def _product_int8(self, name: str, whole: str, rows: slice) -> str:
        """Some outputs of a linear layer, whose input is `whole`."""
        part = "" if rows == slice(None) else f".{rows.start}"
        weights, scales = quantize_weights(self.weights[f"{name}.weight"][rows])
        inputs = (
            whole,
            self.constant(f"{matrix_of(name)}.int8{part}", weights.T),
            f"{name}.input.scale",
            self.constant(f"{name}.weight.scale{part}", scales),
            f"{name}.input.zero_point",
            "",
            self.constant(f"{name}.bias{part}", self.weights[f"{name}.bias"][rows]),
        )
        return self.add("MatMulIntegerToFloat", *inputs, domain=MICROSOFT)

    def _split(self, x: str, parts: int) -> list[str]:
        """Cut the last axis into equal parts and return their names."""
        names = [f"{x}.{part}" for part in range(parts)]
        split = helper.make_node("Split", [x], names, name=f"{x}.split", axis=-1, num_outputs=parts)
        self.nodes.append(split)
        return names

    def norm(self, name: str, x: str) -> str:
        """LayerNorm over the last axis."""
        scale, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=LAYER_NORM_EPSILON)
