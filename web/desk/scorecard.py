"""The scorecard of one interview: the own card as a form, those of others once it is handed in, and the merged one."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import ConflictError, InvalidInputError, UnderstudyError
from domain.scorecards import DIMENSIONS, Card, Point, Recommendation
from domain.scorecards.rules import MOST_POINTS
from domain.scorecards.scale import ANCHORS, MEANINGS, STEPS
from services.scorecards import drafting, reading, writing
from services.scorecards.rows import card_of
from web.acting import HIRING, MEMBERS, Act
from web.desk.session import Desk, SignedIn
from web.reading.interview_room import read_room

router = APIRouter(prefix="/interviews/{interview_id}/scorecard")
MOST_FIELDS = 20 + 4 * MOST_POINTS
"""Twenty points with a quote each, and the rest of the form."""
BLANK_ROWS = 2
LONGEST_NUMBER = 9
SAID = {
    "saved": "Your draft is saved. Nobody else sees it.",
    "handed_in": "Your card is handed in.",
    "reopened": "Your card is open again. It counts once you hand it in.",
    "prefilled": "What you had left empty is filled in from what was noticed. Check every field that says so.",
}
"""What was just done, in words; the address names only the key."""


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn, interview_id: UUID, said: str = "") -> Response:
    """The form, or the card that was handed in, beside what others handed in."""
    return await _show(desk, interview_id, said=SAID.get(said, ""))


@router.post("")
async def change(desk: SignedIn, interview_id: UUID) -> Response:
    """Save, hand in, open again, or fill in from insights."""
    sent = await desk.request.form(max_fields=MOST_FIELDS, max_files=0)
    desk.refuse_foreign(sent)
    form = {name: value for name, value in sent.items() if isinstance(value, str)}
    try:
        done = await _do(desk, interview_id, form)
    except (ConflictError, InvalidInputError) as error:
        return await _show(desk, interview_id, error=error, form=form)
    return RedirectResponse(f"{desk.caller.deps.root}/interviews/{interview_id}/scorecard?said={done}", 303)


async def _do(desk: Desk, interview_id: UUID, form: Mapping[str, str]) -> str:
    """Do what the button says, each part in a transaction of its own: a draft is kept although it lacks something."""
    button = form.get("act", "save")
    if button not in {"save", "hand_in", "reopen", "prefill"}:
        raise InvalidInputError("There is no such button.", field="act")
    if button == "reopen":
        async with desk.caller.begin() as act:
            act.needs(*MEMBERS)
            await writing.reopen(act.session, interview_id, act.user_id, cause=act.cause(), at=act.at)
        return "reopened"
    card, version = _card(form), _number(form.get("version", "0"), "version") or 0
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        row = await writing.save(act.session, interview_id, act.user_id, card, version=version, at=act.at)
        version = row.version
    if button == "save":
        return "saved"
    async with desk.caller.begin() as act:
        if button == "prefill":
            await drafting.prefill(act.session, interview_id, act.user_id, cause=act.cause(), at=act.at)
            return "prefilled"
        await writing.hand_in(
            act.session, interview_id, act.user_id, version=version, cause=act.cause(), at=act.at
        )
    return "handed_in"


def _card(form: Mapping[str, str]) -> Card:
    """The card as the form holds it. Raises InvalidInputError naming the field."""
    ratings = {
        name: number for name in DIMENSIONS if (number := _number(form.get(name, ""), name)) is not None
    }
    chosen = form.get("recommendation", "")
    if chosen and chosen not in set(Recommendation):
        raise InvalidInputError("There is no such recommendation.", field="recommendation")
    return Card(
        ratings,
        Recommendation(chosen) if chosen else None,
        form.get("justification", ""),
        _points(form, "strength"),
        _points(form, "weakness"),
        form.get("summary", ""),
        form.get("notes", ""),
    )


def _points(form: Mapping[str, str], name: str) -> tuple[Point, ...]:
    return tuple(
        Point(form.get(f"{name}_{n}", ""), form.get(f"{name}_quote_{n}", "")) for n in range(MOST_POINTS)
    )


def _number(text: str, field: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > LONGEST_NUMBER:
        raise InvalidInputError("This is no number.", field=field, remedy="Choose from the list.")
    return int(text)


async def _show(
    desk: Desk,
    interview_id: UUID,
    *,
    said: str = "",
    error: UnderstudyError | None = None,
    form: Mapping[str, str] | None = None,
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        room = await read_room(act.session, interview_id)
        cards = await reading.cards_of(act.session, interview_id, act.user_id, at=act.at)
        written = await _written(act, interview_id, form, cards.own)
        return desk.show(
            "desk/scorecard.html",
            act,
            error,
            room=room,
            cards=cards,
            said=said,
            scale=[
                (name, MEANINGS[name], list(zip(STEPS, ANCHORS[name], strict=True))) for name in DIMENSIONS
            ],
            recommendations=list(Recommendation),
            others_in=sum(seat.card is not None for seat in cards.others),
            may_hire=act.role in HIRING,
            **written,
        )


async def _written(act: Act, interview_id: UUID, form: Mapping[str, str] | None, own: Any) -> dict[str, Any]:
    """What stands in the form: what was just typed where it was refused, else what is saved."""
    card = card_of(own) if own is not None else Card()
    version = own.version if own is not None else 0
    if form is not None and form.get("act") != "reopen":
        saved = await reading.own_card(act.session, interview_id, act.user_id)
        given = form.get("version", "0")
        # Of what was refused because it is incomplete the draft is saved; anything else keeps the version it had.
        is_saved = saved is not None and given.isdecimal() and saved.version == int(given) + 1
        version = saved.version if saved is not None and is_saved else _lenient(given)
        card = replace(_leniently(form), ratings=_ratings(form))
    return {
        "version": version,
        "card": card,
        "strengths": _rows(card.strengths),
        "weaknesses": _rows(card.weaknesses),
        "marks": set(own.prefilled) if own is not None and form is None else set(),
    }


def _leniently(form: Mapping[str, str]) -> Card:
    chosen = form.get("recommendation", "")
    return Card(
        recommendation=Recommendation(chosen) if chosen in set(Recommendation) else None,
        justification=form.get("justification", ""),
        strengths=tuple(one for one in _points(form, "strength") if one.text or one.evidence),
        weaknesses=tuple(one for one in _points(form, "weakness") if one.text or one.evidence),
        summary=form.get("summary", ""),
        notes=form.get("notes", ""),
    )


def _ratings(form: Mapping[str, str]) -> dict[str, int]:
    return {name: _lenient(form[name]) for name in DIMENSIONS if form.get(name, "").strip().isdecimal()}


def _lenient(text: str) -> int:
    return int(text[:LONGEST_NUMBER]) if text.strip().isdecimal() else 0


def _rows(points: tuple[Point, ...]) -> list[Point]:
    """The points, and a few empty rows below."""
    return [*points, *[Point("")] * min(BLANK_ROWS, MOST_POINTS - len(points))]
