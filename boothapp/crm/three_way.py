"""Whose word counts when stand and head office both wrote a field: the sales representative's."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Merged:
    """What to write, what to remember as sent, and which fields keep head office's text."""

    writes: dict[str, str] = field(default_factory=dict)
    sent: dict[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()


def merge(new: Mapping[str, str], there: Mapping[str, str], sent: Mapping[str, str]) -> Merged:
    """Per field of `there`, by what we last sent.

    Ours is written only over our own last text or over nothing we ever filled; empty never erases. A text
    somebody added to keeps the addition: only our part in it is exchanged, or added again where it is gone.
    """
    merged, kept = Merged(sent=dict(sent)), []
    for name, theirs in there.items():
        ours = settled(new.get(name, ""))
        written = _text_to_write(ours, settled(theirs), sent.get(name))
        if written is None and ours and ours != settled(theirs):
            kept.append(name)
            continue
        if ours:
            merged.sent[name] = ours
        if written is not None:
            merged.writes[name] = written
    return Merged(merged.writes, merged.sent, tuple(kept))


def settled(text: str) -> str:
    """The text as a CRM may give it back: line ends alike, no space at the end of lines or around."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()


def _text_to_write(ours: str, theirs: str, last: str | None) -> str | None:
    """The new text, or None to leave it: nothing to say, the same already, or somebody else's word."""
    if not ours or ours == theirs:
        return None
    base = settled(last or "")
    if theirs == base:
        return ours
    if "\n" not in base or ours in theirs:
        return None
    if base in theirs:
        return theirs.replace(base, ours, 1)
    # Our part is gone from their text: what is new stands below theirs, and nothing of it is lost.
    return f"{theirs}\n\n{ours}" if ours != base else None
