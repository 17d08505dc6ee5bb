"""The dual loss: its parts, weights, and sums over accumulated steps."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from postwright.errors import ConfigError
from postwright.training.crf import Crf
from postwright.training.loss import LossConfig, LossParts, dual_loss, loss_weights

CRF_LABELS = 5
WEIGHTS = (1.0, 2.0, 0.5, 3.0, 1.5)
CONFIGS = [
    LossConfig(),
    LossConfig(crf_loss_weight=1.0, crf_normalization="per_sequence"),
    LossConfig(class_weights=WEIGHTS, label_smoothing=0.1),
]


def make_case(lengths: list[int], words: int = 5) -> tuple[Tensor, Tensor, Tensor]:
    """Emissions [batch, words, labels], labels [batch, words] and mask, repeatable."""
    torch.manual_seed(len(lengths))
    emissions = torch.randn(len(lengths), words, CRF_LABELS, requires_grad=True)
    labels = 2 * torch.randint(0, 2, (len(lengths), words)) + 1
    return emissions, labels, torch.arange(words) < torch.tensor(lengths)[:, None]


@pytest.fixture
def crf() -> Crf:
    """A small CRF."""
    torch.manual_seed(7)
    return Crf(CRF_LABELS)


def test_the_parts_are_torchs_cross_entropy_and_the_crf_per_word(crf: Crf) -> None:
    """Against the plain formulas, class weights and smoothing included."""
    emissions, labels, mask = make_case([5, 2, 0])
    config = LossConfig(crf_loss_weight=0.5, class_weights=WEIGHTS, label_smoothing=0.1)
    parts = dual_loss(emissions, labels, mask, crf, config)
    ce = functional.cross_entropy(
        emissions[mask], labels[mask], weight=torch.tensor(WEIGHTS), label_smoothing=0.1
    )
    likelihood = crf.nll(emissions, labels, mask).sum() / 7
    torch.testing.assert_close(parts.ce, ce)
    torch.testing.assert_close(parts.crf, likelihood)
    torch.testing.assert_close(parts.total, ce + 0.5 * likelihood)


def test_per_sequence_divides_by_the_rows_that_have_words(crf: Crf) -> None:
    """An empty row is no sequence."""
    emissions, labels, mask = make_case([5, 2, 0])
    config = LossConfig(crf_normalization="per_sequence")
    expected = crf.nll(emissions, labels, mask).sum() / 2
    torch.testing.assert_close(dual_loss(emissions, labels, mask, crf, config).crf, expected)


def test_per_token_is_the_sum_over_the_tokens_whatever_their_rows(crf: Crf) -> None:
    """A row of five words pulls five times a row of one: no mean of the rows' means."""
    emissions, labels, mask = make_case([5, 1])
    parts = dual_loss(emissions, labels, mask, crf, LossConfig())
    nll = crf.nll(emissions, labels, mask)
    assert parts.crf_weight.item() == parts.ce_weight.item() == 6
    torch.testing.assert_close(parts.crf, (nll[0] + nll[1]) / 6)
    assert not torch.isclose(parts.crf, (nll[0] / 5 + nll[1]) / 2)


def test_a_crf_weight_of_zero_leaves_the_crf_out(crf: Crf) -> None:
    """No cost, no gradient."""
    parts = dual_loss(*make_case([3]), crf, LossConfig(crf_loss_weight=0))
    parts.total.backward()
    assert parts.crf.item() == 0
    assert crf.transitions.grad is None


@pytest.mark.parametrize("config", CONFIGS)
@pytest.mark.parametrize("weighted", [False, True])
def test_accumulated_micro_batches_are_one_large_batch(
    crf: Crf, config: LossConfig, weighted: bool
) -> None:
    """Values and gradients: sums are added before they are divided."""
    emissions, labels, mask = make_case([5, 1, 3, 2])
    rows = torch.tensor([1.0, 0.5, 2.0, 3.0]) if weighted else torch.ones(4)
    whole = dual_loss(emissions, labels, mask, crf, config, row_weights=rows)
    (expected,) = torch.autograd.grad(whole.total, emissions, retain_graph=True)
    halves = [slice(0, 1), slice(1, 4)]
    totals = [
        loss_weights(labels[half], mask[half], config, row_weights=rows[half]) for half in halves
    ]
    ce_weight, crf_weight = (torch.stack(values).sum() for values in zip(*totals, strict=True))
    parts = [
        dual_loss(emissions[half], labels[half], mask[half], crf, config, row_weights=rows[half])
        for half in halves
    ]
    torch.testing.assert_close((parts[0] + parts[1]).total, whole.total)
    loss = sum(part.over(ce_weight, crf_weight).total for part in parts)
    assert isinstance(loss, Tensor)
    torch.testing.assert_close(torch.autograd.grad(loss, emissions)[0], expected)


def test_a_row_of_weight_two_counts_like_two_rows(crf: Crf) -> None:
    """Source weights are repeats."""
    emissions, labels, mask = make_case([4, 2])
    order = torch.tensor([0, 1, 1])
    weighted = dual_loss(
        emissions, labels, mask, crf, LossConfig(), row_weights=torch.tensor([1.0, 2.0])
    )
    repeated = dual_loss(emissions[order], labels[order], mask[order], crf, LossConfig())
    torch.testing.assert_close(weighted.total, repeated.total)


@pytest.mark.parametrize("config", CONFIGS)
@pytest.mark.parametrize("lengths", [[], [0, 0]])
def test_an_empty_batch_is_zero_with_a_zero_gradient(
    crf: Crf, config: LossConfig, lengths: list[int]
) -> None:
    """No NaN from 0 / 0, neither in the value nor in the gradient."""
    emissions, labels, mask = make_case(lengths) if lengths else _nothing()
    parts = dual_loss(emissions, labels, mask, crf, config)
    parts.total.backward()
    assert parts.total.item() == 0
    assert emissions.grad is not None
    assert not emissions.grad.any()


def _nothing() -> tuple[Tensor, Tensor, Tensor]:
    """A batch of no rows."""
    return (
        torch.zeros(0, 4, CRF_LABELS, requires_grad=True),
        torch.zeros(0, 4, dtype=torch.long),
        torch.zeros(0, 4, dtype=torch.bool),
    )


def test_detached_parts_keep_their_values(crf: Crf) -> None:
    """For logging: the same numbers, no graph."""
    parts = dual_loss(*make_case([3, 2]), crf, LossConfig())
    assert isinstance(parts.detach(), LossParts)
    assert parts.detach().total.item() == parts.total.item()
    assert not parts.detach().total.requires_grad


def test_class_weights_must_be_one_per_label(crf: Crf) -> None:
    """The message says how many there are and how many there must be."""
    config = LossConfig(class_weights=(1.0, 2.0))
    with pytest.raises(ConfigError, match="class_weights has 2 values: give 5"):
        dual_loss(*make_case([3]), crf, config)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("crf_loss_weight", -1.0),
        ("crf_loss_weight", float("nan")),
        ("crf_normalization", "mean"),
        ("label_smoothing", 1.0),
        ("country_loss_weight", -1.0),
        ("class_weights", (1.0, -1.0)),
    ],
)
def test_a_bad_value_is_named(key: str, value: object) -> None:
    """The message names the key."""
    with pytest.raises(ConfigError, match=key):
        LossConfig(**{key: value})  # type: ignore[arg-type]
