"""Who gets a lead: the show's rules in their order; the first one that fits decides, and says why."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from boothapp.domain.fact import fact
from boothapp.domain.folding import fold
from boothapp.domain.visitor import Visitor

if TYPE_CHECKING:
    from boothapp.domain.lead import Lead
    from boothapp.domain.question import Answers
    from boothapp.domain.show import Show

INDUSTRY = "industry"
"""The question of the show whose answer is the visitor's industry."""
FIRST, REST = "first", "rest"
"""Reasons without a rule, and of a rule that takes everybody."""


@fact
class Rule:
    """What a visitor has to be, and who gets the lead then; a rule that asks nothing takes everybody.

    owner: one person's id, or several who take turns; accounts: companies by name or mail domain;
    countries: ISO 3166 alpha-2; industries: answers to INDUSTRY; products: ids. One of each list is enough.
    """

    owner: str | tuple[str, ...] = ""
    accounts: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()

    @property
    def owners(self) -> tuple[str, ...]:
        """Everybody who may get the lead."""
        return tuple(filter(None, (self.owner,) if isinstance(self.owner, str) else self.owner))

    @property
    def asks(self) -> bool:
        """False where it takes everybody."""
        return any(getattr(self, part) for part in PARTS)


# The names in the rules are asked for at every key and every save.
_folded = lru_cache(1000)(fold)
Routing = Mapping[str, str] | tuple[Rule, ...]
"""Rules in their order, or the short form: country -> owner."""


class Whom(NamedTuple):
    """What the rules look at; id: of the lead, which decides whose turn it is."""

    id: str
    visitor: Visitor
    interests: Sequence[str] = ()
    answers: "Answers" = MappingProxyType({})


@fact
class Routed:
    """The owner by the rules, "" where the show has nobody; turns: everybody who takes turns.

    because: (part of the rule, what of it fitted), such as ("countries", "UA"); else (FIRST or REST, "").
    """

    owner: str = ""
    because: tuple[tuple[str, str], ...] = ()
    turns: tuple[str, ...] = ()


def route(show: "Show", whom: Whom) -> Routed:
    """The owner by the first rule that fits, else the first of the sales people."""
    for rule in rules(show.routing):
        because = _fits(rule, whom)
        if because is not None and rule.owners:
            # Every laptop decides by the lead itself: nobody counts, and nothing changes while people type.
            owner = rule.owners[crc32(whom.id.encode()) % len(rule.owners)]
            return Routed(owner, because or ((REST, ""),), rule.owners if len(rule.owners) > 1 else ())
    owner = next((person.id for person in show.staff if person.sales), "")
    return Routed(owner, ((FIRST, ""),) if owner else ())


def followed(show: "Show", before: "Lead", after: "Lead") -> str:
    """The owner of a lead of which more is known now: a proposed one follows, a chosen one stays."""
    proposed = before.owner == route(show, before.whom).owner
    return route(show, after.whom).owner if proposed else before.owner


def why(show: "Show", lead: "Lead") -> Routed | None:
    """The rule that gave the lead to its owner, by all that is known or by the first talk; None if chosen."""
    first = lead.visits[:1]
    begun = (lead.whom._replace(interests=one.interests, answers=one.answers) for one in first)
    routed = (route(show, whom) for whom in (lead.whom, *begun))
    return next((one for one in routed if one.owner and one.owner == lead.owner), None)


def rules(routing: Routing) -> tuple[Rule, ...]:
    """The rules, whichever way the kit writes them."""
    if isinstance(routing, Mapping):
        return tuple(Rule(owner, countries=(country,)) for country, owner in routing.items())
    return routing


def _fits(rule: Rule, whom: Whom) -> tuple[tuple[str, str], ...] | None:
    """What of each part of the rule fitted; None where one of them does not."""
    found = []
    for part, fits in PARTS.items():
        if named := getattr(rule, part):
            if not (what := fits(named, whom)):
                return None
            found.append((part, what))
    return tuple(found)


def _account(named: Sequence[str], whom: Whom) -> str:
    """As whole words of the company's name ("Siemens" in "Siemens Energy AG"), or by the mail's domain."""
    company = f" {_folded(whom.visitor.company)} "
    hosts = [f".{mail.rpartition('@')[2].casefold()}" for mail in whom.visitor.emails]
    return next((one for one in named if _is_named(one, company, hosts)), "")


def _is_named(account: str, company: str, hosts: Sequence[str]) -> bool:
    domain = "." + account.strip().casefold().removeprefix("@")
    return f" {_folded(account)} " in company or any(
        host.endswith(domain) for host in hosts if "." in domain[1:]
    )


def _industry(named: Sequence[str], whom: Whom) -> str:
    said = {fold(one) for one in whom.answers.get(INDUSTRY, ())}
    return next((one for one in named if fold(one) in said), "")


def _product(named: Sequence[str], whom: Whom) -> str:
    return next((one for one in named if one in whom.interests), "")


def _country(named: Sequence[str], whom: Whom) -> str:
    return whom.visitor.country if whom.visitor.country in named else ""


PARTS: Mapping[str, Callable[[Sequence[str], Whom], str]] = {
    "accounts": _account,
    "industries": _industry,
    "products": _product,
    "countries": _country,
}
"""What a rule may ask, and what of it fits a visitor, "" for nothing."""
