"""Nodes and constants of an ONNX graph, added one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper, numpy_helper

__all__ = ["MICROSOFT", "Arrays", "Nodes"]

MICROSOFT = "com.microsoft"
"""Domain of the operators that ONNX Runtime adds."""

LAYER_NORM_EPSILON = 1e-5

Arrays = Mapping[str, npt.NDArray[np.float32]]


@dataclass
class Nodes:
    """Nodes and constants as they are added; `weights` bear their names in the `Tagger`."""

    weights: Arrays
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
        """Apply a linear layer as MatMul and Add, the pair that dynamic quantisation knows."""
        matrix = self.constant(f"{name}.weight.T", self.weights[f"{name}.weight"].T)
        product = self.add("MatMul", x, matrix, name=as_name and f"{as_name}_product")
        return self.add("Add", product, self.weight(f"{name}.bias"), name=as_name)

    def split(self, x: str, parts: int) -> list[str]:
        """Cut the last axis into equal parts and return their names."""
        names = [f"{x}.{part}" for part in range(parts)]
        self.nodes.append(helper.make_node("Split", [x], names, name=f"{x}.split", axis=-1))
        return names

    def norm(self, name: str, x: str) -> str:
        """LayerNorm over the last axis."""
        scale, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=LAYER_NORM_EPSILON)
