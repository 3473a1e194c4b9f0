"""How the leads stand with the list: found, not found, different; a press opens the lead."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from boothapp.actions.listed import ZEROS
from boothapp.actions.reconcile import Met, Reconciled
from boothapp.badge import countries
from boothapp.domain.attendee import Difference
from boothapp.ui.pages.show.attendees.fields import FIELDS
from boothapp.ui.widgets.lead_list import LeadKinds
from boothapp.ui.widgets.lead_view import LeadView
from boothapp.words import language, mark, plural, tr

LEADS = mark("Leads with a badge id")
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
    """One lead of the report; its texts are put into words when they are shown."""

    kind: str
    lead: str
    name: str
    more: str
    said: Callable[[], str]

    @property
    def text(self) -> str:
        """What is said of it; nothing where that is its name already."""
        text = self.said()
        return text if text != self.name else ""

    @property
    def sign(self) -> tuple[str, str]:
        """Icon and colour role."""
        return KINDS[self.kind][1:]

    @property
    def kind_text(self) -> str:
        """How it stands, in a word or two."""
        return tr(KINDS[self.kind][0])


def told(report: Reconciled) -> list[Told]:
    """Every lead of the report, what needs a person first."""
    differs = [
        Told("differs", one.lead, one.name, one.number, partial(_differences, one.differs))
        for one in report.conflicts
    ]
    unlike = {one.lead for one in report.conflicts}
    missing = [
        Told("missing", one.lead, one.name, one.number, partial(str, one.badge_id)) for one in report.lonely
    ]
    same = [
        Told("same", each.lead, one.name, each.number, partial(_same, one.leads, each))
        for one in report.same
        for each in one.leads
    ]
    told_of = unlike | {one.lead for one in same}
    found = [
        Told("found", one.lead, one.name, one.number, partial(_as_listed, one))
        for one in report.matched
        if one.lead not in told_of
    ]
    return [*differs, *missing, *same, *found]


def summary(n: int, kinds: Sequence[str]) -> str:
    """How many leads have a badge id, and how they stand where all stand alike."""
    if not n:
        return tr(NOBODY)
    counted = plural("{n} lead was captured by badge id", "{n} leads were captured by badge id", n)
    alike = {
        "differs": plural("It differs from the list.", "Each of them differs from the list.", n),
        "missing": plural("It is not in the list.", "None of them is in the list.", n),
        "same": tr("They are one person, or a few with several leads each."),
        "found": plural("It is in the list.", "All of them are in the list.", n),
    }
    return f"{counted}. {alike[kinds[0]]}" if len(kinds) == 1 else counted


def _as_listed(one: Met) -> str:
    return tr(ZEROS).format(id=one.listed_as) if one.listed_as else one.badge_id


def _same(leads: Sequence[Met], one: Met) -> str:
    """How many leads are this person, and which the others are; each keeps its conversation."""
    others = ", ".join(each.number for each in leads if each is not one)
    count = plural("{n} lead is one attendee", "{n} leads are one attendee", len(leads))
    return tr("{count}, also {others}. Each keeps its conversation.").format(count=count, others=others)


def _differences(differs: Sequence[Difference]) -> str:
    return "\n".join(map(_difference, differs))


def _difference(one: Difference) -> str:
    name = tr(FIELDS.get(one.field, one.field))
    lead, listed = (_said(one.field, text) for text in (one.lead, one.listed))
    return tr(DIFFERENCE).format(field=name, lead=lead, listed=listed)


def _said(field: str, text: str) -> str:
    return countries.names(language()).get(text, text) if field == "country" else text


class Report(LeadKinds):
    """How the leads stand with the list now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("strong", parent)
        self.view = LeadView(LEADS)
        self.body.addWidget(self.view, 1)
        self._told: Sequence[Told] = ()
        self._leads = 0
        self._shown: Sequence[Told] = ()
        self.chips.changed.connect(lambda _keys: self._fill())
        self.view.opened.connect(self.opened)

    @property
    def rows(self) -> Sequence[Told]:
        """The leads shown: those of the kind chosen."""
        return self._shown

    def show_report(self, leads: int, told: Sequence[Told]) -> None:
        """Shows how the leads stand now; leads: how many were captured by badge id."""
        self._leads, self._told = leads, told
        self.retranslate()
        self._fill()

    def retranslate(self) -> None:
        """The sentence and the chips in the language spoken now."""
        counts = Counter(one.kind for one in self._told)
        self.summary.say(summary(self._leads, list(counts)))
        self.show_kinds(KIND_FILTER, {kind: text for kind, (text, _, _) in KINDS.items()}, counts)

    def _fill(self) -> None:
        self._shown = self.wanted([(one.kind, one) for one in self._told])
        self.view.show_leads(self._shown)
