"""Search as you type, by our own folded key, newest first.

A new lead goes into the index after its save, in a transaction of its own: nobody at the stand waits for it.
Whoever searches waits until every lead is in it; so a kill between the two is mended by the next search.
"""

import re

from boothapp.domain.folding import after_apostrophes, emoji, fold, search_key
from boothapp.domain.visitor import Visitor, visitor_from
from boothapp.store.database import Row, Store
from boothapp.store.packing import unpacked

TURN = 1000
"""How many leads one transaction puts into the index: a save that comes meanwhile waits for no more."""

# Leads get rising rows and go into the index in that order: what is missing in it is above its last row.
_LAST = "coalesce((SELECT max(id) FROM search_docsize), 0)"
_WANTED = """row, number, badge_id, visitor,
    (SELECT group_concat(note, ' ') FROM visits v WHERE v.lead = leads.row AND note <> '') AS notes"""
_MISSING = f"SELECT {_WANTED} FROM leads WHERE row > {_LAST} ORDER BY row LIMIT ?"


# A piece of a phone number is a word of its own, told from any other number by this letter before it.
PIECE_SIGN, PIECE = "ꙮ", 4
# SQLite's tokeniser takes most emoji for blanks: each is a word of its code after this letter.
EMOJI_SIGN = "ꙭ"
# ITU-T E.123: what stands between the digits of a number as people write it.
_NUMBER = re.compile(r"\+?[\d\s()/.-]+")


def key_of(visitor: Visitor, badge_id: str, number: str, notes: str = "") -> str:
    """What a lead is found by: name, company, mail, phone digits and pieces of them, badge, number, place.

    Of the notes only the emoji, by which people mark whom they want to find again.
    """
    phones = [_digits(phone.text) for phone in visitor.phones]
    # Most names stand there twice, whole and in parts: a word indexed already costs its time at every save.
    words = set(visitor.full_name.split())
    parts = (part for part in (visitor.given_name, visitor.family_name) if not words.issuperset(part.split()))
    names = (visitor.full_name, *parts, visitor.company, visitor.city)
    key = search_key(*names, *visitor.emails, *phones, badge_id, number)
    pieces = {piece for phone in visitor.phones for piece in _pieces(_digits(phone.e164 or phone.text))}
    marks = map(_emoji_word, emoji(" ".join((*names, notes))))
    return " ".join((key, *after_apostrophes(" ".join(names)), *sorted(pieces), *marks))


def _emoji_word(one: str) -> str:
    return f"{EMOJI_SIGN}{ord(one):x}"


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _pieces(digits: str) -> list[str]:
    """Every four digits in a row: all of them together find any longer part of the number."""
    return [PIECE_SIGN + digits[at : at + PIECE] for at in range(len(digits) - PIECE + 1)]


def catch_up(store: Store) -> None:
    """Puts the leads into the index that were saved since the last time."""
    while lacks(store):
        with store.transaction():
            for row in store.rows(_MISSING, (TURN,)):
                _put(store, row)


def lacks(store: Store) -> bool:
    """Whether a search may miss the newest leads: the disk had no room for their words."""
    return bool(store.value(f"SELECT 1 FROM leads WHERE row > {_LAST} LIMIT 1"))


def index_again(store: Store, row: int) -> None:
    """Puts a lead that was changed under its new key, in the transaction that changes it."""
    catch_up(store)
    for found in store.rows(f"SELECT {_WANTED} FROM leads WHERE row = ?", (row,)):
        _put(store, found)


def _put(store: Store, lead: Row) -> None:
    visitor = visitor_from(unpacked(lead["visitor"], dict))
    key = key_of(visitor, lead["badge_id"], lead["number"], lead["notes"] or "")
    store.run("INSERT OR REPLACE INTO search (rowid, key) VALUES (?, ?)", (lead["row"], key))


def matching(text: str) -> str:
    """The FTS5 query for what was typed: every word a prefix; "" where nothing can be searched.

    Four digits or more are a part of a phone number as well, with or without the 0 or 00 dialled before it;
    a number in groups may be one number.
    """
    words = fold(text).split()
    marks = [f'"{_emoji_word(one)}"' for one in emoji(text)]
    asked, whole = " AND ".join((*map(_asked, words), *marks)), _digits(text)
    if len(words) > 1 and len(whole) >= PIECE and _NUMBER.fullmatch(text.strip()):
        return f"({asked}) OR {_asked(whole)}"
    return asked


def _asked(word: str) -> str:
    prefix = f'"{word}"*'
    pieces = _pieces(word.removeprefix("0").removeprefix("0")) if word.isdecimal() else []
    return f"({prefix} OR ({' AND '.join(pieces)}))" if pieces else prefix
