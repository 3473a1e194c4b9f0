"""Which opportunity in Tryton is which lead: by its reference, else by its id, else by its party."""

from collections.abc import Mapping, Sequence
from typing import Any

from boothapp.crm.target import KEY_PREFIX
from boothapp.crm.tryton_model import Models, Row
from boothapp.crm.tryton_values import KEY_TYPE


def leads(
    models: Models, keys: Sequence[str], ids: Mapping[str, str], fields: Sequence[str]
) -> dict[str, Row]:
    """The leads that are there with these fields (reference and party among them), by key.

    ids: the opportunity's id by key as it was told before. Sales people do edit the reference, and a lead
    without it is neither deleted nor new.
    """
    if not keys:
        return {}
    rows = models.rows("sale.opportunity", [("reference", "in", list(keys))], fields)
    # The oldest counts, should somebody have typed the same reference again.
    found = {str(row["reference"]): row for row in reversed(rows)}
    found |= _by_id(models, {key: ids[key] for key in keys if key not in found and key in ids}, fields)
    return found | _by_party(models, [key for key in keys if key not in found and key not in ids], fields)


def parties(models: Models, keys: Sequence[str]) -> dict[str, int]:
    """The party made for each of these leads, by key."""
    ours = [("type", "=", KEY_TYPE), ("value", "in", list(keys))]
    rows = models.rows("party.contact_mechanism", ours, ["value", "party"])
    return {str(row["value"]): row["party"] for row in reversed(rows)}


def _by_id(models: Models, ids: Mapping[str, str], fields: Sequence[str]) -> dict[str, Row]:
    keys = {int(number): key for key, number in ids.items() if number.isdigit()}
    rows = _renamed(models, [("id", "in", sorted(keys))], fields, keys)
    return {keys[row["id"]]: row for row in rows if row["id"] in keys}


def _by_party(models: Models, keys: Sequence[str], fields: Sequence[str]) -> dict[str, Row]:
    """For a lead whose id was never told: what boothapp's own user made for the lead's own party."""
    made_for = {party: key for key, party in parties(models, keys).items()} if keys else {}
    domain = [("party", "in", sorted(made_for)), ("create_uid", "=", models.rpc.user_id)]
    rows = _renamed(models, domain, fields, made_for)
    return {made_for[row["party"]]: row for row in reversed(rows) if row["party"] in made_for}


def _renamed(
    models: Models, domain: Sequence[Any], fields: Sequence[str], wanted: Mapping[int, str]
) -> list[Row]:
    rows = models.rows("sale.opportunity", domain, fields) if wanted else []
    return [row for row in rows if not str(row["reference"] or "").startswith(KEY_PREFIX)]
