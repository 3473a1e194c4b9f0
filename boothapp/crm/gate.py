"""The quality gate before the CRM: what is held back, and why, until somebody mends or releases it."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from boothapp.crm.target import LeadRecord
from boothapp.domain.visitor import Visitor
from boothapp.words import mark, tr

# What people type to try a form out, in the languages of the stand; all words of the name must be such.
LATIN_TESTS = ("test", "tester", "testing", "testmann", "asdf", "asdfg", "qwerty", "qwertz", "foo", "dummy")
CYRILLIC_TESTS = ("тест", "тестовий", "тестов", "тестер", "проба", "йцукен", "фіва")
TEST_WORDS = frozenset((*LATIN_TESTS, *CYRILLIC_TESTS))
# These say nothing beside a test word.
FILLERS = frozenset(("gmbh", "ltd", "inc", "company", "firma", "тов", "user", "lead", "bar"))


@dataclass(frozen=True, slots=True)
class HeldBack:
    """One reason, by code for the program and in a sentence for people."""

    code: str
    sentence: str

    def __str__(self) -> str:
        return tr(self.sentence)


def reasons(record: LeadRecord) -> tuple[HeldBack, ...]:
    """Why this lead should not go to the CRM yet; () if it may go."""
    return tuple(reason for applies, reason in RULES if applies(record.visitor))


def split(records: list[LeadRecord], released: frozenset[str] = frozenset()) -> "Gated":
    """The records that go, and those held back with their reasons; `released` keys always go."""
    found = {record.key: () if record.key in released else reasons(record) for record in records}
    passed = tuple(record for record in records if not found[record.key])
    return Gated(passed, {key: why for key, why in found.items() if why})


@dataclass(frozen=True, slots=True)
class Gated:
    """What the gate let through, and the reasons by key of what it did not."""

    passed: tuple[LeadRecord, ...]
    held: dict[str, tuple[HeldBack, ...]]


def _nameless(visitor: Visitor) -> bool:
    return not visitor.name.strip() and not visitor.company.strip()


def _unreachable(visitor: Visitor) -> bool:
    return not any(email.strip() for email in visitor.emails) and not any(
        sum(letter.isdigit() for letter in phone.e164 or phone.text) >= 4 for phone in visitor.phones
    )


def _test(visitor: Visitor) -> bool:
    return _only_test_words(visitor.name) or (not visitor.name.strip() and _only_test_words(visitor.company))


def _only_test_words(text: str) -> bool:
    words = [word for word in re.split(r"[\W\d_]+", unicodedata.normalize("NFKC", text).casefold()) if word]
    telling = [word for word in words if word not in FILLERS]
    return bool(telling) and all(word in TEST_WORDS or _one_letter(word) for word in telling)


def _one_letter(word: str) -> bool:
    """aaa, zzzz: but neither an initial nor a short name of another script."""
    return len(word) >= 3 and len(set(word)) == 1 and word.isascii()


def _misspelt_email(visitor: Visitor) -> bool:
    return any(email.strip() and not _is_email(email.strip()) for email in visitor.emails)


def _is_email(text: str) -> bool:
    """Is it built like an address? No look-ups; reserved names such as .test are built correctly too."""
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return False
    return True


RULES: tuple[tuple[Callable[[Visitor], bool], HeldBack], ...] = (
    (_nameless, HeldBack("nameless", mark("There is neither a name nor a company."))),
    (_unreachable, HeldBack("unreachable", mark("There is neither an e-mail address nor a phone number."))),
    (_test, HeldBack("test", mark("The name looks as if somebody tried the form out."))),
    (_misspelt_email, HeldBack("email", mark("An e-mail address has a typing error."))),
)
