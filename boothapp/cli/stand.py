"""Commands of the stand: shows, badges, conversations."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boothapp.cli import room
from boothapp.cli.call import Answer, Call, complain, progress
from boothapp.domain.answer import doubt, tidied
from boothapp.domain.capture import Capture
from boothapp.domain.question import Answers
from boothapp.domain.show import Show
from boothapp.domain.touch import TOUCH_KINDS, Touch, touch_from
from boothapp.domain.visitor import Visitor
from boothapp.domain.voice import TAGS, Remark, Voice, named
from boothapp.errors import UserError, WrongCall
from boothapp.words import tr

if TYPE_CHECKING:
    from boothapp.actions.capture import Saved
    from boothapp.badge.clues import Clues
    from boothapp.domain.companion import Companion
    from boothapp.domain.lead import Lead


def demo(call: Call) -> Answer:
    """Makes the demo show with its pretended leads; opens the window unless told not to."""
    from boothapp.actions import demo
    from boothapp.ui import screen

    if call.args.leads < 0:
        raise WrongCall(tr("The number of leads can't be less than 0."), step=tr("Give --leads 0 or more."))
    if not call.args.no_window:
        screen.require()
    made = demo.make(call.store, call.args.leads, call.args.seed, progress(tr("Leads")))
    return Answer({"show": made.show, "leads": made.leads}, opens_window=not call.args.no_window)


def show_import(call: Call) -> Answer:
    """Opens a show from a kit written by hand."""
    from boothapp.actions import shows

    file = Path(call.args.file)
    show = shows.read_kit(file)
    shows.take(call.store, show, file.parent)
    return Answer(_show_json(show))


def _show_json(show: Show) -> dict[str, Any]:
    return {"show": show.id, "name": show.name, "questions": len(show.questions), "pieces": len(show.pieces)}


def show_list(call: Call) -> Answer:
    """The shows of this laptop with how many leads each has."""
    from boothapp.actions import shows

    every = shows.every(call.store)
    lines = tuple(f"{id}  {name}  {leads}" for id, name, leads in every)
    return Answer([{"show": id, "name": name, "leads": leads} for id, name, leads in every], lines)


def show_open(call: Call) -> Answer:
    """Makes a show the one new leads belong to."""
    from boothapp.actions import shows

    shows.open_again(call.store, call.args.id)
    return Answer(_show_json(shows.current(call.store)))


def show_new(call: Call) -> Answer:
    """A new show like another one."""
    from boothapp.actions import shows

    shows.open_again(call.store, call.args.like)
    shows.start_new(call.store, call.args.name, shows.current(call.store))
    return Answer(_show_json(shows.current(call.store)))


def station(call: Call) -> Answer:
    """Says which laptop this is, or gives it another letter."""
    from boothapp.actions import station

    if call.args.letter:
        station.name(call.store, call.args.letter)
    return Answer({"station": station.this(call.store).letter})


def decode(call: Call) -> Answer:
    """What `capture` would read from a badge; without store, key or show it is read all the same."""
    from boothapp.actions import badges, listed

    show, said = _show_here(call)
    reading, _ = _reading(call, show)
    fields: tuple[str, ...] = ()
    if show:
        reading, fields = listed.completed(call.store, reading)
    warnings = (*reading.warnings, *(said if reading.badge_id else ()))
    answer = badges.reading_json(replace(reading, warnings=warnings))
    return Answer({**answer, "from_list": list(fields)})


def _show_here(call: Call) -> tuple[Show | None, tuple[str, ...]]:
    """The open show, None where there is no store, key or show; and what to say of a locked store."""
    from boothapp.store import shows

    if not call.home.store.exists():
        return None, ()
    try:
        return shows.current(call.store), ()
    except UserError:
        return None, (tr("The attendee list was not asked: the leads are locked here."),)


def _reading(call: Call, show: Show | None) -> tuple[Any, bytes]:
    """What the badge, text, file or picture says; with a business card, its picture to keep."""
    from boothapp.actions import badges

    args = call.args
    if sum(source is not None for source in (args.text, args.file, args.image)) != 1:
        raise WrongCall(
            tr("One badge at a time."), step=tr("Give exactly one of --text, --file and --image.")
        )
    if args.text is not None:
        return badges.scan(args.text, show, clues=_clues(call, show)), b""
    if args.file is not None:
        return badges.scan_file(Path(args.file), show), b""
    return badges.scan_picture(Path(args.image), show)


def _clues(call: Call, show: Show | None) -> "Clues":
    """The open show's list knows its ids."""
    from boothapp.actions import badges
    from boothapp.badge.clues import Clues

    if show is None:
        return Clues()
    return Clues(knows=lambda id: badges.is_listed(lambda work: work(call.store), show, id))


def _came_in(call: Call, show: Show) -> tuple[Visitor, Capture, tuple[str, ...], bytes]:
    """Who a badge or card says it is, how that came in, what to look at, and a card's picture."""
    from boothapp.actions import badges

    if all(source is None for source in (call.args.text, call.args.file, call.args.image)):
        return Visitor(), Capture(), (), b""
    reading, picture = _reading(call, show)
    if reading.format == "empty":
        raise WrongCall(
            tr("There is nothing in this badge."),
            safe=tr("Nothing was saved."),
            step=tr("Scan it again, or give what you know with --set."),
        )
    return reading.visitor, badges.capture_of(reading), reading.warnings, picture


