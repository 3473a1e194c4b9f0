"""A consent receipt as short text: it fits into a code that any phone reads without a network."""

from collections.abc import Sequence

MOST_BYTES = 600
"""A code of version 19, level M (ISO/IEC 18004, table 7): 93 modules, 37 mm on paper."""
_LONGEST, _LAST = 90, 200


def short_text(lines: Sequence[str]) -> str:
    """The lines below each other in at most MOST_BYTES of UTF-8; the last one is cut last."""
    *first, last = (" ".join(line.split()) for line in lines if line.strip())
    kept, last = [_cut(line, _LONGEST) for line in first], _cut(last, _LAST)
    while _bytes(*kept, last) > MOST_BYTES and any(len(line) > 1 for line in kept):
        longest = max(range(len(kept)), key=lambda at: len(kept[at]))
        kept[longest] = _cut(kept[longest], max(len(kept[longest]) - 8, 1))
    while _bytes(*kept, last) > MOST_BYTES:
        last = _cut(last, len(last) - 8)
    return "\n".join((*kept, last))


def _bytes(*lines: str) -> int:
    return len("\n".join(lines).encode())


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
