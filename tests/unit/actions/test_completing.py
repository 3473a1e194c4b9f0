"""Titles and mail domains that are offered while a visitor's details are typed."""

import pytest

from boothapp.actions import capture, shows, suggest
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.store.database import Store


def came(store: Store, *visitors: Visitor) -> None:
    for one in visitors:
        capture.save(store, Draft(visitor=one))


def offered(store: Store, field: str, text: str, company: str = "") -> list[str]:
    return [one.name for one in suggest.for_typed(store, shows.current(store), field, text, company)]


def mail(name: str, mail: str = "", company: str = "Werft Nord", site: str = "") -> Visitor:
    return Visitor(full_name=name, company=company, emails=(mail,) if mail else (), website=site)


def test_titles_come_by_how_often_they_were_said(store: Store) -> None:
    titles = ("Head of Purchasing", "Head of Production", "head of production", "Head of Production", "CEO")
    came(store, *(Visitor(full_name=f"V {at}", job_title=title) for at, title in enumerate(titles)))
    assert offered(store, "job_title", "he") == ["Head of Production", "Head of Purchasing"]
    assert offered(store, "job_title", "purch") == ["Head of Purchasing"]
    assert offered(store, "job_title", "h") == []


def test_titles_of_another_show_are_not_offered(store: Store) -> None:
    came(store, Visitor(full_name="Ann", job_title="Head of Production"))
    shows.start_new(store, "Autumn Dock", shows.current(store))
    assert offered(store, "job_title", "head") == []


def test_the_mail_goes_on_as_that_of_the_colleagues(store: Store) -> None:
    came(
        store,
        mail("Ann", "ann@werft.example"),
        mail("Bo", "bo@nord.example"),
        mail("Cem", "cem@werft.example"),
        mail("Di", "di@other.example", "Other"),
        mail("Eva", "eva@gmail.com"),
    )
    assert offered(store, "emails", "fay@", "werft nord") == ["fay@werft.example", "fay@nord.example"]
    assert offered(store, "emails", "fay@n", "Werft Nord") == ["fay@nord.example"]
    assert offered(store, "emails", "fay@old.example, fay@w", "Werft Nord") == [
        "fay@old.example, fay@werft.example"
    ]


@pytest.mark.parametrize("typed", ["", "fay", "@", "fay@werft.example"])
def test_nothing_is_offered_before_the_sign_or_when_it_is_whole(store: Store, typed: str) -> None:
    came(store, mail("Ann", "ann@werft.example"))
    assert offered(store, "emails", typed, "Werft Nord") == []


def test_without_a_mail_of_theirs_the_site_tells_the_domain(store: Store) -> None:
    came(store, mail("Ann", site="https://www.werft.example/de"), mail("Bo", "bo@gmail.com"))
    assert offered(store, "emails", "fay@", "Werft Nord") == ["fay@werft.example"]
    assert offered(store, "emails", "fay@", "Nobody Known") == []
    assert offered(store, "emails", "fay@") == []
