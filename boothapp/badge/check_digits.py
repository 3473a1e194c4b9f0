"""Check digits that organisers put at the end of badge ids: which one holds.

Sources: ISO/IEC 7812-1 (Luhn), GS1 General Specifications 7.9 (weights 3, 1), ISO/IEC 7064 (the mod n-m),
H. M. Damm 2004, J. Verhoeff 1969, USS Code 39 (mod 43), ISO 2108 (weights 2, 3, ... from the right, mod 11).
"""

import string
from collections.abc import Callable, Mapping

from boothapp.domain.badge_profile import Check

_LONGEST = 64
_LETTERS = string.digits + string.ascii_uppercase
_SEPARATORS = str.maketrans("", "", "-. /")
_CODE_39 = _LETTERS + "-. $/+%"
_DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
_TURN = (
    "0123456789",
    "1576283094",
    "5803796142",
    "8916043527",
    "9453126870",
    "4286573901",
    "2793806415",
    "7046913258",
)
_DIHEDRAL = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip


def holds(check: Check, id: str) -> bool:
    """Whether the last characters of an id are the check digits of the ones before."""
    text = id.upper() if check == "mod43" else id.upper().translate(_SEPARATORS)
    if not 2 < len(text) <= _LONGEST or not text.isascii():
        return False
    return CHECKS[check](text) if check in CHECKS else False


def which(ids: tuple[str, ...]) -> Check:
    """The check that holds for every id, or ""."""
    return next((name for name in CHECKS if ids and all(holds(name, id) for id in ids)), "")


def _luhn(id: str) -> bool:
    return (
        id.isdecimal() and sum(_luhn_value(int(sign), at) for at, sign in enumerate(reversed(id))) % 10 == 0
    )


def _luhn_value(digit: int, at: int) -> int:
    return digit if at % 2 == 0 else sum(divmod(2 * digit, 10))


def _gs1(id: str) -> bool:
    return (
        id.isdecimal() and sum(int(sign) * (1, 3)[at % 2] for at, sign in enumerate(reversed(id))) % 10 == 0
    )


def _damm(id: str) -> bool:
    state = 0
    for sign in id if id.isdecimal() else "1":
        state = int(_DAMM[state][int(sign)])
    return state == 0


def _verhoeff(id: str) -> bool:
    state = 0
    for at, sign in enumerate(reversed(id if id.isdecimal() else "1")):
        state = int(_DIHEDRAL[state][int(_TURN[at % 8][int(sign)])])
    return state == 0


def _mod11(id: str) -> bool:
    """The last digit may be X for 10."""
    if not id[:-1].isdecimal() or id[-1] not in "0123456789X":
        return False
    digits = [10 if sign == "X" else int(sign) for sign in reversed(id)]
    return sum(digit * (at + 1) for at, digit in enumerate(digits)) % 11 == 0


def _mod11_2(id: str) -> bool:
    if not id[:-1].isdecimal() or id[-1] not in "0123456789X":
        return False
    total = 0
    for sign in id[:-1]:
        total = (total + int(sign)) * 2
    return (total + _LETTERS.index(id[-1]) if id[-1] != "X" else total + 10) % 11 == 1


def _hybrid(id: str, base: int) -> bool:
    """ISO/IEC 7064 hybrid systems, mod base + 1, base."""
    letters = _LETTERS[:base]
    if any(sign not in letters for sign in id):
        return False
    rest = base
    for sign in id[:-1]:
        rest = ((rest + letters.index(sign)) % base or base) * 2 % (base + 1)
    return (rest + letters.index(id[-1])) % base == 1


def _mod97_10(id: str) -> bool:
    return len(id) > 3 and id.isdecimal() and int(id) % 97 == 1


def _mod97(id: str) -> bool:
    """The last two digits are 97 less the rest, or the rest itself."""
    if len(id) < 5 or not id.isdecimal():
        return False
    rest, given = int(id[:-2]) % 97, int(id[-2:])
    return given in (97 - rest, rest)


def _mod43(id: str) -> bool:
    if any(sign not in _CODE_39 for sign in id):
        return False
    return sum(_CODE_39.index(sign) for sign in id[:-1]) % 43 == _CODE_39.index(id[-1])


# The usual ones first: of two that hold for all samples the first is taken.
CHECKS: Mapping[Check, Callable[[str], bool]] = {
    "mod97_10": _mod97_10,
    "luhn": _luhn,
    "gs1": _gs1,
    "mod11": _mod11,
    "mod11_2": _mod11_2,
    "mod11_10": lambda id: _hybrid(id, 10),
    "damm": _damm,
    "verhoeff": _verhoeff,
    "mod97": _mod97,
    "mod37_36": lambda id: _hybrid(id, 36),
    "mod43": _mod43,
}
