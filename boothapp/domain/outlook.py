"""What a save would make of a returning visitor's lead: of all conversations, not of this one alone."""

from dataclasses import replace

from boothapp.domain.correction import is_promised
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead, Visit
from boothapp.domain.next_step import NextStep
from boothapp.domain.rating import Rating, weigh
from boothapp.domain.show import Show


class Outlook:
    """before: the visitor's lead without the conversation under way.

    promised: the step that somebody said before, which stays unless another one is chosen now.
    """

    def __init__(self, show: Show, before: Lead) -> None:
        self._show, self.before = show, before
        self.promised: NextStep | None = before.next_step if is_promised(before) else None

    def rating(self, draft: Draft) -> Rating:
        """The rating over all that was said and shown, this conversation having the last word."""
        talk = Visit(id=draft.id, at=self.before.captured_at, answers=draft.answers, touches=draft.touches)
        whole = replace(self.before, visits=(*self.before.visits, talk))
        return weigh(self._show.scorecard, whole.basis)
