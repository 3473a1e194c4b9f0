"""From a lead of the demo show to the words in a pack."""

from dataclasses import replace
from datetime import UTC, date, datetime

from boothapp.actions.shows import read_kit
from boothapp.domain.consent import Consent
from boothapp.domain.delivery import Delivery
from boothapp.domain.lead import Lead, Visit
from boothapp.domain.next_step import NextStep
from boothapp.domain.rating import rate
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Visitor
from boothapp.domain.voice import Remark, Voice
from boothapp.packs.told import told
from boothapp.paths import resources

SHOW = read_kit(resources() / "demo" / "show.toml")
AT = datetime(2026, 11, 17, 10, 30, tzinfo=UTC)
OWNER = next(person for person in SHOW.staff if person.sales)
PIECE, PRODUCT = SHOW.pieces[0], SHOW.products[0]


def lead() -> Lead:
    """A lead with one conversation: an approved budget, half a demo, one product."""
    visit = Visit(
        id="v1",
        at=AT,
        answers={"budget": ("approved",), "gone-question": ("said",)},
        interests=(PRODUCT.id, "gone-product"),
        touches=(Touch("demo", PIECE.id, 0.5, AT),),
        note="Wants it by spring",
        voice=Voice((Remark("Too heavy", "doubt"), Remark("Nice")), ("day", "gone"), ("Kuka",)),
    )
    bare = Lead(
        id="l1",
        number="A-0042",
        token="4fj2k9x0ab",
        show=SHOW.id,
        visitor=Visitor(full_name="Оксана Ґедзь"),
        visits=(visit,),
        consents=(Consent("mail", True, AT),),
        owner=OWNER.id,
        next_step=NextStep("call", date(2026, 11, 18)),
        captured_at=AT,
        received_at=AT,
    )
    return replace(bare, rating=rate(SHOW.scorecard, bare.basis))


def test_ids_become_words() -> None:
    one = told(lead(), SHOW, [Delivery("l1", "erp", "sent")])
    assert (one.owner, one.next_step, one.due) == (OWNER.name, "Call", "2026-11-18")
    assert one.show == SHOW.name
    assert one.answers == (("Budget", "Approved"), ("gone-question", "said"))
    assert one.interests == (PRODUCT.name["en"], "gone-product")
    assert one.touches == (f"Demo watched: {PIECE.title['en']} (50%)",)
    assert one.consents == ("May be written to by e-mail",)
    assert one.delivery == "erp: sent"
    assert one.notes == ("Wants it by spring",)
    assert one.remarks == ("Doubt: Too heavy", "Nice")
    assert (one.messages, one.competitors) == (("Set up in a day", "gone"), ("Kuka",))


def test_the_reasons_add_up_to_the_points() -> None:
    one = told(lead(), SHOW)
    assert one.reasons[0].startswith("Budget: Approved (+")
    assert sum(int(reason.rpartition("(")[2].removesuffix(")")) for reason in one.reasons) == one.points > 0


def test_the_shows_words_come_in_the_language_of_sales() -> None:
    assert told(lead(), SHOW, language="uk").answers[0] == ("Бюджет", "Затверджено")


def test_withdrawn_consent_withholds_unless_another_is_in_force() -> None:
    withdrawn = Consent("mail", False, AT.replace(hour=12))
    given = lead().consents
    assert told(replace(lead(), consents=(*given, withdrawn)), SHOW).withheld == "consent withdrawn"
    still = Consent("phone", True, AT)
    assert told(replace(lead(), consents=(*given, withdrawn, still)), SHOW).withheld == ""
    assert told(replace(lead(), consents=()), SHOW).withheld == ""


def test_a_lead_of_nobody_has_no_owner() -> None:
    bare = told(replace(lead(), owner="", next_step=None), SHOW)
    assert (bare.owner, bare.next_step, bare.due) == ("", "", "")


def test_who_else_stood_there_is_named_by_number_and_name() -> None:
    one = told(lead(), SHOW, language="uk", others=(("A-0043", "Ben Boll"), ("A-0044", "")))
    assert one.others == ("A-0043 Ben Boll", "A-0044")
    assert one.together == "У розмові брали участь також: A-0043 Ben Boll, A-0044"
    assert told(lead(), SHOW).together == ""
