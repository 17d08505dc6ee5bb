"""From text to parses: load a model, run the pipeline (`pipeline.STAGES`), hand back results."""

from postwright.parser.api import Parser, parse, parse_batch
from postwright.parser.model import Model
from postwright.parser.pipeline import STAGES
from postwright.parser.rows import Rows
from postwright.parser.stages import Stage, insert_stage, remove_stage, replace_stage
from postwright.parser.watch import Budget, CancelToken

__all__ = [
    "STAGES",
    "Budget",
    "CancelToken",
    "Model",
    "Parser",
    "Rows",
    "Stage",
    "insert_stage",
    "parse",
    "parse_batch",
    "remove_stage",
    "replace_stage",
]
