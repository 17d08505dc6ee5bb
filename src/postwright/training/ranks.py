"""The processes of one run, as `torchrun` starts them: who writes, and what is added up.

Every rank holds the whole model and takes its share of each batch's rows. A loss is divided by
the weights of all ranks before its gradient is taken, so gradients are added, never averaged:
that is why torch's DDP wrapper, which takes the mean of the ranks' means, is not used.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import torch
from torch import Tensor, distributed, nn

from postwright.errors import TrainingError

__all__ = ["ALONE", "Ranks", "joined"]

TIMEOUT = timedelta(hours=1)  # the others wait while rank 0 validates or writes


@dataclass(frozen=True)
class Ranks:
    """This process among those of the run; alone, every sum is what it was.

    Attributes:
        rank: number of this process, 0 is the one that writes.
        size: how many there are.
        local: number of this process on its machine: which accelerator it takes.
    """

    rank: int = 0
    size: int = 1
    local: int = 0

    @property
    def writes(self) -> bool:
        """Whether this is rank 0, which alone writes logs and checkpoints and validates."""
        return self.rank == 0

    def add_up(self, values: Sequence[Tensor]) -> list[Tensor]:
        """Each of the scalars, summed over all ranks."""
        if self.size == 1:
            return list(values)
        sums = torch.stack([value.detach().float() for value in values])
        distributed.all_reduce(sums)
        return list(sums.unbind())

    def add_gradients(self, weights: Iterable[nn.Parameter]) -> None:
        """Replace every gradient by its sum over all ranks, in float32, in one message.

        A weight that no rank has a gradient of keeps none, so that it does not decay either.
        """
        if self.size == 1:
            return
        weights = list(weights)
        has_one = torch.tensor([float(weight.grad is not None) for weight in weights])
        held = has_one.to(weights[0].device)
        distributed.all_reduce(held)
        moved = [weight for weight, count in zip(weights, held.tolist(), strict=True) if count]
        flat = torch.cat([_gradient(weight) for weight in moved])
        distributed.all_reduce(flat)
        at = 0
        for weight in moved:
            part = flat[at : at + weight.numel()]
            weight.grad = part.view_as(weight).to(weight.dtype, copy=True)
            at += weight.numel()

    def wait(self) -> None:
        """Go on when all ranks have come here."""
        if self.size > 1:
            distributed.barrier()

    def refuse_different(self, what: str, value: int, device: torch.device) -> None:
        """Raise `TrainingError` on every rank unless ``value`` is the same on all."""
        if self.size == 1:
            return
        extremes = torch.tensor([value, -value], device=device)
        distributed.all_reduce(extremes, op=distributed.ReduceOp.MAX)
        largest, smallest = extremes[0].item(), -extremes[1].item()
        if largest != smallest:
            raise TrainingError(
                f"the ranks disagree on {what}: {smallest} and {largest}; give all of them the "
                "same data and one run directory that all can read"
            )


ALONE = Ranks()


def _gradient(weight: nn.Parameter) -> Tensor:
    """A weight's gradient as float32 [elements], zeros where this rank has none."""
    gradient = torch.zeros_like(weight) if weight.grad is None else weight.grad
    return gradient.detach().float().flatten()


@contextmanager
def joined(device: str) -> Iterator[Ranks]:
    """Join the processes that `torchrun` has started; alone where it was not used.

    Args:
        device: ``train.device`` of the recipe; on CUDA ranks speak NCCL, else gloo.

    Raises:
        TrainingError: more ranks on a machine than it has accelerators.
    """
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1 or "RANK" not in os.environ:
        yield ALONE
        return
    ranks = Ranks(int(os.environ["RANK"]), size, int(os.environ.get("LOCAL_RANK", "0")))
    uses_cuda = device != "cpu" and torch.cuda.is_available()
    if uses_cuda:
        _take_accelerator(ranks)
    distributed.init_process_group("nccl" if uses_cuda else "gloo", timeout=TIMEOUT)
    try:
        yield ranks
        ranks.wait()  # none leaves while another still speaks or writes
    finally:
        distributed.destroy_process_group()


def _take_accelerator(ranks: Ranks) -> None:
    """Give this process an accelerator of its own."""
    there = torch.cuda.device_count()
    if ranks.local >= there:
        raise TrainingError(
            f"local rank {ranks.local} has no CUDA device, there are {there}: start torchrun "
            f"with --nproc-per-node {there}, or set train.device = 'cpu'"
        )
    torch.cuda.set_device(ranks.local)
