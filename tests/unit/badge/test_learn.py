"""Three badges of a hidden format teach it: fifty others, never shown, come out exactly."""

import random
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boothapp.badge import check_digits, profile_words
from boothapp.badge.learn import Lesson, Sample, fields_of, learn
from boothapp.badge.learn_id import rule_of
from boothapp.badge.reading import Floor, read_text
from boothapp.domain.badge_profile import BADGE_FIELDS, BadgeProfile, Form, IdRule, Segment, Take
from tests.unit.badge.shows import COUNTRY, FORMATS, IDS, ORDER, Person, person, shows


def as_said(one: Person, chance: random.Random, whole: bool) -> Person:
    """What a tired person types: other case, another spelling of phone and country, some fields left out."""
    said = dict(one)
    said["company"] = chance.choice((one["company"], one["company"].upper(), one["company"].lower()))
    said["family_name"] = chance.choice((one["family_name"], one["family_name"].lower()))
    said["phones"] = chance.choice(
        (one["phones"], "0" + one["phones"].removeprefix("+49 "), one["phones"].replace(" ", ""))
    )
    said["country"] = chance.choice((one["country"], COUNTRY[one["country"]]))
    dropped = () if whole else chance.sample([name for name in ORDER if name != "badge_id"], 2)
    return {name: value for name, value in said.items() if name not in dropped}


def exact(
    one: Person, text: str, profile: BadgeProfile, fields: tuple[str, ...]
) -> dict[str, tuple[str, str]]:
    came = fields_of(read_text(text, floor=Floor(country="DE", profile=profile)))
    return {name: (one[name], came.get(name, "")) for name in fields if came.get(name, "") != one[name]}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("seed", range(6))
def test_three_badges_teach_a_hidden_format(name: str, seed: int) -> None:
    chance, write = random.Random(f"{name} {seed}"), FORMATS[name]
    people = [person(chance, number) for number in range(53)]
    badges = [write(one, chance) for one in people]
    present = tuple(
        name
        for name in ORDER
        if all(shows(text, one[name]) for text, one in zip(badges[:3], people[:3], strict=True))
    )
    samples = [
        Sample(text, {key: value for key, value in as_said(one, chance, at == 0).items() if key in present})
        for at, (text, one) in enumerate(zip(badges[:3], people[:3], strict=True))
    ]
    lesson = learn(samples, Floor(country="DE"))
    assert lesson.proposals, lesson.advice
    assert lesson.proposals[0].fits, lesson.proposals[0].doubts
    profile = lesson.proposals[0].profile
    for text, one in zip(badges[3:], people[3:], strict=True):
        there = tuple(key for key in present if shows(text, one[key]))
        assert exact(one, text, profile, there) == {}, (text, profile_words.told(profile))


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("seed", range(6))
def test_three_ids_teach_how_ids_are_written(name: str, seed: int) -> None:
    chance, (write, wanted) = random.Random(f"{name} {seed}"), IDS[name]
    texts = [write(chance.randrange(10**5, 10**6)) for _ in range(53)]
    lesson = learn([Sample(text, {"badge_id": wanted(text)}) for text in texts[:3]])
    profile = lesson.proposals[0].profile
    assert profile.kind == "id"
    assert [read_text(text, floor=Floor(profile=profile)).badge_id for text in texts] == [*map(wanted, texts)]


def completed(check: Any, body: str, width: int = 1) -> str:
    letters = check_digits._LETTERS if check in ("mod37_36", "mod43") else "0123456789X"
    ends = letters if width == 1 else [f"{n:02}" for n in range(100)]
    return next((body + end for end in ends if check_digits.holds(check, body + end)), "")


@pytest.mark.parametrize("check", check_digits.CHECKS)
def test_the_check_digit_is_found_and_a_misread_is_said(check: Any) -> None:
    chance = random.Random(check)
    width = 2 if check.startswith("mod97") else 1
    bodies = (f"{chance.randrange(10**6, 10**7)}" for _ in range(99))
    ids = [f"TK{id}" for body in bodies if (id := completed(check, body, width))][:8]
    profile = learn([Sample(id, {"badge_id": id}) for id in ids]).proposals[0].profile
    assert profile.id.check == check
    assert profile_words.CHECK_NAMES[check] in " ".join(profile_words.told(profile))
    wrong = ids[0][:4] + str((int(ids[0][4]) + 1) % 10) + ids[0][5:]
    right, misread = (read_text(id, floor=Floor(profile=profile)) for id in (ids[0], wrong))
    assert right.warnings == ()
    assert misread.badge_id == wrong
    assert "check digit" in misread.warnings[0]


PUBLISHED = {
    "luhn": "79927398713", "gs1": "4006381333931", "damm": "5724", "verhoeff": "2363", "mod11": "080442957X",
    "mod11_2": "000000021825009 7".replace(" ", ""), "mod11_10": "07945", "mod97_10": "79444",
    "mod97": "85073003328", "mod37_36": "A12425GABC1234002M", "mod43": "CODE39W",
}  # fmt: skip


@pytest.mark.parametrize(("check", "id"), PUBLISHED.items())
def test_published_examples_hold(check: Any, id: str) -> None:
    assert check_digits.holds(check, id)
    assert not check_digits.holds(check, id[:-1] + ("1" if id[-1] != "1" else "2"))


def test_one_badge_is_weak_and_says_so() -> None:
    lesson = learn([Sample("7^Kov^Anna^Acme", {"given_name": "Anna", "family_name": "Kov"})])
    assert lesson.proposals[0].fits
    assert "1 badge only" in lesson.proposals[0].doubts[0]


