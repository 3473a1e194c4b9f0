import pytest
from hypothesis import given
from hypothesis import strategies as st

from boothapp.crm.three_way import merge

TEXT = st.text(alphabet="ab \n", max_size=8)


@pytest.mark.parametrize(
    ("ours", "theirs", "last", "written", "kept"),
    [
        ("new", "old", "old", "new", False),
        ("new", "theirs", "old", None, True),
        ("new", "", None, "new", False),
        ("new", "theirs", None, None, True),
        ("new", "", "old", None, True),
        ("", "theirs", "old", None, False),
        ("", "old", "old", None, False),
        ("same", "same", "old", None, False),
        ("same", "same \r\n", None, None, False),
        ("a\nB", "Mine.\na\nb\nToo.", "a\nb", "Mine.\na\nB\nToo.", False),
        ("B", "b and more", "b", None, True),
    ],
)
def test_whose_word_counts(ours: str, theirs: str, last: str | None, written: str | None, kept: bool) -> None:
    merged = merge({"f": ours}, {"f": theirs}, {} if last is None else {"f": last})
    assert merged.writes.get("f") == written
    assert bool(merged.kept) is kept


@given(ours=TEXT, theirs=TEXT, last=st.none() | TEXT)
def test_nothing_anybody_else_wrote_is_lost(ours: str, theirs: str, last: str | None) -> None:
    merged = merge({"f": ours}, {"f": theirs}, {} if last is None else {"f": last})
    if "f" not in merged.writes:
        return
    written = merged.writes["f"]
    foreign = [line for line in theirs.split("\n") if line.strip() and line.rstrip() not in (last or "")]
    assert all(line.strip() in written for line in foreign)


@given(ours=TEXT, theirs=TEXT, last=st.none() | TEXT)
def test_the_second_merge_finds_nothing_to_do(ours: str, theirs: str, last: str | None) -> None:
    first = merge({"f": ours}, {"f": theirs}, {} if last is None else {"f": last})
    there = {"f": first.writes.get("f", theirs)}
    assert merge({"f": ours}, there, first.sent).writes == {}


def test_an_unknown_field_stays_in_what_was_sent() -> None:
    assert merge({}, {}, {"mechanisms": "a"}).sent == {"mechanisms": "a"}
