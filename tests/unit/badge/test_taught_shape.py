"""A learnt format takes the badges it was learnt from and no others, and says what is odd about an id."""

import base64
import random
from collections import Counter
from functools import cache

import pytest

from boothapp.badge import check_digits, profile_words
from boothapp.badge.learn import Lesson, Sample, fields_of, learn
from boothapp.badge.likeness import is_same
from boothapp.badge.reading import Floor, read_text
from boothapp.domain.badge_profile import BADGE_ID, BadgeProfile, IdRule, Take
from tests.unit.badge.shows import FORMATS, IDS, STRANGERS, Person, made_show, person, shows
from tests.unit.badge.test_private import KINDS

MADE = {f"made {number}": made_show(f"show {number}") for number in range(30)}
NAMED = [way for way, show in MADE.items() if {"given_name", "family_name"} <= set(show.fields)][:4]
WAYS = (*FORMATS, *IDS, *MADE)
# The same ids: only what is kept of them differs.
ALIKE = {"prefix kept", "prefix left away"}
SEED = 3
# Two shows may write alike by accident: so much of all foreign badges.
FOREIGN, MOST_GARBAGE = 4, 0.001


def badges(way: str, seed: str, count: int) -> list[tuple[str, Person]]:
    """Badges of one show, and what is written on each."""
    chance = random.Random(f"{way} {seed}")
    if way in IDS:
        write, wanted = IDS[way]
        texts = [write(chance.randrange(10**5, 10**6)) for _ in range(count)]
        return [(text, {BADGE_ID: wanted(text)}) for text in texts]
    if way in MADE:
        people = [MADE[way].person(chance, number) for number in range(count)]
        return [(MADE[way].written(one, chance), one) for one in people]
    everybody = [person(chance, number) for number in range(count)]
    written = [(FORMATS[way](one, chance), one) for one in everybody]
    return [
        (text, {name: value for name, value in one.items() if shows(text, value)}) for text, one in written
    ]


def taught(samples: list[tuple[str, Person]], fields: tuple[str, ...] = ()) -> Lesson:
    said = [
        Sample(text, {name: value for name, value in one.items() if not fields or name in fields})
        for text, one in samples
    ]
    return learn(said, Floor(country="DE"))


@cache
def profile_of(way: str) -> BadgeProfile:
    lesson = taught(badges(way, f"taught {SEED}", 3))
    assert lesson.proposals, lesson.advice
    assert lesson.proposals[0].fits, lesson.proposals[0].doubts
    return lesson.proposals[0].profile


def wrong(text: str, one: Person, profile: BadgeProfile) -> dict[str, str]:
    """What the profile makes of a badge and is not written on it."""
    reading = read_text(text, floor=Floor(country="DE", profile=profile))
    fields = {take.field for take in profile.takes} or {BADGE_ID}
    came = {name: value for name, value in fields_of(reading).items() if name in fields}
    return {name: value for name, value in came.items() if not is_same(name, value, one.get(name, ""))}


def is_taken(text: str, profile: BadgeProfile) -> bool:
    format = read_text(text, floor=Floor(country="DE", profile=profile)).format
    return format == "profile" or bool(profile.base and format == profile.base)


@pytest.mark.parametrize("way", MADE)
def test_three_badges_of_a_made_show_teach_all_the_others(way: str) -> None:
    profile = profile_of(way)
    for text, one in badges(way, "others", 30):
        came = fields_of(read_text(text, floor=Floor(country="DE", profile=profile)))
        assert {name: came.get(name) for name in one} == one, profile_words.told(profile)


def test_formats_make_no_garbage_of_the_badges_of_all_others() -> None:
    foreign = [(way, other) for way in WAYS for other in WAYS if other != way and not {other, way} <= ALIKE]
    garbage = Counter(
        (way, other)
        for way, other in foreign
        for text, one in badges(other, "foreign", FOREIGN)
        if is_taken(text, profile_of(way)) and wrong(text, one, profile_of(way))
    )
    assert garbage.total() <= MOST_GARBAGE * len(foreign) * FOREIGN, garbage


@pytest.mark.parametrize("way", WAYS)
def test_a_format_leaves_what_else_is_scanned_to_the_other_readers(way: str) -> None:
    profile = profile_of(way)
    if profile.base:
        return
    for text in STRANGERS.values():
        plain, read = read_text(text), read_text(text, floor=Floor(profile=profile))
        assert (read.format, read.visitor, read.badge_id) == (plain.format, plain.visitor, plain.badge_id)


