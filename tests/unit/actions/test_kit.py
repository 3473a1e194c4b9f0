"""A kit with a mistake is refused, and the place of the mistake is named."""

from dataclasses import replace
from pathlib import Path

import pytest

from boothapp import paths
from boothapp.actions import shows
from boothapp.domain.collateral import link
from boothapp.domain.ids import TOKEN_LENGTH
from boothapp.domain.kit_check import LONGEST_LINK, faults
from boothapp.errors import WrongCall
from boothapp.paper.code import encode
from boothapp.paths import Home
from boothapp.store.database import open_store

DEMO = (paths.resources() / "demo" / "show.toml").read_text("utf-8")
FIRST_QUESTION = '[[questions]]\nid = "budget"'

MISTAKES = [
    ('id = "ad26"', 'id = " "', "$.id"),
    ('languages = ["en", "uk", "de"]', "languages = []", "$.languages"),
    ('languages = ["en", "uk", "de"]', 'languages = ["en", "english"]', "$.languages[1]"),
    ('country = "DE"', 'country = "Germany"', "$.country"),
    ('currency = "EUR"', 'currency = "euro"', "$.currency"),
    ('code_page = ""', 'code_page = "cp99999"', "$.code_page"),
    ('code_page = ""', 'code_page = "hex"', "$.code_page"),
    ('link = "https://nrl.example"', 'link = "javascript:alert(1)"', "$.link"),
    ('link = "https://nrl.example"', f'link = "https://nrl.example/{"x" * 3000}"', "$.link"),
    ('link = "https://nrl.example"', f'link = "https://nrl.example/{"x" * 180}"', "$.link"),
    ('id = "ad26"', f'id = "{"x" * 5000}"', "$.id"),
    ('id = "ad26"', 'id = "../x y/<b>?q=1"', "$.id"),
    ('id = "weld"', 'id = "../weld"', "$.pieces[1].id"),
    ('languages = ["en", "uk", "de"]', 'languages = ["en", "xx"]', "$.languages[1]"),
    ("ends = 2026-11-20", "ends = 2026-11-16", "$.ends"),
    ("goal = 30", "goal = -1", "$.goal"),
    ("goal = 30", "goal = 10000", "$.goal"),
    ('countries = ["DE", "AT", "CH"]\nowner = "weber"', 'owner = ["weber", "nobody"]', "$.routing[2]"),
    ('countries = ["DE", "AT", "CH"]\nowner = "weber"', 'countries = ["DE"]', "$.routing[2]"),
    ('countries = ["DE", "AT", "CH"]\nowner = "weber"', 'owner = "weber"', "$.routing[2]"),
    ('countries = ["DE", "AT", "CH"]\nowner = "weber"', 'countrys = ["DE"]', "$.routing[2].countrys"),
    ('countries = ["DE", "AT", "CH"]', 'countries = ["Germany"]', "$.routing[2]"),
    ('countries = ["DE", "AT", "CH"]', 'industries = ["ships"]', "$.routing[2].industries"),
    ('accounts = ["Helios Marine", ', 'accounts = [" ", ', "$.routing[0].accounts"),
    ('products = ["care"]\ncountries', 'products = ["caer"]\ncountries', "$.routing[1].products"),
    ('id = "bondar"', 'id = "lange"', "$.staff[1].id"),
    ('id = "cell"', 'id = "arm"', "$.products[1].id"),
    ('id = "authority"', 'id = "budget"', "$.questions[1].id"),
    ('id = "planned"', 'id = "approved"', "$.questions[0].options[1].id"),
    ('id = "weld"', 'id = ""', "$.pieces[1].id"),
    ('place = "Leipzig', 'palce = "Leipzig', "$.palce"),
    (FIRST_QUESTION, FIRST_QUESTION + '\nkidn = "single"', "$.questions[0].kidn"),
    ('id = "approved"\n', 'id = "approved"\ntxet = "x"\n', "$.questions[0].options[0].txet"),
    (FIRST_QUESTION, '[[questions]]\nid = "x"\ntext = {}\n' + FIRST_QUESTION, "$.questions[0].options"),
    (
        FIRST_QUESTION,
        f'[[questions]]\nid = "x"\ntext = {{}}\nkind = "text"\n'
        f'options = [{{ id = "y", text = {{}} }}]\n{FIRST_QUESTION}',
        "$.questions[0].options",
    ),
    ("least = 0", "least = 0\nmost = 0", "$.questions[7].most"),
    ('kind = "several"', 'kind = "several"\nleast = 1', "$.questions[5].least"),
    ("least = 1\nmost = 5", "least = 0\nmost = 11", "$.questions[6].most"),
    ("least = 1\nmost = 5", "least = 0.5\nmost = 5", "$.questions[6].most"),
    ('"Fjord Automation"]', '"aurora  arms"]', "$.competitors[1]"),
    ('"Fjord Automation"]', '" "]', "$.competitors[1]"),
    ('id = "code"', 'id = "day"', "$.messages[1].id"),
    (
        FIRST_QUESTION,
        '[scorecard.answers]\nrobots = { "many" = 3 }\n' + FIRST_QUESTION,
        "$.scorecard.answers.robots.many",
    ),
    (FIRST_QUESTION, "[scorecard]\nwarm = 8\n" + FIRST_QUESTION, "$.scorecard.hot"),
    (FIRST_QUESTION, "[scorecard]\nwram = 8\n" + FIRST_QUESTION, "$.scorecard.wram"),
    (
        FIRST_QUESTION,
        "[scorecard.answers]\nbudget = { plenty = 3 }\n" + FIRST_QUESTION,
        "$.scorecard.answers.budget.plenty",
    ),
    (
        FIRST_QUESTION,
        "[scorecard.answers]\nbugdet = { approved = 3 }\n" + FIRST_QUESTION,
        "$.scorecard.answers.bugdet",
    ),
    (
        FIRST_QUESTION,
        "[scorecard.touches]\ndemo = { each = 4, most = 6, evry = 1 }\n" + FIRST_QUESTION,
        "$.scorecard.touches.demo.evry",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "place"), MISTAKES, ids=[place for _, _, place in MISTAKES])
