"""A lead over several conversations."""

from datetime import UTC, datetime, timedelta

from boothapp.domain.consent import Consent
from boothapp.domain.lead import Lead, Visit
from boothapp.domain.telling import consent_standing
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Phone, Visitor, visitor_from
from boothapp.domain.voice import Remark, Voice

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)


def lead(*visits: Visit, consents: tuple[Consent, ...] = (), visitor: Visitor | None = None) -> Lead:
    return Lead(
        id="1", number="A-0001", token="t", show="s", visitor=visitor or Visitor(), visits=visits,
        consents=consents, captured_at=NOON, received_at=NOON,
    )  # fmt: skip


def test_the_last_word_on_a_question_counts_and_silence_erases_nothing() -> None:
    first = Visit(id="1", at=NOON, answers={"budget": ("none",), "need": ("clear",)})
    second = Visit(id="2", at=NOON + timedelta(hours=1), answers={"budget": ("approved",), "need": ()})
    assert lead(first, second).basis.answers == {"budget": ("approved",), "need": ("clear",)}


def test_touches_of_all_conversations_count() -> None:
    visits = [Visit(id=str(n), at=NOON, touches=(Touch("handed", f"p{n}"),)) for n in range(2)]
    assert [touch.piece for touch in lead(*visits).basis.touches] == ["p0", "p1"]


def test_withdrawn_consent_is_no_consent() -> None:
    given = Consent("mail", True, NOON)
    withdrawn = Consent("mail", False, NOON + timedelta(minutes=1))
    assert lead(consents=(given,)).allowed == ("mail",)
    assert lead(consents=(withdrawn, given)).allowed == ()


def test_flags_name_what_is_missing() -> None:
    assert lead().flags == ("nobody", "no-contact", "no-consent", "no-talk")
    assert "mail" in lead(visitor=Visitor(emails=("nobody",))).flags
    consents = (Consent("mail", True, NOON),)
    nameless = lead(visitor=Visitor(emails=("a@b.example",)), consents=consents)
    assert nameless.flags == ("no-name", "no-talk")
    ada = Visitor(full_name="Ada Byron", emails=("a@b.example",))
    talks = (
        {"answers": {"budget": ("none",)}}, {"interests": ("arm",)}, {"touches": (Touch("demo"),)},
        {"pieces": ("polar",)}, {"note": "calls back"}, {"voice": Voice(competitors=("Kuka",))},
    )  # fmt: skip
    for said in talks:
        assert lead(Visit(id="1", at=NOON, **said), visitor=ada, consents=consents).flags == (), said


def test_an_unsigned_consent_is_to_complete_where_the_show_asks_for_signatures() -> None:
    signed = Consent("mail", True, NOON, method="signed")
    spoken = Consent("phone", True, NOON)
    withdrawn = Consent("phone", False, NOON + timedelta(minutes=1))
    said = {(): False, (signed,): False, (signed, spoken): True, (signed, spoken, withdrawn): False}
    for consents, unsigned in said.items():
        told = lead(consents=consents)
        assert ("no-signature" in told.flags_where(signature=True)) is unsigned
        assert "no-signature" not in told.flags


def test_what_was_said_in_all_conversations_counts_once() -> None:
    first = Voice((Remark("Too heavy", "doubt"),), ("day",), ("Aurora Arms",))
    second = Voice((Remark("A tenth less", "price"),), ("code", "day"), ("aurora  ARMS", "Kuka"))
    both = lead(Visit(id="1", at=NOON, voice=first), Visit(id="2", at=NOON, voice=second)).voice
    assert both.remarks == (Remark("Too heavy", "doubt"), Remark("A tenth less", "price"))
    assert (both.messages, both.competitors) == (("day", "code"), ("Aurora Arms", "Kuka"))


def test_absent_is_not_empty() -> None:
    mail, phone = ("o@a.example",), (Phone("1"),)
    known = Visitor(full_name="Оксана Ґедзь", city="Одеса", emails=mail, phones=phone)
    newer = known.updated(Visitor(company="Верф", emails=("O@A.example", "p@a.example")))
    assert (newer.full_name, newer.city, newer.company) == ("Оксана Ґедзь", "Одеса", "Верф")
    assert newer.emails == ("O@A.example", "p@a.example")
    assert newer.phones == known.phones


def test_a_visitor_survives_json() -> None:
    phones = (Phone("03-1", "+8131", "work"),)
    visitor = Visitor(full_name="三菱 太郎", emails=("t@m.example",), phones=phones)
    assert visitor_from(visitor.known()) == visitor
    assert Visitor().known() == {}


def test_how_consent_stands_is_said_in_a_few_words() -> None:
    given, gone = Consent("mail", True, NOON), Consent("mail", False, NOON + timedelta(minutes=1))
    assert consent_standing(lead(), "en") == ""
    assert consent_standing(lead(consents=(given,)), "en").startswith("Consent: ")
    assert consent_standing(lead(consents=(given, gone)), "en") == "consent withdrawn"
