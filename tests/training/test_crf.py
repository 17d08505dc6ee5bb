"""The CRF against two oracles: enumeration of all paths, and pytorch-crf."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
import torch
import torchcrf
from torch import Tensor

from postwright.decoder.constraints import ILLEGAL
from postwright.labels import is_legal
from postwright.training.crf import Crf

LENGTHS = [4, 1, 3, 2]


def make_case(
    n_labels: int, lengths: list[int], *, scale: float = 2.0, seed: int = 0
) -> tuple[Crf, Tensor, Tensor, Tensor]:
    """A CRF, emissions [batch, words, labels], legal labels [batch, words] and mask."""
    torch.manual_seed(seed)
    crf = Crf(n_labels)
    torch.nn.init.normal_(crf.transitions)
    words = max(lengths)
    emissions = (scale * torch.randn(len(lengths), words, n_labels)).requires_grad_()
    labels = torch.randint(0, (n_labels + 1) // 2, (len(lengths), words))
    labels = torch.where(labels > 0, 2 * labels - 1, 0)  # O and B labels: legal everywhere
    return crf, emissions, labels, torch.arange(words) < torch.tensor(lengths)[:, None]


def path_score(crf: Crf, emissions: Tensor, path: tuple[int, ...]) -> Tensor:
    """Score one path word by word, in double precision."""
    score = crf.start[path[0]].double() + crf.end[path[-1]]
    score = score + (0 if is_legal(None, path[0]) else ILLEGAL)
    for previous, label in pairwise(path):
        score = score + crf.transitions[previous, label]
        score = score + (0 if is_legal(previous, label) else ILLEGAL)
    return score + sum(emissions[place, label] for place, label in enumerate(path))


def enumerated_nll(crf: Crf, emissions: Tensor, labels: Tensor) -> Tensor:
    """The slow oracle: sum over every path of one row without padding."""
    paths = product(range(emissions.shape[1]), repeat=len(labels))
    scores = torch.stack([path_score(crf, emissions, path) for path in paths])
    return scores.logsumexp(0) - path_score(crf, emissions, tuple(labels.tolist()))


def gradients(crf: Crf, emissions: Tensor, nll: Tensor) -> list[Tensor]:
    """Gradients of a sum of likelihoods by emissions and all three score tables."""
    return list(torch.autograd.grad(nll.sum(), [emissions, crf.start, crf.end, crf.transitions]))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("n_labels", [3, 5])
def test_nll_is_that_of_all_paths_enumerated(n_labels: int, seed: int) -> None:
    """Values and gradients, rows of different lengths in one batch."""
    crf, emissions, labels, mask = make_case(n_labels, LENGTHS, seed=seed)
    expected = torch.stack(
        [
            enumerated_nll(crf, emissions[row, :length], labels[row, :length])
            for row, length in enumerate(LENGTHS)
        ]
    )
    nll = crf.nll(emissions, labels, mask)
    torch.testing.assert_close(nll, expected.float(), atol=1e-5, rtol=1e-5)
    torch.testing.assert_close(
        gradients(crf, emissions, nll), gradients(crf, emissions, expected), atol=1e-5, rtol=1e-4
    )


@pytest.mark.parametrize("scale", [0.1, 5.0, 50.0])
def test_nll_agrees_with_pytorch_crf(scale: float) -> None:
    """37 labels, long rows, mild and extreme emissions; the penalties put into its parameters."""
    crf, emissions, labels, mask = make_case(37, [12, 1, 7, 30], scale=scale)
    reference = torchcrf.CRF(37, batch_first=True)
    with torch.no_grad():
        reference.start_transitions.copy_(crf.start + crf.start_penalty)
        reference.end_transitions.copy_(crf.end)
        reference.transitions.copy_(crf.transitions + crf.penalty)
    expected = -reference(emissions, labels, mask, reduction="none")
    torch.testing.assert_close(
        crf.nll(emissions, labels, mask), expected, atol=1e-3 * max(1, scale), rtol=1e-4
    )


def test_the_selectable_reference_gives_the_same_values_and_gradients() -> None:
    """`crf_implementation="pytorch-crf"` is a switch of speed, not of meaning."""
    crf, emissions, labels, mask = make_case(21, [6, 0, 3])
    reference = Crf(21, crf_implementation="pytorch-crf")
    reference.load_state_dict(crf.state_dict())
    ours, theirs = (c.nll(emissions, labels, mask) for c in (crf, reference))
    torch.testing.assert_close(ours, theirs, atol=1e-4, rtol=1e-5)
    torch.testing.assert_close(
        gradients(crf, emissions, ours),
        gradients(reference, emissions, theirs),
        atol=1e-5,
        rtol=1e-4,
    )


@pytest.mark.parametrize("implementation", ["ours", "pytorch-crf"])
def test_rows_without_words_cost_nothing(implementation: str) -> None:
    """0, and a gradient of 0, whatever the emissions say."""
    crf = Crf(5, crf_implementation=implementation)  # type: ignore[arg-type]
    emissions = torch.randn(2, 3, 5, requires_grad=True)
    nll = crf.nll(emissions, torch.zeros(2, 3), torch.zeros(2, 3, dtype=torch.bool))
    assert nll.tolist() == [0, 0]
    if implementation == "ours":
        (gradient,) = torch.autograd.grad(nll.sum(), emissions)
        assert not gradient.any()


@pytest.mark.parametrize("shape", [(0, 3), (2, 0), (0, 0)])
def test_empty_axes_are_allowed(shape: tuple[int, int]) -> None:
    """A batch of no rows or of no words has a likelihood all the same."""
    mask = torch.ones(shape, dtype=torch.bool)
    assert Crf(5).nll(torch.zeros(*shape, 5), torch.zeros(shape), mask).tolist() == [0] * shape[0]


def test_what_stands_at_padding_is_not_read() -> None:
    """Neither labels nor emissions beyond a row's words change anything."""
    crf, emissions, labels, mask = make_case(5, LENGTHS)
    before = crf.nll(emissions, labels, mask)
    after = crf.nll(
        emissions.masked_fill(~mask[:, :, None], 77.0), labels.masked_fill(~mask, -100), mask
    )
    torch.testing.assert_close(before, after)


