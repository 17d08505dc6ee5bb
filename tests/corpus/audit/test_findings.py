"""What an audit counts, held against slow counts over the rows themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from postwright.corpus.audit.findings import Audit, audit_shards
from postwright.corpus.audit.summary import (
    country_lines,
    lengths,
    pairs,
    script_lines,
    source_clashes,
    to_json,
    warnings,
)
from postwright.corpus.build import write_shards
from postwright.corpus.contradictions import Contradictions, find_contradictions
from postwright.corpus.records import Row
from postwright.corpus.shards import Shards
from postwright.errors import TokenizerError
from postwright.labels import CORE_TAGS, TAGS
from postwright.splits import normalise_line
from postwright.text import Tokenizer, segment


@pytest.fixture
def found(shards, tokenizer) -> Audit:
    """The audit of the rows of `conftest`."""
    return audit_shards(shards, tokenizer, name="small", rows=5)


def without_examples(found: Contradictions) -> list[tuple[object, ...]]:
    """Clashes in an order of their own; of equally common surfaces any may be the example."""
    return sorted(
        (clash.source, clash.country, clash.tag, clash.usual, clash.count, clash.bare)
        for clash in found.clashes
    )


def test_rows_and_spans_are_counted(found, rows) -> None:
    """By source, country and tag."""
    tally = found.tally
    pairs_seen = Counter((row.source, row.country) for row in rows)
    for (source, country), count in pairs_seen.items():
        at = found.sources.index(source), found.countries.index(country)
        assert tally.rows[at] == count
    assert tally.rows.sum() == found.rows == found.seen == len(rows)
    spans = Counter((row.country, tag) for row in rows for _, _, tag in row.spans)
    for country in found.countries:
        counts = tally.spans[found.countries.index(country)]
        assert counts.tolist() == [spans[country, tag] for tag in TAGS]
    assert tally.source_spans.sum() == tally.spans.sum() == sum(spans.values())


def test_words_and_their_places_are_counted(found, rows) -> None:
    """Words of each tag, and the tenth of the row in which spans begin."""
    words, places = Counter[str](), Counter[tuple[str, int]]()
    for row in rows:
        cut = segment(row.raw)
        for start, end, tag in row.spans:
            inside = [at for at, word in enumerate(cut) if start <= word[0] < end]
            words[tag] += len(inside)
            places[tag, 10 * inside[0] // len(cut)] += 1
    for at, tag in enumerate(TAGS):
        assert found.tally.words[:, at].sum() == words[tag]
        assert found.tally.places[at].tolist() == [places[tag, tenth] for tenth in range(10)]
    assert found.tally.words.sum() == sum(len(segment(row.raw)) for row in rows)


def test_scripts_are_those_of_the_first_letters(found) -> None:
    """Numbers and punctuation have none; a row may have several."""
    lines = {line.script: line for line in script_lines(found)}
    assert {name: line.words for name, line in lines.items()} == {
        "Latin": 20,
        "Cyrillic": 2,
        "Han": 2,
        "Greek": 1,
    }
    assert lines["Cyrillic"].row_share == pytest.approx(1 / 11)
    assert lines["Greek"].fallback > lines["Latin"].fallback


def test_lengths_are_those_of_the_rows(found, rows, tokenizer) -> None:
    """Mean and most."""
    counts = [len(segment(row.raw)) for row in rows]
    measured = lengths(found)
    assert measured["words a row"].mean == pytest.approx(np.mean(counts))
    assert measured["words a row"].most == max(counts)
    assert measured["letters a word"].most == len("street")


def test_contradictions_are_those_of_the_rows(found, rows) -> None:
    """What `find_contradictions` finds in the rows, examples included, core and all."""
    for ours, tags in ((found.core, CORE_TAGS), (found.full, TAGS)):
        theirs = find_contradictions(rows, tags=tags)
        assert without_examples(ours) == without_examples(theirs)
        assert (ours.spans, ours.lines, ours.shares) == (theirs.spans, theirs.lines, theirs.shares)
    examples = {(clash.tag, clash.usual): clash.examples for clash in found.core.clashes}
    assert examples["venue", "street"] == ("main street",)
    assert examples["house_number", "postcode"] == ("10118",)


#: Words that are one surface each, however they are written.
WORDS = st.sampled_from(["Main", "MAIN", "street", "10118", "5", "paris", "東", "москва", "ü"])
PARTS = st.lists(st.tuples(WORDS, st.sampled_from([*TAGS[:6], "unit", ""])), max_size=4)


@st.composite
def written_rows(draw: st.DrawFn) -> Row:
    """Words side by side, each a span of its own or none, no word twice in a row."""
    parts = {word.casefold(): (word, tag) for word, tag in draw(PARTS)} or {"x": ("x", "")}
    raw, spans = "", []
    for word, tag in parts.values():
        start = len(raw) + 2
        raw += f", {word}"
        if tag:
            spans.append((start, len(raw), tag))
    return Row(raw, tuple(spans), draw(st.sampled_from(["US", "FR"])), draw(st.sampled_from("ab")))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(written_rows(), min_size=1, max_size=25))
def test_shards_say_what_rows_say(write_rows, tokenizer, rows) -> None:
    """Contradictions, lines with several labellings and duplicates of any rows."""
    found = audit_shards(write_rows(rows), tokenizer, name="any", rows=0)
    theirs = find_contradictions(rows, tags=TAGS)
    assert without_examples(found.full) == without_examples(theirs)
    assert found.full.lines == theirs.lines
    lines = Counter(normalise_line(row.raw) for row in rows)
    assert found.duplicates.lines == len(lines)
    most = [count for _, count in found.duplicates.most]
    assert most == sorted((n for n in lines.values() if n > 1), reverse=True)[:12]


def test_duplicates_are_counted_where_they_come_again(found) -> None:
    """The second `hello` and the second `Main Street`, not the first ones."""
    assert found.duplicates.by_source == {"b": 1, "d": 1}
    assert found.duplicates.share == pytest.approx(2 / 11)


def test_a_built_corpus_is_audited_whole(recipe, make_maker, tmp_path, tokenizer_bytes) -> None:
    """Every row of a real build, against the rows that its maker gives."""
    maker = make_maker(recipe)
    write_shards(maker, tmp_path / "out")
    shards = Shards.open(tmp_path / "out")
    found = audit_shards(shards, Tokenizer(tokenizer_bytes), name="built")
    rows = list(maker.rows(range(recipe.rows), Counter()))
    assert found.seen == len(rows)
    assert found.tally.spans.sum() == sum(len(row.spans) for row in rows)
    theirs = find_contradictions(rows)
    assert found.core.share == pytest.approx(theirs.share, abs=0.002)
    assert len(found.rows_drawn) == 20


def test_of_a_large_corpus_shards_are_taken_evenly(shards, tokenizer) -> None:
    """Half of the rows allowed, one of the two shards looked at, and the audit says so."""
    found = audit_shards(shards, tokenizer, name="large", most=6)
    assert (found.rows, found.seen) == (11, 6)
    assert found.tally.rows.sum() == 6
    assert to_json(found)["rows_seen"] == 6


def test_the_same_seed_draws_the_same_rows(shards, tokenizer) -> None:
    """And another one others."""
    drawn = [
        audit_shards(shards, tokenizer, name="x", rows=4, seed=seed).rows_drawn
        for seed in (1, 1, 2)
    ]
    assert drawn[0] == drawn[1] != drawn[2]


def test_another_tokenizer_is_refused(shards, tokenizer) -> None:
    """Its pieces would spell nonsense."""
    other = Tokenizer(tokenizer.serialized)
    other.digest = "0" * 64
    with pytest.raises(TokenizerError, match="sha256"):
        audit_shards(shards, other, name="x")


def test_pairs_and_sources_add_up_to_the_shares(found) -> None:
    """Every clash is in one pair and in one source."""
    total = sum(found.full.shares.values())
    assert sum(pair.share for pair in pairs(found.full)) == pytest.approx(total)
    by_source = source_clashes(found.full)
    clashing = sum(
        found.full.spans[source] * sum(shares.values()) for source, shares in by_source.items()
    )
    assert clashing / sum(found.full.spans.values()) == pytest.approx(total)


def test_what_is_wrong_is_warned_about(found) -> None:
    """Too many contradictions; a source that is most of the corpus, if there is one."""
    assert any("contradict" in text for text in warnings(found))
    assert not any("% of the rows" in text for text in warnings(found))
    tally = replace(found.tally, rows=np.diag([9, 1, 1, 0, 0])[: len(found.sources)])
    heavy = replace(found, tally=tally)
    assert any(text.startswith("a is 82% of the rows") for text in warnings(heavy))


def test_shares_of_a_country_add_up(found) -> None:
    """Words of all tags and of none are all of them."""
    for line in country_lines(found):
        assert sum(line.word_shares.values()) == pytest.approx(1)
        assert asdict(line)["rows"] > 0
