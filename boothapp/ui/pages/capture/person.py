"""The visitor's fields: six always there, the rarer ones folded away."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from boothapp.domain import lengths
from boothapp.domain.field_words import FIELD_NAMES
from boothapp.domain.visitor import Phone, Visitor, items
from boothapp.ui import focus_back, tokens
from boothapp.ui.widgets.buttons import IconButton
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.field import Field
from boothapp.words import language, mark, tr

LABELS: Mapping[str, str] = {**FIELD_NAMES, "language": mark("Language (en, uk, de)")}
FIRST = (("full_name", "company", "job_title"), ("emails", "phones", "country"))
RARE = (("department", "street", "postal_code", "city"), ("region", "website", "language"))
LISTS = ("emails", "phones")
NO_COUNTRY = mark("No country is known by this name; it is kept in the note.")
MORE, LESS = mark("More fields"), mark("Fewer fields")


class Person(Card):
    """Who stands there, as typed and as scanned. `changed` while typing, `left` when a field is left."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, dense=True)
        self._base = Visitor()
        self.fields: dict[str, Field] = {}
        self.body.setSpacing(6)
        first = self._first()
        # Made after the fields: Tab goes in the order in which things are made.
        self.more = IconButton(MORE, "chevron-down", parent=self)
        self.more.setFixedSize(tokens.size("field"), tokens.size("field"))
        first.addWidget(self.more, 1, len(FIRST[0]), Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(first)
        self._rare = QWidget(self)
        self.body.addWidget(self._rare)
        self.more.clicked.connect(lambda: self.unfold(self._rare.isHidden()))
        self.unfold(False)

    def visitor(self) -> Visitor:
        """The visitor as the fields stand; what was scanned and has no field is kept."""
        return with_typed(self._base, {name: field.text() for name, field in self.fields.items()})

    def show_visitor(self, visitor: Visitor) -> None:
        """Fills the fields."""
        self._base = visitor
        for name, field in self.fields.items():
            _fill(field, visitor, name)

    def unfold(self, on: bool) -> None:
        """Shows or hides the rarer fields, which are made when they are first wanted."""
        if on and self._rare.layout() is None:
            self._lay_out_rare()
        focus_back.leave(self._rare, self.more, staying=on)
        self._rare.setVisible(on)
        self.more.say(LESS if on else MORE)

    def retranslate(self) -> None:
        """The country's name again; labels follow by themselves."""
        if code := _country_code(self.fields["country"].text()):
            self.fields["country"].set_text(_country_name(code))

    def _field(self, name: str, parent: QWidget) -> Field:
        limit = lengths.SEVERAL if name in LISTS else lengths.LINE
        field = self.fields[name] = Field(LABELS[name], check=CHECKS.get(name), parent=parent, limit=limit)
        _fill(field, self._base, name)
        field.edited.connect(self.changed)
        field.left.connect(self.left)
        return field

    def _lay_out_rare(self) -> None:
        inner = column(6)
        self._rare.setLayout(inner)
        for names in RARE:
            line = row(12)
            inner.addLayout(line)
            for name in names:
                line.addWidget(self._field(name, self._rare), 1)

    def _first(self) -> QGridLayout:
        """The last field of the first line also takes the room above the button that unfolds."""
        grid, last = QGridLayout(), len(FIRST[0]) - 1
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for line, names in enumerate(FIRST):
            for at, name in enumerate(names):
                grid.addWidget(self._field(name, self), line, at, 1, 2 if at == last and line == 0 else 1)
                grid.setColumnStretch(at, 1)
        return grid


def _fill(field: Field, visitor: Visitor, name: str) -> None:
    field.set_text(shown(visitor, name))
    if name in CHECKS:
        field.complain(CHECKS[name](field.text()))


def with_typed(before: Visitor, texts: Mapping[str, str]) -> Visitor:
    """The visitor with the texts of its fields; another name no longer has the parts of the one before."""
    plain = {name: text for name, text in texts.items() if name not in LISTS}
    plain["country"] = _country_code(texts["country"]) or texts["country"]
    known = {phone.text: phone for phone in before.phones}
    phones = tuple(known.get(text, Phone(text)) for text in items(texts["phones"]))
    if texts["full_name"] != before.name:
        before = replace(before, given_name="", family_name="")
    return replace(before, emails=items(texts["emails"]), phones=phones, **plain)


def shown(visitor: Visitor, name: str) -> str:
    """What stands in a visitor's field."""
    if name == "full_name":
        return visitor.name
    if name == "emails":
        return ", ".join(visitor.emails)
    if name == "phones":
        return ", ".join(phone.text for phone in visitor.phones)
    if name == "country":
        return _country_name(visitor.country)
    return str(getattr(visitor, name))


# The tables of countries and of mail wait for the first visitor: an empty form needs neither.
def _country_code(name: str) -> str:
    if not name:
        return ""
    from boothapp.badge import countries

    return countries.code(name)


def _country_name(code: str) -> str:
    if not code:
        return ""
    from boothapp.badge import countries

    return countries.names(language()).get(code, code)


def _check_mail(text: str) -> str:
    if not text.strip():
        return ""
    from boothapp.badge import mail

    for address in items(text):
        found = mail.check(address)
        if found.suggestion:
            return tr("Is it {suggestion}?").format(suggestion=found.suggestion)
        if not found.valid:
            return tr("This does not look like an e-mail address.")
    return ""


def _check_country(text: str) -> str:
    return tr(NO_COUNTRY) if text.strip() and not _country_code(text.strip()) else ""


CHECKS = {"emails": _check_mail, "country": _check_country}
