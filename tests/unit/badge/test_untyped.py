"""Any payload typed on another layout comes back as far as there is evidence; a text that was right stays."""

from collections.abc import Iterator, Mapping

import pytest

from boothapp.badge.clues import Clues, Habit
from boothapp.badge.layouts import LAYOUTS, PRINTABLE, US, Layout
from boothapp.badge.wedge import meant
from tests.corpus import samples
from tests.corpus.corpus import items
from tests.unit.badge.test_wedge import typed, under
from tests.unit.badge.xkb import Keyboard

KEYBOARDS = ("ua", "ru", "de", "fr", "gb", "tr", "pl")
BY_KEY: Mapping[str, Layout] = {layout.key: layout for layout in LAYOUTS}
SIGNS = frozenset(PRINTABLE + " \t\r\n")
# One in so many of the corpus is typed on each layout.
STEP = 6
PROVEN = {
    "pipes": "REG-004711|Anna|Bee|Hive Ltd|anna.bee@hive.example",
    "carets": "REG-004711^Anna^Bee^Hive Ltd^anna.bee@hive.example",
    "address": "www.badge.example/a1?x=y",
    "capitals": "HTTPS://BADGE.EXAMPLE/A1",
    "small": "begin:vcard\nversion:3.0\nn:Doe;Jane\nemail:jane@tyne.example\nend:vcard",
    "mail": "mailto:jane@tyne.example",
    "bare mail": "jane@tyne.example",
    "mecard": "mecard:N:Doe,Jane;EMAIL:jane@tyne.example;;",
    "json": '{\n "id": "REG-004711",\n "mail": "jane@tyne.example"\n}',
    "json, cut off": '{"id": "REG-004711", "firstname": "Anna", "lastname": "Bee", "comp',
    "tags": "ID:REG-004711;FN:Pat;LN:Neil;EM:pat@neil.example",
    "labels": "id:REG-004711\ncompany:Hive Ltd\nemail:jane@tyne.example",
    "aim": "]Q1AD26000001",
}


# The address begins as it should; the mail could have been typed on a British keyboard as well.
ONLY_WITH_CLUES = {(PROVEN["address"], "de"), (PROVEN["bare mail"], "de")}


@pytest.mark.parametrize("payload", PROVEN.values(), ids=PROVEN)
@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_what_proves_itself_comes_back(keyboard: str, payload: str) -> None:
    if (payload, keyboard) not in ONLY_WITH_CLUES:
        assert meant(typed(payload, keyboard)).text == payload
    assert meant(typed(payload, keyboard), Clues(BY_KEY[keyboard], sure=True)).text == payload


def texts() -> Iterator[str]:
    """Every payload of the corpus and of the samples once."""
    found = [one.raw for one in (*samples.items(samples.folder()), *items())]
    written = (raw if isinstance(raw, str) else raw.decode("utf-8", "replace") for raw in found)
    return iter(dict.fromkeys(written))


@pytest.fixture(scope="module")
def corpus() -> list[str]:
    found = list(texts())
    assert len(found) > 2_000
    return found


def carried(corpus: list[str], layout: Layout) -> list[str]:
    """Those that the layout's keys can carry."""
    written = [text for text in corpus if text.strip() and set(text) <= SIGNS][::STEP]
    return [text for text in written if layout.back(under(text, layout, "")) == text]


@pytest.mark.parametrize("sure", [False, True])
def test_no_payload_that_is_right_is_changed(corpus: list[str], sure: bool) -> None:
    assert [text for text in corpus if meant(text, Clues(sure=sure)).text != text] == []


@pytest.mark.parametrize("key", BY_KEY)
def test_every_payload_comes_back_where_the_scanner_is_known(corpus: list[str], key: str) -> None:
    layout, habit = BY_KEY[key], Habit()
    habit.saw((layout, ""))
    payloads = carried(corpus, layout)
    assert len(payloads) > 100
    clues = Clues(sure=True, habit=habit)
    found = {text: meant(under(text, layout, ""), clues).text for text in payloads}
    wrong = {text: back for text, back in found.items() if not _same(text, back)}
    # A private text leaves nothing anyway; a bare phone number with a dead key before it is kept as it came.
    assert len(wrong) <= len(payloads) // 100, wrong


def _same(text: str, back: str) -> bool:
    return text == back or "ANSI 6360" in back


@pytest.mark.parametrize("key", ["ua", "ru", "de", "fr", "gb", "tr", "pl"])
def test_without_any_clue_nothing_is_put_back_wrongly(corpus: list[str], key: str) -> None:
    layout = BY_KEY[key]
    typings = {under(text, layout, ""): text for text in carried(corpus, layout)}
    found = {seen: meant(seen) for seen in typings}
    wrong = [seen for seen, one in found.items() if one.text not in (seen, typings[seen]) and not one.unsure]
    assert wrong == []


