"""Leads as the stand would hand them over, each with its own key."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from boothapp.crm.target import LeadRecord, key_of
from boothapp.domain.ids import new_id
from boothapp.domain.visitor import Phone, Visitor

CAPTURED = datetime(2026, 3, 17, 10, 42, tzinfo=UTC)


def record(number: int = 1, **changes: Any) -> LeadRecord:
    """One complete lead; e-mail address and name are its own."""
    key = key_of(new_id())
    visitor = Visitor(
        given_name="Jürgen",
        family_name=f"Weiß {key[-6:]}",
        company="Maschinenbau Süd GmbH",
        job_title="Leiter Einkauf",
        emails=(f"jw.{key[-12:]}@sued.example",),
        phones=(Phone("0711 2345-678", "+497112345678"), Phone("+49 171 2345678", "+491712345678", "mobile")),
        street="Hauptstraße 5",
        postal_code="70173",
        city="Stuttgart",
        country="DE",
        website="https://sued.example",
    )
    lead = LeadRecord(
        key=key,
        number=f"A-{number:04d}",
        visitor=visitor,
        show="Hannover Messe 2026",
        rating="hot",
        points=85,
        reasons=("Budget agreed: 20", "Whole demo watched: 15"),
        answers=(("Is there a budget?", "Yes, agreed"), ("By when?", "This quarter")),
        interests=("Pump P3",),
        notes=("Asked for a test in May.",),
        next_step="Call on 20 March",
        captured_at=CAPTURED,
        consents=("May be called: yes",),
        amount=Decimal("50000.00"),
    )
    return replace(lead, **changes)


def records(count: int) -> list[LeadRecord]:
    return [record(number) for number in range(1, count + 1)]


def bare(count: int) -> list[LeadRecord]:
    """Leads with a name and an address only, for tests that need many."""
    full = records(count)
    texts = ("company", "job_title", "street", "postal_code", "city", "country", "website")
    nothing = dict.fromkeys(texts, "")
    return [with_visitor(lead, phones=(), **nothing) for lead in full]


def with_visitor(lead: LeadRecord, **changes: Any) -> LeadRecord:
    """The same lead with other things known about the visitor."""
    return replace(lead, visitor=replace(lead.visitor, **changes))
