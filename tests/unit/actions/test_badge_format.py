"""A show's badge format is kept with its kit, survives newer kits, and comes in a kit written by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from boothapp.actions import badge_format, badges, demo, shows
from boothapp.badge.learn import Sample
from boothapp.domain.badge_profile import BadgeProfile, IdRule, Take
from boothapp.errors import WrongCall
from boothapp.paths import Home
from boothapp.store.database import Store
from tests import prepared
from tests.conftest import PASSPHRASE
from tests.journeys.laptop import Laptop
from tests.unit.actions.test_kit import DEMO

BADGES = ("1001^Kovalenko^Anna^Acme GmbH", "1002^Müller^Jan^Nord AG", "1003^Li^Wei^Ost KG")
FIELDS = ("badge_id", "family_name", "given_name", "company")
SAMPLES = [Sample(text, dict(zip(FIELDS, text.split("^"), strict=True))) for text in BADGES]
OTHER = "2077^Петренко^Іван^ТОВ Верф"
BY_HAND = """
[badge]
kind = "delimited"
delimiter = "^"
count = 4
takes = [{ part = "1", field = "badge_id" }, { part = "-1", field = "company" }]
id = { prefix = "10", keeps_prefix = false }
"""


@pytest.fixture
def laptop(home: Home) -> Laptop:
    made = Laptop(home)
    made.does("demo", "--leads", "0", "--no-window")
    return made


@pytest.fixture
def store(home: Home) -> Store:
    return prepared.with_demo(home, PASSPHRASE)


def learnt(store: Store) -> BadgeProfile:
    show = shows.current(store)
    profile = badge_format.learn(SAMPLES, show).proposals[0].profile
    assert badge_format.keep(store, show.id, profile).topics == {"shows"}
    return profile


def test_a_format_kept_reads_the_shows_badges_until_it_is_forgotten(store: Store) -> None:
    profile = learnt(store)
    assert shows.current(store).badge == profile
    reading = badges.scan(OTHER, shows.current(store))
    assert (reading.badge_id, reading.visitor.name) == ("2077", "Іван Петренко")
    badge_format.forget(store, shows.current(store).id)
    assert shows.current(store).badge is None
    store.close()


def test_a_newer_kit_without_a_format_leaves_the_one_learnt(store: Store) -> None:
    profile = learnt(store)
    shows.take(store, demo.demo_show(), demo.DEMO)
    assert shows.current(store).badge == profile
    mine = replace(demo.demo_show(), badge=BadgeProfile(kind="id", id=IdRule(prefix="SB")))
    shows.take(store, mine, demo.DEMO)
    assert shows.current(store).badge == mine.badge
    shows.start_new(store, "Another show", mine)
    assert shows.current(store).badge is None
    store.close()


def test_no_such_show(store: Store) -> None:
    with pytest.raises(WrongCall):
        badge_format.keep(store, "none", BadgeProfile(kind="id"))
    store.close()


def test_a_format_in_a_kit_written_by_hand(tmp_path: Path) -> None:
    kit = tmp_path / "show.toml"
    kit.write_text(DEMO.replace("[[staff]]", BY_HAND + "\n[[staff]]", 1), "utf-8")
    badge = shows.read_kit(kit).badge
    assert badge is not None
    assert badge.takes == (Take("1", "badge_id"), Take("-1", "company"))
    assert badge.id.prefix == "10"


MISTAKES = [
    ('delimiter = "^"', 'delimiter = ""', "$.badge.delimiter"),
    ('kind = "delimited"', 'kind = "pattern"', "$.badge.pattern"),
    ('field = "company"', 'field = "firm"', "$.badge.takes[1].field"),
    ('part = "-1"', 'part = "last"', "$.badge.takes[1].part"),
    ("count = 4", "cuont = 4", "$.badge.cuont"),
    ('prefix = "10"', 'perfix = "10"', "$.badge.id.perfix"),
    ('kind = "delimited"', 'kind = "regex"', "$.badge.kind"),
]


@pytest.mark.parametrize(("right", "wrong", "place"), MISTAKES, ids=[place for _, _, place in MISTAKES])
def test_a_mistake_in_a_format_is_named(tmp_path: Path, right: str, wrong: str, place: str) -> None:
    kit = tmp_path / "show.toml"
    kit.write_text(DEMO.replace("[[staff]]", BY_HAND.replace(right, wrong) + "\n[[staff]]", 1), "utf-8")
    with pytest.raises(WrongCall) as raised:
        shows.read_kit(kit)
    assert place in str(raised.value)


def words(*samples: Sample) -> list[str]:
    given = [
        ("--sample", one.text, "--expect", ",".join(f"{k}={v}" for k, v in one.expected.items()))
        for one in samples
    ]
    return [word for each in given for word in each]


def test_the_same_from_a_shell(laptop: Laptop) -> None:
    said = laptop.does("badge", "learn", *words(*SAMPLES))
    assert said["kept"] is False
    assert said["proposals"][0]["profile"]["words"][0] == "Parts are divided by ^."
    assert said["proposals"][0]["outcomes"][2]["fields"]["company"] == "Ost KG"
    assert laptop.does("badge", "show") == {"badge": None}
    assert laptop.does("badge", "learn", *words(*SAMPLES), "--keep")["kept"] is True
    assert laptop.does("badge", "show")["badge"]["delimiter"] == "^"
    laptop.does("capture", "--text", OTHER)
    assert laptop.does("leads")[0]["visitor"]["company"] == "ТОВ Верф"
    assert laptop.does("badge", "forget") == {"forgotten": True}
    assert laptop.does("badge", "show") == {"badge": None}


def test_what_does_not_fit_is_not_kept(laptop: Laptop) -> None:
    wrong = Sample(SAMPLES[2].text, {"given_name": "Peter"})
    said = laptop.run("badge", "learn", *words(*SAMPLES[:2], wrong), "--keep")
    assert (said.code, said.json["kept"]) == (1, False)
    assert said.json["proposals"][0]["outcomes"][2]["missed"] == ["given_name"]
    nothing = laptop.run("badge", "learn", *words(Sample("9f8a7d6f8", {"full_name": "Anna Kov"})))
    assert (nothing.code, nothing.json["proposals"]) == (1, [])
    assert "attendee list" in nothing.json["advice"]


def test_a_document_among_the_samples_teaches_nothing(laptop: Laptop) -> None:
    card = Sample("%B4111111111111111^BEE/ANNA^2512101?", {"family_name": "Bee"})
    said = laptop.run("badge", "learn", *words(SAMPLES[0], card, SAMPLES[2]), "--keep")
    assert (said.code, said.json["kept"], said.json["refused"]) == (1, False, [2])
    assert said.json["advice"].startswith("Badge 2 is a private document or a secret.")
    assert "4111" not in said.out
    assert laptop.does("badge", "show") == {"badge": None}


def test_how_ids_are_written_is_told_and_kept(laptop: Laptop) -> None:
    ids = [Sample(id, {"badge_id": id}) for id in ("AB-10012", "AB-20733", "AB-31999")]
    laptop.does("badge", "learn", *words(*ids), "--keep")
    told = laptop.does("badge", "show")["badge"]
    assert told["words"][1:] == ["The id begins with AB-.", "After that come 5 digits."]
    assert (told["id"]["prefix"], told["id"]["length"], told["formats"]) == ("AB-", 5, ["id"])
    other = laptop.does("decode", "--text", "CD-10012")
    assert other["badge_id"] == "CD-10012"
    assert "does not begin with AB-" in other["warnings"][0]


def test_a_wrong_call_says_what_is_right(laptop: Laptop) -> None:
    for call in (
        ("--sample", "1^2", "--expect", "firm=2"),
        ("--sample", " "),
        ("--sample", "1", "--expect", "x"),
    ):
        assert laptop.run("badge", "learn", *call).code == 2
