from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boothapp.crm import lead_text, tagged_json
from boothapp.crm.transport import DEFAULT_WAIT, is_loopback, is_private, seconds_to_wait
from tests.unit.crm.records import record, with_visitor

KINDS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.binary()
    | st.dates()
    | st.times()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.datetimes(timezones=st.just(UTC))
)


@given(
    st.recursive(
        KINDS, lambda inner: st.lists(inner) | st.dictionaries(st.text(min_size=1), inner), max_leaves=8
    )
)
def test_what_goes_out_tagged_comes_back(value: Any) -> None:
    if "__class__" in str(value):
        return
    assert tagged_json.loads(tagged_json.dumps(value)) == value


def test_a_local_time_is_sent_as_utc() -> None:
    kyiv = datetime(2026, 3, 17, 12, 42, tzinfo=timezone(timedelta(hours=2)))
    assert tagged_json.loads(tagged_json.dumps(kyiv)) == datetime(2026, 3, 17, 10, 42, tzinfo=UTC)
    assert b'"hour":10' in tagged_json.dumps(kyiv)


@pytest.mark.parametrize(
    "value", [timedelta(seconds=90), time(1, 2, 3), date(2026, 1, 2), Decimal("1.50"), b"\x00"]
)
def test_each_kind(value: Any) -> None:
    assert tagged_json.loads(tagged_json.dumps([value])) == [value]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[" * 10**5,
        b"\xff",
        b'{"__class__": "date"}',
        b'{"__class__": "Decimal", "decimal": "x"}',
        b'{"__class__": "bytes", "base64": 5}',
    ],
)
def test_no_such_json_is_a_value_error(text: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        tagged_json.loads(text)


WAITS = [
    ("17", 17.0),
    (" 0 ", 0.0),
    ("", DEFAULT_WAIT),
    ("soon", DEFAULT_WAIT),
    ("-5", DEFAULT_WAIT),
    ("9" * 400, 86400.0),
    ("Tue, 17 Mar 2026 10:43:00 GMT", 60.0),
    ("Tue, 17 Mar 2026 10:00:00 GMT", 0.0),
    ("Tue, 99 Mar 2026 10:00:00 GMT", DEFAULT_WAIT),
]


@pytest.mark.parametrize(("header", "seconds"), WAITS)
def test_how_long_to_wait(header: str, seconds: float) -> None:
    assert seconds_to_wait(header, datetime(2026, 3, 17, 10, 42, tzinfo=UTC)) == seconds


NETWORKS = [
    ("http://127.0.0.1:8000", True, True),
    ("http://localhost", True, True),
    ("http://[::1]:80", True, True),
    ("http://192.168.1.7", False, True),
    ("http://crm", False, True),
    ("http://crm.example.com", False, False),
    ("http://8.8.8.8", False, False),
    ("http://[2001:4860:4860::8888]", False, False),
    ("http://[", False, False),
    ("", False, False),
]


@pytest.mark.parametrize(("url", "loopback", "private"), NETWORKS)
def test_whose_network(url: str, loopback: bool, private: bool) -> None:
    assert (is_loopback(url), is_private(url)) == (loopback, private)


def test_the_story_says_everything_the_stand_knows() -> None:
    heard = {"remarks": ("Doubt: too heavy",), "messages": ("One day",), "competitors": ("Kuka", "Fjord")}
    lead = record(owner="Olena", **heard)
    story = lead_text.story(lead)
    said = [
        *lead.reasons,
        *lead.notes,
        *lead.remarks,
        "Key messages that worked: One day",
        "Competitors named: Kuka, Fjord",
        *lead.interests,
        *lead.consents,
        lead.next_step,
        lead.owner,
        lead.number,
    ]
    said += [
        lead.visitor.email,
        lead.visitor.phones[0].text,
        lead.visitor.job_title,
        "85",
        "hot",
        "2026-03-17",
    ]
    said += [f"{question} {answer}" for question, answer in lead.answers]
    assert [text for text in said if text not in story] == []
    assert story.startswith("Rating: hot (85 points)\n- Budget agreed: 20\n")


def test_unknown_leaves_no_empty_line_behind() -> None:
    lead = record(
        rating="", reasons=(), answers=(), interests=(), notes=(), next_step="", consents=(), show=""
    )
    assert "\n\n\n" not in lead_text.story(lead)
    assert (
        lead_text.title(with_visitor(lead, company="", given_name="", family_name="")) == lead.visitor.email
    )
