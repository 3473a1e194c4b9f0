"""The texts of everything that the lock page asks for."""

from collections.abc import Mapping

from boothapp.domain.people import Deed
from boothapp.domain.show import Staff
from boothapp.ui.lock.page import Asking
from boothapp.words import mark

LOCKED = mark("Locked")
KEPT = mark("The conversation under way is kept as it is. Choose your name to go on.")
TYPE = mark("The conversation under way is kept as it is. Type your PIN, or choose another name.")
UNLOCK, SIGN_IN, GO_ON = mark("Unlock"), mark("Sign in"), mark("Continue")
YOURS = mark("Type your PIN to sign in. The conversation under way is kept.")
MANAGER = mark("A manager's PIN is needed")
HOLDS = mark("It holds until somebody else signs in or the window is locked.")
FORGOTTEN = mark("PIN forgotten")
INSTEAD = mark(
    "The passphrase of this laptop or its printed recovery key opens too. The forgotten PIN is then taken"
    " away."
)
FOR_MANAGER = mark("The passphrase of this laptop or its printed recovery key counts as a manager's PIN.")
NOTHING_OPENS = mark(
    "This laptop has neither a passphrase nor a recovery key. A manager can take the PIN away: on the Show"
    " page, under People."
)
WHY: Mapping[Deed, str] = {
    "costs": mark("What the show costs is for managers."),
    "crm": mark("Head office is set up and sent to by managers."),
    "export": mark("A pack of all leads is made by managers."),
    "people": mark("PINs, rights and the lock are set by managers."),
}


def locked(has_pin: bool) -> Asking:
    """The window is locked."""
    if not has_pin:
        return Asking(LOCKED, KEPT, GO_ON, people=True, may_leave=False)
    return Asking(LOCKED, TYPE, UNLOCK, pin=True, people=True, may_leave=False)


def person(one: Staff) -> Asking:
    """Somebody else signs in."""
    return Asking(one.name, YOURS, SIGN_IN, pin=True)


def manager(deed: Deed) -> Asking:
    """What is wanted is guarded."""
    return Asking(MANAGER, WHY[deed], GO_ON, pin=True, more=HOLDS)


def recovery(possible: bool, for_manager: bool) -> Asking:
    """A PIN was forgotten."""
    sentence = (FOR_MANAGER if for_manager else INSTEAD) if possible else NOTHING_OPENS
    return Asking(FORGOTTEN, sentence, GO_ON, secret=possible)
