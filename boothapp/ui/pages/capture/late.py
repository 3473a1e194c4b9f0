"""What a picture says after its conversation was saved: it goes to that lead, and people are told."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from boothapp.domain.field_words import FIELD_NAMES
from boothapp.ui.tasks import Tasks
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.actions.late_card import Added
    from boothapp.badge.reading import Reading

FILLED = mark("{lead}: filled in from the picture read meanwhile: {fields}. Compare them when there is time.")
KEPT = mark("{lead}: the picture read meanwhile is kept with this lead; nothing was empty that it tells.")
PICTURE = mark("{lead}: the picture is kept with this lead.")
BADGE = mark("badge number")


class Late:
    """Adds to leads that are saved already. `say` tells people what was done."""

    def __init__(self, tasks: Tasks, say: Callable[[str], None]) -> None:
        self._tasks, self._say = tasks, say

    def add(
        self, talk: str, reading: "Reading | None", picture: bytes, not_theirs: Callable[[], None]
    ) -> None:
        """Fills what is empty in the lead of this conversation; not_theirs: called where not."""
        from boothapp.actions import late_card

        def told(added: "Added | None") -> None:
            if added is None:
                not_theirs()
            else:
                self._say(_said(added, reading))

        self._tasks.change(
            lambda store: late_card.add(store, talk, reading, picture), told, lambda _error: not_theirs()
        )


def _said(added: "Added", reading: "Reading | None") -> str:
    lead = f"{added.lead.number} {added.lead.label}".strip()
    if reading is None:
        return tr(PICTURE).format(lead=lead)
    fields = ", ".join(tr(FIELD_NAMES.get(name, BADGE)) for name in added.fields if name in _NAMED)
    return tr(FILLED if fields else KEPT).format(lead=lead, fields=fields)


_NAMED = frozenset({*FIELD_NAMES, "badge_id"})
