"""The numpy decoder against the CRF that the tagger is trained with, and against pytorch-crf."""

from __future__ import annotations

from typing import NamedTuple

import decoder_oracle as oracle
import numpy as np
import pytest
import torch
import torchcrf
from numpy.typing import NDArray

from postwright.decoder import Transitions, marginals, viterbi
from postwright.labels import CORE, FULL
from postwright.training.crf import Crf

LENGTHS = [1, 9, 4, 12, 2, 12, 7]


class _Batch(NamedTuple):
    """The same rows and the same learned scores for both sides."""

    crf: Crf
    emissions: NDArray[np.float32]
    mask: NDArray[np.bool_]
    transitions: Transitions


@pytest.fixture(params=[len(CORE), len(FULL)], ids=["core", "full"])
def batch(request: pytest.FixtureRequest) -> _Batch:
    """Draw rows of several lengths, and a CRF whose transitions matter."""
    torch.manual_seed(7)
    crf = Crf(request.param)
    with torch.no_grad():
        for part in (crf.start, crf.end, crf.transitions):
            part.normal_()
    learned = [part.detach().numpy() for part in (crf.start, crf.end, crf.transitions)]
    transitions = Transitions.from_learned(*learned)
    rows = [
        oracle.Case(oracle.random_case(words, request.param, seed).emissions, transitions)
        for seed, words in enumerate(LENGTHS)
    ]
    return _Batch(crf, *oracle.batch_of(rows), transitions)


def test_paths_are_those_of_pytorch_crf(batch: _Batch) -> None:
    """Viterbi decides every row as the reference does, penalties and all."""
    reference = torchcrf.CRF(batch.emissions.shape[2], batch_first=True)
    with torch.no_grad():
        reference.start_transitions.copy_(torch.from_numpy(batch.transitions.start.copy()))
        reference.end_transitions.copy_(torch.from_numpy(batch.transitions.end.copy()))
        reference.transitions.copy_(torch.from_numpy(batch.transitions.matrix.copy()))
    expected = reference.decode(torch.from_numpy(batch.emissions), torch.from_numpy(batch.mask))
    paths, _ = viterbi(batch.emissions, batch.mask, batch.transitions)
    got = [path[:length].tolist() for path, length in zip(paths, LENGTHS, strict=True)]
    assert got == expected


def test_path_probabilities_are_the_likelihood_of_training(batch: _Batch) -> None:
    """What the loss calls the likelihood of a path, the decoder calls its probability."""
    paths, _ = viterbi(batch.emissions, batch.mask, batch.transitions)
    with torch.no_grad():
        inputs = [torch.from_numpy(part) for part in (batch.emissions, paths, batch.mask)]
        expected = -batch.crf.nll(*inputs).numpy()
    found = marginals(batch.emissions, batch.mask, batch.transitions)
    assert found.path_log_probabilities(paths) == pytest.approx(expected, abs=1e-5)


def test_label_probabilities_are_gradients_of_the_partition(batch: _Batch) -> None:
    """The derivative of log Z by an emission is that label's probability (autograd as oracle)."""
    emissions = torch.from_numpy(batch.emissions.copy()).requires_grad_()
    paths = torch.zeros(batch.mask.shape, dtype=torch.int64)  # all O: legal everywhere
    batch.crf.nll(emissions, paths, torch.from_numpy(batch.mask)).sum().backward()
    assert emissions.grad is not None
    expected = emissions.grad.numpy()  # probability, less one where the given path goes
    expected[:, :, 0] += batch.mask
    got = marginals(batch.emissions, batch.mask, batch.transitions).label_probabilities()
    assert np.allclose(got[batch.mask], expected[batch.mask], atol=1e-5)