@pytest.mark.parametrize("keyboard", ["ua", "ru", "de", "fr", "tr"])
def test_a_bare_id_waits_for_evidence(keyboard: str) -> None:
    scanned, layout = typed("ab-4711", keyboard), BY_KEY[keyboard]
    if keyboard != "fr":
        kept = meant(scanned, Clues(sure=True))
        assert kept.text == scanned
        assert "ab-4711" in " ".join(kept.warnings())
        assert meant(scanned).warnings() == ()
    assert meant(scanned, Clues(sure=True, keyboard=(keyboard,))).text == "ab-4711"
    assert meant(scanned, Clues(sure=True, learnt=layout)).text == "ab-4711"
    assert meant(scanned, Clues(knows=lambda text: text == "ab-4711")).text == "ab-4711"


def test_an_id_that_is_right_on_the_keys_of_a_german_scanner_stays() -> None:
    assert meant("AD-26", Clues(sure=True, keyboard=("de",))).text == "AD-26"
    assert meant("AY-26", Clues(sure=True, keyboard=("de",))).text == "AY-26"


def test_a_habit_ends_with_the_first_scan_that_came_as_meant() -> None:
    habit = Habit()
    habit.saw((BY_KEY["de"], ""))
    assert meant("AYß26", Clues(sure=True, habit=habit)).text == "AZ-26"
    assert meant("AY26", Clues(sure=True, habit=habit)).unsure
    habit.saw((US, ""))
    assert meant("AY26", Clues(sure=True, habit=habit)).text == "AY26"


def test_the_keys_overrule_a_habit() -> None:
    habit = Habit()
    habit.saw((BY_KEY["de"], ""))
    assert meant("AY26", Clues(sure=True, habit=habit, keyboard=("us", "pl"))).text == "AY26"


SPANISH = Layout("own", "Own", tuple(Keyboard("es").types(False).get(sign, "") for sign in PRINTABLE))
TAUGHT = {"ua": BY_KEY["ua"], "es": SPANISH, "de": BY_KEY["de"], "fr": BY_KEY["fr"]}
ANYTHING = [
    "NW-26;104417;Gedz;Oksana", "Gedz; Oksana", "A/B test", "{x:[1]}", "Sales_team|x", "ABC", "#4711",
    "(4711)", "wer?", "x", "Doe, Jane (Tyne)", "~A1~", "A1;B2;",
]  # fmt: skip


@pytest.mark.parametrize("text", ANYTHING)
@pytest.mark.parametrize("keyboard", TAUGHT)
def test_between_taught_marks_everything_is_put_back(keyboard: str, text: str) -> None:
    learnt = TAUGHT[keyboard]
    found = meant(typed(text, keyboard), Clues(learnt, True, keyboard=(learnt.key,), marked=True))
    assert (found.text, found.unsure) == (text, False)


@pytest.mark.parametrize("text", ANYTHING)
@pytest.mark.parametrize("keyboard", TAUGHT)
@pytest.mark.parametrize("now", ["us", "ru", "de"])
def test_between_taught_marks_the_layout_of_now_counts(now: str, keyboard: str, text: str) -> None:
    clues = Clues(TAUGHT[keyboard], True, keyboard=("us", "pl") if now == "us" else (now,), marked=True)
    assert meant(typed(text, now), clues).text == text


@pytest.mark.parametrize("text", ANYTHING)
def test_a_taught_cyrillic_layout_needs_no_places_of_keys(text: str) -> None:
    clues = Clues(BY_KEY["ua"], True, marked=True)
    assert meant(typed(text, "ua"), clues).text == text
    assert meant(text, clues).text == text


@pytest.mark.parametrize("text", ["Jane Doe", "Gary Young, Tyne", "{x:[1]}", "Lazy Yoga"])
def test_words_on_a_us_layout_stay_after_a_german_or_french_one_was_taught(text: str) -> None:
    for key in ("de", "fr"):
        habit = Habit()
        habit.saw((US, ""))
        assert meant(text, Clues(BY_KEY[key], True, habit=habit, marked=True)).text == text


def test_what_may_be_either_is_put_back_with_a_warning() -> None:
    found = meant(typed("(4711)", "de"), Clues(BY_KEY["de"], True, marked=True))
    assert (found.text, found.unsure) == ("(4711)", True)


