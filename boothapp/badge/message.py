"""Codes that start a call or a message: mailto, MATMSG, tel, sms. They name a person by phone or mail."""

import re
from urllib.parse import parse_qsl, unquote

from boothapp.badge.mecard import fields_of
from boothapp.badge.payload import Found, Payload
from boothapp.domain.visitor import Phone, Visitor

_MAILTO = re.compile(r"(?is)mailto:\s*([^?]*)(?:\?(.*))?")
# A label, a line end or a separator after the number: then "tel:" is a label too.
_TEL = re.compile(r"(?i)tel:\s*([^:\r\n\t|^]*)")
_SMS = re.compile(r"(?is)(?:sms|mms)(?:to)?:\s*([^:?]*)(?:[:?](.*))?")
_SEPARATORS = re.compile(r"[,;]")
_MOST_QUERY_FIELDS = 50


def recognise_mailto(payload: Payload) -> Found | None:
    """mailto: with one or more addresses; subject and body become the note (RFC 6068)."""
    match = _MAILTO.fullmatch(payload.short)
    if not match:
        return None
    query = _query(match[2] or "")
    addresses = _SEPARATORS.split(",".join((unquote(match[1]), query.get("to", ""))))
    return Found("mailto", Visitor(emails=_filled(*addresses), note=_note(query)))


def recognise_matmsg(payload: Payload) -> Found | None:
    """MATMSG: TO, SUB and BODY in one line."""
    text = payload.short
    if text[:7].upper() != "MATMSG:":
        return None
    fields = fields_of(text[7:])
    addresses = (part for value in fields.all("TO") for part in _SEPARATORS.split(value))
    note = "\n".join(_filled(fields.first("SUB"), fields.first("BODY")))
    return Found("matmsg", Visitor(emails=_filled(*addresses), note=note))


def recognise_tel(payload: Payload) -> Found | None:
    """tel: and its number (RFC 3966)."""
    match = _TEL.fullmatch(payload.short)
    return Found("tel", Visitor(phones=_phones(match[0]))) if match else None


def recognise_sms(payload: Payload) -> Found | None:
    """sms:, smsto: and mms: with number and text; the text becomes the note."""
    match = _SMS.fullmatch(payload.short)
    if not match:
        return None
    text = match[2] or ""
    note = _note(_query(text)) if re.match(r"(?i)(?:body|subject)=", text) else text
    numbers = _SEPARATORS.split(unquote(match[1]))
    return Found("sms", Visitor(phones=tuple(Phone(number) for number in _filled(*numbers)), note=note))


def _phones(text: str) -> tuple[Phone, ...]:
    return (Phone(text),) if text.partition(":")[2].strip() else ()


def _query(text: str) -> dict[str, str]:
    try:
        return {
            name.lower(): value
            for name, value in parse_qsl(text.replace("+", "%2B"), max_num_fields=_MOST_QUERY_FIELDS)
        }
    except ValueError:
        return {"body": unquote(text)}


def _note(query: dict[str, str]) -> str:
    return "\n".join(_filled(query.get("subject", ""), query.get("body", "")))


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())
