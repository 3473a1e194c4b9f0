"""Who gets a lead: the first rule that fits, with its reason, the same on every laptop."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest

from boothapp.domain.explain import owner_reason, owner_reason_briefly
from boothapp.domain.ids import new_id
from boothapp.domain.lead import Lead, Visit
from boothapp.domain.routing import Routed, Rule, Whom, followed, route, why
from boothapp.domain.show import Product, Show, Staff
from boothapp.domain.visitor import Visitor

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)
STAFF = (Staff("mira", "Mira"), *(Staff(id, id.title(), sales=True) for id in ("weber", "koval", "bond")))
RULES = (
    Rule("bond", accounts=("Siemens", "verf.example")),
    Rule("koval", industries=("Ship-yard",)),
    Rule("weber", products=("care", "arm"), countries=("UA",)),
    Rule("koval", countries=("UA", "PL")),
    Rule(("weber", "koval"), countries=("CZ",)),
)
SHOW = Show(id="s", name="S", staff=STAFF, products=(Product("arm", {"en": "Polar arm"}),), routing=RULES)


def whom(id: str = "1", interests: tuple[str, ...] = (), industry: str = "", **known: object) -> Whom:
    answers = {"industry": (industry,)} if industry else {}
    return Whom(id, Visitor(**known), interests, answers)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "owner", "because"),
    [
        (whom(company="SIEMENS Energy AG", country="UA"), "bond", (("accounts", "Siemens"),)),
        (whom(company="Siemensstadt GmbH"), "weber", (("first", ""),)),
        (whom(emails=("o@mail.Verf.example",)), "bond", (("accounts", "verf.example"),)),
        (whom(emails=("o@notverf.example",)), "weber", (("first", ""),)),
        (whom(industry="ship yard"), "koval", (("industries", "Ship-yard"),)),
        (whom(interests=("cell", "arm"), country="UA"), "weber", (("products", "arm"), ("countries", "UA"))),
        (whom(interests=("arm",), country="PL"), "koval", (("countries", "PL"),)),
        (whom(), "weber", (("first", ""),)),
    ],
)
def test_the_first_rule_that_fits_wholly_decides(
    asked: Whom, owner: str, because: tuple[tuple[str, str], ...]
) -> None:
    assert route(SHOW, asked) == Routed(owner, because)


def test_turns_go_by_the_lead_alone_and_are_fair() -> None:
    ids = [new_id() for _ in range(2000)]
    owners = [route(SHOW, whom(id, country="CZ")).owner for id in ids]
    # The same lead on another laptop, with more known of it.
    assert owners == [route(SHOW, whom(id, country="CZ", company="x")).owner for id in ids]
    counts = Counter(owners)
    assert set(counts) == {"weber", "koval"}
    assert min(counts.values()) > 850


def test_the_short_form_with_countries_works_as_before() -> None:
    show = replace(SHOW, routing={"UA": "koval"})
    assert route(show, whom(country="UA")) == Routed("koval", (("countries", "UA"),))
    assert route(show, whom(country="DE")).owner == "weber"


@pytest.mark.parametrize("routing", [RULES, {"UA": "koval"}, (), {}])
def test_both_forms_survive_the_store(routing: object) -> None:
    show = replace(SHOW, routing=routing)
    assert msgspec.json.decode(msgspec.json.encode(show), type=Show) == show


def test_a_rule_that_asks_nothing_takes_everybody_and_nobody_is_routed_without_sales() -> None:
    show = replace(SHOW, routing=(Rule("koval"),))
    assert route(show, whom(country="XX")) == Routed("koval", (("rest", ""),))
    assert route(replace(SHOW, staff=STAFF[:1], routing=()), whom()) == Routed()


def test_the_reason_is_said_whole_and_in_short() -> None:
    asked = whom(interests=("arm",), country="UA")
    names = {"UA": "Ukraine"}
    assert owner_reason(SHOW, route(SHOW, asked), names) == "Interest: Polar arm, Country: Ukraine"
    assert owner_reason_briefly(SHOW, route(SHOW, asked), names) == "Polar arm, Ukraine"
    assert owner_reason(SHOW, route(SHOW, whom(country="CZ")), names) == "Country: CZ, in turn"
    assert owner_reason_briefly(SHOW, route(SHOW, whom()), names) == ""


def lead(owner: str, visitor: Visitor, *visits: Visit) -> Lead:
    return Lead(
        id="1", number="A-0001", token="t", show="s", visitor=visitor, visits=visits, owner=owner,
        captured_at=NOON, received_at=NOON,
    )  # fmt: skip


def test_a_proposed_owner_follows_what_is_known_and_a_chosen_one_stays() -> None:
    before, after = Visitor(full_name="Ada"), Visitor(full_name="Ada", country="UA")
    assert followed(SHOW, lead("weber", before), lead("weber", after)) == "koval"
    assert followed(SHOW, lead("bond", before), lead("bond", after)) == "bond"


def test_the_reason_outlives_a_second_talk_and_a_choice_has_none() -> None:
    ukraine = Visitor(country="UA")
    talks = (Visit(id="1", at=NOON), Visit(id="2", at=NOON, interests=("arm",)))
    found = why(SHOW, lead("koval", ukraine, *talks))
    assert found is not None
    assert found.because == (("countries", "UA"),)
    assert why(SHOW, lead("bond", ukraine, *talks)) is None
