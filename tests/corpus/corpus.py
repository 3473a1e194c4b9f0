"""The whole corpus: every format in every variation, made from a seed, always the same."""

from collections.abc import Iterator

from tests.corpus import delimited, labelled, odd, one_line, others, vcards
from tests.corpus.item import Item

SEED = 20_261_122
MAKERS = (
    vcards.items,
    one_line.mecards,
    one_line.bizcards,
    one_line.messages,
    labelled.tagged,
    labelled.vendor,
    labelled.objects,
    delimited.items,
    others.ids,
    others.sealed,
    others.wrapped,
    others.links,
    others.licences,
    others.garbled,
    odd.cells,
    odd.joined,
    odd.objects,
)


def items(seed: int = SEED) -> Iterator[Item]:
    """Every payload with what must be found in it."""
    for maker in MAKERS:
        yield from maker(seed)
