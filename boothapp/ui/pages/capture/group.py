"""Several people of one conversation: one in the fields, the others beside, each with own consent."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout

from boothapp.domain.companion import Companion, is_nobody
from boothapp.domain.draft import Draft
from boothapp.domain.folding import fold
from boothapp.domain.group import as_one_of, first_of, people_of, whole
from boothapp.ui import keys
from boothapp.ui.desk import Desk
from boothapp.ui.pages.capture.frame import Side
from boothapp.ui.widgets.buttons import IconButton
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.badge.reading import Reading
    from boothapp.ui.pages.capture.group_strip import GroupStrip
    from boothapp.ui.pages.capture.page import CapturePage

ONE_MORE = mark("One more person of this conversation")
WAITS_WITH = mark("The card read is of {name}: it waits there to be compared.")
APART = mark("{name} is no longer in this conversation, and waits among the drafts.")


class Group(QObject):
    """Made with the first person on the page; `follow` is told of every change there."""

    def __init__(self, desk: Desk, page: "CapturePage", tools: QHBoxLayout, talk: Side) -> None:
        """tools: where the button stands, before the rapid mode's; talk: the side that shows who is there."""
        super().__init__(page)
        self._desk, self._page, self._talk = desk, page, talk
        self._people, self._at = [Companion()], 0
        self.button = IconButton(ONE_MORE, "user-round-plus", key=keys.of("capture", "group"), parent=page)
        self.button.clicked.connect(lambda: page.scanning.turns.say(self.one_more))
        tools.insertWidget(tools.indexOf(page.crowd_button), self.button)
        page.pictures.cards.home_of = self._home_of
        page.pictures.cards.moved.connect(self._tell_moved)

    @cached_property
    def strip(self) -> "GroupStrip":
        """Who is in the conversation, above the fields."""
        from boothapp.ui.pages.capture.group_strip import GroupStrip

        strip = GroupStrip(self._talk.inner)
        strip.chosen.connect(self.show)
        strip.apart.connect(self.part)
        self._talk.parts.insertWidget(self._talk.parts.indexOf(self._page.talk), strip)
        return strip

    def begin(self, draft: Draft) -> None:
        """Another conversation, its first person in the fields."""
        self._people, self._at = list(people_of(draft)), 0

    def whole(self, form: Draft) -> Draft:
        """What stands in the fields, as the conversation of everybody."""
        self._keep(form)
        return whole(form, self._people)

    def follow(self, form: Draft) -> None:
        """Shows who is there by now, and who is in the fields."""
        self._keep(form)
        self.button.setVisible(self.several() or not self._is_open())
        if self.several() or "strip" in vars(self):
            typing = self._page.talk.person.fields["company"].input.hasFocus()
            self.strip.show_people(self._people, self._at, typing)

    def several(self) -> bool:
        """Whether more than one person is in the conversation, or is to be."""
        return len(self._people) > 1

    def waits(self) -> bool:
        """Whether the next scan is of one more person."""
        return self.several() and self._is_open()

    def one_more(self) -> None:
        """Keeps who stands in the fields, and empties them for the next badge; what was said stays."""
        self._page.pictures.cards.take_open()
        self._page.taking.take_typed()
        form = self._page.in_form()
        self._keep(form)
        if not self._is_open():
            self._people.append(Companion(language=form.language))
            self._go(len(self._people) - 1, form)
        self._page.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def show(self, at: int) -> None:
        """Brings one of them into the fields; a place for a badge that did not come goes."""
        self._page.pictures.cards.take_open()
        form, wanted = self._page.in_form(), self._people[at]
        self._keep(form)
        if at != self._at:
            self._people = [
                one for one in self._people if one in (self._people[0], wanted) or not is_nobody(one)
            ]
            self._go(self._people.index(wanted), form)
        self.follow(self._page.in_form())

    def meet(self, read: "Reading") -> None:
        """The badge of somebody who is in the conversation already brings that person into the fields."""
        same = (at for at, one in enumerate(self._people) if at != self._at and _is_same(one, read))
        if (at := next(same, None)) is not None:
            self.show(at)

    def part(self) -> None:
        """Who stands in the fields leaves the conversation, and waits among the drafts."""
        form = self._page.in_form()
        self._keep(form)
        gone = self._people.pop(self._at)
        self._go(max(self._at - 1, 0), form)
        self._page.scan.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_nobody(gone):
            return
        from boothapp.actions import drafts

        alone = as_one_of(Draft(staff=form.staff), gone)
        self._desk.tasks.change(lambda store: drafts.keep(store, alone, aside=True))
        said = tr(APART).format(name=gone.visitor.label or gone.capture.badge_id)
        self._desk.say(said, lambda: self._come_back(gone, self._ids()))

    def _home_of(self, talk: str, read: "Reading | None") -> str:
        """Whose a card is that was dropped on one of them: whom it names, else on whom; "" for nobody."""
        if talk not in self._ids():
            return ""
        named = (one.id for one in self._people if read is not None and _is_same(one, read))
        return next(named, talk)

    def _tell_moved(self, talk: str) -> None:
        name = next(one.visitor.label for one in self._people if one.id == talk)
        self._desk.say(tr(WAITS_WITH).format(name=name), tone="info")

    def _come_back(self, gone: Companion, beside: set[str]) -> None:
        """Unless the others are saved by now."""
        from boothapp.actions import drafts

        if beside & self._ids():
            self._desk.tasks.change(lambda store: drafts.forget(store, gone.id).changes)
            form = self._page.in_form()
            self._keep(form)
            self._people.append(gone)
            self._go(len(self._people) - 1, form)

    def _go(self, at: int, form: Draft) -> None:
        self._at = at
        self._page.show_one(replace(as_one_of(form, self._people[at]), staff=self._page.held_by))

    def _keep(self, form: Draft) -> None:
        self._people[self._at] = replace(first_of(form), number=self._people[self._at].number)

    def _is_open(self) -> bool:
        return is_nobody(self._people[self._at])

    def _ids(self) -> set[str]:
        return {one.id for one in self._people}


def _is_same(one: Companion, read: "Reading") -> bool:
    names = fold(one.visitor.name), fold(read.visitor.name)
    same_badge = read.badge_id and read.badge_id == one.capture.badge_id
    return bool(
        same_badge or (read.raw and read.raw == one.capture.raw) or (names[0] and names[0] == names[1])
    )
