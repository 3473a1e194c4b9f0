"""Tryton's models through one session: search, create, write, and the few lists looked up once."""

from collections.abc import Iterable, Sequence
from typing import Any

from boothapp.crm import tryton_shapes
from boothapp.crm.rpc import Rpc
from boothapp.crm.transport import reply_lost
from boothapp.crm.tryton_shapes import Row, tryton
from boothapp.crm.tryton_values import Values, folded

__all__ = ["Models", "Row"]


class Models:
    """Plain verbs on Tryton's models; every one is one call."""

    def __init__(self, rpc: Rpc) -> None:
        self.rpc = rpc
        self._countries: dict[str, int | None] = {}
        self._employees: dict[str, int] | None = None

    def rows(
        self, model: str, domain: Sequence[Any], fields: Sequence[str], limit: int | None = None
    ) -> list[Row]:
        """The matching records with these fields, by id."""
        order = [("id", "ASC")]
        found = self.rpc.call(f"model.{model}.search_read", list(domain), 0, limit, order, ["id", *fields])
        return tryton_shapes.rows(found, model, fields)

    def count(self, model: str, domain: Sequence[Any]) -> int:
        """How many records match."""
        return tryton(self.rpc.call(f"model.{model}.search_count", list(domain)), int)

    def create(self, model: str, values: Sequence[Values]) -> list[int]:
        """Creates all or nothing; ids in the same order. Raises ReplyLost where no such ids come back."""
        if not values:
            return []
        found = self.rpc.call(f"model.{model}.create", list(values))
        made = tryton_shapes.ids(found, len(values))
        if made is None:
            # It may all be stored: nobody knows before the next look.
            raise reply_lost()
        return made

    def write(self, model: str, changes: Sequence[tuple[int, Values]], seen: dict[str, str]) -> None:
        """Writes all or nothing; nothing if a record changed since it was seen (`model,id` -> time)."""
        if changes:
            pairs = [part for record, values in changes for part in ([record], values)]
            self.rpc.call(f"model.{model}.write", *pairs, context={"_timestamp": seen})

    def delete(self, model: str, record: int) -> None:
        """Deletes one record."""
        self.rpc.call(f"model.{model}.delete", [record])

    def countries(self, codes: Iterable[str]) -> dict[str, int | None]:
        """The ids of the countries the server has; None for the others."""
        new = {code for code in codes if code and code not in self._countries}
        if new:
            rows = self.rows("country.country", [("code", "in", sorted(new))], ["code"])
            found = {row["code"]: row["id"] for row in rows}
            self._countries |= {code: found.get(code) for code in new}
        return self._countries

    def employee(self, name: str) -> int | None:
        """The employee of this name in the user's company, if there is just that one."""
        if not name:
            return None
        if self._employees is None:
            domain = [("company", "=", self.rpc.context().get("company"))]
            rows = self.rows("company.employee", domain, ["rec_name"])
            self._employees = {folded(str(row["rec_name"])): int(row["id"]) for row in rows}
        return self._employees.get(folded(name))
