"""Fills the CRM of the tests; run by build_spec/tryton.py in the server's own environment.

Company in euros, its currency, a few countries, an employee, the sales representative's user and the
service user boothapp signs in with, in no more groups than it needs.
"""

import datetime
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from proteus import Model, Wizard
from proteus import config as proteus_config

COUNTRIES = {
    "DE": "Germany",
    "UA": "Ukraine",
    "FR": "France",
    "PL": "Poland",
    "GB": "United Kingdom",
    "US": "United States",
    "JP": "Japan",
    "CH": "Switzerland",
}
GROUPS = {
    "boothapp": ("Sale Opportunity", "Sales", "Party Administration"),
    "guest": (),
    "sales": ("Sale Opportunity", "Sales", "Party Administration"),
}


def main() -> None:
    config, seed = sys.argv[1:]
    facts = json.loads(Path(seed).read_text())
    session = proteus_config.set_trytond(facts["database"], user="admin", config_file=config)
    company = _company(session)
    for code, name in COUNTRIES.items():
        Model.get("country.country")(name=name, code=code).save()
    employee = _employee("Olena Vertrieb")
    for login in GROUPS:
        _user(login, facts["passwords"][login], company, employee)


def _company(session: Any) -> Any:
    euro = Model.get("currency.currency")(name="Euro", symbol="€", code="EUR", rounding=Decimal("0.01"))
    euro.save()
    first_day = datetime.date(2000, 1, 1)
    Model.get("currency.currency.rate")(date=first_day, rate=Decimal(1), currency=euro).save()
    party = Model.get("party.party")(name="Head Office Ltd")
    party.save()
    wizard = Wizard("company.company.config")
    wizard.execute("company")
    wizard.form.party, wizard.form.currency = party, euro
    wizard.execute("add")
    session._context = Model.get("res.user").get_preferences(True, {})
    (company,) = Model.get("company.company").find()
    return company


def _employee(name: str) -> Any:
    party = Model.get("party.party")(name=name)
    party.save()
    employee = Model.get("company.employee")(party=party)
    employee.save()
    return employee


def _user(login: str, password: str, company: Any, employee: Any) -> None:
    user = Model.get("res.user")(name=login, login=login, password=password)
    user.companies.append(Model.get("company.company")(company.id))
    user.company = Model.get("company.company")(company.id)
    user.employees.append(Model.get("company.employee")(employee.id))
    user.employee = Model.get("company.employee")(employee.id)
    for name in GROUPS[login]:
        (group,) = Model.get("res.group").find([("name", "=", name)])
        user.groups.append(group)
    user.save()


if __name__ == "__main__":
    main()
