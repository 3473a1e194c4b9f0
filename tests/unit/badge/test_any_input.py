"""Whatever is scanned, a reading comes back: no exception, in time and memory that grow with the input."""

import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boothapp.badge.image import read_image
from boothapp.badge.reading import Floor, read_text
from boothapp.errors import UserError
from tests.corpus.corpus import items
from tests.corpus.sound import sound

SAMPLES = Path(__file__).parent / "samples"
CARDS = [path.read_bytes() for path in sorted((SAMPLES / "vcards").glob("*.vcf"))]
CORPUS = [item.raw if isinstance(item.raw, bytes) else item.raw.encode() for item in items()]
SMALL_PICTURES = [path.read_bytes() for path in sorted((SAMPLES / "codes").glob("*.png"))[:6]]
FRAGMENTS = """\
BEGIN:VCARD\r\n|END:VCARD\n|VERSION:2.1\n|VERSION:4.0\n|FN:|N:|;|:|,|\\|=|=\r\n|=E4|=0D=0A|\n\t|\n |\x00|"| |
TEL;|EMAIL:|ADR;|ORG:|NOTE:|item1.|X-ABLABEL:|TYPE=|PREF=1|CHARSET=|utf-7|ENCODING=|BASE64|QUOTED-PRINTABLE|
MECARD:|BIZCARD:|MEMORY:|NAME1:|MATMSG:|TO:|mailto:|tel:|smsto:|?|&body=|http://|[|www.|MEBKM:|URL:|AGENT:|
{"|":"|","|"}|attendee|name|email|id|VQC:|FN:Anna|;LN:Bee|ID=1|\x1e|@\n\x1e\rANSI 636000|DAQT1|
DCSBEE|DBB01011990|
::|^|]Q1|https://x.example/badge/|linkedin.com/in/anna-bee|Ã¼|РћРє|U2FsdGVkX1|a@b.example|DE|GmbH|+380441234567|a@gmail.con|PHOTO;|Ї|\ud800|\udce4|\u202e|ä|田"""
WORDS = FRAGMENTS.split("|")
texts = st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map("".join))
pages = st.sampled_from(["", "cp1251", "utf-16", "rot13", "\0", "x" * 999])


@settings(max_examples=400, deadline=None)
@given(texts, pages)
def test_any_text(text: str, page: str) -> None:
    assert sound(read_text(text, "QRCode", Floor(page, "UA")))


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.binary(), texts.map(lambda text: text.encode("utf-16", "surrogatepass"))), pages)
def test_any_bytes(raw: bytes, page: str) -> None:
    reading = read_text(raw, floor=Floor(page, "DE"))
    assert sound(reading)
    assert reading.raw == raw or reading.format in ("licence", "bank card")


@settings(max_examples=600, deadline=None)
@given(st.sampled_from([*CARDS, *CORPUS]), st.data(), st.booleans())
def test_damaged_cards_and_badges(card: bytes, data: st.DataObject, licences: bool) -> None:
    start = data.draw(st.integers(0, len(card)))
    end = data.draw(st.integers(start, min(len(card), start + 20)))
    filling = data.draw(
        st.one_of(st.binary(max_size=20), texts.map(lambda text: text.encode("utf-8", "replace")))
    )
    assert sound(read_text(card[:start] + filling + card[end:], floor=Floor("cp1251", "UA", licences)))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SMALL_PICTURES), st.data())
def test_damaged_pictures(picture: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(picture)))
    end = data.draw(st.integers(start, len(picture)))
    damaged = picture[:start] + data.draw(st.binary(max_size=20)) + picture[end:]
    try:
        readings = read_image(damaged)
    except UserError:
        return
    assert readings
    assert all(sound(reading) for reading in readings)


