"""Given and family name put together in the order of their script."""

import re

# Compiled by the first such name, not by the start.
_EAST_ASIAN = r"[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3々〆ヶ]+"
_HANGUL = r"[\uac00-\ud7a3]+"


def together(given: str, family: str) -> str:
    """Anna Schmidt, but 山田 太郎, 李明, 김철수: the family name comes first (CLDR).

    Chinese and Korean names are written as one word, Japanese ones mostly with a blank.
    """
    if not (given and family):
        return given or family
    if given.isascii() or not (re.fullmatch(_EAST_ASIAN, given) and re.fullmatch(_EAST_ASIAN, family)):
        return f"{given} {family}"
    one_word = bool(re.fullmatch(_HANGUL, family)) or len(family) == 1
    return family + given if one_word else f"{family} {given}"
