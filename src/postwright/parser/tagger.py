"""The tagger at run time: arrays of words in, one emission per word and label out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from postwright.errors import BundleError
from postwright.text import Batch

__all__ = ["Scorer", "Scores", "TaggerSession"]

_INPUTS = ("pieces", "shapes", "gaps")
_OUTPUT = "emissions"
_COUNTRIES = "country_logits"


class Scores(NamedTuple):
    """What the tagger says of a batch.

    Attributes:
        emissions: score of every label for every word, float32 ``[batch, words, labels]``.
        countries: score of every country for every row, float32 ``[batch, countries]``; None
            where the model has no head for countries.
    """

    emissions: npt.NDArray[np.float32]
    countries: npt.NDArray[np.float32] | None = None


class Scorer(Protocol):
    """What the pipeline asks for scores: a session, or a model that is still being trained."""

    def score(self, batch: Batch) -> Scores:
        """Score labels and countries; padding is undefined."""


class TaggerSession:
    """An ONNX Runtime session on the CPU; safe to call from several threads at once.

    It works on one thread of its own: threads inside an operator cost more than they bring at
    this size, so more cores are used by more callers.
    """

    def __init__(self, graph: str | Path | bytes, *, labels: int) -> None:
        """Load the graph.

        Args:
            graph: ``tagger.onnx``, or what stands in it.
            labels: how many labels it must emit.

        Raises:
            BundleError: it is no ONNX graph, or not one with the tagger's inputs and output.
        """
        source = graph if isinstance(graph, bytes) else str(graph)
        name = "the graph" if isinstance(graph, bytes) else graph
        try:
            self._session = ort.InferenceSession(
                source, _session_options(), providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime has a dozen exception types and no common base
            raise BundleError(f"cannot load {name}: {error}; export the model again") from error
        self._check(name, labels)
        self._labels = labels
        outputs = [each.name for each in self._session.get_outputs()]
        self._outputs = [name for name in (_OUTPUT, _COUNTRIES) if name in outputs]

    def _check(self, name: str | Path, labels: int) -> None:
        inputs = {each.name for each in self._session.get_inputs()}
        shapes = {each.name: each.shape for each in self._session.get_outputs()}
        if inputs != set(_INPUTS) or _OUTPUT not in shapes:
            raise BundleError(
                f"{name} has the inputs {sorted(inputs)} and outputs {sorted(shapes)}, must have "
                f"{sorted(_INPUTS)} and {_OUTPUT!r}; export the model again"
            )
        width = shapes[_OUTPUT][-1]
        if isinstance(width, int) and width != labels:
            raise BundleError(
                f"{name} emits {width} labels, but the bundle lists {labels}; "
                "export the model again"
            )

    def score(self, batch: Batch) -> Scores:
        """Score labels and countries; padding is undefined.

        Rows of one length are scored together, so a batch without padding costs least.

        Args:
            batch: at least one row and one word wide.
        """
        mask = batch.mask
        if mask.all():
            return Scores(*self._run(self._outputs, batch))
        emissions = np.zeros((*mask.shape, self._labels), dtype=np.float32)
        countries = None
        for rows, (scores, *heads) in self.outputs(batch, self._outputs):
            emissions[rows, : scores.shape[1]] = scores
            for head in heads:
                if countries is None:
                    countries = np.zeros((len(mask), head.shape[1]), dtype=np.float32)
                countries[rows] = head
        return Scores(emissions, countries)

    def emissions(self, batch: Batch) -> npt.NDArray[np.float32]:
        """Score of every label for every word, ``[batch, words, labels]``."""
        return self.score(batch).emissions

    def outputs(
        self, batch: Batch, names: Sequence[str]
    ) -> Iterator[tuple[npt.NDArray[np.int64], list[npt.NDArray[np.float32]]]]:
        """Outputs of the graph for the rows of each length, and which rows those are.

        Rows without words are left out.
        """
        lengths = batch.mask.sum(axis=1)  # [batch]
        for length in np.unique(lengths[lengths > 0]).tolist():
            rows = np.flatnonzero(lengths == length)
            arrays = (batch.pieces, batch.shapes, batch.gaps)
            yield rows, self._run(names, Batch(*(array[rows, :length] for array in arrays)))

    def _run(self, names: Sequence[str], batch: Batch) -> list[npt.NDArray[np.float32]]:
        """Run the graph on rows that have equally many words."""
        arrays = (batch.pieces, batch.shapes, batch.gaps)
        found: list[npt.NDArray[np.float32]] = self._session.run(
            names, dict(zip(_INPUTS, arrays, strict=True))
        )
        return found


def _session_options() -> ort.SessionOptions:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    options.log_severity_level = 3  # warnings about the graph are of no use to a caller
    return options
