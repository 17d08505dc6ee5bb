"""From text to parses: load a model, run the pipeline (`pipeline.STAGES`), hand back results."""

from postwright.parser.api import Parser, parse, parse_batch

__all__ = ["Parser", "parse", "parse_batch"]
