"""An organiser's list of 200,000 people: taken in from a CSV file, and one of them looked up."""

import csv
import random
import statistics
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from boothapp.actions import attendees, shows
from boothapp.actions.lane import Lane, here
from boothapp.domain.attendee_entry import MAPPED, Record, batch_of, entry_of, record_of
from boothapp.store import attendees as kept
from boothapp.store.database import Store
from tests.speed.ratio import Bench, Pair, timed
from tests.speed.stores import empty_store

PEOPLE = 200_000
ASKED = 500
ROUNDS = 5
HEADINGS = {
    "badge_id": "Badge ID", "given_name": "First name", "family_name": "Last name", "company": "Company",
    "job_title": "Job title", "emails": "E-mail", "phones": "Phone", "city": "City", "country": "Country",
}  # fmt: skip
GIVEN = ("Anna", "Jürgen", "Оксана", "Łukasz", "Marie", "John", "Søren", "Іван", "Aylin", "Peter", "Žofie")
STARTS = ("Wer", "Shev", "Han", "Ков", "Müll", "Nov", "Lang", "Ста", "Dub", "Gar", "Ols", "Mac", "Fer", "Бон")
MIDDLES = ("ten", "chen", "sa", "аль", "er", "ák", "fel", "ро", "ois", "cía", "so", "do", "rei", "дар", "bru")
ENDS = ("berg", "ko", "mann", "чук", "son", "ová", "dt", "енко", "ard", "ez", "n", "ugh", "ra", "ів", "ner")
FORMS = ("GmbH", "Ltd", "ТОВ", "SA", "s.r.o.", "Inc.", "B.V.", "AG")


def people(count: int) -> list[Record]:
    """Records as an organiser's export has them, the same at every run."""
    chance = random.Random(20)
    return [_person(chance, at) for at in range(count)]


def _person(chance: random.Random, at: int) -> Record:
    family = chance.choice(STARTS) + chance.choice(MIDDLES) + chance.choice(ENDS)
    firm = f"{chance.choice(STARTS)}{chance.choice(ENDS)} {chance.randrange(100)} {chance.choice(FORMS)}"
    given = chance.choice(GIVEN)
    return record_of({
        "badge_id": f"SB{at:06d}", "given_name": given, "family_name": family, "company": firm,
        "job_title": "Head of Purchasing", "emails": f"visitor{at}@firm{at % 9000}.example",
        "phones": f"+49 40 {at:07d}", "city": "Hamburg", "country": "Germany",
    })  # fmt: skip


def write(file: Path, records: list[Record]) -> None:
    """The organiser's file."""
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(HEADINGS.values())
        places = [MAPPED.index(name) for name in HEADINGS]
        table.writerows([record[place] for place in places] for record in records)


def taking_in() -> Pair:
    """From the file to the last commit, against the same records put into a bare table."""
    records = people(PEOPLE)
    ours, bare = [], []
    with tempfile.TemporaryDirectory(prefix="boothapp-bench-") as folder:
        file = Path(folder) / "attendees.csv"
        write(file, records)
        for _ in range(ROUNDS):
            with empty_store() as store:
                bare.append(timed(partial(_bare, store, records)))
            with empty_store() as store:
                ours.append(timed(partial(_import, store, file)))
                assert store.value("SELECT count(*) FROM attendees") == PEOPLE
    return Pair(min(ours) / 1000, min(bare) / 1000)


def _bare(store: Store, records: list[Record]) -> None:
    """A list is of use only where an id is found in it: the id is the table's key."""
    columns = ", ".join(f"{name} TEXT NOT NULL" for name in MAPPED)
    store.db.execute(f"CREATE TABLE bare (row INTEGER PRIMARY KEY, {columns}, UNIQUE (badge_id)) STRICT")
    sql = f"INSERT INTO bare ({', '.join(MAPPED)}) VALUES ({', '.join('?' * len(MAPPED))})"
    with store.transaction():
        store.db.executemany(sql, records)


def _import(store: Store, file: Path) -> None:
    run: Lane[Any] = here(store)
    attendees.take_in(run, attendees.look(run, file))


def looking_up() -> Pair:
    """The median of a badge's id to a tidied person, against reading one row by its number; in ms."""
    with empty_store() as store:
        records = people(PEOPLE)
        entries = [entry for record in records if (entry := entry_of(record))]
        show = shows.current(store)
        attendees.store_entries(here(store), show, "list", [batch_of(entries)], PEOPLE)
        chance = random.Random(7)
        ids = [f"sb-{chance.randrange(PEOPLE)}" for _ in range(ASKED)]
        found = [timed(partial(_found, store, id)) for id in ids]
        one = [timed(partial(kept.record_at, store, row, 1)) for row in range(1, ASKED)]
    return Pair(statistics.median(found), statistics.median(one))


def _found(store: Store, id: str) -> None:
    assert kept.find(store, shows.current(store).id, id) is not None


BENCHES = (
    Bench("200,000 attendees from CSV", "one executemany of the same rows, id as key", 3.0, "s", taking_in),
    Bench("badge id to attendee, 200,000", "one row by its number", 20.0, "ms", looking_up),
)
