"""Which scopes allow which method: taken from Google's discovery document, which the client library brings."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from tests.doubles.google.errors import GoogleError
from tests.doubles.google.people import Grant


@cache
def _methods() -> dict[str, Any]:
    text = files("googleapiclient.discovery_cache.documents").joinpath("calendar.v3.json").read_text()
    resources = json.loads(text)["resources"]
    return {method["id"]: method for each in resources.values() for method in each["methods"].values()}


def require(grant: Grant, method: str) -> None:
    """Raises 403 unless one of the grant's scopes allows the method, for example `calendar.events.list`."""
    if set(grant.scopes).isdisjoint(_methods()[method]["scopes"]):
        raise GoogleError(403, "insufficientPermissions", "Request had insufficient authentication scopes.")


def check_query(method: str, names: set[str]) -> None:
    """Raises 400 for a query parameter that the method does not have."""
    known = {*_methods()[method].get("parameters", {}), "alt", "fields", "prettyPrint", "quotaUser", "key"}
    if unknown := names - known:
        raise GoogleError(
            400, "invalidParameter", f"Unknown name {min(unknown)!r}: Cannot bind query parameter."
        )
