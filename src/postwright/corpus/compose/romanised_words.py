"""Words for parts inside a building of Russian and Ukrainian rows in Latin letters."""

from collections.abc import Mapping, Sequence

from postwright.corpus.compose.listing import listed

_RUSSIAN: dict[str, Sequence[str]] = {
    "unit": listed("kv. {s}|kv {s}|kv. {n}|kv.{s}|of. {n}|office {n}|apt. {s}|apt {s}|pom. {s}"),
    "level": listed("et. {s}|{s} etazh|{o} floor|floor {s}"),
    "building": listed("korp. {s}|korp {s}|korpus {s}|str. {s}|bldg. {s}|stroenie {s}"),
    "entrance": listed("podyezd {s}|pod. {s}|entrance {s}"),
    "staircase": listed("lestnitsa {s}|stair {s}"),
}
_UKRAINIAN: dict[str, Sequence[str]] = {
    **_RUSSIAN,
    "level": listed("poverkh {s}|{o} floor|floor {s}"),
    "entrance": listed("pid. {s}|pidyizd {s}|entrance {s}"),
}
ROMANISED_PARTS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "RU": _RUSSIAN,
    "UA": _UKRAINIAN,
    "BY": _RUSSIAN,
}
"""Templates by country and tag; place-holders are those of `inner_parts.filled`."""
