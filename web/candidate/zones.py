"""The zones a candidate can choose from."""

from functools import cache
from zoneinfo import available_timezones

REGIONS = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
)  # fmt: skip


@cache
def zones_by_region() -> dict[str, list[str]]:
    """IANA zones by region, without the historical aliases."""
    regions: dict[str, list[str]] = {region: [] for region in REGIONS}
    for zone in sorted(available_timezones()):
        region = zone.partition("/")[0]
        if region in regions:
            regions[region].append(zone)
    return {"UTC": ["UTC"], **regions}
