"""What pulls at the weights: the gradient of each loss by itself, and what AdamW remembers."""

from __future__ import annotations

import torch
from torch import nn

from postwright.training.loss import LossParts
from postwright.training.setup import Run

__all__ = ["loss_norms", "second_moments"]


def loss_norms(model: nn.Module, parts: LossParts) -> dict[str, float]:
    """Norm of the gradient of the cross-entropy, and of the CRF's part, `crf_loss_weight` and all.

    Args:
        model: whose weights the gradients are taken of; none of them is changed.
        parts: losses of the model with their graph, which is used up.
    """
    weights = [weight for weight in model.parameters() if weight.requires_grad]
    losses = {"ce_norm": parts.ce, "crf_norm": parts.crf_loss_weight * parts.crf}
    norms = {}
    for name, loss in losses.items():
        norms[name] = 0.0
        if loss.requires_grad:
            found = torch.autograd.grad(loss, weights, retain_graph=True, allow_unused=True)
            each = [gradient.float().norm() for gradient in found if gradient is not None]
            norms[name] = round(float(torch.stack(each).norm()), 6)
    return norms


def second_moments(run: Run) -> dict[str, float]:
    """Mean of AdamW's second moments over the encoder's weights, and over the CRF's; 0 at first."""
    moments: dict[str, list[torch.Tensor]] = {"second_moment": [], "crf_second_moment": []}
    for name, weight in run.model.named_parameters():
        state = run.optimizer.state.get(weight, {})
        if "exp_avg_sq" in state:
            key = "crf_second_moment" if name.startswith("crf.") else "second_moment"
            moments[key].append(state["exp_avg_sq"].float().flatten())
    return {key: float(torch.cat(parts).mean()) if parts else 0.0 for key, parts in moments.items()}
