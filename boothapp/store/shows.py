"""The shows of this laptop, each kept as its kit."""

from datetime import datetime

from boothapp.domain.show import Show
from boothapp.store import proofs
from boothapp.store.database import Store
from boothapp.store.packing import packed, unpacked

CURRENT = "show"


def put(store: Store, show: Show) -> None:
    """Keeps the show, or its newer kit; its leads stay, and what was ever said to visitors too."""
    before = get(store, show.id)
    for kit in filter(None, (before, show)):
        proofs.keep_wordings(store, kit)
    store.kits.clear()
    store.run(
        "INSERT INTO shows (id, name, kit) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, kit = excluded.kit",
        (show.id, show.name, packed(show)),
    )
    if before is not None and before.signature != show.signature:
        # What reads the list belongs to no start.
        from boothapp.store import listed

        listed.list_show_again(store, show.id)


def put_file(store: Store, show: str, name: str, data: bytes) -> None:
    """Keeps a file of the kit, such as the logo, encrypted with the leads."""
    store.run("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (show, name, data))


def file(store: Store, show: str, name: str) -> bytes | None:
    """A file of the kit, or None."""
    data = store.value("SELECT data FROM files WHERE show = ? AND name = ?", (show, name))
    return None if data is None else bytes(data)


def get(store: Store, id: str) -> Show | None:
    """The show with this id."""
    # Reading a kit costs more than a save: keep it until this or another program writes.
    version = store.value("PRAGMA data_version")
    if (id, version) not in store.kits:
        kit = store.value("SELECT kit FROM shows WHERE id = ?", (id,))
        store.kits = {(id, version): unpacked(kit, Show) if kit else None}
    return store.kits[id, version]


def current(store: Store) -> Show | None:
    """The show that is open on this laptop, if one is."""
    return get(store, store.fact(CURRENT))


def open_show(store: Store, id: str, at: datetime) -> None:
    """Makes it the one that new leads belong to."""
    store.run("UPDATE shows SET opened_at = ? WHERE id = ?", (at.isoformat(), id))
    store.remember(CURRENT, id)


def every(store: Store) -> list[tuple[str, str, int]]:
    """(id, name, number of leads) of each show, the last opened first."""
    found = store.rows(
        "SELECT id, name, (SELECT count(*) FROM leads WHERE show = shows.id) AS leads "
        "FROM shows ORDER BY opened_at DESC"
    )
    return [(row["id"], row["name"], row["leads"]) for row in found]
