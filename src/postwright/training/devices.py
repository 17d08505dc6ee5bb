"""Arrays on their way to where a model computes."""

from __future__ import annotations

from typing import Any

import torch
from numpy.typing import NDArray
from torch import Tensor

__all__ = ["to_device"]


def to_device(array: NDArray[Any], device: torch.device) -> Tensor:
    """An array as a tensor; on the CPU they share their memory.

    To CUDA it goes from pinned memory, so that this thread need not wait for what is computed.
    """
    tensor = torch.from_numpy(array)
    if device.type != "cuda":
        return tensor
    with torch.cuda.device(device):
        return tensor.pin_memory().to(device, non_blocking=True)
