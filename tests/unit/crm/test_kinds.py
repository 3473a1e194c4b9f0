import subprocess
import sys

import pytest

from boothapp.crm.kinds import KINDS, open_target, refuse_unknown
from boothapp.errors import WrongCall

SECRET = "s3cret-Word"


def test_a_target_is_made_without_asking_anybody_and_shows_no_secret() -> None:
    target = open_target("tryton", "https://crm.example", {"database": "main", "user": "boothapp"}, SECRET)
    assert target.capabilities().max_batch >= 1
    assert SECRET not in repr(target)


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(WrongCall, match="tryton"):
        open_target("fax", "", {}, "")


@pytest.mark.parametrize("more", [{"nope": "1"}, {"Database": "x"}, {"plain_http": "maybe"}])
def test_an_option_nobody_knows_is_refused_with_those_there_are(more: dict[str, str]) -> None:
    needed = {"database": "main", "user": "boothapp"}
    for known in (needed, {**needed, "plain_http": "yes"}, {**needed, "plain_http": "no"}):
        refuse_unknown("tryton", known)
    with pytest.raises(WrongCall, match=r"database, user, plain_http=yes\|no") as refused:
        refuse_unknown("tryton", {**needed, **more})
    assert next(iter(more)) in refused.value.happened


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_says_what_it_needs(kind: str) -> None:
    with pytest.raises(WrongCall, match=KINDS[kind].needs[0]):
        open_target(kind, "https://crm.example", {}, SECRET)


def test_the_network_library_is_not_loaded_before_it_is_used() -> None:
    modules = "boothapp.crm.kinds, boothapp.crm.tryton, boothapp.crm.gate, boothapp.crm.delivery"
    code = f"import sys, {modules}; sys.exit('httpx' in sys.modules or 'email_validator' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
