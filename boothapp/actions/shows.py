"""The show that this laptop works for."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from boothapp.domain import kit_check
from boothapp.domain.changes import Changes, changed
from boothapp.domain.ids import new_id
from boothapp.domain.show import Show
from boothapp.errors import Refused, WrongCall
from boothapp.reasons import why
from boothapp.store import shows
from boothapp.store.database import Store
from boothapp.words import tr

LARGEST_KIT = 4 * 1024 * 1024
"""Bytes of a .toml kit: a hundred times a large one, and read in a moment."""
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""The first bytes of a PNG (W3C, PNG 5.2) and of a JPEG file (ITU T.81, B.1.1.3: SOI and a marker)."""


def current(store: Store) -> Show:
    """The open show; raises Refused where there is none yet."""
    show = shows.current(store)
    if show is None:
        raise Refused(
            tr("No show is open yet."),
            step=tr("Open the demo show with boothapp demo, or import your own with boothapp show import."),
        )
    return show


def read_kit(file: Path) -> Show:
    """The show in a .toml file; raises WrongCall naming the place that is wrong."""
    import msgspec

    from boothapp import disk

    try:
        content = disk.read(file, LARGEST_KIT + 1)
        if len(content) > LARGEST_KIT:
            raise _too_large(file)
        data = tomllib.loads(content.decode("utf-8"))
        show = msgspec.convert(data, Show)
    except OSError as error:
        raise WrongCall(
            tr("The kit {file} can't be read: {reason}.").format(file=file.name, reason=why(error)),
            step=tr("Check the name and the rights of the file."),
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise _mistake(file, str(error)) from error
    except RecursionError as error:
        raise _mistake(file, tr("its brackets are nested too deeply")) from error
    for place, sentence in (*kit_check.unknown_keys(data), *kit_check.faults(show)):
        raise _mistake(file, f"{place}: {sentence.removesuffix('.')}")
    return show


def _too_large(file: Path) -> WrongCall:
    return WrongCall(
        tr("The kit {file} is too large: one has at most {n} MB.").format(
            file=file.name, n=LARGEST_KIT >> 20
        ),
        safe=tr("Nothing was imported."),
        step=tr("Choose the file of the kit; a logo lies beside it, not in it."),
    )


def _mistake(file: Path, reason: str) -> WrongCall:
    return WrongCall(
        tr("The kit {file} has a mistake: {reason}.").format(file=file.name, reason=reason),
        safe=tr("Nothing was imported."),
        step=tr("Correct it, then import it again."),
    )


def take(store: Store, show: Show, folder: Path | None = None) -> Changes:
    """Keeps the show's kit and opens it: new leads belong to it from now on.

    folder: where the kit lies, for its logo. Raises WrongCall where the logo it names can't be read.
    """
    logo = _logo(show, folder)
    with store.transaction():
        shows.put(store, _with_what_was_set_here(store, show))
        if logo:
            shows.put_file(store, show.id, show.logo, logo)
        shows.open_show(store, show.id, datetime.now(UTC))
    return changed("shows", "leads")


def _with_what_was_set_here(store: Store, show: Show) -> Show:
    """A newer kit that says nothing about badges or a goal leaves what was learnt and set on this laptop."""
    had = shows.get(store, show.id)
    return replace(show, badge=show.badge or had.badge, goal=show.goal or had.goal) if had else show


def named(store: Store, id: str) -> Show:
    """The show of this id; raises WrongCall where this laptop has none."""
    found = shows.get(store, id)
    if found is None:
        raise WrongCall(
            tr("There is no show {name}.").format(name=id),
            step=tr("boothapp show list names the shows of this laptop."),
        )
    return found


def open_again(store: Store, id: str) -> Changes:
    """Opens a show this laptop has; raises WrongCall where it has none of that id."""
    named(store, id)
    with store.transaction():
        shows.open_show(store, id, datetime.now(UTC))
    return changed("shows", "leads")


def every(store: Store) -> list[tuple[str, str, int]]:
    """(id, name, number of leads) of each show."""
    return shows.every(store)


def logo(store: Store, show: Show) -> bytes | None:
    """The show's logo as it came with the kit."""
    return shows.file(store, show.id, show.logo) if show.logo else None


def _logo(show: Show, folder: Path | None) -> bytes | None:
    if not (show.logo and folder):
        return None
    file = folder / show.logo
    # A kit comes from elsewhere: it may name files beside it, never others of this laptop.
    if file.resolve().parent != folder.resolve():
        raise WrongCall(tr("The logo has to lie beside the kit."), step=tr("Put it there and import again."))
    try:
        return _picture(file)
    except OSError as error:
        raise WrongCall(
            tr("The logo {file} can't be read: {reason}.").format(file=show.logo, reason=why(error)),
            step=tr("Put it beside the kit and import again."),
        ) from error


def _picture(file: Path) -> bytes:
    content = file.read_bytes()
    if not content.startswith(PICTURES):
        raise WrongCall(
            tr("The logo {file} is no PNG or JPEG picture.").format(file=file.name),
            safe=tr("Nothing was imported."),
            step=tr("Save it as PNG or JPEG beside the kit and import again."),
        )
    return content


def start_new(store: Store, name: str, like: Show) -> Changes:
    """A new, empty show with the questions and points of another one; raises WrongCall without a name."""
    if not name.strip():
        raise WrongCall(tr("The show has no name."), step=tr("Give it the name that people know it by."))
    return take(store, replace(like, id=new_id(), name=name.strip(), starts=None, ends=None, badge=None))


def starter(like: Show, company: str) -> Show:
    """What a first show begins with: the BANT questions, points and consent of another one, in this name.

    Its people, products and pieces stay away: they belong to another company.
    """
    wording = {
        purpose: {language: text.replace(like.company, company) for language, text in said.items()}
        for purpose, said in like.consent.items()
    }
    return Show(
        id=like.id,
        name=like.name,
        company=company,
        languages=like.languages,
        questions=like.bant,
        scorecard=like.scorecard,
        consent=wording,
    )
