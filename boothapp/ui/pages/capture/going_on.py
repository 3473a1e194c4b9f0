"""A saved lead stands in the form again, so that answers, interests or consent can be added."""

from functools import partial
from typing import TYPE_CHECKING

from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.ui.desk import Desk
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.domain.lead import Lead
    from boothapp.store.database import Store
    from boothapp.ui.pages.capture.page import CapturePage

GOES_ON = mark("What you add now belongs to {lead}.")


def open_lead(desk: Desk, page: "CapturePage", id: str) -> None:
    """Asks for the lead; what stood in the form waits among the drafts."""
    desk.tasks.ask(partial(_found, id=id), partial(_stand, desk, page))


def _found(store: "Store", id: str) -> "tuple[Lead, str]":
    from boothapp.actions import crowd, leads

    return leads.find(store, id), crowd.waits(store, id)


def _stand(desk: Desk, page: "CapturePage", found: "tuple[Lead, str]") -> None:
    from boothapp.ui.pages.capture.drafts import WAITS

    lead, waits = found
    if waits:
        page.crowd.complete(waits)
        return
    draft = Draft(visitor=lead.visitor, capture=Capture(badge_id=lead.badge_id), lead=lead.id)
    put_aside = page.drafts.stand(draft)
    said = tr(GOES_ON).format(lead=f"{lead.number} {lead.label}")
    desk.say(f"{said} {tr(WAITS)}" if put_aside else said, tone="info")
    page.talk.take_focus()
