"""A linear-chain CRF whose normaliser is a few small matrix products, in full precision.

Converted to bfloat16 it computes in bfloat16 too, word by word in log space: for experiments only.

With emissions e, start s, end t and transitions T, the score of a label path y over n words is

    score(y) = s[y_1] + sum_i e[i, y_i] + sum_i T[y_(i-1), y_i] + t[y_n]

and its negative log-likelihood is `log Z - score(y)`, with log Z the log-sum-exp of the scores of
all paths, found by the forward recursion (Lafferty, McCallum and Pereira 2001, section 3; the
log-space form: Sutton and McCallum 2012, section 4.1).
"""

from __future__ import annotations

from typing import Literal

import torch
import torchcrf
from torch import Tensor, nn

from postwright.decoder.constraints import move_penalties, start_penalties

__all__ = ["Crf", "Implementation"]

Implementation = Literal["ours", "pytorch-crf"]


class Crf(nn.Module):
    """Learned start, end and transition scores, and the likelihood of label paths under them."""

    start: nn.Parameter
    end: nn.Parameter
    transitions: nn.Parameter
    start_penalty: Tensor
    penalty: Tensor

    def __init__(self, n_labels: int, *, crf_implementation: Implementation = "ours") -> None:
        """Start from small random scores; the penalties of illegal moves are fixed.

        Args:
            n_labels: how many BIO labels there are (odd: `O` and pairs of `B-`, `I-`).
            crf_implementation: `ours`, or `pytorch-crf` (14–26 % of a step; the reference).
        """
        super().__init__()
        self.implementation = crf_implementation
        self.start = nn.Parameter(torch.empty(n_labels).uniform_(-0.1, 0.1))
        self.end = nn.Parameter(torch.empty(n_labels).uniform_(-0.1, 0.1))
        self.transitions = nn.Parameter(torch.empty(n_labels, n_labels).uniform_(-0.1, 0.1))
        # Illegal moves carry what the decoder gives them: fixed, neither learned nor saved.
        start_penalty = torch.tensor(start_penalties(n_labels))
        self.register_buffer("start_penalty", start_penalty, persistent=False)
        self.register_buffer("penalty", torch.tensor(move_penalties(n_labels)), persistent=False)

    def nll(self, emissions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log-likelihood of each row's labels.

        Args:
            emissions: float [batch, words, labels].
            labels: int [batch, words]; what stands at padding is not read.
            mask: bool [batch, words]; a row's words come first, its padding after them.

        Returns:
            float32 [batch]; 0 where a row has no words.
        """
        with torch.autocast(emissions.device.type, enabled=False):
            labels = labels.long().masked_fill(~mask, 0)
            if self.implementation == "pytorch-crf":
                return self._reference_nll(emissions.to(self.start.dtype), labels, mask).float()
            if not emissions.shape[1]:
                return emissions.new_zeros(len(emissions), dtype=torch.float32)
            if self.start.dtype == torch.bfloat16:
                low = self._step_by_step_nll(emissions.bfloat16(), labels, mask)
                return low.float() * mask[:, 0]
            nll = self._log_partition(emissions, mask) - self._score(emissions, labels, mask)
            return nll.float() * mask[:, 0]

    def _scores(self) -> tuple[Tensor, Tensor, Tensor]:
        """Start [labels], end [labels] and transitions [labels, labels], penalties added."""
        return self.start + self.start_penalty, self.end, self.transitions + self.penalty

    def _score(self, emissions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Score the given paths, float64 [batch]."""
        start, end, transitions = self._scores()
        emitted = emissions.gather(2, labels[:, :, None])[:, :, 0].double()  # [batch, words]
        moved = transitions[labels[:, :-1], labels[:, 1:]].double()  # [batch, words - 1]
        last = labels.gather(1, (mask.sum(1, keepdim=True) - 1).clamp(min=0))[:, 0]  # [batch]
        inner = (emitted * mask).sum(1) + (moved * mask[:, 1:]).sum(1)  # [batch]
        return start[labels[:, 0]] + inner + end[last]

    def _log_partition(self, emissions: Tensor, mask: Tensor) -> Tensor:
        """Sum over all paths by the forward recursion, float64 [batch].

        log sum_p exp(alpha[p] + T[p, l]) is taken as the log of exp(alpha - top) @ exp(T): a
        matrix product instead of a [batch, labels, labels] intermediate. In float64 a path is
        lost only when it is 700 nats behind the best, where its share is 0 in float32 anyhow.
        """
        start, end, transitions = (scores.double() for scores in self._scores())
        moves = transitions.exp()  # [labels, labels]; an illegal move is exactly 0
        steps = emissions.double().unbind(1)  # words times [batch, labels]
        alpha = start + steps[0]  # [batch, labels]
        for step, here in zip(steps[1:], mask.unbind(1)[1:], strict=True):
            moved = _log_matmul(alpha, moves) + step  # [batch, labels]
            alpha = torch.where(here[:, None], moved, alpha)
        return (alpha + end).logsumexp(1)

    def _step_by_step_nll(self, emissions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Log-partition less score as most CRFs find them [batch]: every sum in the type given.

        Both grow with the row and are rounded at each word; their difference keeps the errors.
        """
        start, end, transitions = self._scores()
        emitted = emissions.gather(2, labels[:, :, None])[:, :, 0]  # [batch, words]
        alpha = start + emissions[:, 0]  # [batch, labels]
        score = start[labels[:, 0]] + emitted[:, 0]  # [batch]
        for at in range(1, emissions.shape[1]):
            here = mask[:, at]  # [batch]
            paths = alpha[:, :, None] + transitions + emissions[:, at, None]  # [batch, from, to]
            alpha = torch.where(here[:, None], paths.logsumexp(1), alpha)
            moved = score + transitions[labels[:, at - 1], labels[:, at]] + emitted[:, at]
            score = torch.where(here, moved, score)
        last = labels.gather(1, (mask.sum(1, keepdim=True) - 1).clamp(min=0))[:, 0]  # [batch]
        return (alpha + end).logsumexp(1) - (score + end[last])

    def _reference_nll(self, emissions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """The same likelihood by pytorch-crf; it needs every row to have a word."""
        full = mask.any(1)  # [batch]
        nll = emissions.new_zeros(len(emissions))  # [batch]
        if not bool(full.any()):
            return nll
        with torch.device("meta"):
            reference = torchcrf.CRF(len(self.start), batch_first=True)
        names = ("start_transitions", "end_transitions", "transitions")
        weights = dict(zip(names, self._scores(), strict=True))
        rows = (emissions[full], labels[full], mask[full])
        likelihood = torch.func.functional_call(reference, weights, rows, {"reduction": "none"})
        return nll.masked_scatter(full, -likelihood)


def _log_matmul(alpha: Tensor, moves: Tensor) -> Tensor:
    """Take log(exp(alpha) @ moves) safely: alpha [batch, labels], moves [labels, labels]."""
    top = alpha.detach().amax(1, keepdim=True)  # [batch, 1]
    summed = (alpha - top).exp() @ moves  # [batch, labels]
    return summed.clamp(min=torch.finfo(summed.dtype).tiny).log() + top
