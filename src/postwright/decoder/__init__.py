"""From emissions to parses: the best label path, spans with probabilities, tree and formats."""
