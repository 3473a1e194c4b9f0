"""Conversations on their way into the store, and what can be said of one before."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from boothapp.domain.draft import Draft, is_empty
from boothapp.domain.explain import level_word
from boothapp.domain.field_words import FIELD_NAMES
from boothapp.domain.flags import flags_of
from boothapp.domain.show import Show
from boothapp.domain.visitor import Visitor
from boothapp.errors import Busy, UserError
from boothapp.ui.desk import Desk
from boothapp.ui.pages.capture import sheet
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.actions.capture import Saved
    from boothapp.actions.undo import TakenBack
    from boothapp.domain.lead import Lead
    from boothapp.store.database import Store

RETRY = 2000
"""Milliseconds after which a save is tried again that another program stood in the way of."""

BY_ITSELF = mark("What you entered is kept, and saved by itself as soon as that is over.")
TAKEN_BACK = mark("{lead} is taken back and stands in the form again.")
ALL_TAKEN_BACK = mark("{lead} are taken back and stand in the form again.")
OTHER_SHOW = mark("{lead} is of a show that is not open now. Open it to put that right.")
WITH_OTHERS = mark("{lead}. In the same conversation: {others}")


class Said(NamedTuple):
    """A conversation on its way, and when it was over.

    rapid: a scan that is to be completed later; paper: its sheet is wanted once it is saved.
    """

    draft: Draft
    at: datetime
    rapid: bool = False
    paper: bool = False


class Saves:
    """What one save did; each: everybody of the last conversation, last: the first of them."""

    def __init__(self, saved: "list[tuple[Saved, ...]]") -> None:
        from boothapp.domain.changes import Changes

        self.each = saved[-1]
        self.last = self.each[0]
        self.changes = Changes()
        for one in chain(*saved):
            self.changes = self.changes | one.changes

    @property
    def new(self) -> bool:
        """The same conversation saved twice was saved by the first one."""
        return any(one.changes for one in self.each)


class Keeping(QObject):
    """Saves one after the other. What the store refuses goes back on the page, or waits for the next save.

    What only came at a bad moment, another program having the leads, is tried again by itself.

    put_back(draft) says whether the page took the draft: one in use does not. undone(draft) shows the
    conversation of a save that was taken back, and says whether another one waits for it.
    """

    def __init__(
        self,
        desk: Desk,
        show: Show,
        put_back: Callable[[Draft], bool],
        undone: Callable[[Draft], bool],
    ) -> None:
        super().__init__(desk)
        self._desk, self._show, self._put_back, self._undone = desk, show, put_back, undone
        self.unsaved: list[Said] = []
        self.refusal: UserError | None = None
        self._again, self._told = QTimer(self, singleShot=True, interval=RETRY), False
        self._again.timeout.connect(lambda: self._send([]))

    def save(self, drafts: list[Draft], and_print: bool = False, quiet: bool = False) -> None:
        """Saves these after the ones that could not be saved before; `quiet` says nothing of it."""
        if drafts:
            self._desk.doing.emit()
        at = datetime.now(UTC)
        self._send([Said(draft, at, paper=and_print) for draft in drafts], quiet)

    def drop(self, id: str) -> None:
        """A conversation that waited for the next save stands on the page again."""
        self.unsaved = [said for said in self.unsaved if said.draft.id != id]

    def wait(self, said: list[Said], error: UserError) -> None:
        """These are tried again by themselves, in the order in which they were held."""
        self._hold(said, error)
        # Told once: each try would only say the same again.
        if not self._told:
            self._told = True
            told = Busy(error.happened, safe=error.safe, step=tr(BY_ITSELF))
            self._desk.tasks.unheard.emit(told)

    def _send(self, said: list[Said], quiet: bool = False) -> None:
        said, self.unsaved, self.refusal = [*self.unsaved, *said], [], None
        self._again.stop()
        if said:
            self._desk.tasks.change(
                lambda store: save_said(store, self._show, said),
                partial(self._saved, said[-1], quiet),
                partial(self._refused, said, quiet),
            )
            # Behind the save come its words for the search; what stops them, the next search tries again.
            self._desk.tasks.change(make_findable, failed=lambda _error: None)

    def _saved(self, last: Said, quiet: bool, saves: Saves) -> None:
        self._told = False
        if quiet:
            return
        leads, undoable = [one.lead for one in saves.each], saves.new and not last.rapid
        undo = partial(self._take_back, saves.each, last.draft) if undoable else None
        self._desk.say(said_of_all(leads), undo)
        for lead in leads if last.paper else ():
            sheet.hand_out(self._desk, lead, said(lead), undo)

    def _take_back(self, saved: "tuple[Saved, ...]", draft: Draft) -> None:
        from boothapp.ui.pages.capture.drafts import WAITS

        numbers = ", ".join(one.lead.number for one in saved)
        if self._desk.show is None or self._desk.show.id != self._show.id:
            self._desk.say(tr(OTHER_SHOW).format(lead=numbers), tone="info")
            return
        text = TAKEN_BACK if len(saved) == 1 else ALL_TAKEN_BACK

        def done(taken: "TakenBack") -> None:
            waits = tr(WAITS) if self._undone(taken.draft) else ""
            self._desk.place_wanted.emit("capture", "")
            self._desk.say(f"{tr(text).format(lead=numbers)} {waits}".strip())

        self._desk.tasks.change(partial(take_back, saved=saved, draft=draft), done)

    def _refused(self, said: list[Said], quiet: bool, error: UserError) -> None:
        if isinstance(error, Busy) and not quiet:
            self.wait(said, error)
        else:
            self._stop(said, error)

    def not_saved(self, drafts: list[Draft], error: UserError) -> None:
        """What the store refused stands on the page again, or waits for the next save."""
        at = datetime.now(UTC)
        self._stop([Said(draft, at) for draft in drafts], error)

    def _stop(self, said: list[Said], error: UserError) -> None:
        self._hold(said[:-1] if self._put_back(said[-1].draft) else said, error)
        self._desk.tasks.unheard.emit(error)

    def _hold(self, said: list[Said], error: UserError) -> None:
        self.unsaved, self.refusal = sorted([*said, *self.unsaved], key=lambda one: one.at), error
        if isinstance(error, Busy) and self.unsaved:
            self._again.start()


def flags(draft: Draft) -> tuple[str, ...]:
    """What would be good to ask for, as keys of FLAGS; nothing before a conversation has begun."""
    if is_empty(draft):
        return ()
    # Consent and the conversation itself stand on the page, to be seen at a glance.
    found = flags_of(draft.visitor, draft.capture.badge_id, draft.consents)
    return tuple(flag for flag in found if flag != "no-consent")


def save_all(store: "Store", show: Show, drafts: list[Draft]) -> Saves:
    """Saves one conversation after the other, their details tidied."""
    at = datetime.now(UTC)
    return save_said(store, show, [Said(draft, at) for draft in drafts])


def save_said(store: "Store", show: Show, said: list[Said]) -> Saves:
    """The same, each at the time at which it was over: it may have waited since."""
    return Saves([_save(store, tidy(show, one.draft), one) for one in said])


def _save(store: "Store", draft: Draft, said: Said) -> "tuple[Saved, ...]":
    if draft.others:
        from boothapp.actions import together

        return together.save(store, draft, said.at).each
    from boothapp.actions import capture, crowd

    save = crowd.scan if said.rapid else capture.save
    return (save(store, draft, said.at),)


def take_back(store: "Store", saved: "tuple[Saved, ...]", draft: Draft) -> "TakenBack":
    """Takes the save of one conversation back, with everybody in it."""
    if draft.others:
        from boothapp.actions import together

        return together.take_back(store, saved, draft)
    from boothapp.actions import undo

    return undo.take_back(store, saved[0], draft)


def make_findable(store: "Store") -> None:
    """What was just saved, under its words."""
    from boothapp.actions import leads

    leads.make_findable(store)


def tidy(show: Show, draft: Draft) -> Draft:
    """The conversation with its details tidied; a country that nobody knows is kept in the note."""
    from boothapp.badge import clean

    def tidied(found: Visitor) -> Visitor:
        return clean.visitor(found, show.country, typed=True)[0]

    visitor = tidied(draft.visitor)
    others = tuple(replace(one, visitor=tidied(one.visitor)) for one in draft.others)
    unknown = "" if visitor.country else draft.visitor.country.strip()
    note = "\n".join(filter(None, (draft.note, unknown and f"{tr(FIELD_NAMES['country'])}: {unknown}")))
    return replace(draft, visitor=visitor, note=note, others=others)


def said(lead: "Lead") -> str:
    """What is told of a lead just saved."""
    nameless = tr("without a name")
    who = f" {lead.label}" if lead.visitor.label else f", {nameless}"
    return f"{lead.number}{who}, {level_word(lead.rating)}, {lead.rating.points}"


def said_of_all(leads: "Sequence[Lead]") -> str:
    """The same of everybody in one conversation: the first as ever, the others by number and name."""
    first, *others = leads
    if not others:
        return said(first)
    names = ", ".join(f"{one.number} {one.label}" for one in others)
    return tr(WITH_OTHERS).format(lead=said(first), others=names)


def count(store: "Store", show: str) -> int:
    """How many leads this show has."""
    from boothapp.actions import leads
    from boothapp.store.lists import Query

    return sum(leads.counts(store, Query(show=show)).values())
