"""Fills the ticket shop of the tests; run by build_spec/pretix.py in the server's own environment.

An event sold over two pages of its API, with what real orders have: answers, somebody without a name, a
cancelled ticket, a cancelled order; a team that may only read orders, and one that may not.
"""

import json
import sys
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils.timezone import now
from django_scopes import scopes_disabled

EVENT = "ad26"
CROWD = 52
"""With the people below more than the 50 that a page of pretix holds at most."""
QUESTIONS = {"job_title": "Your position", "phone": "Your phone number", "lunch": "What do you eat?"}
PEOPLE: dict[str, dict[str, Any]] = {
    "juergen": {
        "attendee_name_parts": {"_scheme": "given_family", "given_name": "Jürgen", "family_name": "Müller"},
        "attendee_email": "j.mueller@nordwerft.example",
        "company": "Nordwerft GmbH",
        "street": "Kai 1",
        "zipcode": "24103",
        "city": "Kiel",
        "country": "DE",
        "answers": {"job_title": "Einkauf", "phone": "+49 40 5550123", "lunch": "Fisch"},
    },
    "oksana": {
        "attendee_name_parts": {"_scheme": "full", "full_name": "Оксана Ґедзь"},
        "company": "Чорноморська верф",
        "country": "UA",
    },
    "nameless": {"company": "Chantiers de l’Ouest"},
    "pending": {"attendee_name_parts": {"_scheme": "full", "full_name": "Pia Pending"}, "status": "n"},
    "ticket cancelled": {
        "attendee_name_parts": {"_scheme": "full", "full_name": "Tim Ticketless"},
        "canceled": True,
    },
    "order cancelled": {
        "attendee_name_parts": {"_scheme": "full", "full_name": "Otto Orderless"},
        "status": "c",
    },
    "order expired": {"attendee_name_parts": {"_scheme": "full", "full_name": "Eva Expired"}, "status": "e"},
}


def main() -> None:
    django.setup()
    _tables()
    with scopes_disabled(), transaction.atomic():
        facts = _fair()
    Path(sys.argv[1]).write_text(json.dumps(facts))


def _tables() -> None:
    """Straight from the models, as pretix' own tests make them: eleven years of migrations take minutes."""
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)


def _fair() -> dict[str, Any]:
    from pretix.base.models import Organizer

    fair = Organizer.objects.create(name="Fair", slug="fair")
    event = fair.events.create(
        name="Automation Days", slug=EVENT, date_from=now() + timedelta(days=30), currency="EUR", live=True
    )
    ticket = event.items.create(name="Ticket", default_price=Decimal(10), admission=True)
    for identifier, asked in QUESTIONS.items():
        event.questions.create(identifier=identifier, question=asked, type="S").items.add(ticket)
    crowd = {f"visitor {n}": _visitor(n) for n in range(CROWD)}
    codes = {who: _sold(event, ticket, **said) for who, said in {**crowd, **PEOPLE}.items()}
    tokens = {"reader": _token(event, {"event.orders:read": True}), "stranger": _token(event, {})}
    return {"organizer": fair.slug, "event": event.slug, "tokens": tokens, "codes": codes, "crowd": CROWD}


def _visitor(n: int) -> dict[str, Any]:
    return {"attendee_name_parts": {"_scheme": "full", "full_name": f"Visitor {n}"}, "city": "Kiel"}


def _sold(
    event: Any, ticket: Any, answers: dict[str, str] | None = None, status: str = "p", **said: Any
) -> list[str]:
    """One order of one ticket; returns the codes pretix gave it, of the ticket and of the badge."""
    order = event.orders.create(
        status=status,
        email="buyer@fair.example",
        datetime=now(),
        expires=now() + timedelta(days=9),
        total=ticket.default_price,
        sales_channel=event.organizer.sales_channels.get(identifier="web"),
    )
    position = order.all_positions.create(item=ticket, price=ticket.default_price, **said)
    for identifier, answer in (answers or {}).items():
        position.answers.create(question=event.questions.get(identifier=identifier), answer=answer)
    order.create_transactions()
    return [position.secret, position.pseudonymization_id]


def _token(event: Any, rights: dict[str, bool]) -> str:
    team = event.organizer.teams.create(name=f"With {len(rights)} rights", limit_event_permissions=rights)
    team.limit_events.add(event)
    return str(team.tokens.create(name="boothapp").token)


if __name__ == "__main__":
    main()
