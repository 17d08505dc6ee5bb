"""The tagger's encoder: one vector per word in, one emission vector per word out.

`Tagger` reads top to bottom: embed the words, run the pre-LN Transformer blocks, project to
label scores. Three sizes stand in `PRESETS`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional

from postwright.errors import ConfigError

__all__ = ["PRESETS", "EncoderConfig", "Tagger", "is_decayed"]

MASKED_SCORE = -1e4
"""Added to the attention score of a padded position; finite, so that a row of padding is no NaN."""

GATE_SPREAD = 0.25
"""Spread of the position gates around 1 at the start: enough for the order of digits to be seen."""

_NEVER_DECAYED = ("gate.", "position.")


@dataclass(frozen=True)
class EncoderConfig:
    """The size and the shape of an encoder; stored as JSON beside every set of weights.

    Raises:
        ConfigError: a value is out of range; the message names the key, the value and the mend.
    """

    dim: int = 192
    layers: int = 4
    heads: int = 4
    ffn: int = 768
    max_words: int = 128
    max_pieces: int = 12
    max_piece_positions: int = 256
    vocabulary_size: int = 16000
    shape_count: int = 32
    gap_count: int = 8
    labels: int = 37
    dropout: float = 0.1
    pooling: Literal["gated", "mean", "projected"] = "gated"
    level: Literal["word", "piece"] = "word"
    countries: int = 0  # of the country head; 0 for none
    shape: bool = True  # whether a word's shape is seen
    gap: bool = True  # whether the gap before a word is seen

    def __post_init__(self) -> None:
        """Refuse sizes that cannot work, before any weight is made."""
        for key, value in vars(self).items():
            least = 0 if key in ("countries", "shape", "gap") else 1
            if isinstance(value, int) and value < least:
                raise ConfigError(f"{key} = {value}: must be at least 1")
        if self.dim % self.heads:
            raise ConfigError(f"dim = {self.dim}: must be a multiple of heads = {self.heads}")
        if not 0 <= self.dropout < 1:
            raise ConfigError(f"dropout = {self.dropout}: must be at least 0 and below 1")
        if self.pooling not in ("gated", "mean", "projected"):
            raise ConfigError(f"pooling = {self.pooling!r}: use 'gated', 'mean' or 'projected'")
        if self.level not in ("word", "piece"):
            raise ConfigError(f"level = {self.level!r}: use 'word' or 'piece'")

    @property
    def positions(self) -> int:
        """How many positions have an embedding of their own."""
        return self.max_words if self.level == "word" else self.max_piece_positions


PRESETS: dict[str, EncoderConfig] = {
    "base": EncoderConfig(dim=256, layers=6, heads=4, ffn=1024),
    "small": EncoderConfig(dim=192, layers=4, heads=4, ffn=768),
    "tiny": EncoderConfig(dim=128, layers=3, heads=4, ffn=512),
}


class Dropout(nn.Module):
    """Dropout that draws one random byte an element: on a CPU 8 times cheaper than torch's.

    The rate is rounded to 1/256 (0.1 becomes 0.1016), and what is kept is scaled by that.
    """

    def __init__(self, rate: float) -> None:
        """Keep the rate as a number of 256ths."""
        super().__init__()
        self.dropped = round(rate * 256)

    def forward(self, x: Tensor) -> Tensor:
        """Zero a random share of x (any shape) in training; give x back otherwise."""
        if not self.training or not self.dropped:
            return x
        if x.device.type != "cpu":
            return functional.dropout(x, self.dropped / 256)
        words = torch.empty((x.numel() + 7) // 8, dtype=torch.int64)
        random_bytes = words.random_(-(2**63), None).view(torch.uint8)[: x.numel()].view(x.shape)
        kept = (random_bytes >= self.dropped).to(x.dtype)
        return x * kept.mul_(256 / (256 - self.dropped))


class WordEmbedding(nn.Module):
    """Embed each word: pool of its pieces, plus its shape, its gap and its position."""

    def __init__(self, config: EncoderConfig) -> None:
        """Make the tables of one configuration."""
        super().__init__()
        self.config = config
        self.piece = nn.Embedding(config.vocabulary_size, config.dim)
        self.shape = nn.Embedding(config.shape_count, config.dim)
        self.gap = nn.Embedding(config.gap_count, config.dim)
        self.position = nn.Embedding(config.positions, config.dim)
        if config.level == "word" and config.pooling != "mean":
            self.gate = nn.Embedding(config.max_pieces, config.dim)
        if config.level == "word" and config.pooling == "projected":
            self.projection = nn.Linear(config.dim, config.dim)

    def forward(self, pieces: Tensor, shapes: Tensor, gaps: Tensor) -> Tensor:
        """Return the vectors of all words, float32 [batch, words, dim]."""
        batch, words = shapes.shape
        if words > self.config.max_words:
            raise ValueError(
                f"{words} words in a row: at most {self.config.max_words}; use windows"
            )
        position = self.position.weight[:words]  # [words, dim]
        pooled = self._pool(pieces.flatten(0, 1))  # [batch * words, dim]
        marks: Tensor = self.shape(shapes) + self.gap(gaps) + position  # [batch, words, dim]
        return pooled.view(batch, words, -1) + marks

    def _pool(self, pieces: Tensor) -> Tensor:
        """Mean over each word's real pieces, each gated by its place in the word.

        Only real pieces are looked up: a word has about two, the piece axis up to twelve.
        """
        word, place = pieces.nonzero(as_tuple=True)  # [real pieces] each
        vectors = self._gated(self.piece(pieces[word, place]), place)  # [real pieces, dim]
        sums = vectors.new_zeros(len(pieces), self.config.dim).index_add(0, word, vectors)
        counts = (pieces != 0).sum(1, keepdim=True).clamp(min=1)  # [batch * words, 1]
        return sums / counts

    def _gated(self, vectors: Tensor, place: Tensor) -> Tensor:
        """Let a piece's vector [real pieces, dim] say where in its word the piece stood."""
        if self.config.pooling == "mean":
            return vectors
        gated: Tensor = vectors * self.gate(place)  # [real pieces, dim]
        if self.config.pooling == "gated":
            return gated
        return functional.gelu(self.projection(gated)).to(vectors.dtype)


