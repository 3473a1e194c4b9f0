"""Which of the stand's laptops this is."""

from boothapp.domain.changes import Changes, changed
from boothapp.domain.station import Station
from boothapp.errors import WrongCall
from boothapp.store.database import Store
from boothapp.words import tr

FACT = "station"


def this(store: Store) -> Station:
    """This laptop; the first one, A, until somebody says otherwise."""
    return Station(store.fact(FACT, "A"))


def name(store: Store, letter: str) -> Changes:
    """Gives this laptop its letter; leads captured before keep their numbers."""
    try:
        station = Station(letter.upper())
    except ValueError as error:
        raise WrongCall(
            tr("{letter} can't name a laptop.").format(letter=letter),
            step=tr("Use one to three letters from A to Z, another one for each laptop."),
        ) from error
    with store.transaction():
        store.remember(FACT, station.letter)
    return changed("settings")