@pytest.mark.parametrize("way", ["delimited caret", "delimited bar", "json", "tagged", *NAMED])
def test_a_format_taught_with_names_alone_makes_no_garbage_either(way: str) -> None:
    lesson = taught(badges(way, "taught", 3), ("given_name", "family_name", "company", "full_name"))
    profile = lesson.proposals[0].profile
    for other in WAYS:
        for text, one in badges(other, "foreign", 3) if other != way else ():
            assert not (is_taken(text, profile) and wrong(text, one, profile)), text


GREEDY = {
    "ids": BadgeProfile(kind="id"),
    "carets": BadgeProfile(kind="delimited", delimiter="^", takes=(Take("2", "full_name"),)),
    "lines": BadgeProfile(kind="delimited", delimiter="\n", takes=(Take("2", "badge_id"),)),
    "fillers": BadgeProfile(kind="delimited", delimiter="<", takes=(Take("1", "family_name"),)),
    "tags": BadgeProfile(
        kind="tagged", delimiter=";", tag=":", takes=(Take("P", "note"), Take("S", "company"))
    ),
    "header": BadgeProfile(kind="delimited", delimiter="DAC", takes=(Take("1", "badge_id"),)),
}


@pytest.mark.parametrize("profile", GREEDY.values(), ids=GREEDY)
@pytest.mark.parametrize("kind", KINDS)
def test_documents_and_secrets_win_over_every_format(kind: str, profile: BadgeProfile) -> None:
    text, format = KINDS[kind]
    wrapped = base64.b64encode(text.encode()).decode()
    for scanned in (text, wrapped):
        reading = read_text(scanned, floor=Floor(profile=profile))
        assert (reading.format, reading.raw, reading.text, reading.badge_id) == (format, b"", "", "")
        assert reading.visitor.known() == {}


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_among_the_samples_is_refused(kind: str) -> None:
    text, _ = KINDS[kind]
    samples = [Sample("1001^Kov", {BADGE_ID: "1001"}), Sample(text, {"full_name": "Doe"})]
    lesson = learn(samples)
    assert (lesson.refused, lesson.proposals, lesson.samples) == ((2,), (), ())
    assert lesson.advice.startswith("Badge 2 is a private document or a secret.")
    assert text not in repr(lesson)


def ids(*texts: str) -> BadgeProfile:
    return learn([Sample(text, {BADGE_ID: text}) for text in texts]).proposals[0].profile


def in_carets(*texts: str) -> BadgeProfile:
    samples = [Sample(f"{id}^{name}^Acme", {BADGE_ID: id}) for id, name in zip(texts, "ABCDEF", strict=False)]
    return learn(samples).proposals[0].profile


def completed(body: str, check: str) -> str:
    return next(body + end for end in "0123456789X" if check_digits.holds(check, body + end))  # type: ignore[arg-type]