def test_parts_that_samples_do_not_tell_apart_are_named() -> None:
    texts = [f"{n}^{name}^{name}^Acme{n}" for n, name in enumerate(("Berlin", "Kobe", "Nice"), 1)]
    lesson = learn([Sample(text, {"city": text.split("^")[1]}) for text in texts])
    assert lesson.proposals[0].doubts == (
        "City may as well be part 3: on these badges both say the same. Show one where they differ.",
    )


def test_a_wrong_expectation_is_marked_and_the_rest_learnt() -> None:
    people = (("1", "Anna", "Kov"), ("2", "Jan", "Li"), ("3", "Wei", "Ng"))
    samples = [Sample("^".join(one), {"badge_id": one[0], "given_name": one[1]}) for one in people]
    samples[2] = Sample(samples[2].text, {"badge_id": "3", "given_name": "Peter"})
    best = learn(samples).proposals[0]
    assert [outcome.missed for outcome in best.outcomes] == [(), (), ("given_name",)]
    assert best.doubts == ("Badge 3: Given name comes out as Wei, not as Peter.",)


NOTHING: dict[str, tuple[list[Sample], str]] = {
    "encrypted": (
        [Sample(f"9f8a7d6f8a7sd6f{n}", {"full_name": name}) for n, name in enumerate(("Anna Kov", "Jan Li"))],
        "encrypted",
    ),
    "two kinds": (
        [Sample("1^Anna^Acme", {"given_name": "Anna"}), Sample("{Jan}|Nord", {"company": "Nord"})],
        "different ways",
    ),
    "nothing said": ([Sample("1^Anna^Acme")], "say what should come out"),
    "no badge": ([], "Scan a badge"),
    "read already": (
        [Sample("MECARD:N:Kov,Anna;TEL:+49301234567;;", {"given_name": "Anna", "family_name": "Kov"})],
        "No format is needed",
    ),
}


@pytest.mark.parametrize("name", NOTHING)
def test_where_nothing_fits_it_says_so_and_what_to_do(name: str) -> None:
    samples, said = NOTHING[name]
    lesson = learn(samples)
    assert lesson.proposals == ()
    assert said in lesson.advice


def test_a_text_that_does_not_fit_is_left_to_the_other_readers() -> None:
    profile = BadgeProfile(kind="delimited", delimiter="^", count=3, takes=(Take("1", "badge_id"),))
    for text in ("MECARD:N:Kov,Anna;;", "12345", "1^2", "1^2^3^4", "BEGIN:VCARD\nFN:A^B^C\nEND:VCARD"):
        plain = read_text(text)
        assert read_text(text, floor=Floor(profile=profile)) == plain or text.count("^") == 2


marks = st.sampled_from(
    ("^", "|", ";", ":", "=", "::", "\t", "\n", '"', "{", "}", "[", ",", "\\", "\0", "\ud800")
)
texts = st.one_of(st.text(), st.lists(st.one_of(marks, st.text(max_size=5))).map("".join))
fields = st.dictionaries(st.sampled_from(BADGE_FIELDS), texts, max_size=5)
segments = st.builds(Segment, literal=st.one_of(st.just(""), texts), part=st.sampled_from(("", "1", "2")))
profiles = st.builds(
    BadgeProfile,
    kind=st.sampled_from(("delimited", "tagged", "json", "pattern", "id")),
    takes=st.lists(
        st.builds(Take, st.sampled_from(("1", "-1", "A", "a/b")), st.sampled_from(BADGE_FIELDS))
    ).map(tuple),
    start=st.one_of(st.just(""), marks),
    delimiter=marks,
    tag=marks,
    count=st.integers(0, 5),
    least=st.integers(0, 5),
    most=st.integers(0, 5),
    forms=st.lists(
        st.builds(
            Form,
            st.sampled_from(("1", "-1", "A", "a/b")),
            st.lists(st.sampled_from(("mail", "web", "number", "text"))).map(tuple),
        )
    ).map(tuple),
    formats=st.lists(st.sampled_from(("id", "vcard", "link", "text"))).map(tuple),
    pattern=st.lists(segments, max_size=4).map(tuple),
    id=st.builds(
        IdRule,
        prefix=marks,
        keeps_prefix=st.booleans(),
        keeps_zeros=st.booleans(),
        cut=st.integers(0, 3),
        length=st.integers(0, 3),
        alphabet=st.sampled_from(("digits", "hex", "any")),
        check=st.sampled_from(("", "luhn", "mod97")),
    ),
    base=st.sampled_from(("", "vcard", "mecard")),
    encoded=st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(texts, profiles)
def test_no_profile_makes_a_reader_raise(text: str, profile: BadgeProfile) -> None:
    assert read_text(text, floor=Floor(profile=profile)).format
    assert profile_words.told(profile)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.builds(Sample, texts, fields), max_size=4))
def test_no_samples_make_the_learner_raise(samples: list[Sample]) -> None:
    assert isinstance(learn(samples), Lesson)


SHAPES = {
    "one sign": "^",
    "every sign": "^|;,:=/-~#$*_&!% .",
    "tags": "A:b;",
    "digits": "12 ",
    "words": "anna kov ",
    "json": '{"a":[1,',
    "addresses": "https://x.example/?a=b&",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_huge_samples_are_learnt_in_bounded_time(shape: str) -> None:
    expected = dict.fromkeys(BADGE_FIELDS, "anna kov, 12")
    samples = [Sample(f"{n}{SHAPES[shape] * 200_000}", expected) for n in range(12)]
    started = time.process_time()
    assert isinstance(learn(samples), Lesson)
    assert time.process_time() - started < 20


def test_numbers_counted_from_one_teach_no_length() -> None:
    rule = rule_of(("1", "2", "3"), ("1", "2", "3"))
    assert rule is not None
    assert rule.length == 0
    longer = rule_of(("101", "102", "103"), ("101", "102", "103"))
    assert longer is not None
    assert longer.length == 3
