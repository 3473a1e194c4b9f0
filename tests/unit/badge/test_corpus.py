"""Every format in every variation gives the exact visitor, and no payload an exception."""

import pytest

from tests.corpus.corpus import items
from tests.corpus.count import Count, counted, table
from tests.corpus.item import Item

COUNTS = counted(items())
FEWEST = 2_000


@pytest.mark.parametrize("count", COUNTS, ids=lambda count: count.group)
def test_every_field_is_exact(count: Count) -> None:
    assert count.wrong == []
    assert count.whole


def test_the_corpus_is_large_and_always_the_same() -> None:
    print(table(COUNTS))
    assert sum(count.payloads for count in COUNTS) >= FEWEST
    assert [item.raw for item in items()] == [item.raw for item in items()]


def test_a_wrong_field_and_an_invented_one_are_counted() -> None:
    wrong = Item("x", "MECARD:N:Bee,Anna;ORG:Acme;;", {"format": "mecard", "given_name": "Bea"})
    (count,) = counted([wrong])
    assert (count.whole, count.exact, count.wanted) == (False, 1, 5)


def test_a_licence_that_is_not_allowed_leaves_nothing() -> None:
    secret = [item for item in items() if item.group == "licence, not allowed"]
    assert len(secret) > 100
    for item in secret:
        reading = item.reading()
        assert (reading.raw, reading.text, reading.visitor.known(), reading.badge_id) == (b"", "", {}, "")


def test_an_allowed_licence_leaves_no_number_and_no_birth_date() -> None:
    for item in (item for item in items() if item.group == "licence, allowed"):
        reading = item.reading()
        assert (reading.raw, reading.text) == (b"", "")
        number = str(item.raw).partition("DAQ")[2][:9]
        assert number not in repr(reading)
        assert "1986" not in repr(reading)
