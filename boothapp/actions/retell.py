"""What was said in a lead's conversations, told anew: notes, remarks, messages that worked, competitors."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from boothapp.domain.lead import Visit
from boothapp.domain.show import Show
from boothapp.domain.voice import TAGS, Remark, Voice, named, spread
from boothapp.errors import WrongCall
from boothapp.store import leads
from boothapp.store.database import Store
from boothapp.words import tr

_PLAIN: Mapping[str, Callable[[Any], Any]] = {"remarks": asdict, "messages": str, "competitors": str}
"""The parts of a voice, and how the history writes one of each."""
_FROM: Mapping[str, Callable[[Any], Any]] = {
    "remarks": lambda told: Remark(**told),
    "messages": str,
    "competitors": str,
}
PARTS = tuple(_PLAIN)
NOTES = "notes"
"""The free notes, as the history calls them."""


def told_anew(
    visits: tuple[Visit, ...], voice: Voice, show: Show, said_in: Sequence[str] = ()
) -> tuple[Visit, ...]:
    """The conversations as they say just this together; what is new was said in the last one.

    said_in: of each remark its conversation, by id; one with "" is new, and where there are none all are told
    by their words. Raises WrongCall for a tag or a key message that is not there.
    """
    before = {id for visit in visits for id in visit.voice.messages}
    _must_be(voice.messages, {*before, *(one.id for one in show.messages)})
    _must_be((one.tag for one in voice.remarks), {"", *TAGS})
    tidy = replace(voice, competitors=named(voice.competitors, show.competitors))
    voices = spread([visit.voice for visit in visits], tidy)
    told = tuple(replace(visit, voice=one) for visit, one in zip(visits, voices, strict=True))
    return _in_their_own(told, tidy.remarks, said_in) if said_in else told


def _in_their_own(
    visits: tuple[Visit, ...], remarks: Sequence[Remark], said_in: Sequence[str]
) -> tuple[Visit, ...]:
    """Each remark in the conversation it was said in, reworded or not."""
    there = {visit.id for visit in visits}
    own: dict[str, list[Remark]] = {id: [] for id in there}
    for remark, id in zip(remarks, said_in, strict=True):
        own[id if id in there else visits[-1].id].append(remark)
    return tuple(replace(one, voice=replace(one.voice, remarks=tuple(own[one.id]))) for one in visits)


def noted_anew(visits: tuple[Visit, ...], notes: Mapping[str, str]) -> tuple[Visit, ...]:
    """The conversations with these notes, by the id of each; the others keep theirs."""
    return tuple(replace(visit, note=notes.get(visit.id, visit.note)) for visit in visits)


def differences(before: Sequence[Visit], after: Sequence[Visit]) -> dict[str, dict[str, Any]]:
    """Part -> conversation by id -> what stood there before; only what differs."""
    found: dict[str, dict[str, Any]] = {}
    for was, now in zip(before, after, strict=True):
        for part, plain in _PLAIN.items():
            if (had := getattr(was.voice, part)) != getattr(now.voice, part):
                found.setdefault(part, {})[was.id] = [plain(one) for one in had]
        if was.note != now.note:
            found.setdefault(NOTES, {})[was.id] = was.note
    return found


def keep(
    store: Store, row: int, now: tuple[Visit, ...], after: Sequence[Visit], told: Mapping[str, Any]
) -> tuple[Visit, ...]:
    """Writes what differs over the conversations as they are now, in the caller's transaction."""
    said = {visit.id: visit for visit in after}
    kept = []
    for visit in now:
        parts = [part for part in PARTS if visit.id in told.get(part, {})]
        noted = visit.id in told.get(NOTES, {})
        if parts or noted:
            anew = {part: getattr(said[visit.id].voice, part) for part in parts}
            note = said[visit.id].note if noted else visit.note
            visit = replace(visit, note=note, voice=replace(visit.voice, **anew))
            leads.tell_anew(store, row, visit)
        kept.append(visit)
    return tuple(kept)


def as_before(visits: tuple[Visit, ...], fields: Mapping[str, Any]) -> tuple[Visit, ...]:
    """The conversations with what the history says stood there; those that are gone since stay so."""
    back = tuple(replace(visit, voice=_as_before(visit, fields)) for visit in visits)
    return noted_anew(back, fields.get(NOTES, {}))


def _as_before(visit: Visit, fields: Mapping[str, Any]) -> Voice:
    had = {part: fields[part].get(visit.id) for part in PARTS if part in fields}
    back = {part: tuple(map(_FROM[part], items)) for part, items in had.items() if items is not None}
    return replace(visit.voice, **back)


def _must_be(said: Iterable[str], known: Iterable[str]) -> None:
    for one in said:
        if one not in known:
            raise WrongCall(
                tr("{name} is not in this show.").format(name=one),
                step=tr("Use one of: {names}.").format(names=", ".join(sorted(filter(None, known)))),
            )
