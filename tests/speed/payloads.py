"""Badge texts to visitors: a thousand mixed ones in a second, and vCards against the bare vobject reader."""

import random
import time
from collections.abc import Callable

from boothapp.badge import vcard
from boothapp.badge.payload import from_bytes
from boothapp.badge.reading import read_text
from tests.corpus import samples
from tests.corpus.corpus import SEED, items
from tests.corpus.item import Item
from tests.speed.ratio import Bench, Pair, alternating

MANY = 1_000
SECOND = 1_000.0
ROUNDS = 15


def mixed() -> list[Item]:
    """A thousand payloads of every format, by chance, with the samples made by others."""
    every = [*items(), *samples.items(samples.OWN)]
    return random.Random(SEED).sample(every, MANY)


def thousand() -> Pair:
    """The best time for a thousand texts, against one second."""
    chosen = mixed()

    def read_all() -> None:
        for item in chosen:
            read_text(item.raw, floor=item.floor)

    return alternating(_on_one_core(read_all), lambda: SECOND)


def readable() -> list[bytes]:
    """The vCards of samples and corpus that vobject reads without an exception."""
    every = [*items(), *samples.items(samples.OWN)]
    return [raw for item in every if "vCard" in item.group and _reads(raw := _bytes(item))]


def cards(read: Callable[[bytes], object]) -> Pair:
    """A reader of ours against vobject's on the files vobject can read."""
    import vobject

    files = readable()
    texts = [raw.decode() for raw in files]

    def ours() -> None:
        for raw in files:
            read(raw)

    def bare() -> None:
        for text in texts:
            list(vobject.readComponents(text))

    return alternating(_on_one_core(ours), _on_one_core(bare), ROUNDS)


def parsing() -> Pair:
    """Bytes to the fields of a visitor: what vobject does, and the choice among several values."""
    return cards(lambda raw: vcard.recognise(from_bytes(raw)))


def everything() -> Pair:
    """And all that vobject leaves to others: phones in E.164, e-mails checked, garbled letters, licences."""
    return cards(read_text)


def _on_one_core(work: Callable[[], object]) -> Callable[[], float]:
    """A measurement of the processor's time, in milliseconds: other programs don't count."""

    def measure() -> float:
        start = time.process_time()
        work()
        return (time.process_time() - start) * 1000

    return measure


def _bytes(item: Item) -> bytes:
    return item.raw if isinstance(item.raw, bytes) else item.raw.encode()


def _reads(raw: bytes) -> bool:
    import vobject

    try:
        return bool(list(vobject.readComponents(raw.decode())))
    except Exception:  # noqa: BLE001 - it fails in its own ways on half of what is out there
        return False


BENCHES = (
    Bench("1,000 mixed badge texts", "one second", 1.0, "ms", thousand),
    Bench("vCards parsed, that vobject can read", "vobject", 1.0, "ms", parsing),
    Bench("vCards parsed, cleaned and checked", "vobject's parsing alone", 1.25, "ms", everything),
)
