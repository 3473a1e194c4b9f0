"""The step of the schema that sorts and filters the list of leads.

None of it is written when a new lead is saved: `listed` puts leads there before the list is read. The
triggers note which leads to put there anew, whoever changed them.
"""

_STALE = "BEGIN INSERT OR IGNORE INTO list_stale VALUES ({row}); END"
_IS_LISTED = "WHEN EXISTS (SELECT 1 FROM listed WHERE row = {row})"


def _noted(name: str, event: str, row: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} {_IS_LISTED} {_STALE}".format(row=row)


M009 = (
    "ALTER TABLE leads ADD COLUMN tags TEXT NOT NULL DEFAULT '[]'",
    # What a lead can be filtered by, each show and value once; leads are noted under its short id.
    """CREATE TABLE list_values (
        id INTEGER PRIMARY KEY,
        facet TEXT NOT NULL,
        value TEXT NOT NULL,
        show TEXT NOT NULL,
        UNIQUE (facet, value, show)
    ) STRICT""",
    """CREATE TABLE list_facets (
        value INTEGER NOT NULL,
        row INTEGER NOT NULL,
        PRIMARY KEY (value, row)
    ) STRICT, WITHOUT ROWID""",
    # What a lead is sorted by; show is the id of the value all leads of the show have.
    """CREATE TABLE listed (
        row INTEGER PRIMARY KEY,
        show INTEGER NOT NULL,
        points INTEGER NOT NULL,
        name TEXT NOT NULL,
        company TEXT NOT NULL,
        owner TEXT NOT NULL,
        due TEXT NOT NULL,
        facets TEXT NOT NULL
    ) STRICT""",
    *(
        f"CREATE INDEX listed_{key} ON listed (show, {key})"
        for key in ("points", "name", "company", "owner", "due")
    ),
    "CREATE TABLE list_stale (row INTEGER PRIMARY KEY) STRICT",
    _noted("list_lead", "UPDATE ON leads", "NEW.row"),
    _noted("list_visit", "INSERT ON visits", "NEW.lead"),
    _noted("list_visit_changed", "UPDATE ON visits", "NEW.lead"),
    _noted("list_visit_gone", "DELETE ON visits", "OLD.lead"),
    _noted("list_delivery", "INSERT ON deliveries", "NEW.lead"),
    _noted("list_delivery_changed", "UPDATE ON deliveries", "NEW.lead"),
    _noted("list_delivery_gone", "DELETE ON deliveries", "OLD.lead"),
    """CREATE TRIGGER list_lead_gone AFTER DELETE ON leads BEGIN
        DELETE FROM list_facets WHERE row = OLD.row AND value IN (
            SELECT j.value FROM listed k, json_each(k.facets) j WHERE k.row = OLD.row);
        DELETE FROM listed WHERE row = OLD.row;
        DELETE FROM list_stale WHERE row = OLD.row;
    END""",
)
