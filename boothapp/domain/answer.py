"""Answers as people give them: what is a number, what fits the question, and how an answer is read aloud."""

import re
from decimal import Decimal

from boothapp.domain.question import Question
from boothapp.domain.wording import said
from boothapp.words import tr

# Blanks and apostrophes that stand between thousands (Unicode CLDR, numbers of uk, fr, de-CH).
_BETWEEN = str.maketrans("", "", " \u00a0\u2009\u202f'’")
_NUMBER = r"[+-]?\d[\d.,]{0,17}"
# One mark with three digits behind it parts thousands, unless nothing but a 0 stands before it.
_THOUSANDS = r"[+-]?[1-9]\d{0,2}([.,])\d{3}"


def number_in(text: str) -> Decimal | None:
    """The number somebody typed, with a point or a comma in it; None where it is none.

    "1,200", "1.200", "1 200" and "1'200" are twelve hundred, "1,5" and "1.5" one and a half.
    """
    plain = text.translate(_BETWEEN).replace("−", "-")
    if not re.fullmatch(_NUMBER, plain):
        return None
    point = _decimal_mark(plain)
    other = {".": ",", ",": "."}.get(point, "")
    whole = plain.replace(other, "") if point else plain.replace(".", "").replace(",", "")
    return Decimal(whole.replace(point, ".") if point else whole)


def _decimal_mark(plain: str) -> str:
    """The mark that begins the fraction, "" where there is none: the last one, if it stands there once."""
    last = max((".", ","), key=plain.rfind)
    if plain.count(last) != 1 or re.fullmatch(_THOUSANDS, plain):
        return ""
    return last


def tidied(question: Question, text: str) -> str:
    """An answer as it is kept: a number without marks between its thousands, a text without blanks around."""
    number = number_in(text) if question.kind in ("number", "scale") else None
    if number is None:
        return text.strip()
    return _plain(number)


def doubt(question: Question, text: str) -> str:
    """What looks wrong with an answer to a question of number or scale, in a sentence; "" where nothing does.

    It is said and never blocks: an answer out of range is kept as it was given.
    """
    if question.kind not in ("number", "scale") or not text.strip():
        return ""
    number = number_in(text)
    if number is None:
        return tr("A number is meant here, such as 1200.")
    least, most = question.ends
    low, high = _shown(least), _shown(most)
    if least is not None and most is not None and not least <= number <= most:
        return tr("It should be between {least} and {most}.").format(least=low, most=high)
    if least is not None and number < least:
        return tr("It should be {least} or more.").format(least=low)
    if most is not None and number > most:
        return tr("It should be {most} or less.").format(most=high)
    return ""


def answer_said(question: Question | None, choice: str, language: str) -> str:
    """One answer as staff and sales read it: the option's text, a number with its unit, 4 of 5."""
    if question is None:
        return choice
    if question.kind == "scale":
        return tr("{value} of {most}", language).format(value=choice, most=question.steps[-1])
    option = question.option(choice)
    text = said(option.text, language) if option else choice
    unit = said(question.unit, language) if question.kind == "number" else ""
    return f"{text} {unit}".strip()


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _shown(number: float | None) -> str:
    return "" if number is None else f"{number:g}"
