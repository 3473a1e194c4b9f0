"""Several people in one conversation: each one's draft with all that was said, and all in one again."""

from collections.abc import Sequence
from dataclasses import fields, replace

from boothapp.domain.companion import Companion, is_nobody
from boothapp.domain.draft import Draft

OWN = tuple(one.name for one in fields(Companion) if one.name != "number")
"""What belongs to one person; answers, interests, pieces, what was said, owner and next step are shared."""


def people_of(draft: Draft) -> tuple[Companion, ...]:
    """Everybody in the conversation, the one scanned first first."""
    return (first_of(draft), *draft.others)


def first_of(draft: Draft) -> Companion:
    """The person whom the draft itself is about."""
    return Companion(**{name: getattr(draft, name) for name in OWN})


def as_one_of(draft: Draft, person: Companion) -> Draft:
    """This person's draft, alone, with all that was said."""
    return replace(draft, **{name: getattr(person, name) for name in OWN}, others=())


def whole(draft: Draft, people: Sequence[Companion]) -> Draft:
    """What was said in this draft, as the conversation of all these; who is nobody yet is left out."""
    first, *others = people
    return replace(as_one_of(draft, first), others=tuple(one for one in others if not is_nobody(one)))
