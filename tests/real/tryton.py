"""A real Tryton for the tests, and the sales representative who works in it."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from boothapp.crm.rpc import Rpc
from tests.real.server import free_port, prepared, started

CONFIG = "[database]\nuri = sqlite://\npath = {folder}\n[web]\nlisten = 127.0.0.1:{port}\n"


@dataclass(frozen=True)
class Head:
    """The running server and its users; passwords are random and live as long as the template."""

    url: str
    database: str
    passwords: dict[str, str] = field(repr=False)
    user: str = "boothapp"

    @property
    def password(self) -> str:
        return self.passwords[self.user]

    def session(self, user: str | None = None) -> Rpc:
        """A signed-in client of this user, else of the service user."""
        name = user or self.user
        return Rpc(self.url, self.database, name, self.passwords[name])


@contextmanager
def running(folder: Path, *, port: int | None = None) -> Iterator[Head]:
    """A server on the folder's copy of the template, made if missing; ends with the block."""
    ready = prepared("tryton")
    seed = json.loads((ready / "seed.json").read_text())
    database = folder / f"{seed['database']}.sqlite"
    if not database.exists():
        shutil.copy(ready / "template" / database.name, database)
    chosen = port or free_port()
    config = folder / "trytond.conf"
    config.write_text(CONFIG.format(folder=folder, port=chosen))
    head = Head(f"http://127.0.0.1:{chosen}", seed["database"], seed["passwords"])
    command = [ready / "venv/bin/python", ready / "venv/bin/trytond", "-c", config, "-d", head.database]
    with started(command, folder / "trytond.log") as server:
        with closing(Rpc(head.url, head.database, "", "")) as client:
            server.wait_for(client.version)
        yield head


class SalesRep:
    """Somebody at head office who works on leads with Tryton's own buttons."""

    def __init__(self, head: Head) -> None:
        self._rpc = head.session("sales")

    def close(self) -> None:
        self._rpc.close()

    def lead(self, key: str, *fields: str) -> dict[str, Any]:
        """The one opportunity with this key."""
        wanted = ["number", "state", "party", "description", "comment", "amount", "sales", *fields]
        (found,) = self._search("sale.opportunity", [("reference", "=", key)], *wanted)
        return found

    def count(self, model: str = "sale.opportunity", *domain: Any) -> int:
        return int(self._rpc.call(f"model.{model}.search_count", list(domain)))

    def count_leads(self, keys: list[str]) -> int:
        return self.count("sale.opportunity", ("reference", "in", keys))

    def count_contacts(self, keys: list[str]) -> int:
        """Parties that carry one of these keys, with or without a lead."""
        return self.count("party.party", ("contact_mechanisms.value", "in", keys))

    def comment(self, key: str) -> str:
        return str(self.lead(key)["comment"] or "")

    def edit_comment(self, key: str, text: str) -> None:
        self.edit(key, comment=text)

    def take_key_off(self, key: str) -> None:
        """Writes a reference of head office's own over ours."""
        self.edit(key, reference="HM-2026-17")

    def contact(self, key: str) -> int:
        return int(self.lead(key)["party"])

    def contact_name(self, key: str) -> str:
        return str(self.lead(key, "party.name")["party."]["name"])

    def edit_contact_name(self, key: str, name: str) -> None:
        self.edit_party(key, name=name)

    def city(self, key: str) -> str:
        return str(
            self._search("party.address", [("party", "=", self.contact(key))], "city")[0]["city"] or ""
        )

    def mechanisms(self, key: str) -> list[str]:
        """The types of the party's contact mechanisms."""
        return [row["type"] for row in self._mechanisms(key)]

    def remove_mechanism(self, key: str, kind: str) -> None:
        for row in self._mechanisms(key):
            if row["type"] == kind:
                self._rpc.call("model.party.contact_mechanism.delete", [row["id"]])

    def edit(self, key: str, **values: Any) -> None:
        """Changes fields of the opportunity."""
        self._write("sale.opportunity", self.lead(key)["id"], values)

    def edit_party(self, key: str, **values: Any) -> None:
        self._write("party.party", self.lead(key)["party"], values)

    def win(self, key: str, amount: Decimal) -> None:
        """Lead, opportunity, sale, quotation, confirmation; the opportunity becomes won by itself."""
        sale = self.offer(key, amount)
        for button in ("quote", "confirm"):
            self._press("sale.sale", button, sale)

    def offer(self, key: str, amount: Decimal) -> int:
        """Makes the sale with one line of that untaxed amount."""
        lead = self.lead(key)
        employee = self._rpc.context()["employee"]
        self._write("sale.opportunity", lead["id"], {"employee": employee})
        for button in ("opportunity", "convert"):
            self._press("sale.opportunity", button, lead["id"])
        (sale,) = self.lead(key)["sales"]
        line = {"description": "As agreed", "quantity": 1.0, "unit_price": amount}
        by_hand = {"invoice_method": "manual", "shipment_method": "manual"}
        address = self._search("party.address", [("party", "=", lead["party"])])[0]["id"]
        addresses = {"invoice_address": address, "shipment_address": address}
        self._write("sale.sale", sale, {**by_hand, **addresses, "lines": [("create", [line])]})
        return int(sale)

    def lose(self, key: str, reason: str) -> None:
        lead = self.lead(key)
        self._press("sale.opportunity", "lost", lead["id"])
        self._write("sale.opportunity", lead["id"], {"lost_reason": reason})

    def reopen(self, key: str) -> None:
        """Back from lost to lead; a won one is open again once there is another offer."""
        lead = self.lead(key)
        if lead["state"] == "won":
            self._second_offer(lead)
        else:
            self._press("sale.opportunity", "lead", lead["id"])

    def delete(self, key: str) -> None:
        """Tryton lets nobody delete an opportunity that is not cancelled."""
        lead = self.lead(key)
        self._press("sale.opportunity", "cancel", lead["id"])
        self._rpc.call("model.sale.opportunity.delete", [lead["id"]])

    def _mechanisms(self, key: str) -> list[dict[str, Any]]:
        return self._search("party.contact_mechanism", [("party", "=", self.contact(key))], "type")

    def _second_offer(self, lead: dict[str, Any]) -> None:
        sale = {"origin": f"sale.opportunity,{lead['id']}", "party": lead["party"]}
        line = {"description": "One more", "quantity": 1.0, "unit_price": Decimal("1.00")}
        fields = {"invoice_method": "manual", "shipment_method": "manual", "lines": [("create", [line])]}
        address = self._search("party.address", [("party", "=", lead["party"])])[0]["id"]
        addresses = {"invoice_address": address, "shipment_address": address}
        (made,) = self._rpc.call("model.sale.sale.create", [{**sale, **fields, **addresses}])
        self._press("sale.sale", "quote", made)

    def _search(self, model: str, domain: list[Any], *fields: str) -> list[dict[str, Any]]:
        found = self._rpc.call(f"model.{model}.search_read", domain, 0, None, None, ["id", *fields])
        return list(found)

    def _write(self, model: str, record: int, values: dict[str, Any]) -> None:
        self._rpc.call(f"model.{model}.write", [record], values)

    def _press(self, model: str, button: str, record: int) -> None:
        self._rpc.call(f"model.{model}.{button}", [record])