def capture(call: Call) -> Answer:
    """Saves one conversation, from a badge, from typed fields, or both."""
    from boothapp.actions import badges, capture, shows, together
    from boothapp.domain.draft import Draft, is_empty

    room.require(call.args)
    show, args = shows.current(call.store), call.args
    visitor, how, warnings, picture = _came_in(call, show)
    typed, more = badges.typed(pairs(args.set, "--set"), show.country)
    draft = Draft(
        visitor=visitor.updated(typed) if args.set else visitor,
        capture=how,
        answers=_answers(show, args.answer),
        interests=_known("--interest", args.interest, [product.id for product in show.products]),
        touches=tuple(_touch(show, text) for text in args.touch),
        pieces=_known("--piece", args.piece, [piece.id for piece in show.pieces]),
        consents=_known("--consent", _list(args.consent), list(show.consent)),
        note=args.note,
        voice=_voice(show, args),
        picture=picture,
        staff=_one_of("--by", args.by, [person.id for person in show.staff]) if args.by else "",
        others=tuple(_companion(show, Path(file)) for file in args.others),
    )
    if is_empty(draft):
        for warning in more:
            complain(warning)
        raise WrongCall(
            tr("There is nothing to save yet."),
            step=tr("Give a badge with --text, --file or --image, or what you know with --set or --note."),
        )
    each = together.save(call.store, draft).each if draft.others else (capture.save(call.store, draft),)
    return _saved(show, each, (*warnings, *more))


def _companion(show: Show, file: Path) -> "Companion":
    """One more person of the conversation; nobody's consent is given by somebody else."""
    from boothapp.actions import badges
    from boothapp.domain.companion import Companion

    reading = badges.scan_file(file, show)
    return Companion(visitor=reading.visitor, capture=badges.capture_of(reading))


def _saved(show: Show, each: Sequence["Saved"], warnings: tuple[str, ...]) -> Answer:
    from boothapp.actions import leads

    saved, *others = each
    lead = saved.lead
    said = {
        "lead": lead.id,
        "number": lead.number,
        "visit": saved.visit,
        **leads.rating_json(show, lead.rating),
        "seen_before": saved.seen_before,
        "flags": list(lead.flags),
        "from_list": list(saved.from_list),
        "together": [{"lead": one.lead.id, "number": one.lead.number} for one in others],
        "warnings": list(warnings),
    }
    return Answer(said, tuple(_line(one.lead) for one in each), warnings=warnings)


def _line(lead: "Lead") -> str:
    return f"{lead.number} {lead.label}, {tr(lead.rating.level)}, {lead.rating.points}"


def _list(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


def pairs(texts: list[str], option: str) -> dict[str, str]:
    """NAME=VALUE texts as a dictionary; raises WrongCall for one without a value."""
    for text in texts:
        if "=" not in text:
            raise _valueless(text, option)
    return {name: value for name, _, value in (text.partition("=") for text in texts)}


def _both(text: str, option: str) -> tuple[str, str]:
    """Name and value of a NAME=VALUE that says nothing without its value."""
    name, _, value = text.partition("=")
    if not value.strip():
        raise _valueless(text, option)
    return name, value.strip()


def _valueless(text: str, option: str) -> WrongCall:
    return WrongCall(
        tr("{option} {text} has no value.").format(option=option, text=text),
        step=tr("Write it as NAME=VALUE."),
    )


def _voice(show: Show, args: Namespace) -> Voice:
    remarks = [_both(text, "--remark") for text in args.remark]
    return Voice(
        tuple(Remark(said, _one_of("--remark", tag, list(TAGS))) for tag, said in remarks),
        _known("--message", args.message, [message.id for message in show.messages]),
        named(args.competitor, show.competitors),
    )


def _answers(show: Show, texts: list[str]) -> Answers:
    given: dict[str, tuple[str, ...]] = {}
    for text in texts:
        id, said = _both(text, "--answer")
        question = show.question(_one_of("--answer", id, [one.id for one in show.questions]))
        if question and question.options:
            _one_of(f"--answer {id}=", said, [option.id for option in question.options])
        assert question is not None  # one of the show's own
        if wrong := doubt(question, said):
            raise WrongCall(f"--answer {text}: {wrong}", step=tr("Correct it, then save it again."))
        before = given.get(id, ()) if question.kind == "several" else ()
        given[id] = tuple(dict.fromkeys((*before, tidied(question, said))))
    return given


def _touch(show: Show, text: str) -> Touch:
    try:
        touch = touch_from(text)
    except ValueError as error:
        kinds = ", ".join((*TOUCH_KINDS, "demo-half"))
        raise WrongCall(
            tr("--touch {kind} is not known.").format(kind=text),
            step=tr("Use one of: {names}.").format(names=kinds),
        ) from error
    if touch.piece:
        _one_of("--touch", touch.piece, [piece.id for piece in show.pieces])
    return touch


def _known(option: str, values: list[str], names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_one_of(option, value, names) for value in values))


def _one_of(option: str, value: str, names: list[str]) -> str:
    if value not in names:
        raise WrongCall(
            tr("{option} {value} is not in this show.").format(option=option, value=value),
            step=tr("Use one of: {names}.").format(names=", ".join(names)),
        )
    return value
