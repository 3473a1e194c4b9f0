"""How the leads stand with the list: found, not found, different; a press opens the lead."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from boothapp.actions.listed import ZEROS
from boothapp.actions.reconcile import Met, Reconciled
from boothapp.badge import countries
from boothapp.domain.attendee import Difference
from boothapp.ui.pages.show.attendees.fields import FIELDS
from boothapp.ui.widgets.lead_list import LeadList, LeadRow
from boothapp.words import language, mark, plural, tr

MOST = 80
KIND_FILTER = mark("Filter by how they stand")
KINDS = {
    "differs": (mark("Differs"), "triangle-alert", "warning"),
    "missing": (mark("Not in the list"), "circle-question-mark", "text_muted"),
    "same": (mark("One person"), "users", "warning"),
    "found": (mark("In the list"), "circle-check", "ok"),
}
"""In the order in which people want to see them: name, sign and colour role."""

NOBODY = mark("No lead has a badge id yet. From now on a scan shows who stands there.")
DIFFERENCE = mark("{field}: the lead says {lead}, the list says {listed}")


@dataclass(frozen=True)
class Told:
    """One lead of the report, in ready texts."""

    kind: str
    lead: str
    name: str
    more: str
    text: str = ""


def told(report: Reconciled) -> list[Told]:
    """Every lead of the report, what needs a person first."""
    differs = [
        Told("differs", one.lead, one.name, one.number, "\n".join(map(_difference, one.differs)))
        for one in report.conflicts
    ]
    unlike = {one.lead for one in report.conflicts}
    missing = [Told("missing", one.lead, one.name, one.number, one.badge_id) for one in report.lonely]
    same = [
        Told("same", each.lead, one.name, each.number, _same(one.leads, each))
        for one in report.same
        for each in one.leads
    ]
    told_of = unlike | {one.lead for one in same}
    found = [
        Told("found", one.lead, one.name, one.number, _as_listed(one))
        for one in report.matched
        if one.lead not in told_of
    ]
    return [*differs, *missing, *same, *found]


def _as_listed(one: Met) -> str:
    return tr(ZEROS).format(id=one.listed_as) if one.listed_as else one.badge_id


def _same(leads: Sequence[Met], one: Met) -> str:
    """How many leads are this person, and which the others are; each keeps its conversation."""
    others = ", ".join(each.number for each in leads if each is not one)
    count = plural("{n} lead is one attendee", "{n} leads are one attendee", len(leads))
    return tr("{count}, also {others}. Each keeps its conversation.").format(count=count, others=others)


def _difference(one: Difference) -> str:
    name = tr(FIELDS.get(one.field, one.field))
    lead, listed = (_said(one.field, text) for text in (one.lead, one.listed))
    return tr(DIFFERENCE).format(field=name, lead=lead, listed=listed)


def _said(field: str, text: str) -> str:
    return countries.names(language()).get(text, text) if field == "country" else text


class Row(LeadRow):
    """One lead and how it stands."""

    def __init__(self, one: Told) -> None:
        _, icon, tone = KINDS[one.kind]
        super().__init__(one.name, one.more, one.text if one.text != one.name else "", (icon, tone))
        self.told = one


class Report(LeadList):
    """How the leads stand with the list now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("strong", parent)
        self.rows: list[Row] = []
        self._told: Sequence[Told] = ()
        self.chips.changed.connect(lambda _keys: self._fill())

    def show_report(self, report: Reconciled) -> None:
        """Shows how the leads stand now."""
        self._told = told(report)
        n = len(report.matched) + len(report.lonely)
        self.summary.say(plural("{n} lead was captured by badge id", "{n} leads were captured by badge id", n)
                         if n else NOBODY)  # fmt: skip
        texts = {kind: text for kind, (text, _, _) in KINDS.items()}
        self.show_kinds(KIND_FILTER, texts, Counter(one.kind for one in self._told))
        self._fill()

    def _fill(self) -> None:
        wanted = self.wanted([(one.kind, one) for one in self._told])
        self.rows = [self._row(one) for one in wanted[:MOST]]
        self.show_rows(self.rows, len(wanted) - MOST)

    def _row(self, one: Told) -> Row:
        line = Row(one)
        line.open_button.clicked.connect(lambda: self.opened.emit(one.lead))
        return line
