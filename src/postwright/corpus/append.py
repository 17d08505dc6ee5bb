"""Which shards of a build stand there already, so that it may be taken up again or lengthened."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from postwright.config import to_mapping
from postwright.corpus.recipe import CorpusRecipe
from postwright.errors import CorpusError

__all__ = ["is_written", "recipe_digest"]


def recipe_digest(recipe: CorpusRecipe) -> str:
    """SHA-256 of all that a recipe says but how many rows there shall be, and where files lie."""
    kept = replace(recipe, rows=1, tokenizer=Path(), licences=Path(), exclude=())
    text = json.dumps(to_mapping(kept), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def is_written(shard: Path, about: Mapping[str, Any], tokenizer_digest: str) -> bool:
    """Whether a whole shard of the same making stands there; False if there is none.

    Args:
        shard: its directory.
        about: what its manifest should say of the build; entries it does not name are free.
        tokenizer_digest: of the build's tokenizer.

    Raises:
        CorpusError: another shard stands there: appending to it would mix two corpora.
    """
    try:
        manifest = json.loads((shard / "shard.json").read_text(encoding="utf-8"))
    except OSError:
        return False
    except ValueError as error:
        raise CorpusError(f"{shard / 'shard.json'} is damaged: {error}") from error
    then = {**manifest.get("about", {}), "tokenizer": manifest.get("tokenizer")}
    wanted = {**about, "tokenizer": tokenizer_digest}
    for key, value in wanted.items():
        if then.get(key) != value:
            raise CorpusError(
                f"{shard}: was built with {key} = {then.get(key)!r}, this build has {value!r}: "
                "build into another folder, or without --append to replace it"
            )
    return True
