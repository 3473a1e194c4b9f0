"""Strokes of a signature: kept small whatever is drawn, and the same after packing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boothapp.domain.signature import HIGH, MOST_POINTS, WIDE, Strokes, is_signed, packed, slim, unpacked

POINTS = st.tuples(st.integers(-5_000, 5_000), st.integers(-5_000, 5_000))
DRAWN = st.lists(st.lists(POINTS, min_size=1, max_size=60).map(tuple), max_size=60).map(tuple)
LINE = tuple((x, 200) for x in range(100, 400, 2))
DASHES = tuple((LINE[at % 9], LINE[at % 70]) for at in range(9_000))


@given(DRAWN)
def test_what_is_kept_is_inside_the_field_small_and_comes_back(strokes: Strokes) -> None:
    kept = slim(strokes)
    assert sum(map(len, kept)) <= MOST_POINTS
    assert len(packed(kept)) <= MOST_POINTS * len(f"{WIDE},{HIGH};")
    assert all(0 <= x <= WIDE and 0 <= y <= HIGH for stroke in kept for x, y in stroke)
    assert unpacked(packed(kept)) == kept


@pytest.mark.parametrize("strokes", [((LINE[0],),) * 5_000, (LINE * 100,), DASHES])
def test_a_scribble_without_end_stays_small(strokes: Strokes) -> None:
    assert 0 < sum(map(len, slim(strokes))) <= MOST_POINTS


def test_a_line_keeps_its_ends_and_its_shape() -> None:
    (kept,) = slim((LINE,))
    assert (kept[0], kept[-1]) == (LINE[0], LINE[-1])
    assert len(kept) > 40


def test_a_dot_is_no_signature() -> None:
    assert not is_signed(())
    assert not is_signed((((500, 200), (503, 201)),))
    assert is_signed((LINE,))


@pytest.mark.parametrize("text", ["a,b", "1", "1,2,3", "1,2;;3,4"])
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"int|unpack"):
        unpacked(text)
    assert unpacked("") == ()
