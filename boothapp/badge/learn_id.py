"""How the ids of a show are written, from a few of them and what should be stored of each."""

from collections.abc import Iterator, Sequence
from itertools import product

from boothapp.badge import check_digits
from boothapp.badge.profile import id_of
from boothapp.badge.profile_parts import ALPHABETS, common_start, consists_of
from boothapp.badge.profile_shape import body_of
from boothapp.domain.badge_profile import Alphabet, IdRule

# With fewer ids a check digit holds by chance too often: once in ten ids for most checks.
FEWEST_FOR_CHECK = 3
_MOST_CUT, _SHORTEST_LENGTH = 4, 3
# As long as the longest ids that are kept.
LONGEST_ID = 512
# So many characters have to be of an alphabet before another one is ruled out.
_ENOUGH: dict[Alphabet, int] = {"digits": 6, "hex": 24, "capitals": 6, "letters": 6, "slug": 6}


def rule_of(ids: Sequence[str], wanted: Sequence[str]) -> IdRule | None:
    """The rule that makes each wanted id ("" where not said) of the id in the code; None where none does."""
    if max(map(len, ids), default=0) > LONGEST_ID:
        return None
    natural = _natural_prefix(ids)
    for prefix in (natural, *_prefixes(ids, natural)):
        for rule in _ways(prefix):
            same = all(not want or _same(id_of(id, rule), want) for id, want in zip(ids, wanted, strict=True))
            if same and all(_may_cut(id, rule.cut) for id in ids):
                return _described(rule, ids)
    return None


def alphabet_of(texts: Sequence[str]) -> Alphabet:
    """The narrowest alphabet that holds all texts, where there is enough of them to tell."""
    whole = "".join(texts)
    fitting = (name for name in ALPHABETS if len(whole) >= _ENOUGH.get(name, 0) and consists_of(whole, name))
    # Ids of letters only are not hexadecimal because they have none after F yet.
    numbered = any(map(str.isdecimal, whole))
    return next((name for name in fitting if numbered or name != "hex"), "any")


def _ways(prefix: str) -> Iterator[IdRule]:
    for cut, zeros, keeps in product(range(_MOST_CUT + 1), (True, False), (True, False)):
        if (prefix or keeps) and not (keeps and prefix and not zeros):
            yield IdRule(prefix, keeps_prefix=keeps, keeps_zeros=zeros, cut=cut)


def _may_cut(id: str, cut: int) -> bool:
    """Only check digits are left away, never what comes after the id."""
    return not cut or id[-cut:].isalnum()


def _described(rule: IdRule, ids: Sequence[str]) -> IdRule:
    bodies = tuple(body_of(id, rule) for id in ids)
    enough = len(set(bodies)) >= FEWEST_FOR_CHECK
    return IdRule(
        rule.prefix,
        rule.keeps_prefix,
        rule.keeps_zeros,
        rule.cut,
        length=_length(bodies),
        alphabet=alphabet_of(bodies),
        check=check_digits.which(bodies) if enough else "",
    )


def _length(bodies: Sequence[str]) -> int:
    """The length that all have, 0 for none: numbers counted from 1 soon have a digit more."""
    lengths = {len(body) for body in bodies}
    same = len(lengths) == 1 and len(set(bodies)) > 1
    return lengths.pop() if same and max(lengths) >= _SHORTEST_LENGTH else 0


def _prefixes(ids: Sequence[str], natural: str) -> Iterator[str]:
    common = _common(ids)
    return (common[:end] for end in range(len(common)) if common[:end] != natural)


def _natural_prefix(ids: Sequence[str]) -> str:
    """What all ids begin with, as far as it is no accident: up to a change from letters to digits."""
    prefix = _common(ids)
    while prefix and not all(_ends_here(prefix, id) for id in ids):
        prefix = prefix[:-1]
    rest = [id[len(prefix) :] for id in ids]
    certain = len(set(ids)) > 1 or all(one.isdecimal() for one in rest) or prefix.endswith(("/", "="))
    return prefix if certain else ""


def _common(ids: Sequence[str]) -> str:
    """In large or small letters, as the first id has them."""
    small = [id.casefold() if len(id.casefold()) == len(id) else id for id in ids]
    return ids[0][: len(common_start(small))] if ids else ""


def _ends_here(prefix: str, id: str) -> bool:
    following = id[len(prefix) : len(prefix) + 1]
    return bool(following) and _class(prefix[-1]) != _class(following)


def _class(sign: str) -> str:
    return "0" if sign.isdecimal() else "a" if sign.isalpha() else sign


def _same(had: str, wanted: str) -> bool:
    return had.casefold().replace(" ", "") == wanted.strip().casefold().replace(" ", "")