SHAPES: dict[str, tuple[tuple[str, ...], IdRule, str]] = {
    "prefix and digits": (
        ("AB-10012", "AB-20733", "AB-31999"),
        IdRule("AB-", length=5, alphabet="digits"),
        "The id begins with AB-. After that come 5 digits.",
    ),
    "zeros": (("00012", "00345", "01177"), IdRule(length=5, alphabet="digits"), "The id has 5 digits."),
    "any length": (
        ("7312", "10733", "319991"),
        IdRule(alphabet="digits"),
        "The id has any number of digits.",
    ),
    "large and small": (
        ("ab-10012", "AB-20733", "Ab-31999"),
        IdRule("ab-", length=5, alphabet="digits"),
        "The id begins with ab-. After that come 5 digits.",
    ),
    "check digit": (
        tuple(completed(body, "luhn") for body in ("730184", "295512", "664023")),
        IdRule(length=7, alphabet="digits", check="luhn"),
        "The id has 7 digits. The check digit fits mod 10 (Luhn, ISO/IEC 7812).",
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_how_ids_are_written_is_learnt_and_told(name: str) -> None:
    texts, rule, said = SHAPES[name]
    for profile in (ids(*texts), in_carets(*texts)):
        assert profile.id == rule
        assert said in " ".join(profile_words.told(profile))


ODD = {
    "prefix": ("CD-10012", "does not begin with AB-"),
    "length": ("AB-100123", "has 6 characters, the others have 5"),
    "letters": ("AB-1OO12", "has other characters"),
}


@pytest.mark.parametrize("name", ODD)
def test_an_id_unlike_the_taught_ones_is_a_lead_with_a_word_about_it(name: str) -> None:
    odd, said = ODD[name]
    texts = ("AB-10012", "AB-20733", "AB-31999")
    for profile, text in ((ids(*texts), odd), (in_carets(*texts), f"{odd}^G^Nord")):
        reading = read_text(text, floor=Floor(profile=profile))
        assert reading.badge_id == odd
        assert any(said in warning for warning in reading.warnings), reading.warnings


def test_a_card_is_not_measured_by_the_shows_ids() -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nN:Kov;Anna\nUID:77-b\nEND:VCARD"
    assert (
        read_text(card, floor=Floor(profile=ids("AB-10012", "AB-20733"))).warnings == read_text(card).warnings
    )


def test_three_times_the_same_badge_teach_no_length() -> None:
    profile = ids("4711", "4711", "4711")
    assert (profile.id.length, profile.id.check) == (0, "")


def test_by_accident_a_check_digit_is_hardly_ever_found() -> None:
    chance = random.Random(5)
    found = [ids(*(str(chance.randrange(10**6, 10**7)) for _ in range(3))).id.check for _ in range(150)]
    assert sum(map(bool, found)) <= 6


def test_numbers_of_parts_are_those_of_the_samples() -> None:
    profile = learn([
        Sample("1001^Kov^Anna", {BADGE_ID: "1001"}),
        Sample("1002^Li", {BADGE_ID: "1002"}),
        Sample("1003^Ng^Jan^Ost", {BADGE_ID: "1003"}),
    ]).proposals[0].profile  # fmt: skip
    assert (profile.least, profile.most) == (2, 4)
    assert "A badge has 2 to 4 parts." in profile_words.told(profile)
    assert is_taken("1004^Bee^^^", profile)
    assert not is_taken("1004^Bee^Ann^X^Y", profile)


INEXACT: dict[str, tuple[str, dict[str, str], str]] = {
    "less is said": (
        "7^Kov^Acme Ltd", {"company": "Acme"}, "Badge 2: Company comes out as Acme Ltd, not as Acme.",
    ),
    "a part of the id": (
        "1002^Li^Ost", {BADGE_ID: "002"}, "Badge 2: Badge id comes out as 1002, not as 002.",
    ),
    "another order": (
        "8^Li Wei^Ost", {"full_name": "Wei Li"}, "Badge 2: Name comes out as Li Wei, not as Wei Li.",
    ),
    "a phone without its area": (
        "8^030 123456^Ost", {"phones": "123456"}, "Badge 2: Phone comes out as 030 123456, not as 123456.",
    ),
    "zeros": ("0001002^Li^Ost", {BADGE_ID: "1002"}, "Badge 2: Badge id comes out as 0001002, not as 1002."),
}  # fmt: skip
FIRST: dict[str, Sample] = {
    "less is said": Sample("8^Li^Ost KG", {"company": "Ost KG"}),
    "a part of the id": Sample("1001^Kov^Acme", {BADGE_ID: "1001"}),
    "another order": Sample("7^Kov Anna^Acme", {"full_name": "Kov Anna"}),
    "a phone without its area": Sample("7^030 7654321^Acme", {"phones": "0307654321"}),
    "zeros": Sample("0001001^Kov^Acme", {BADGE_ID: "0001001"}),
}


@pytest.mark.parametrize("name", INEXACT)
def test_what_comes_out_only_in_part_is_no_success(name: str) -> None:
    text, said, doubt = INEXACT[name]
    lesson = learn([FIRST[name], Sample(text, said)])
    best = lesson.proposals[0]
    assert not best.fits
    assert not lesson.by_itself
    assert [outcome.missed for outcome in best.outcomes] == [(), tuple(said)]
    assert best.doubts[0] == doubt


def test_more_than_is_written_is_named_badge_by_badge() -> None:
    lesson = learn([Sample("7^Kov^Acme", {"company": "Acme Ltd"}), Sample("8^Li^Ost", {"company": "Ost KG"})])
    assert lesson.proposals == ()
    assert lesson.advice.startswith("Badge 1: Acme Ltd was not found for Company. Badge 2: Ost KG was not")


SAME = {
    "case": ("company", "ACME ltd", "Acme Ltd"),
    "marks": ("family_name", "MUELLER-Şahin".replace("UE", "Ü"), "muller-sahin"),
    "country": ("country", "DE", "Germany"),
    "phone": ("phones", "+49 30 123456", "030123456"),
    "id": (BADGE_ID, "AB-1001", " ab-1001 "),
    "web": ("website", "https://www.acme.example/", "acme.example"),
}
OTHER = {
    "hyphen in an id": (BADGE_ID, "AB-1001", "AB1001"),
    "zeros of an id": (BADGE_ID, "001001", "1001"),
    "part of a mail": ("emails", "a.b@c.example", "b@c.example"),
    "part of a phone": ("phones", "030 1234567", "1234567"),
    "area of a phone": ("phones", "+1 212 5551234", "5551234"),
    "nothing": ("company", "", "Acme"),
}


def test_what_counts_as_the_same() -> None:
    assert [name for name, each in SAME.items() if not is_same(*each)] == []
    assert [name for name, each in OTHER.items() if is_same(*each)] == []