def test_a_mistake_in_a_kit_is_named(tmp_path: Path, right: str, wrong: str, place: str) -> None:
    assert right in DEMO
    kit = tmp_path / "kit.toml"
    kit.write_text(DEMO.replace(right, wrong, 1), "utf-8")
    with pytest.raises(WrongCall) as refused:
        shows.read_kit(kit)
    assert f"{place}: " in str(refused.value)
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    ("routing", "place"), [({"DE": "nobody"}, "$.routing.DE"), ({"Germany": "weber"}, "$.routing.Germany")]
)
def test_a_mistake_in_the_short_form_of_the_rules_is_named(routing: dict[str, str], place: str) -> None:
    show = replace(shows.read_kit(paths.resources() / "demo" / "show.toml"), routing=routing)
    assert [where for where, _ in faults(show)] == [place]


def test_the_demo_kit_has_no_mistake(tmp_path: Path) -> None:
    kit = tmp_path / "kit.toml"
    kit.write_text(DEMO, "utf-8")
    assert faults(shows.read_kit(kit)) == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [("x = " + "[" * 5000, "nested too deeply"), ("# " + "x" * 30_000_000, "too large"), ("\xff", "mistake")],
    ids=["brackets", "large", "latin-1"],
)
def test_a_file_that_is_no_kit_is_said(tmp_path: Path, content: str, said: str) -> None:
    kit = tmp_path / "kit.toml"
    kit.write_text(content, "latin-1")
    with pytest.raises(WrongCall, match=said):
        shows.read_kit(kit)


def test_every_link_that_a_kit_may_have_fits_into_a_code(tmp_path: Path) -> None:
    show = shows.read_kit(paths.resources() / "demo" / "show.toml")
    longest = max((piece.id for piece in show.pieces), key=len)
    room = LONGEST_LINK - len(link("https://nrl.example/", show.id, longest, "x" * TOKEN_LENGTH))
    show = replace(show, link="https://nrl.example/" + "x" * (room - 1))
    assert faults(show) == ()
    assert encode(link(show.link, show.id, longest, "x" * TOKEN_LENGTH)).modules == 57
    assert [place for place, _ in faults(replace(show, link=show.link + "x"))] == ["$.link"]


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"GIF89a", b"%PDF-1.7"])
def test_a_logo_that_is_no_picture_is_refused(home: Home, tmp_path: Path, content: bytes) -> None:
    kit = tmp_path / "kit.toml"
    kit.write_text(DEMO, "utf-8")
    (tmp_path / "logo.png").write_bytes(content)
    store = open_store(home, "for this test")
    try:
        with pytest.raises(WrongCall, match="no PNG or JPEG"):
            shows.take(store, shows.read_kit(kit), tmp_path)
        assert shows.every(store) == []
    finally:
        store.close()
