"""What a recruiter looks for among the applications of a job, as it stands in the address of the page."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from urllib.parse import urlencode

from domain.errors import InvalidInputError
from domain.vocabulary import ShortlistStatus as S

LONGEST_SEARCH = 100
MOST_WORDS = 6
_WORD = re.compile(r"[^\W_]+")


class Show(StrEnum):
    """Which applications: those that still run, one status, or all."""

    RUNNING = "running"
    SHORTLISTED = "shortlisted"
    BUFFER = "buffer"
    PENDING = "pending"
    REJECTED = "rejected"
    EXPIRED = "expired"
    ALL = "all"

    @property
    def seats(self) -> bool:
        """Whether applications that hold a seat are among them."""
        return self in {Show.RUNNING, Show.SHORTLISTED, Show.ALL}

    @property
    def others(self) -> tuple[S, ...]:
        """The other statuses among them."""
        match self:
            case Show.RUNNING:
                return (S.BUFFER, S.PENDING)
            case Show.ALL:
                return (S.BUFFER, S.PENDING, S.REJECTED, S.EXPIRED)
            case Show.SHORTLISTED:
                return ()
            case _:
                return (S(self.value),)


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter. Scores are inclusive; None: no limit."""

    show: Show = Show.RUNNING
    lowest: Decimal | None = None
    highest: Decimal | None = None
    notice: bool = False
    """Only those that a person should look at."""
    name: str = ""

    @property
    def is_narrow(self) -> bool:
        """Whether anything but the status is filtered."""
        return self != Filter(self.show)

    def query(self, **changes: object) -> str:
        """The address of the same list with these changes, beginning with `?`."""
        other = replace(self, **changes) if changes else self  # type: ignore[arg-type]  # names of fields
        values = {
            "show": "" if other.show is Show.RUNNING else other.show.value,
            "lowest": "" if other.lowest is None else f"{other.lowest:f}",
            "highest": "" if other.highest is None else f"{other.highest:f}",
            "notice": "yes" if other.notice else "",
            "name": other.name,
        }
        return "?" + urlencode({key: value for key, value in values.items() if value})

    def name_query(self) -> str | None:
        """The search as a `tsquery`: every word begins a word of the name. None: nothing to search for."""
        words = _WORD.findall(_plain(self.name))[:MOST_WORDS]
        # The database folds the case of ASCII letters alone: other letters are looked for in both.
        variants = [sorted({word.lower(), word.capitalize(), word.upper()}) for word in words]
        return " & ".join("(" + " | ".join(f"{one}:*" for one in forms) + ")" for forms in variants) or None


def read_filter(query: Mapping[str, str]) -> Filter:
    """The filter of an address. Raises InvalidInputError for a value that is none."""
    try:
        show = Show(query.get("show") or Show.RUNNING)
    except ValueError:
        raise InvalidInputError("There is no such status.", field="show") from None
    return Filter(
        show=show,
        lowest=_score(query, "lowest"),
        highest=_score(query, "highest"),
        notice=query.get("notice") == "yes",
        name=query.get("name", "").strip()[:LONGEST_SEARCH],
    )


def _score(query: Mapping[str, str], field: str) -> Decimal | None:
    text = query.get(field, "").strip().replace(",", ".")
    if not text:
        return None
    try:
        score = Decimal(text)
    except InvalidOperation:
        score = Decimal(-1)
    if not (score.is_finite() and 0 <= score <= 100):  # noqa: PLR2004 - the bounds of a fit score
        raise InvalidInputError("A score is a number from 0 to 100.", field=field)
    return score.quantize(Decimal("0.01"))


def _plain(text: str) -> str:
    """Without marks over and under letters, as the database keeps words of names."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
