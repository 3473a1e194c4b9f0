"""E-mail addresses checked without a network, and mistyped domains recognised."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from boothapp.badge import mail_ending
from boothapp.badge.countries import CODES
from boothapp.badge.mail_ending import one_slip, slips

# The large providers of mail boxes, by country; a domain one slip away from a longer one is most likely it.
_COMMON = """
gmail.com googlemail.com yahoo.com hotmail.com outlook.com live.com icloud.com aol.com msn.com me.com
protonmail.com proton.me fastmail.com zoho.com yahoo.co.uk hotmail.co.uk btinternet.com virginmedia.com
hotmail.de outlook.de yahoo.de live.de t-online.de freenet.de gmx.de gmx.net web.de mail.de posteo.de
arcor.de gmx.at chello.at gmx.ch bluewin.ch hispeed.ch hotmail.fr yahoo.fr live.fr wanadoo.fr orange.fr
free.fr sfr.fr laposte.net yahoo.it libero.it virgilio.it alice.it tiscali.it tin.it yahoo.es
telefonica.net sapo.pt ukr.net i.ua meta.ua bigmir.net yandex.ua yandex.ru yandex.com mail.ru rambler.ru
wp.pl onet.pl interia.pl o2.pl gazeta.pl seznam.cz centrum.cz email.cz azet.sk zoznam.sk freemail.hu
citromail.hu abv.bg telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl xs4all.nl telia.com comcast.net
verizon.net sbcglobal.net bellsouth.net rogers.com bigpond.com mynet.com superonline.com qq.com 163.com
126.com naver.com hanmail.net uol.com.br terra.com.br
"""
COMMON_DOMAINS = tuple(_COMMON.split())
# Real providers and companies that are one letter away from one above.
_REAL = """
ymail.com mail.com email.com hotmail.it hotmail.es outlook.es outlook.fr outlook.it live.it live.nl
live.co.uk yahoo.ca yahoo.in yahoo.com.br yandex.by yandex.kz gmx.com gmx.fr gmx.eu web.com sina.com
line.com orange.com free.com alice.com planet.com terra.com mynet.de teleset.be telnet.be web.dev
"""
_ALSO_REAL = frozenset(_REAL.split())
_PROVIDERS = frozenset(domain.partition(".")[0] for domain in COMMON_DOMAINS)
# A shorter name is one slip away from too many real ones.
_LONG_NAME = 5
# Between several addresses in one field; blanks last, as names before addresses have them.
_BETWEEN = (
    re.compile(r"[;,|\n]"),
    re.compile(r"\s*[;,|/\s]\s*"),
    re.compile(r"\s+(?:or|und|and|oder|або|та)\s+"),
)
_SIGN_FOR_DOT = re.compile(r"\s*[,;]\s*|\s+")
# Nearly every address looks like this, and is valid without the library's long way.
_PLAIN = re.compile(
    r"(?ai)[a-z0-9_]{1,32}(?:[.+-][a-z0-9_]{1,10}){0,2}@(?:[a-z0-9]{1,14}[.-]){1,3}[a-z]{2,18}"
)


class Check(NamedTuple):
    """valid: has the form of an address; suggestion: the address that was probably meant, or "".

    no_ending: what stands at the end where no top-level domain is near it, or "".
    """

    valid: bool
    suggestion: str = ""
    no_ending: str = ""


def address(text: str) -> str:
    """The bare address: without "mailto:", a name before it, angle brackets and spaces."""
    bare = text.strip()
    if bare.endswith(">") and "<" in bare:
        bare = bare[bare.rindex("<") + 1 : -1]
    bare = bare.strip(" <>;,")
    if bare[:7].lower() == "mailto:":
        bare = bare[7:].partition("?")[0]
    return bare.strip()


def several(text: str) -> tuple[str, ...]:
    """The addresses in a text that holds nothing else, such as "a@x.de, b@x.de"; else the one it is."""
    if text.count("@") < 2:
        return (address(text),)
    for separator in _BETWEEN:
        pieces = [address(piece) for piece in separator.split(text) if piece.strip()]
        if len(pieces) > 1 and all(check(piece).valid for piece in pieces):
            return tuple(pieces)
    return (address(text),)


def check(text: str) -> Check:
    """Checks form (RFC 5322, 6531) and domain offline; a suggestion is never applied by itself."""
    local, _, domain = text.rpartition("@")
    if not _PLAIN.fullmatch(text) and not _is_valid(text):
        return Check(False, _put_right(text))
    ending = domain.lower().rpartition(".")[2]
    unreal = "" if mail_ending.is_real(ending) or ending == domain.lower() else ending
    meant = _meant(domain.lower(), bool(unreal))
    if meant:
        return Check(True, f"{local}@{meant}")
    return Check("." in domain, no_ending=unreal)


def _put_right(text: str) -> str:
    """The address that a slip made none of: a comma or a blank for the dot, a dot at the end."""
    name, sign, domain = text.partition("@")
    mended = name.strip() + sign + _SIGN_FOR_DOT.sub(".", domain.strip(" @.,;"))
    if mended == text or not _PLAIN.fullmatch(mended):
        return ""
    found = check(mended)
    return found.suggestion or ("" if found.no_ending else mended)


def _is_valid(text: str) -> bool:
    from email_validator import EmailNotValidError, validate_email

    try:
        # Reserved names such as visitor@shop.example are fine here: tests, demos and guides use them.
        validate_email(text, check_deliverability=False, globally_deliverable=False)
    except (EmailNotValidError, UnicodeError):
        return False
    return True


@lru_cache(maxsize=1_024)
def _meant(domain: str, unreal: bool) -> str:
    if domain in COMMON_DOMAINS or domain in _ALSO_REAL or _is_of_another_country(domain):
        return ""
    mended = _with_real_ending(domain) if unreal else domain
    if mended in COMMON_DOMAINS:
        return mended
    close = {at for slip in slips(mended) for at in _by_slip().get(slip, ())}
    near = next((COMMON_DOMAINS[at] for at in sorted(close) if _is_near(mended, COMMON_DOMAINS[at])), "")
    return near or (mended if mended != domain else "")


@cache
def _by_slip() -> Mapping[str, tuple[int, ...]]:
    """Where in COMMON_DOMAINS a domain stands that leaves this when it loses a letter."""
    found: dict[str, tuple[int, ...]] = {}
    for at, domain in enumerate(COMMON_DOMAINS):
        for slip in slips(domain):
            found[slip] = (*found.get(slip, ()), at)
    return found


def _is_of_another_country(domain: str) -> bool:
    """hotmail.dk is Danish and not mistyped; a mistyped com that is a country as well stays doubtful."""
    name, _, ending = domain.partition(".")
    return name in _PROVIDERS and ending.upper() in CODES and ending not in ("co", "cm", "om")


def _with_real_ending(domain: str) -> str:
    """The domain with the ending that was meant; itself where that is not sure."""
    name, _, ending = domain.rpartition(".")
    meant = mail_ending.meant(ending)
    return f"{name}.{meant}" if meant else domain


def _is_near(written: str, meant: str) -> bool:
    """Short names are compared whole: one letter off, they are somebody else's."""
    name, _, ending = meant.partition(".")
    if len(name) >= _LONG_NAME:
        return one_slip(written, meant)
    had, _, other = written.partition(".")
    real = len(other) == 2 and other.upper() in CODES
    return had == name and not real and one_slip(other, ending)
