"""Web addresses: an organiser's link to a badge, a LinkedIn profile, a company's page, a phone's bookmark."""

import re
from dataclasses import replace
from itertools import pairwise
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from boothapp.badge import json_badge, labels, mecard, vcard, wrapped
from boothapp.badge.labelled_parts import Parts
from boothapp.badge.mecard import fields_of
from boothapp.badge.payload import Found, Payload, from_text
from boothapp.domain.visitor import Visitor
from boothapp.words import tr

_ADDRESS = re.compile(r"(?i)(?:https?://|www\.)\S+|(?:[a-z]{2,3}\.)?linkedin\.com/\S+")
_LABEL = re.compile(r"(?i)^url(?:to)?:\s*")
_MORE_LABELS = re.compile(r"[;|^,]\s*[\w.-]{1,20}:(?!//)")
_PROFILE = re.compile(r"(?i)(?:^|\.)linkedin\.com$")
_PERSON_PAGE = re.compile(r"(?i)/in/([^/]+)/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?")
# What stands before the number of a badge in the paths of organisers' links.
_BEFORE_ID = labels.words(
    """badge badges attendee attendees visitor visitors participant participants delegate delegates registrant
    registration registrations ticket tickets checkin check-in scan lead leads guest guests profile
    vcard"""
)
_ID = re.compile(r"(?=[^\d]*\d|[A-Z]{4})[\w.~:=-]{3,256}")
# In an address these name the visitor; "id" or "code" alone may be a product's.
_TOO_VAGUE = labels.words("id nr number code name title url web www language lang locale note comment")
# Beside one of these even a bare "name" is the visitor's.
_OF_PERSONS = frozenset(("emails", "given_name", "family_name", "job_title", "phone:mobile"))
_MOST_QUERY_FIELDS = 50
_NAME_WORDS = (2, 4)
_NO_NAME = labels.words("dr prof mba phd ceo cto cfo the official team company gmbh ltd inc group")

_CARRIED = (json_badge.recognise, vcard.recognise, mecard.recognise_mecard)


def recognise(payload: Payload) -> Found | None:
    """http, https and www addresses, "URL:" and "URLTO:" before one, and MEBKM bookmarks."""
    text = payload.short
    if text[:6].upper() == "MEBKM:":
        fields = fields_of(text[6:])
        return Found("url", Visitor(website=fields.first("URL"), note=fields.first("TITLE")))
    address = _LABEL.sub("", text)
    if not _ADDRESS.fullmatch(address) or (address != text and _MORE_LABELS.search(address)):
        return None
    try:
        place = urlsplit(address if "//" in address else f"//{address}")
        host = place.hostname or ""
    except ValueError:
        return Found("url", Visitor(website=address))
    if _PROFILE.search(host):
        return _profile(address, place)
    return _link(address, place) or Found("url", Visitor(website=address))


def possible_ids(address: str) -> tuple[str, ...]:
    """What in a link may be an id to who knows them all: values and parts of the path, the last first."""
    try:
        place = urlsplit(address if "//" in address else f"//{address}")
    except ValueError:
        return ()
    said = [*(unquote(part) for part in f"{place.path}/{place.fragment}".split("/"))]
    said += [value for _, value in _query(place.query)]
    return tuple(dict.fromkeys(part for part in reversed(said) if _ID.fullmatch(part)))


def _profile(address: str, place: SplitResult) -> Found:
    name = _name(place.path)
    said = (tr("The name was taken from the LinkedIn address. Check it."),) if name else ()
    return Found("linkedin", Visitor(full_name=name, website=address), warnings=said)


def _name(path: str) -> str:
    """The name in a profile's address where it is safe: "/in/anna-bee-4a5b6c"; else ""."""
    match = _PERSON_PAGE.fullmatch(path)
    words = unquote(match[1]).split("-") if match else []
    if words and any(letter.isdigit() for letter in words[-1]):
        words = words[:-1]
    fewest, most = _NAME_WORDS
    fine = all(word.isalpha() and len(word) > 1 and word.lower() not in _NO_NAME for word in words)
    return " ".join(map(str.capitalize, words)) if fine and fewest <= len(words) <= most else ""


def _link(address: str, place: SplitResult) -> Found | None:
    """An organiser's link with a badge's number in its path, or a visitor's details in its query."""
    if carried := _carried(place):
        note = "\n".join(filter(None, (carried.visitor.note, address)))
        return replace(carried, format="link", visitor=replace(carried.visitor, note=note))
    parts = Parts()
    badge_id = _id_in(place.path) or _id_in(place.fragment)
    query = _query(place.query or place.fragment.partition("?")[2])
    about_badge = bool(badge_id) or bool(_words(place) & _BEFORE_ID)
    about_person = any(labels.field_of(label) in _OF_PERSONS for label, _ in query)
    for label, value in query:
        named = about_person and labels.field_of(label) == "full_name"
        if named or _names_visitor(label, value, about_badge):
            parts.take(label, value)
    if badge_id:
        parts.take("badge id", badge_id)
    if not (parts.values or parts.phones or parts.ids):
        return None
    parts.keep("", address)
    return parts.found("link")


def _carried(place: SplitResult) -> Found | None:
    """A whole badge in a part of the address: JSON or a card, as it is or in base 64."""
    last = unquote(place.path.rpartition("/")[2])
    texts = [value for _, value in _query(place.query)] + [
        unquote(place.query),
        unquote(place.fragment),
        last,
    ]
    for payload in map(from_text, filter(None, texts)):
        inner = wrapped.opened(payload) or payload
        found = next(filter(None, (read(inner) for read in _CARRIED)), None)
        if found and (found.badge_id or found.visitor.known()):
            return found
    return None


def _names_visitor(label: str, value: str, about_badge: bool) -> bool:
    meant, vague = labels.field_of(label), labels.folded(label) in _TOO_VAGUE
    if meant == "badge_id":
        return bool(_ID.fullmatch(value)) and (about_badge or not vague)
    return meant not in ("", "-") and (about_badge or not vague) and meant not in ("website", "language")


def _id_in(path: str) -> str:
    parts = [unquote(part) for part in path.partition("?")[0].split("/")]
    pairs = pairwise(parts)
    return next((after for word, after in pairs if word.lower() in _BEFORE_ID and _ID.fullmatch(after)), "")


def _words(place: SplitResult) -> set[str]:
    return {word for word in re.split(r"[^a-z]+", f"{place.netloc}/{place.path}".lower()) if word}


def _query(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, max_num_fields=_MOST_QUERY_FIELDS)
    except ValueError:
        return []
