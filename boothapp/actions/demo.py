"""The demo show with as many pretended leads as wanted; the same seed gives the same leads."""

import random
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from boothapp.actions import capture, demo_talk, shows
from boothapp.domain.capture import Capture
from boothapp.domain.changes import Changes, changed
from boothapp.domain.delivery import Delivery
from boothapp.domain.draft import Draft
from boothapp.domain.folding import fold
from boothapp.domain.ids import TOKEN_LENGTH, TOKEN_LETTERS
from boothapp.domain.lead import Lead
from boothapp.domain.outcome import Outcome
from boothapp.domain.rating import Level
from boothapp.domain.show import DEMO_SHOW, Show
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Phone, Visitor
from boothapp.paths import resources
from boothapp.store import leads as lead_store
from boothapp.store import outbox, search
from boothapp.store.database import Store

TARGET = "demo"
SHOW = DEMO_SHOW
DEMO = resources() / "demo"
CHUNK = 500
SHOW_HOURS = 8
# Pretended, near what the closed-loop literature reports: hot wins most, cold hardly ever.
WON: Mapping[Level, float] = {"hot": 0.4, "warm": 0.15, "cold": 0.03}
CLOSED = 0.5
DELIVERED = 0.8
REASONS = ("Price", "No budget this year", "Competitor was faster", "Project stopped")
COMPETITORS = ("", "Aurora Arms", "Fjord Automation")
LATIN = str.maketrans(dict(zip(
    "абвгдежзиклмнопрстуфхцчшщьюя",
    ("a", "b", "v", "h", "d", "e", "zh", "z", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
     "kh", "ts", "ch", "sh", "shch", "", "yu", "ya"),
    strict=True,
)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """The demo show's id and how many leads it got."""

    show: str
    leads: int
    changes: Changes


def demo_show() -> Show:
    """The show that ships with the app."""
    return shows.read_kit(DEMO / "show.toml")


def make(store: Store, count: int, seed: int = 1, progress: Callable[[int, int], None] | None = None) -> Made:
    """Opens the demo show and captures `count` leads; progress is told (done, all) after each chunk."""
    show = demo_show()
    shows.take(store, show, DEMO)
    chance = random.Random(seed)
    drafts = _drafts(show, chance, count)
    for done in range(0, count, CHUNK):
        with store.transaction():
            for draft, at in (next(drafts) for _ in range(min(CHUNK, count - done))):
                _one(store, chance, capture.save(store, draft, at).lead, at)
            search.catch_up(store)
        if progress:
            progress(min(done + CHUNK, count), count)
    return Made(show.id, count, changed("shows", "leads", "outbox", "outcomes"))


def _drafts(show: Show, chance: random.Random, count: int) -> Iterator[tuple[Draft, datetime]]:
    data = tomllib.loads((DEMO / "visitors.toml").read_text("utf-8"))
    first = datetime.combine(show.starts or datetime.now(UTC).date(), time(8), UTC)
    last = show.ends or first.date()
    seconds = SHOW_HOURS * 3600
    days = (last - first.date()).days + 1
    for index in range(count):
        moment = index * days * seconds // max(count, 1)
        at = first + timedelta(days=moment // seconds, seconds=moment % seconds)
        yield demo_talk.with_more(show, _draft(show, chance, data["people"], index, at), data["remarks"]), at


def _draft(
    show: Show, chance: random.Random, people: list[dict[str, Any]], index: int, at: datetime
) -> Draft:
    badge = f"AD26{index:06d}"
    return Draft(
        id=_id(chance, at),
        token="".join(chance.choice(TOKEN_LETTERS) for _ in range(TOKEN_LENGTH)),
        visitor=_visitor(chance, chance.choice(people), index),
        capture=Capture(format="plain", badge_id=badge, symbology="QRCode", raw=badge.encode()),
        answers=_answers(show, chance),
        interests=tuple(chance.sample([product.id for product in show.products], chance.randint(0, 2))),
        touches=_touches(chance),
        pieces=tuple(chance.sample([piece.id for piece in show.pieces], chance.randint(1, 3))),
        consents=("mail", "phone")[: chance.choice((0, 1, 2, 2))],
        staff=chance.choice([person.id for person in show.staff if not person.sales]),
    )


def _id(chance: random.Random, at: datetime) -> str:
    value = int(at.timestamp() * 1000) << 80 | chance.getrandbits(80)
    return str(UUID(int=value & ~(0xF << 76) & ~(0x3 << 62) | 0x7 << 76 | 0x2 << 62))


def _visitor(chance: random.Random, people: dict[str, Any], index: int) -> Visitor:
    given, family = chance.choice(people["given"]), chance.choice(people["family"])
    company = chance.choice(people["companies"])
    east = people["country"] == "JP"
    name = f"{family} {given}" if east else f"{given} {family}"
    phone = re.sub("#", lambda _: str(chance.randint(0, 9)), people["phone"])
    return Visitor(
        given_name=given,
        family_name=family,
        full_name=name,
        company=company,
        job_title=chance.choice(people["titles"]),
        emails=(f"{_mailbox(given, family) or 'visitor'}.{index}@{_mailbox(company) or 'company'}.example",),
        phones=(Phone(phone, "+" + "".join(c for c in phone if c.isdigit())),),
        city=chance.choice(people["cities"]),
        country=people["country"],
        language=people["language"],
    )


def _mailbox(*words: str) -> str:
    plain = fold(" ".join(words)).translate(LATIN)
    return "-".join("".join(c for c in word if c.isascii()) for word in plain.split() if word.isascii())


def _answers(show: Show, chance: random.Random) -> dict[str, tuple[str, ...]]:
    single = (question for question in show.questions if question.kind == "single")
    asked = [question for question in single if chance.random() < 0.75]
    return {question.id: (chance.choice(question.options).id,) for question in asked}


def _touches(chance: random.Random) -> tuple[Touch, ...]:
    watched = chance.choice((0.0, 0.0, 0.0, 0.5, 1.0))
    return (Touch("demo", "live", watched),) if watched else ()


def _one(store: Store, chance: random.Random, lead: Lead, at: datetime) -> None:
    """A pretended delivery for most leads, and an outcome for half of those."""
    row = lead_store.row_of(store, lead.id)
    if row is None or chance.random() > DELIVERED:
        return
    if not any(entry.name == TARGET for entry in outbox.targets(store)):
        outbox.put_target(store, outbox.TargetEntry(TARGET, "demo", ""))
    outbox.put(store, row, Delivery(lead.id, TARGET, "accepted", lead.revision), at)
    if chance.random() < CLOSED:
        outbox.put_outcome(store, row, TARGET, _outcome(chance, lead, at), at)


def _outcome(chance: random.Random, lead: Lead, at: datetime) -> Outcome:
    closed = at.date() + timedelta(days=chance.randint(14, 160))
    if chance.random() < WON[lead.rating.level]:
        return Outcome("won", Decimal(chance.randint(20, 400) * 500), "EUR", closed_on=closed)
    return Outcome(
        "lost", reason=chance.choice(REASONS), competitor=chance.choice(COMPETITORS), closed_on=closed
    )
