"""Commands about the organiser's attendee list."""

import os
from pathlib import Path
from typing import Any

from boothapp.actions.lane import Lane, here
from boothapp.cli.call import Answer, Call, complain, progress
from boothapp.words import tr


def attendees_import(call: Call) -> Answer:
    """Takes a list in and completes the leads captured by id before; wrong lines are counted, not fatal."""
    from boothapp.actions import attendees
    from boothapp.attendees.number_ids import told as restored_words
    from boothapp.attendees.people import REASONS
    from boothapp.cli.stand import pairs

    run: Lane[Any] = here(call.store)
    args = call.args
    looked = attendees.look(run, Path(args.file), pairs(args.map, "--map"), args.encoding, args.sheet)
    done = attendees.take_in(run, looked, progress=progress(tr("People")))
    if len(looked.list.sheets) > 1:
        others = ", ".join(name for name in looked.list.sheets if name != looked.list.sheet)
        complain(tr("The sheet {name} was read, not {others}.").format(name=looked.list.sheet, others=others))
    if not done.has_ids:
        complain(tr("No column holds the badge's id: people are found by name only."))
    for line, reason, text in done.skipped.examples:
        complain(tr("Line {line} was left out. {reason}: {text}").format(
            line=line, reason=tr(REASONS[reason]), text=text
        ))  # fmt: skip
    for one in done.taken.handed_on:
        complain(tr("{id} was {before} and is {now} now: nothing of {before} is kept in the list.").format(
            id=one.badge_id, before=one.was, now=one.now
        ))  # fmt: skip
    if done.restored and (said := restored_words(done.restored)):
        complain(said)
    named = (heading or str(number) for number, heading in enumerate(looked.list.headings, 1))
    columns = dict(zip(named, looked.mapping, strict=True))
    return Answer(
        {**done.json(), "columns": columns, "encoding": looked.list.encoding, "sheet": looked.list.sheet}
    )


def attendees_pretix(call: Call) -> Answer:
    """Takes the attendees of a pretix event in, as if its list had come as a file."""
    from boothapp.actions import pretix

    args = call.args
    source = pretix.source(args.url, args.organizer, args.event, os.environ.get(pretix.TOKEN_VARIABLE, ""))
    done = pretix.pull(here(call.store), source, progress(tr("People")))
    return Answer(done.json())


def attendees_remove(call: Call) -> Answer:
    """Takes the list away; the leads keep what came from it."""
    from boothapp.actions import attendees

    run: Lane[Any] = here(call.store)
    list_ = run(attendees.standing)
    attendees.remove(run, progress(tr("People")))
    return Answer({"removed": list_.people if list_ else 0})