def test_a_badge_with_hats_between_its_parts_is_no_id_with_hashes() -> None:
    assert meant("104417^Gedz^Oksana^Verf").text == "104417^Gedz^Oksana^Verf"
    assert meant("104417^Gedz^Oksana^Verf", Clues(BY_KEY["de"], True)).text == "104417^Gedz^Oksana^Verf"


NAMES = [
    "Оксана Ґедзь", "Петренко Іван Ілліч", "Ірина", "ТОВ «Зоря», Львів", "Дмитро Щербак", "Юрій Жадан",
    "Анна Федорівна Щур", "Александр Пушкин", "Софія", "ФОП Жук", "Київ", "Шевченко Тарас",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", ["ua", "ru"])
def test_a_name_in_cyrillic_stays_even_from_a_scanner(name: str, key: str) -> None:
    habit = Habit()
    habit.saw((BY_KEY[key], ""))
    assert meant(name, Clues(sure=True, habit=habit, keyboard=(key,))).text == name
    assert meant(name).text == name


@pytest.mark.parametrize("name", ["Jane Doe", "Anna Bee", "Oliver Neil", "Smith, Sons & Co"])
def test_a_latin_name_from_a_scanner_that_types_cyrillic_comes_back(name: str) -> None:
    habit = Habit()
    habit.saw((BY_KEY["ua"], ""))
    assert meant(typed(name, "ua"), Clues(sure=True, habit=habit)).text == name


IN_CAPITALS = ["WWW.ZEISS.COM", "WWW.MY-SHOW.COM/Z", "WWW.MY-SHOW.COM/B/12"]


@pytest.mark.parametrize("text", IN_CAPITALS)
@pytest.mark.parametrize("clues", [Clues(), Clues(sure=True), Clues(sure=True, lock="")])
def test_an_address_in_capitals_proves_no_caps_lock(text: str, clues: Clues) -> None:
    assert (meant(text, clues).text, meant(text, clues).warnings()) == (text, ())


@pytest.mark.parametrize("text", IN_CAPITALS[1:])
@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_an_address_in_capitals_comes_back_where_the_keys_are_known(keyboard: str, text: str) -> None:
    clues = Clues(sure=True, lock="", keyboard=(keyboard,))
    assert meant(typed(text, keyboard), clues).text == text


@pytest.mark.parametrize("keyboard", ["de", "fr", "ua", "ru"])
def test_one_labelled_mail_is_no_proof_of_caps_lock_nor_of_a_habit(keyboard: str) -> None:
    text = "Email: anna@acme.de"
    for clues in (Clues(sure=True), Clues(sure=True, lock="", keyboard=(keyboard,))):
        found = meant(typed(text, keyboard), clues)
        assert (found.text, found.proven) == (text, False)


LOCKED = [
    "12345::Janssen::Stephan::Devoxx::stephan@devoxx.com", "Anna|Schmidt|ACME GmbH|anna@acme.de|DE",
    '{"id":"A-77","name":"Zoe Yq","email":"z@y.de"}', "FN:Anna;LN:Schmidt;CO:ACME", "ML7ZRUARDG",
    "ID: 5501\nName: Anna Schmidt", "www.my-show.com/b/Z", "WWW.MY-SHOW.COM/B/12", "Anna Schmidt",
]  # fmt: skip


@pytest.mark.parametrize("text", LOCKED)
@pytest.mark.parametrize("keyboard", ["us", "gb", "pl"])
def test_caps_lock_that_the_keys_prove_is_put_back_in_every_payload(keyboard: str, text: str) -> None:
    for places in ((), (keyboard,)):
        found = meant(typed(text, keyboard, caps=True), Clues(sure=True, lock="caps", keyboard=places))
        if places or keyboard != "gb":
            assert (found.text, len(found.warnings())) == (text, 1)


def test_a_scanner_that_minds_caps_lock_is_believed() -> None:
    text = "Anna|Schmidt|ACME GmbH|anna@acme.de|DE"
    assert meant(text, Clues(sure=True, lock="caps", keyboard=("us",))).text == text


def test_caps_lock_that_is_off_ends_the_habit_of_it() -> None:
    habit = Habit()
    habit.saw((BY_KEY["de"], "caps"))
    clues = Clues(sure=True, habit=habit, lock="", keyboard=("de",))
    assert meant("ML7YRUARDG", clues).text == "ML7ZRUARDG"


def test_keys_that_type_no_such_thing_teach_no_habit() -> None:
    assert Clues(lock="", keyboard=("de",)).allows((BY_KEY["de"], ""))
    assert not Clues(lock="", keyboard=("de",)).allows((BY_KEY["de"], "caps"))
    assert not Clues(keyboard=("de",)).allows((US, ""))
