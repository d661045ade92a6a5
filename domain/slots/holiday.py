"""Public holidays of a country or a part of it, from the `holidays` library: computed, nothing is fetched."""

from datetime import date
from functools import lru_cache

from domain.errors import InvalidInputError


@lru_cache(maxsize=2048)
def public_holidays(region: str, year: int) -> frozenset[date]:
    """Public holidays of `region` in a year, the days on which they are observed included.

    `region` is an ISO 3166 code: a country ("FR"), or one of its subdivisions ("DE-BY", "US-CA"). Raises
    InvalidInputError for a code that the library does not know.
    """
    # Deferred: the import takes some 0.3 s, and whoever has no holiday calendar does not need it.
    from holidays import country_holidays

    country, _, part = region.partition("-")
    try:
        return frozenset(country_holidays(country.upper(), subdiv=part or None, years=year))
    except NotImplementedError as error:
        raise InvalidInputError(
            f"There is no holiday calendar “{region[:20]}”.",
            field="holidays",
            remedy="Give a country such as FR, or a country and its part such as DE-BY (ISO 3166).",
        ) from error
