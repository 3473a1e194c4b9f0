"""Names, companies, titles and mail domains completed; a person chosen fills in everything known."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from boothapp.domain.show import Show
from boothapp.ui.latest import Latest
from boothapp.ui.next_paint import after_next_paint
from boothapp.ui.pages.capture.person import Person
from boothapp.ui.tasks import Tasks
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.actions.suggest import Suggestion
    from boothapp.domain.changes import Changes
    from boothapp.domain.lead import Lead
    from boothapp.domain.visitor import Visitor
    from boothapp.store.database import Store
    from boothapp.ui.widgets.suggestions import Line, Suggestions

FIELDS = ("full_name", "company", "job_title", "emails")
# What is only a text for its own field.
PLAIN = {"title": "job_title", "mail": "emails"}
SOURCES = {
    "lead": (mark("was at the stand"), "users"),
    "attendee": (mark("attendee list"), "user-round"),
    "company": ("", "building-2"),
    "title": ("", "user-round"),
    "mail": ("", "mail"),
}


class Completing(QObject):
    """Asks beside the window; emits chosen(Visitor, badge id) for a person, met(Lead) for one of before."""

    chosen = Signal(object, str)
    met = Signal(object)

    def __init__(self, tasks: Tasks, show: Show, person: Person) -> None:
        super().__init__(person)
        self._tasks, self._show, self._person = tasks, show, person
        self._asking = Latest(tasks)
        self._offers: dict[str, Suggestions] = {}
        for name in FIELDS:
            person.fields[name].edited.connect(lambda text, name=name: self._ask(name, text))
        after_next_paint(person, self._index)

    def refresh(self, changes: "Changes") -> None:
        """A new list: its people are to be found by name."""
        if "attendees" in changes.topics:
            self._index()

    def offers(self, name: str) -> "Suggestions":
        """The lines below a field, made when first wanted: by then the field is in its window."""
        from boothapp.ui.widgets.suggestions import Suggestions

        if name not in self._offers:
            field = self._person.fields[name].input
            assert isinstance(field, QLineEdit)
            made = self._offers[name] = Suggestions(field)
            made.chosen.connect(self._take)
        return self._offers[name]

    def _index(self) -> None:
        from boothapp.actions import suggest

        progress = self._tasks.progress(lambda _done, _left: None)
        self._tasks.beside(lambda: suggest.index_names(self._tasks.in_store, progress))

    def _ask(self, name: str, text: str) -> None:
        from boothapp.actions import suggest

        show, company = self._show, self._person.fields["company"].text()
        self._asking.ask(
            lambda store: suggest.for_typed(store, show, name, text, company),
            lambda found: self._offer(name, found),
        )

    def _offer(self, name: str, found: "list[Suggestion]") -> None:
        typed = self._person.fields[name].text()
        # What stands there already needs no offer.
        self.offers(name).offer(
            [_line(one) for one in found if _text(one) != typed or one.source in ("lead", "attendee")]
        )

    def _take(self, one: "Suggestion") -> None:
        self._asking.forget()
        if one.source in PLAIN:
            self._person.fields[PLAIN[one.source]].set_text(one.name)
            self._person.changed.emit()
            return
        if one.source == "company":
            self._person.fields["company"].set_text(one.company)
            self._person.changed.emit()
            self._tasks.ask(partial(_of_company, show=self._show, company=one.company), self._fill)
            return
        from boothapp.actions import suggest

        show = self._show

        def tell(found: "Lead | tuple[Visitor, str]") -> None:
            if isinstance(found, tuple):
                self.chosen.emit(*found)
            else:
                self.met.emit(found)

        self._tasks.ask(lambda store: suggest.lead_of(store, one) or suggest.chosen(store, show, one), tell)

    def _fill(self, company: "Visitor") -> None:
        """Where the company is goes into empty fields, unless another company stands there by now."""
        from boothapp.domain.attendee import filled

        before = self._person.visitor()
        after, _ = filled(before, company)
        if before.company == company.company and after != before:
            self._person.show_visitor(after)
            self._person.changed.emit()


def _of_company(store: "Store", show: Show, company: str) -> "Visitor":
    from boothapp.actions import suggest

    return suggest.of_company(store, show, company)


def _text(one: "Suggestion") -> str:
    return one.company if one.source == "company" else one.name


def _line(one: "Suggestion") -> "Line":
    from boothapp.ui.widgets.suggestions import Line

    source, icon = SOURCES[one.source]
    known = (one.company, tr(source)) if one.source in ("lead", "attendee") else ()
    more = " · ".join(part for part in known if part)
    return Line(one, _text(one), more, icon)
