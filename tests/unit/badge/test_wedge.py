"""What a US scanner types on other layouts comes out exact, and what a person wrote is left alone."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boothapp.badge.clues import Clues
from boothapp.badge.layouts import LAYOUTS, LOCKS, PRINTABLE, Layout
from boothapp.badge.wedge import begins_at, meant
from tests.unit.badge.xkb import Keyboard

SAMPLES = Path(__file__).parent / "samples"
CARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Gedz;Oksana\nTITLE:Head of R&D / Tools\nEMAIL:o.gedz@verf.example\n"
    "TEL:+380 44 555 01 23\nURL:https://verf.example/a?b=c#d\n"
    'NOTE:[x] {y} ~z^ \\w|v `u` $5 100% "q" <t>\nEND:VCARD'
)
PAYLOADS = {
    "mecard": "MECARD:N:Doe,Jane;TEL:+441915550123;EMAIL:jane@tyne.example;;",
    "bizcard": "BIZCARD:N:Jane;X:Doe;C:Tyne Fabrication;B:+441915550123;E:jane@tyne.example;;",
    "vcard": CARD,
    "web": "https://badge.example/a1-Z?x=y_z&n=7",
    "json": '{"id":"AD26000001","name":"Jane Doe","mail":"jane@tyne.example","tags":["x",{"y":-1}]}',
    "tagged": "VQC:A1;FN:Jane;LN:Doe;EM:jane@tyne.example;",
    "aim": "]Q1MECARD:N:Doe,Jane;EMAIL:jane@tyne.example;;",
}
KEYBOARDS = (
    "ua",
    "ua winkeys",
    "ua legacy",
    "ru",
    "ru legacy",
    "de",
    "de nodeadkeys",
    "fr",
    "gb",
    "tr",
    "pl",
    "us",
)


def typed(text: str, keyboard: str, caps: bool = False) -> str:
    """The text as a real layout of the system gives it, each dead key as its mark."""
    keys = Keyboard(*keyboard.split()).types(caps)
    return "".join(keys.get(sign, sign) for sign in text)


def under(text: str, layout: Layout, lock: str) -> str:
    keys = dict(zip(PRINTABLE, layout.types(lock), strict=True))
    return "".join(keys.get(sign, sign) for sign in text)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_a_payload_comes_back_exact(keyboard: str, payload: str) -> None:
    assert meant(typed(payload, keyboard)).text == payload


LOSES_UNDER_CAPS = {"fr": "|"}


@pytest.mark.parametrize("payload", [PAYLOADS["mecard"], CARD], ids=["mecard", "vcard"])
@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_a_card_under_caps_lock_comes_back_exact(keyboard: str, payload: str) -> None:
    for lost in LOSES_UNDER_CAPS.get(keyboard, ""):
        payload = payload.replace(lost, "")
    assert meant(typed(payload, keyboard, caps=True)).text == payload


# On these keys of a Mac only "i" and "s" differ, and both letters are on the other layout as well.
UNSURE = {"ua-mac"}
WAYS = [
    (layout, lock) for layout in LAYOUTS for lock in LOCKS if lock != "shift" or layout.key in ("de", "fr")
]


@pytest.mark.parametrize(("layout", "lock"), WAYS, ids=lambda way: getattr(way, "key", way))
def test_the_signs_of_a_card_come_back_under_every_lock(layout: Layout, lock: str) -> None:
    text = f"MECARD:N:Doe,Jane;NOTE:{PRINTABLE};EMAIL:jane@tyne.example;;"
    found = meant(under(text, layout, lock))
    assert found.unsure == (layout.key in UNSURE)
    assert found.unsure or found.text == text


def test_a_dead_key_that_met_a_letter_comes_back() -> None:
    assert meant("MECARDÖNÖDoe,JaneöNOTEÖaÉ1öö").text == "MECARD:N:Doe,Jane;NOTE:a=E1;;"


@pytest.mark.parametrize(
    "text",
    [
        "Оксана Ґедзь", "ОКСАНА ҐЕДЗЬ", "Петренко Іван Ілліч", "Ірина", "Жук", "Дмитро Щербак; тел. 044",
        "Юрій Жадан <yuriy@verf.example>", "ТОВ «Зоря», Львів", "Jürgen Groß", "François Lefèbvre", "Öz",
        "AD26000001", "ad-26", "Jane Doe", "jane@tyne.example", 'He said "no"', "https://verf.example/Ґ",
        "MECARD:N:Ґедзь,Оксана;;", "BEGIN:VCARD\nVERSION:3.0\nN:Ґедзь;Оксана\nEND:VCARD",
        "HTTPS://BADGE.EXAMPLE/A1", "MECARD:N:DOE,JANE;;", 'MECARD:N:Doe;NOTE:5" x 7";EMAIL:a@b.example;;',
        "mecard:N:Doe,Jane;;", "MECARD:N:Doe;NOTE:£5;;", "", " ", "\x00", "\ud800", "ЬУ", "=?", "[",
    ],
)  # fmt: skip
def test_what_needs_no_repair_stays(text: str) -> None:
    assert (meant(text).text, meant(text).layout, meant(text).warnings()) == (text, None, ())


def test_real_samples_stay_as_they_are() -> None:
    payloads = [one["payload"] for one in json.loads((SAMPLES / "payloads.json").read_text("utf-8"))]
    cards = [file.read_bytes().decode("utf-8", "replace") for file in (SAMPLES / "vcards").glob("*.vcf")]
    codes = [file.read_text("utf-8") for file in (SAMPLES / "codes").glob("*.txt")]
    assert len([*payloads, *cards, *codes]) > 40
    assert [text for text in (*payloads, *cards, *codes) if meant(text).text != text] == []


def test_it_says_what_was_done() -> None:
    found = meant(typed(PAYLOADS["mecard"], "ua"))
    assert found.warnings() == (
        "The keyboard is set to Ukrainian. The badge was read as the scanner means it.",
    )
    locked = meant("mecard:n:dOE,jANE;;")
    assert (locked.text, locked.warnings()[0][:9]) == ("MECARD:N:Doe,Jane;;", "Caps Lock")


GREEK = Layout("learnt", "Greek", tuple(Keyboard("gr").types()[sign] for sign in PRINTABLE))
UKRAINIAN = next(layout for layout in LAYOUTS if layout.key == "ua")


def test_a_learnt_layout_is_asked_too() -> None:
    text = "MECARD:N:Doe,Jane;TEL:+441915550123;;"
    assert meant(typed(text, "gr")).layout is None
    assert meant(typed(text, "gr"), Clues(GREEK)).text == text


def test_a_bare_id_is_put_back_only_where_nobody_can_have_typed_it() -> None:
    scanned = typed("AD26000001", "ua")
    assert meant(scanned, Clues(UKRAINIAN)).text == scanned
    assert meant(scanned, Clues(UKRAINIAN, sure=True)).text == "AD26000001"
    assert meant("AD26000001", Clues(UKRAINIAN, sure=True)).text == "AD26000001"
    assert meant("Оксана Ґедзь", Clues(UKRAINIAN, sure=True)).text == "Оксана Ґедзь"
    assert meant("Львів", Clues(UKRAINIAN, sure=True)).text == "Львів"


def test_an_id_of_the_show_is_known() -> None:
    def knows(text: str) -> bool:
        return text.startswith("AD26") and text[4:].isdigit()

    for keyboard in ("ua", "fr", "tr", "us"):
        assert meant(typed("AD26000001", keyboard), Clues(knows=knows)).text == "AD26000001"
    assert meant("ad26000001", Clues(knows=knows)).text == "AD26000001"


@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_a_badge_is_found_after_a_typed_name(keyboard: str) -> None:
    name = "Іван Петренко "
    assert begins_at(name + typed(PAYLOADS["mecard"], keyboard)) == len(name)
    assert begins_at(name) == -1


@given(st.text())
def test_anything_is_taken(text: str) -> None:
    found = meant(text, Clues(GREEK, sure=True))
    assert isinstance(found.text, str)


@given(st.text(st.sampled_from(PRINTABLE + " \n")), st.sampled_from(WAYS))
def test_any_note_of_a_card_comes_back(note: str, way: tuple[Layout, str]) -> None:
    text = f"MECARD:N:Doe,Jane;NOTE:{note};EMAIL:jane@tyne.example;;"
    found = meant(under(text, *way))
    assert found.text == text or found.unsure


def test_a_huge_text_costs_little() -> None:
    began = time.process_time()
    for _ in range(300):
        meant("ф" * 60_000)
        meant("AD26000001")
    assert time.process_time() - began < 3