# Shapes that cost most: {start} once, {unit} as often as wanted, {end} once.
SHAPES = {
    "letters": (b"", b"a", b""),
    "line ends": (b"", b"\n", b""),
    "nul": (b"", b"\0", b""),
    "cards": (b"", b"BEGIN:VCARD\nFN:A\nEND:VCARD\n", b""),
    "empty cards": (b"", b"BEGIN:VCARD\nVERSION:3.0\nTEL:\nEND:VCARD\n", b""),
    "open cards": (b"", b"BEGIN:VCARD\n", b""),
    "cards in cards": (b"BEGIN:VCARD\n", b"AGENT:\nBEGIN:VCARD\n", b""),
    "folded lines": (b"BEGIN:VCARD\nFN:A", b"\n b", b"\nEND:VCARD"),
    "soft breaks": (b"BEGIN:VCARD\nVERSION:2.1\nNOTE;QUOTED-PRINTABLE:", b"=41=\n", b"\nEND:VCARD"),
    "phones": (b"BEGIN:VCARD\n", b"TEL:+4930901820\n", b"END:VCARD"),
    "parameters": (b"BEGIN:VCARD\nFN", b";CHARSET=x", b":A"),
    "open quotes": (b"BEGIN:VCARD\nFN;", b'";', b":A"),
    "semicolons": (b"BEGIN:VCARD\nN:", b"\\;;", b""),
    "spaces": (b"BEGIN:VCARD\n", b" \t", b"FN:A"),
    "photo": (b"BEGIN:VCARD\nPHOTO;ENCODING=B:\n", b"QUJDQUJDQUJD\n", b"\nFN:A\nEND:VCARD"),
    "mecard": (b"MECARD:", b"N:\\;a,b;", b""),
    "memory": (b"MEMORY:a", b" ", b"\nTEL1:1"),
    "addresses": (b"mailto:", b"a@x.example,", b""),
    "mail query": (b"mailto:a?", b"a=b&", b""),
    "labels": (b"", b"name: a\n", b""),
    "query": (b"", b"a=b&name=c&", b""),
    "values": (b"17;", b"a;", b"a@b.example"),
    "json lists": (b'{"a":', b"[", b""),
    "json objects": (b"[", b'{"id":1},', b"{}]"),
    "broken json": (b"{", b'"a":"b', b""),
    "json escapes": (b'{"a":"', b"\\", b""),
    "licence": (b"@\n\x1e\rANSI 636000", b"DAQ1\n", b""),
    "licence of spaces": (b"ANSI 636000 ", b"DAQ 1 ", b""),
    "link": (b"https://x.example/", b"badge/", b""),
    "garbled": (b"", "ÃÂ¼".encode(), b""),
    "accents": (b"e", "\u0301".encode(), b""),
}


def payload(shape: str, size: int) -> bytes:
    start, unit, end = SHAPES[shape]
    return start + unit * (size // len(unit)) + end


def cost(raw: bytes) -> float:
    started = time.process_time()
    assert sound(read_text(raw, floor=Floor(country="UA")))
    return time.process_time() - started


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_no_faster_than_the_input(shape: str) -> None:
    small, large = (payload(shape, size) for size in (250_000, 2_500_000))
    # A quadratic reader would take 100 times as long; the constant covers timer noise.
    assert cost(large) <= 30 * cost(small) + 0.5


@pytest.mark.parametrize("shape", SHAPES)
def test_memory_is_bounded_by_the_input(shape: str) -> None:
    raw = payload(shape, 1_000_000)
    tracemalloc.start()
    try:
        read_text(raw)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak <= 20 * len(raw) + 5_000_000


def test_ten_thousand_cards_and_a_million_folded_lines_are_said() -> None:
    cards = read_text(payload("cards", 27 * 10_000))
    assert cards.warnings == ("The code holds 9,999 more cards; the first one was read.",)
    folded = read_text(payload("folded lines", 3_000_000))
    assert len(folded.visitor.full_name) == 300
    assert "very long" in folded.warnings[0]
    lines = read_text(payload("phones", 16 * 250_000))
    assert "only its beginning" in lines.warnings[0]
