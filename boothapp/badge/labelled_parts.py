"""Labelled values -> visitor: which value goes where, and what is left over."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from boothapp.badge import countries, labels, names, shapes
from boothapp.badge.payload import Found
from boothapp.domain.folding import fold
from boothapp.domain.visitor import TEXT_FIELDS, Phone, Visitor
from boothapp.words import tr

MOST_PARTS = 500
_FAX = re.compile(r"(?i)(?:tele)?fax\b[\s.:]*|факс\b[\s.:]*|传真[\s::]*|팩스[\s:]*")
_SEVERAL_LINES = ("street", "note")
_MOST_LEFT_OVER = 30


@dataclass
class Parts:
    """The values of one badge by field, in the order they came; left: labelled values with no field."""

    values: dict[str, list[str]] = field(default_factory=dict)
    ids: list[tuple[int, str, str]] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def take(self, label: str, value: str) -> None:
        """Puts a value where its label belongs."""
        value = value.strip()
        meant = labels.field_of(label) or _by_shape(value)
        if not value or meant == "-" or shapes.is_absent(value, meant):
            return
        if meant == "job_title" and names.is_honorific(value):
            self.keep(label, value)
            return
        if meant == "badge_id":
            self.ids.append((labels.rank(label), label, value))
        elif meant.startswith("phone:"):
            fax = _FAX.match(value)
            number = value[fax.end() :] if fax else value
            self.phones.append(Phone(number, kind="fax" if fax else meant[6:]))
        elif not meant or (meant in self.values and meant not in (*_SEVERAL_LINES, "emails")):
            self.keep(label, value, meant)
        else:
            self.values.setdefault(meant, []).append(value)

    def keep(self, label: str, value: str, meant: str = "") -> None:
        """Leaves a value for the note, unless it only repeats what is known."""
        line = f"{label.strip()}: {value.strip()}" if label.strip() else value.strip()
        known = self.values.get(meant, ())
        repeats = line in self.left or any(_same(value, each, meant) for each in known)
        if value.strip() and not repeats and len(self.left) < _MOST_LEFT_OVER:
            self.left.append(line)

    def found(self, format: str, warnings: Iterable[str] = (), count: int = 0) -> Found:
        """What the badge says; numbers beside the best go to the note. count: parts there were to read."""
        badge_id = self._badge_id()
        texts = {name: self._text(name) for name in TEXT_FIELDS}
        texts.update(_names(texts))
        texts["note"] = "\n".join(filter(None, (texts["note"], *self.left)))
        emails = tuple(self.values.get("emails", ()))
        visitor = Visitor(emails=emails, phones=tuple(self.phones), **texts)
        said = tuple(warnings)
        if count >= MOST_PARTS:
            said = (*said, tr("The text is very long; only its beginning was read, and all of it is kept."))
        if not (visitor.known() or badge_id):
            said = (*said, tr("This card is empty."))
        return Found(format, visitor, badge_id, said)

    def _text(self, name: str) -> str:
        return ("\n" if name == "note" else ", ").join(self.values.get(name, ()))

    def _badge_id(self) -> str:
        # Of labels equally good, the one that came first.
        self.ids.sort(key=lambda each: each[0])
        for _, label, value in self.ids[1:]:
            if value != self.ids[0][2]:
                self.keep(label, value)
        return self.ids[0][2] if self.ids else ""


def _by_shape(value: str) -> str:
    """An address or a number needs no label that is known."""
    if shapes.is_email(value):
        return "emails"
    return "phone:" if value.startswith("+") and shapes.is_phone(value) else ""


def _names(texts: dict[str, str]) -> dict[str, str]:
    """A bare "name" beside a surname is the given one, and beside a given name the surname (German forms)."""
    full, given, family = texts["full_name"], texts["given_name"], texts["family_name"]
    if full and family and not given and not _has(full, family):
        return {"given_name": full, "full_name": ""}
    if full and given and not family and not _has(full, given):
        return {"family_name": full, "full_name": ""}
    return {}


def _same(value: str, known: str, meant: str) -> bool:
    code = countries.code(value) if meant == "country" else ""
    return value == known or (bool(code) and code == countries.code(known))


def _has(text: str, part: str) -> bool:
    return set(fold(part).split()) <= set(fold(text).split())
