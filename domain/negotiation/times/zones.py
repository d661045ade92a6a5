"""Names of time zones as people write them. Abbreviations are read as civil time, whatever the season."""

from datetime import timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

_NEW_YORK, _CHICAGO, _DENVER, _LOS_ANGELES = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)
_BERLIN, _LONDON, _KOLKATA, _SYDNEY = "Europe/Berlin", "Europe/London", "Asia/Kolkata", "Australia/Sydney"

ABBREVIATIONS = {
    **dict.fromkeys(("et", "est", "edt"), _NEW_YORK),
    **dict.fromkeys(("ct", "cst", "cdt"), _CHICAGO),
    **dict.fromkeys(("mt", "mst", "mdt"), _DENVER),
    **dict.fromkeys(("pt", "pst", "pdt"), _LOS_ANGELES),
    **dict.fromkeys(("cet", "cest", "mez", "mesz"), _BERLIN),
    "bst": _LONDON,
    "ist": _KOLKATA,
    "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong",
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "pkt": "Asia/Karachi",
    **dict.fromkeys(("aest", "aedt", "aet"), _SYDNEY),
    "awst": "Australia/Perth",
    **dict.fromkeys(("nzst", "nzdt", "nzt"), "Pacific/Auckland"),
    **dict.fromkeys(("wet", "west"), "Europe/Lisbon"),
    **dict.fromkeys(("eet", "eest", "oez"), "Europe/Helsinki"),
    "msk": "Europe/Moscow",
    "brt": "America/Sao_Paulo",
    "art": "America/Argentina/Buenos_Aires",
    **dict.fromkeys(("akst", "akdt"), "America/Anchorage"),
    "hst": "Pacific/Honolulu",
    "sast": "Africa/Johannesburg",
    "npt": "Asia/Kathmandu",
}
"""Abbreviation -> zone."""
PLAIN = frozenset(
    [
        "cet",
        "cest",
        "mez",
        "mesz",
        "sgt",
        "hkt",
        "jst",
        "kst",
        "pkt",
        "aest",
        "aedt",
        "awst",
        "nzst",
        "nzdt",
        "eest",
        "edt",
        "cdt",
        "mdt",
        "pst",
        "pdt",
        "akst",
        "akdt",
        "sast",
        "brt",
        "bst",
        "mst",
    ]
)
"""Abbreviations that are no word of any of the five languages: read in small letters too."""
FIXED = frozenset({"utc", "gmt", "zulu"})

_PLACES = {
    _LONDON: "london|londres|londoner|uk|british|england|britische|great britain|united kingdom|dublin|reino unido",
    _BERLIN: "berlin|berliner|german|germany|munich|munchen|munchner|hamburg|frankfurt|frankfurter|cologne|koln|berlim|"
    "alemana|alemania|deutsche|allemande|deutscher|central european|mitteleuropaische|"
    "mitteleuropaischer|alemanha",
    "Europe/Paris": "paris|french|pariser|france|francaise|francia|lyon|franca",
    "Europe/Madrid": "madrid|spanish|spain|espanola|espana|barcelona|madrider|spanische|"
    "spanischer|peninsular|espagnole",
    "Europe/Lisbon": "lisbon|lisboa|lissabon|lisbonne|portuguese|portugal|lissabonner|porto",
    "Europe/Vienna": "vienna|wien|wiener|vienne|viena|austrian",
    "Europe/Zurich": "zurich|zurcher|swiss|schweizer|geneva|geneve|suisse|suiza",
    "Europe/Rome": "rome|roma|italian|milan|milano|rom",
    "Europe/Amsterdam": "amsterdam|dutch|amsterdamer",
    "Europe/Brussels": "brussels|bruxelles|brussel|bruselas|bruxelas|brusseler",
    "Europe/Stockholm": "stockholm|swedish",
    "Europe/Warsaw": "warsaw|polish|varsovia|warschau|warschauer",
    "Europe/Helsinki": "helsinki|finnish",
    "Europe/Athens": "athens|greek|athen",
    "Europe/Istanbul": "istanbul|turkish",
    "Europe/Moscow": "moscow|moskau|moscou|moscu",
    _NEW_YORK: "new york|nyc|ny|eastern|us eastern|boston|toronto|new yorker|nova york|nova iorque|nueva york|miami|"
    "washington|atlanta|us east coast|east coast|montreal",
    _CHICAGO: "chicago|central|us central|texas|dallas|austin|houston",
    _DENVER: "denver|mountain|us mountain|colorado",
    _LOS_ANGELES: "los angeles|la|pacific|us pacific|san francisco|sf|seattle|california|californian|west coast|"
    "us west coast|kalifornische|kalifornischer|vancouver|californie",
    "America/Phoenix": "phoenix|arizona",
    "America/Sao_Paulo": "sao paulo|brasilia|brazil|brasil|brazilian|rio|rio de janeiro",
    "America/Mexico_City": "mexico city|mexico|mexican|ciudad de mexico|cdmx|mexiko|mexique",
    "America/Bogota": "bogota|colombia|colombian",
    "America/Lima": "lima|peru",
    "America/Santiago": "santiago|chile|santiago de chile",
    "America/Argentina/Buenos_Aires": "buenos aires|argentina",
    "Asia/Singapore": "singapore|singapur|singapour|singapura",
    _KOLKATA: "india|indian|mumbai|delhi|new delhi|bangalore|bengaluru|kolkata|indische|indischer|chennai|"
    "hyderabad|pune",
    "Asia/Tokyo": "tokyo|japan|japanese|tokio|toquio",
    "Asia/Hong_Kong": "hong kong",
    "Asia/Shanghai": "shanghai|beijing|china|chinese|peking",
    "Asia/Dubai": "dubai|uae|gulf",
    "Asia/Kathmandu": "kathmandu|nepal",
    "Asia/Karachi": "karachi|pakistan",
    "Asia/Jerusalem": "tel aviv|israel|jerusalem",
    "Asia/Manila": "manila|philippine",
    _SYDNEY: "sydney|melbourne|sidney|canberra",
    "Australia/Adelaide": "adelaide",
    "Australia/Brisbane": "brisbane",
    "Australia/Perth": "perth",
    "Pacific/Auckland": "auckland|new zealand|wellington",
    "America/St_Johns": "newfoundland|st johns",
    "Africa/Johannesburg": "johannesburg|cape town|south africa|south african",
    "Africa/Lagos": "lagos|nigeria",
    "Africa/Nairobi": "nairobi|kenya",
    "Africa/Cairo": "cairo|egypt",
    "Atlantic/Canary": "canarias|canaria|canary islands|las palmas",
    "Atlantic/Azores": "acores|azores",
}
PLACES = {tuple(name.split()): zone for zone, names in _PLACES.items() for name in names.split("|")}
"""Words of a place or region -> zone; they count beside a word for time or behind a clock time."""
LONGEST_PLACE = max(map(len, PLACES))
FIRST_WORDS = frozenset(words[0] for words in PLACES)


@cache
def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name or of "UTC+02:00". Raises ZoneInfoNotFoundError for an unknown name."""
    if name.startswith("UTC") and len(name) > len("UTC"):
        hours, minutes = name[4:].split(":")
        east = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-east if name[3] == "-" else east)
    return ZoneInfo(name)


def fixed(minutes: int) -> str:
    """The name of a fixed offset, minutes east of UTC: "UTC+02:00"."""
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
