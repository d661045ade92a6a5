"""A row of the log in words for somebody who was not there: what happened, on which inputs, by which rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.audit.rules import RULES, Rule


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of a timeline."""

    sequence: int
    at: datetime
    title: str
    who: str
    change: str | None
    """`buffer → shortlisted`; None: no state changed."""
    whose: str | None
    """Whose state changed: application, interview, job, negotiation."""
    flag: str | None
    """`auto_promotion was on`."""
    reason: str | None
    inputs: tuple[tuple[str, str], ...]
    """What the step stood on, and what came of it: label and value."""
    rule: Rule | None
    record: Mapping[str, Any]


TITLES: Mapping[str, str] = {
    "application_received": "Application received",
    "application_scored": "Scored",
    "application_rescored": "Scored again",
    "resume_unreadable": "Resume could not be read",
    "ranked": "Job ranked",
    "shortlisted": "Ranked onto a seat",
    "buffered": "Ranked onto the bench",
    "backfilled": "Moved up onto the bench",
    "unbuffered": "Left the bench",
    "promoted": "Promoted from the bench to a vacated seat",
    "promoted_by_hand": "Promoted by a person",
    "accepted_by_hand": "Accepted by a person",
    "rejected_by_hand": "Rejected by a person",
    "declined": "Seat given up: declined",
    "withdrew": "Seat given up: withdrew",
    "expired": "Seat lost: deadline passed",
    "no_show": "Seat lost: did not come",
    "invitation_sent": "Invited",
    "step_held": "Step held at a closed flag",
    "step_released": "Held step went on",
    "seat_unfilled": "A seat stays vacant",
}
"""What happened, where the name of the action alone does not say it."""

LABELS: Mapping[str, str] = {
    "fit_score": "Fit score",
    "scorer": "Scorer and version",
    "parameters": "Scorer's parameters (fingerprint)",
    "score_input": "Input (hash)",
    "parts": "Parts",
    "requirements": "Requirements met",
    "notices": "Notices",
    "rank": "Rank",
    "from_rank": "Rank before",
    "seat": "Seat",
    "rank_at_time": "Rank when invited",
    "mail_id": "Mail",
    "before": "Before",
    "after": "After",
}

_PLACES = {name: place for place, name in enumerate(LABELS)}

ACTORS: Mapping[str, str] = {"auto": "The automation", "scheduled": "A schedule"}


def moment(record: Mapping[str, Any]) -> Moment:
    """A record (`services.audit.as_record`) in words."""
    action = str(record["action_type"])
    flag = record["flag"]
    return Moment(
        sequence=int(record["sequence"]),
        at=datetime.fromisoformat(record["created_at"]),
        title=TITLES.get(action) or _spaced(action).capitalize(),
        who=who(record),
        change=_change(record),
        whose=record["entity"],
        flag=f"{flag} was {'on' if record['flag_enabled'] else 'off'}" if flag else None,
        reason=record["reason"],
        inputs=tuple(_inputs(record["details"] or {})),
        rule=RULES.get(action),
        record=record,
    )


def who(record: Mapping[str, Any]) -> str:
    """Who acted: automation, schedule, or a person by role and id. Never a name (I8)."""
    automatic = ACTORS.get(record["trigger_source"])
    if automatic is not None:
        return automatic
    kind = str(record["actor_kind"]).capitalize()
    return f"{kind} {record['actor_id']}" if record["actor_id"] else kind


def _change(record: Mapping[str, Any]) -> str | None:
    if not record["new_state"]:
        return None
    before = record["previous_state"]
    return f"{_spaced(before) if before else 'nothing'} → {_spaced(record['new_state'])}"


def _inputs(details: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    # The database keeps them in no order that means anything.
    for name, value in sorted(details.items(), key=lambda item: _PLACES.get(item[0], len(_PLACES))):
        yield LABELS.get(name) or _spaced(name).capitalize(), _value(value)


def _value(value: Any) -> str:
    if value is None or value == "":
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        if value.keys() == {"met", "of"}:
            return f"{value['met']} of {value['of']}"
        return ", ".join(f"{_spaced(str(name))} {_value(part)}" for name, part in value.items()) or "none"
    if isinstance(value, list):
        return ", ".join(map(_value, value)) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _spaced(name: str) -> str:
    return name.replace("_", " ")
