"""What the conversation under way comes to, with what the same visitor said before."""

from typing import TYPE_CHECKING

from boothapp.domain.draft import Draft, preview
from boothapp.domain.next_step import NextStep
from boothapp.domain.rating import Rating
from boothapp.domain.routing import Routed, route, why
from boothapp.domain.show import Show

if TYPE_CHECKING:
    from boothapp.domain.lead import Lead
    from boothapp.domain.outlook import Outlook


class Before:
    """Knows the visitor's lead once the store has found it; until then this conversation stands alone."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._outlook: Outlook | None = None

    def know(self, lead: "Lead | None") -> bool:
        """From now on it is a conversation of this lead, or of nobody known; whether that is news."""
        if lead == (self._outlook.before if self._outlook else None):
            return False
        # Loaded with the first visitor who comes back, not by the start.
        from boothapp.domain.outlook import Outlook

        self._outlook = Outlook(self._show, lead) if lead is not None else None
        return True

    def rating(self, draft: Draft) -> Rating:
        """As the save will make it."""
        return self._outlook.rating(draft) if self._outlook else preview(self._show, draft)

    def routed(self, draft: Draft) -> Routed:
        """Whose lead it is already, else whose it would be; and why."""
        before = self._outlook.before if self._outlook else None
        if before is None or not before.owner:
            return route(self._show, draft.whom)
        return why(self._show, before) or Routed(before.owner)

    @property
    def promised(self) -> NextStep | None:
        """The step that somebody said before, None where the rating proposes one."""
        return self._outlook.promised if self._outlook else None
