"""The schema, step by step. A released step is never edited: a change is a new step."""

from typing import TYPE_CHECKING

from boothapp.store.engine import Connection, with_tools
from boothapp.store.list_schema import M009

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

M001 = (
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE shows (id TEXT PRIMARY KEY, name TEXT NOT NULL, kit TEXT NOT NULL, opened_at TEXT) STRICT",
    """CREATE TABLE files (
        show TEXT NOT NULL REFERENCES shows (id),
        name TEXT NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (show, name)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE leads (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        number TEXT NOT NULL,
        token TEXT NOT NULL,
        show TEXT NOT NULL REFERENCES shows (id),
        badge_id TEXT NOT NULL,
        name TEXT NOT NULL,
        company TEXT NOT NULL,
        email TEXT NOT NULL,
        visitor TEXT NOT NULL,
        level TEXT NOT NULL,
        points INTEGER NOT NULL,
        rating TEXT NOT NULL,
        owner TEXT NOT NULL,
        step TEXT NOT NULL,
        due TEXT NOT NULL,
        revision INTEGER NOT NULL,
        captured_at TEXT NOT NULL,
        received_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX leads_rating ON leads (show, level)",
    "CREATE INDEX leads_email ON leads (email) WHERE email <> ''",
    """CREATE TABLE visits (
        lead INTEGER NOT NULL REFERENCES leads (row),
        id TEXT NOT NULL,
        at TEXT NOT NULL,
        station TEXT NOT NULL,
        staff TEXT NOT NULL,
        capture TEXT NOT NULL,
        raw BLOB NOT NULL,
        answers TEXT NOT NULL,
        interests TEXT NOT NULL,
        touches TEXT NOT NULL,
        pieces TEXT NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (lead, id)
    ) STRICT, WITHOUT ROWID""",
    # A person may carry two badges in a week: each one scanned leads back to the same lead.
    """CREATE INDEX visits_badge ON visits (json_extract(capture, '$.badge_id'))
        WHERE json_extract(capture, '$.badge_id') <> ''""",
    """CREATE TABLE touches (
        lead INTEGER NOT NULL REFERENCES leads (row),
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        piece TEXT NOT NULL,
        share REAL NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (lead, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE consents (
        lead INTEGER NOT NULL REFERENCES leads (row),
        id TEXT NOT NULL,
        purpose TEXT NOT NULL,
        given INTEGER NOT NULL,
        at TEXT NOT NULL,
        wording TEXT NOT NULL,
        language TEXT NOT NULL,
        staff TEXT NOT NULL,
        method TEXT NOT NULL,
        PRIMARY KEY (lead, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE changes (
        lead INTEGER NOT NULL REFERENCES leads (row),
        revision INTEGER NOT NULL,
        id TEXT NOT NULL,
        at TEXT NOT NULL,
        staff TEXT NOT NULL,
        station TEXT NOT NULL,
        action TEXT NOT NULL,
        detail TEXT NOT NULL,
        PRIMARY KEY (lead, revision, id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE outbox (
        lead INTEGER PRIMARY KEY REFERENCES leads (row),
        revision INTEGER NOT NULL,
        queued_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE targets (
        name TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        url TEXT NOT NULL,
        options TEXT NOT NULL,
        cursor TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE deliveries (
        lead INTEGER NOT NULL REFERENCES leads (row),
        target TEXT NOT NULL REFERENCES targets (name),
        state TEXT NOT NULL,
        revision INTEGER NOT NULL,
        remote TEXT NOT NULL,
        sent TEXT NOT NULL,
        field TEXT NOT NULL,
        message TEXT NOT NULL,
        released INTEGER NOT NULL,
        not_before TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        PRIMARY KEY (lead, target)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE outcomes (
        lead INTEGER NOT NULL REFERENCES leads (row),
        target TEXT NOT NULL,
        status TEXT NOT NULL,
        amount TEXT,
        currency TEXT NOT NULL,
        reason TEXT NOT NULL,
        competitor TEXT NOT NULL,
        closed_on TEXT,
        url TEXT NOT NULL,
        received_at TEXT NOT NULL,
        PRIMARY KEY (lead, target)
    ) STRICT, WITHOUT ROWID""",
    # Our own folded key, prefixes of 1 to 5 letters, no positions: 0.05 ms among a million leads.
    """CREATE VIRTUAL TABLE search USING fts5(
        key, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5',
        tokenize="unicode61 remove_diacritics 0")""",
)

# A save encrypts and writes every page it touches: so consents lie with their lead, and a conversation is its
# own line of the history.
M002 = (
    "ALTER TABLE leads ADD COLUMN consents TEXT NOT NULL DEFAULT '[]'",
    """UPDATE leads SET consents = (
        SELECT json_group_array(
            json_object(
                'purpose', purpose, 'given', json(iif(given, 'true', 'false')), 'at', at,
                'wording', wording, 'language', language, 'staff', staff, 'method', method
            ) ORDER BY at, id
        )
        FROM consents WHERE lead = leads.row
    )""",
    "DROP TABLE consents",
    "ALTER TABLE visits ADD COLUMN revision INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE visits ADD COLUMN action TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE visits ADD COLUMN detail TEXT NOT NULL DEFAULT '{}'",
)

M003 = (
    """CREATE TABLE attendee_lists (
        list INTEGER PRIMARY KEY,
        show TEXT NOT NULL UNIQUE REFERENCES shows (id),
        file TEXT NOT NULL,
        people INTEGER NOT NULL,
        at TEXT NOT NULL,
        whole INTEGER NOT NULL,
        prefixes TEXT NOT NULL,
        indexed INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE attendees (
        row INTEGER PRIMARY KEY,
        list INTEGER NOT NULL,
        badge_id TEXT NOT NULL,
        given_name TEXT NOT NULL,
        family_name TEXT NOT NULL,
        full_name TEXT NOT NULL,
        company TEXT NOT NULL,
        department TEXT NOT NULL,
        job_title TEXT NOT NULL,
        emails TEXT NOT NULL,
        phones TEXT NOT NULL,
        street TEXT NOT NULL,
        city TEXT NOT NULL,
        region TEXT NOT NULL,
        postal_code TEXT NOT NULL,
        country TEXT NOT NULL,
        website TEXT NOT NULL,
        language TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT""",
    # One badge may carry several ids of a person, and one id is written in several ways.
    """CREATE TABLE attendee_keys (
        list INTEGER NOT NULL,
        key TEXT NOT NULL,
        row INTEGER NOT NULL,
        PRIMARY KEY (list, key, row)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE attendee_maps (
        show TEXT NOT NULL,
        signature TEXT NOT NULL,
        mapping TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (show, signature)
    ) STRICT, WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE attendee_words USING fts5(
        name, company, content='', contentless_delete=1, detail=column, prefix='2',
        tokenize="unicode61 remove_diacritics 0")""",
)

M004 = (
    # One picture a conversation: the business card that its details were read from.
    """CREATE TABLE pictures (
        visit TEXT PRIMARY KEY,
        lead INTEGER NOT NULL REFERENCES leads (row),
        at TEXT NOT NULL,
        data BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX pictures_lead ON pictures (lead)",
)

M005 = (
    # Every kit kept so far says cp1252, which nobody named: it was the default, and a named one is trusted.
    """UPDATE shows SET kit = json_set(kit, '$.code_page', '')
        WHERE json_extract(kit, '$.code_page') = 'cp1252'""",
)

# Phones are found by any part of their number, names by what follows an apostrophe: every lead goes into the
# index anew with the next search.
M006 = ("INSERT INTO search (search) VALUES ('delete-all')",)

M007 = (
    # A save removes its draft: one tree, so that it touches one page.
    """CREATE TABLE drafts (
        id TEXT PRIMARY KEY,
        show TEXT NOT NULL REFERENCES shows (id),
        station TEXT NOT NULL,
        staff TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        aside INTEGER NOT NULL,
        number TEXT NOT NULL,
        holder TEXT NOT NULL,
        draft TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE draft_pictures (
        draft TEXT NOT NULL,
        place INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (draft, place)
    ) STRICT, WITHOUT ROWID""",
    # Deleted leads whole, to be put back until the next start.
    """CREATE TABLE removed (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        kept BLOB NOT NULL
    ) STRICT""",
)

M008 = (
    # Staff ids as in the kits; a PIN belongs to a person of this laptop, whichever show is open.
    """CREATE TABLE people (
        staff TEXT PRIMARY KEY,
        pin TEXT NOT NULL,
        manager INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE wrong_pins (name TEXT PRIMARY KEY, wrong INTEGER NOT NULL) STRICT, WITHOUT ROWID",
)

M010 = (
    # Remarks, key messages that worked and competitors of a conversation; most have none.
    "ALTER TABLE visits ADD COLUMN voice TEXT NOT NULL DEFAULT '{}'",
    # There is more to complete than before: every lead is listed anew.
    "INSERT OR IGNORE INTO list_stale SELECT row FROM listed",
)

M011 = (
    # What was said under each version of a wording: a proof holds when a later kit says it otherwise.
    "CREATE TABLE wordings (version TEXT PRIMARY KEY, said TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # One signature for all that was allowed at one moment.
    """CREATE TABLE signatures (
        lead INTEGER NOT NULL REFERENCES leads (row),
        at TEXT NOT NULL,
        strokes TEXT NOT NULL,
        PRIMARY KEY (lead, at)
    ) STRICT, WITHOUT ROWID""",
)

M012 = (
    # Conversations scanned in a crowd that wait to be completed: a handful at most.
    """CREATE TABLE crowd (
        visit TEXT PRIMARY KEY,
        lead INTEGER NOT NULL REFERENCES leads (row)
    ) STRICT, WITHOUT ROWID""",
)

M013 = (
    # Leads that stood in one conversation; one with a single visitor has no line here.
    """CREATE TABLE together (
        lead INTEGER NOT NULL REFERENCES leads (row),
        talk TEXT NOT NULL,
        visit TEXT NOT NULL,
        PRIMARY KEY (lead, talk)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX together_talk ON together (talk)",
)

STEPS = (
    ("m001_leads", M001),
    ("m002_few_pages_a_save", M002),
    ("m003_attendees", M003),
    ("m004_pictures", M004),
    ("m005_code_page", M005),
    ("m006_phones_by_their_parts", M006),
    ("m007_drafts", M007),
    ("m008_people", M008),
    ("m009_lists", M009),
    ("m010_talk", M010),
    ("m011_consents", M011),
    ("m012_group", M012),
    ("m013_together", M013),
)
"""Every step by its name, in order."""

SCHEMA = len(STEPS)
"""The newest schema, kept in user_version; a store with a higher one was made by a newer boothapp."""


def apply(connection: Connection) -> None:
    """Brings the database to SCHEMA; each step is one transaction with its record."""
    db = with_tools(connection)
    from sqlite_utils import Migrations

    migrations = Migrations("boothapp")
    for name, statements in STEPS:
        migrations(name=name)(_step(statements))
    migrations.apply(db)
    db.execute(f"PRAGMA user_version = {SCHEMA}")


def _step(statements: tuple[str, ...]) -> "Callable[[Database], None]":
    def run(db: "Database") -> None:
        for statement in statements:
            db.execute(statement)

    return run
