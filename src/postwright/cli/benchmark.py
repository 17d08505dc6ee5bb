"""The table of ``postwright parse --benchmark``."""

from __future__ import annotations

from postwright.parser.benchmark import Benchmark, Timing

__all__ = ["benchmark_table"]


def benchmark_table(found: Benchmark) -> str:
    """Times of one address alone, throughput of batches, memory, model and machine."""
    count = f"{found.addresses} address{'es' if found.addresses > 1 else ''} × {found.runs}"
    head = f"{'ms, ' + count:<28}" + "".join(f"{name:>10}" for name in Timing.__annotations__)
    lines = [head, *(_line(name, times) for name, times in found.stages.items())]
    lines += [_line("whole", found.whole), ""]
    lines += [f"batch of {size:<3} {rate:>10,.0f} addresses/s" for size, rate in _rates(found)]
    lines.append("")
    memory = "unknown" if found.memory_mb is None else f"{found.memory_mb:.0f} MB"
    lines.append(f"{'peak memory':<12}{memory}")
    for name, facts in (("model", found.model), ("machine", found.machine)):
        lines.append(f"{name:<12}" + ", ".join(f"{key} {value}" for key, value in facts.items()))
    return "\n".join(lines)


def _rates(found: Benchmark) -> list[tuple[int, float]]:
    return sorted(found.throughput.items())


def _line(name: str, times: Timing) -> str:
    cells = (times.p50, times.p95, times.p99, times.max, times.total)
    return f"{name:<28}" + "".join(f"{cell:>10.3f}" for cell in cells)