class PieceEmbedding(WordEmbedding):
    """Embed each piece by itself, with the shape and gap of its word: the piece-level variant."""

    def forward_pieces(
        self, pieces: Tensor, shapes: Tensor, gaps: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Lay the pieces of each row side by side.

        A row with more pieces than there are positions gives the last position to all the rest:
        nothing is dropped.

        Returns:
            Vectors [batch, positions, dim], mask [batch, positions], and the position of each
            word's first piece [batch, words].
        """
        real = (pieces != 0).flatten(1)  # [batch, words * pieces]
        counts = real.sum(1)  # [batch]
        length = max(1, int(counts.max()))
        # A stable sort brings the real pieces of each row to its front, in their order.
        order = torch.argsort((~real).to(torch.int8), dim=1, stable=True)[:, :length]
        flat = pieces.flatten(1).gather(1, order)  # [batch, positions]
        word = order // pieces.shape[2]  # [batch, positions]
        place = torch.arange(length, device=pieces.device).clamp(max=self.config.positions - 1)
        vectors = (
            self.piece(flat)
            + self.shape(shapes.gather(1, word))
            + self.gap(gaps.gather(1, word))
            + self.position(place)
        )  # [batch, positions, dim]
        mask = torch.arange(length, device=pieces.device) < counts[:, None]
        per_word = (pieces != 0).sum(2)  # [batch, words]
        first = (per_word.cumsum(1) - per_word).clamp(max=length - 1)  # [batch, words]
        return vectors, mask, first


class Attention(nn.Module):
    """Multi-head self-attention as matmul, softmax, matmul (faster than SDPA on a CPU)."""

    def __init__(self, config: EncoderConfig) -> None:
        """Make the packed query-key-value projection and the output projection."""
        super().__init__()
        self.heads = config.heads
        self.scale = 1 / math.sqrt(config.dim // config.heads)
        self.qkv = nn.Linear(config.dim, 3 * config.dim)
        self.output = nn.Linear(config.dim, config.dim)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Mix the positions of x [batch, words, dim]; bias [batch, 1, 1, words] hides padding."""
        batch, words, dim = x.shape
        packed = self.qkv(x).view(batch, words, 3, self.heads, dim // self.heads)
        query, key, value = packed.permute(2, 0, 3, 1, 4).unbind(0)  # [batch, heads, words, head]
        scores = (query * self.scale) @ key.transpose(2, 3) + bias  # [batch, heads, words, words]
        mixed = scores.softmax(3).to(value.dtype) @ value  # [batch, heads, words, head]
        joined: Tensor = self.output(mixed.transpose(1, 2).reshape(batch, words, dim))
        return joined


class Block(nn.Module):
    """One pre-LN Transformer block (Xiong et al. 2020, figure 1b)."""

    def __init__(self, config: EncoderConfig) -> None:
        """Make the two norms, the attention and the two layers of the MLP."""
        super().__init__()
        self.attention_norm = nn.LayerNorm(config.dim)
        self.attention = Attention(config)
        self.mlp_norm = nn.LayerNorm(config.dim)
        self.widen = nn.Linear(config.dim, config.ffn)
        self.narrow = nn.Linear(config.ffn, config.dim)
        self.dropout = Dropout(config.dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Add attention, then the MLP, to the residual stream x [batch, words, dim]."""
        x = x + self.dropout(self.attention(self.attention_norm(x), bias))
        hidden = functional.gelu(self.widen(self.mlp_norm(x)))
        out: Tensor = x + self.dropout(self.narrow(hidden))  # [batch, words, dim]
        return out


class Tagger(nn.Module):
    """Encode the words of addresses and score every label for every word."""

    def __init__(self, config: EncoderConfig) -> None:
        """Make and initialise the weights of one configuration."""
        super().__init__()
        self.config = config
        word_level = config.level == "word"
        self.embedding = WordEmbedding(config) if word_level else PieceEmbedding(config)
        self.dropout = Dropout(config.dropout)
        self.blocks = nn.ModuleList(Block(config) for _ in range(config.layers))
        self.norm = nn.LayerNorm(config.dim)
        self.head = nn.Linear(config.dim, config.labels)
        if config.countries:
            self.country_head = nn.Linear(config.dim, config.countries)
        _initialise(self)

    def forward(self, pieces: Tensor, shapes: Tensor, gaps: Tensor) -> Tensor:
        """Score the labels of each word.

        Args:
            pieces: int [batch, words, pieces], 0 is padding.
            shapes: int [batch, words], 0 is padding: it says which words are there.
            gaps: int [batch, words], 0 is padding.

        Returns:
            Emissions float32 [batch, words, labels], under autocast too.
        """
        return self.with_countries(pieces, shapes, gaps)[0]

    def with_countries(
        self, pieces: Tensor, shapes: Tensor, gaps: Tensor
    ) -> tuple[Tensor, Tensor | None]:
        """Score the labels of each word, and the countries of each row if there is a head for them.

        Takes what `forward` takes.

        Returns:
            Emissions [batch, words, labels] and country logits [batch, countries], float32.
        """
        states = self.encode(pieces.long(), shapes.long(), gaps.long())  # [batch, words, dim]
        with torch.autocast(states.device.type, enabled=False):
            normed = self.norm(states.to(self.norm.weight.dtype))  # [batch, words, dim]
            emissions: Tensor = self.head(normed).float()
            return emissions, self._country_logits(normed, shapes != 0)

    def _country_logits(self, normed: Tensor, mask: Tensor) -> Tensor | None:
        """Score the countries of a row by the mean of its words' states."""
        if not self.config.countries:
            return None
        sums = (normed * mask[:, :, None]).sum(1)  # [batch, dim]
        counts = mask.sum(1, keepdim=True).clamp(min=1)  # [batch, 1]
        logits: Tensor = self.country_head(sums / counts).float()
        return logits

    def encode(self, pieces: Tensor, shapes: Tensor, gaps: Tensor) -> Tensor:
        """Return the state of each word before the final norm, float32 [batch, words, dim]."""
        if not pieces.numel():
            return self.head.weight.new_zeros(*shapes.shape, self.config.dim)
        if not isinstance(self.embedding, PieceEmbedding):
            return self._transform(self.embedding(pieces, shapes, gaps), shapes != 0)
        vectors, mask, first = self.embedding.forward_pieces(pieces, shapes, gaps)
        states = self._transform(vectors, mask)  # [batch, positions, dim]
        return states.gather(1, first[:, :, None].expand(-1, -1, states.shape[2]))

    def _transform(self, x: Tensor, mask: Tensor) -> Tensor:
        """Run the blocks over x [batch, positions, dim] with mask [batch, positions]."""
        bias = x.new_zeros(mask.shape).masked_fill(~mask, MASKED_SCORE)[:, None, None, :]
        x = self.dropout(x)
        for block in self.blocks:
            x = block(x, bias)
        return x


def is_decayed(name: str, parameter: Tensor) -> bool:
    """Say whether weight decay applies: to matrices, not to norms, biases, gates and positions.

    A gate that decays would go to 0 and take the pieces with it.

        >>> is_decayed("tagger.head.bias", torch.zeros(3))
        False
    """
    return parameter.ndim >= 2 and not any(part in name for part in _NEVER_DECAYED)


def _initialise(tagger: Tagger) -> None:
    """Normal 0.02 everywhere; projections into the residual stream by 1/sqrt(2 layers) less."""
    tagger.apply(_initialise_module)
    smaller = 0.02 / math.sqrt(2 * tagger.config.layers)
    for block in tagger.blocks:
        assert isinstance(block, Block)
        nn.init.normal_(block.attention.output.weight, std=smaller)
        nn.init.normal_(block.narrow.weight, std=smaller)
    for table, is_seen in (("shape", tagger.config.shape), ("gap", tagger.config.gap)):
        if not is_seen:  # a table of zeros that stays so: nothing else has to know
            weight = getattr(tagger.embedding, table).weight
            nn.init.zeros_(weight).requires_grad_(False)
    gate = getattr(tagger.embedding, "gate", None)
    if isinstance(gate, nn.Embedding):
        nn.init.normal_(gate.weight, mean=1.0, std=GATE_SPREAD)


def _initialise_module(module: nn.Module) -> None:
    """Give one linear layer or table its first weights."""
    if isinstance(module, nn.Linear | nn.Embedding):
        nn.init.normal_(module.weight, std=0.02)
    if isinstance(module, nn.Linear):
        nn.init.zeros_(module.bias)
