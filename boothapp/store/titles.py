"""What people of a show are by profession, as its leads and its attendee list say."""

from collections import Counter

from boothapp.store.database import Store

LOOKED_AT = 2000
"""Newest leads, and people of the list, that are looked through: milliseconds at any number of leads."""

_LEADS = """SELECT json_extract(visitor, '$.job_title') AS title FROM
    (SELECT visitor, show FROM leads ORDER BY row DESC LIMIT ?) WHERE show = ?"""
_LISTED = """SELECT a.job_title AS title FROM
    (SELECT job_title, list FROM attendees ORDER BY row LIMIT ?) a
    WHERE a.list = (SELECT list FROM attendee_lists WHERE show = ?)"""


def said(store: Store, show: str) -> list[str]:
    """Every job title once, the one said most often first; of several spellings the commonest."""
    found = [row["title"] for sql in (_LEADS, _LISTED) for row in store.rows(sql, (LOOKED_AT, show))]
    spelt = Counter(" ".join(title.split()) for title in found if title)
    alike: dict[str, str] = {}
    often = Counter[str]()
    for title, times in spelt.most_common():
        alike.setdefault(title.casefold(), title)
        often[title.casefold()] += times
    return [alike[key] for key, _ in often.most_common() if key]