def test_illegal_moves_carry_the_fixed_penalty() -> None:
    """A gold path that BIO forbids costs 10,000 a move and gives no NaN."""
    crf, emissions, _, mask = make_case(5, [3])
    nll = crf.nll(emissions, torch.tensor([[2, 4, 4]]), mask)
    assert 2 * -ILLEGAL - 50 < nll.item() < 2 * -ILLEGAL + 50


def test_the_penalties_are_no_weights() -> None:
    """They are neither learned nor saved."""
    assert [name for name, _ in Crf(5).named_parameters()] == ["start", "end", "transitions"]
    assert sorted(Crf(5).state_dict()) == ["end", "start", "transitions"]


def test_nll_is_full_precision_under_autocast() -> None:
    """bf16 emissions in, the float32 likelihood of those emissions out."""
    crf, emissions, labels, mask = make_case(5, LENGTHS)
    rounded = emissions.detach().bfloat16()
    with torch.autocast("cpu", torch.bfloat16):
        nll = crf.nll(rounded, labels, mask)
    assert nll.dtype == torch.float32
    torch.testing.assert_close(nll, crf.nll(rounded.float(), labels, mask))


def test_extreme_emissions_stay_finite() -> None:
    """A diverging model gets a number and a gradient, not a NaN."""
    crf, emissions, labels, mask = make_case(37, [20, 5], scale=3000.0)
    nll = crf.nll(emissions, labels, mask)
    assert nll.isfinite().all()
    assert all(gradient.isfinite().all() for gradient in gradients(crf, emissions, nll))
