"""Cards: drafts, versions, handing in, opening again, merging, and who sees what."""

import asyncio
from uuid import UUID

import pytest
from sqlalchemy import text

from domain.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError, StaleStateError
from domain.scorecards import Card, Point, Recommendation
from domain.vocabulary import UserRole
from services import find
from services.interview_room.analysis import analyse
from services.scorecards import drafting, reading, writing
from services.scorecards.rows import card_of
from tests.services.scorecards.room import AT, FIGURED, Room, a_card, by

NOT_SAID = Card(strengths=(Point("Invented", "words that nobody said"),))


async def seen_by(room: Room, user: UUID, role: UserRole = UserRole.INTERVIEWER) -> tuple[int, int]:
    """How many cards, and merged cards, direct SQL shows to somebody."""
    async with room.as_(user, role) as session:
        cards = await session.scalar(text("SELECT count(*) FROM interviewer_scorecards"))
        merged = await session.scalar(text("SELECT count(*) FROM scorecards"))
        return cards or 0, merged or 0


async def test_a_draft_may_lack_anything_and_is_its_writers_alone(room: Room) -> None:
    assert await room.fill(room.ines, Card(notes="first thought")) == 1
    assert await room.fill(room.ines, Card(notes="second thought"), version=1) == 2
    assert await seen_by(room, room.ines) == (1, 0)
    for user, role in ((room.otto, UserRole.INTERVIEWER), (room.recruiter, UserRole.RECRUITER)):
        assert await seen_by(room, user, role) == (0, 0)
    assert await room.rows("SELECT 1 FROM automation_logs WHERE action_type LIKE 'scorecard%'") == []


async def test_of_two_tabs_the_second_is_told_and_saves_nothing(room: Room) -> None:
    await room.fill(room.ines, Card(notes="left tab"))
    await room.fill(room.ines, Card(notes="left tab again"), version=1)
    with pytest.raises(StaleStateError, match="saved elsewhere"):
        await room.fill(room.ines, Card(notes="right tab"), version=1)
    with pytest.raises(StaleStateError):
        await room.fill(room.ines, Card(notes="right tab, opened before the first save"))
    assert await room.rows("SELECT notes, version FROM interviewer_scorecards") == [("left tab again", 2)]


async def test_two_first_saves_at_once_keep_one(room: Room) -> None:
    results = await asyncio.gather(
        *(room.fill(room.ines, Card(notes=f"tab {n}")) for n in range(4)), return_exceptions=True
    )
    assert sorted(str(type(one).__name__) for one in results) == ["StaleStateError"] * 3 + ["int"]


async def test_handing_in_needs_a_rating_a_recommendation_and_its_justification(room: Room) -> None:
    for card, field in (
        (Card(notes="n"), "attitude"),
        (Card({"technical": 5}), "recommendation"),
        (Card({"technical": 5}, Recommendation.HIRE), "justification"),
    ):
        version = await room.fill(room.ines, card, version=(await _version(room)))
        with pytest.raises(InvalidInputError) as refused:
            await room.hand_in(room.ines, version)
        assert refused.value.field == field
    assert await room.rows("SELECT 1 FROM scorecards") == []


async def test_a_quote_must_stand_in_the_transcript_and_gets_its_turn(room: Room) -> None:
    with pytest.raises(InvalidInputError, match="does not stand in the transcript"):
        await room.fill(room.ines, NOT_SAID)
    await room.fill(room.ines)
    [(turn,)] = await room.rows("SELECT strengths -> 0 ->> 'turn_id' FROM interviewer_scorecards")
    assert await room.rows(f"SELECT text FROM transcripts WHERE id = '{turn}'") == [(FIGURED,)]


async def test_others_cards_and_the_merged_one_are_hidden_until_the_own_is_handed_in(room: Room) -> None:
    await room.fill(room.ines)
    await room.hand_in(room.ines)
    await room.fill(room.otto, a_card(4))
    assert await seen_by(room, room.otto) == (1, 0)
    async with room.as_(room.otto) as session:
        cards = await reading.cards_of(session, room.interview, room.otto, at=AT)
        assert cards.is_blind
        assert cards.merged is None
        assert [seat.card for seat in cards.others] == [None]
    assert await seen_by(room, room.recruiter, UserRole.RECRUITER) == (1, 1)
    await room.hand_in(room.otto)
    assert await seen_by(room, room.otto) == (2, 1)
    assert await seen_by(room, room.ines) == (2, 1)
    await room.reopen(room.otto)
    assert await seen_by(room, room.otto) == (1, 0)


async def test_the_merged_card_follows_handing_in_and_opening_again_and_stays_one(room: Room) -> None:
    shown = (
        "SELECT technical, overall_score, recommendation, cards, votes, spread -> 'technical' FROM scorecards"
    )
    await room.fill(room.ines)
    await room.hand_in(room.ines)
    [first] = await room.rows(shown)
    assert (first[0], first[2], first[3], first[4]) == (8, "hire", 1, {"hire": 1})
    await room.fill(room.otto, a_card(5, Recommendation.NO_HIRE))
    await room.hand_in(room.otto)
    [both] = await room.rows(shown)
    assert both[:2] == (7, pytest.approx(6.2))
    assert both[2:] == (
        "maybe", 2, {"hire": 1, "no_hire": 1}, {"mean": 6.5, "lowest": 5, "highest": 8, "cards": 2},
    )  # fmt: skip
    await room.reopen(room.otto)
    assert await room.rows(shown) == [first]
    await room.reopen(room.ines)
    assert await room.rows(shown) == []


async def test_what_is_handed_in_is_not_changed_before_it_is_opened_again(room: Room) -> None:
    await room.fill(room.ines)
    await room.hand_in(room.ines)
    with pytest.raises(ConflictError, match="Open it again"):
        await room.fill(room.ines, version=2)
    with pytest.raises(ConflictError):
        await room.hand_in(room.ines, 2)
    await room.reopen(room.ines)
    with pytest.raises(ConflictError, match="not handed in"):
        await room.reopen(room.ines)
    assert await room.fill(room.ines, version=3) == 4


async def test_only_who_conducts_the_interview_has_a_card(room: Room) -> None:
    async with room.as_(room.recruiter, UserRole.RECRUITER) as session:
        with pytest.raises(ForbiddenError):
            await writing.save(session, room.interview, room.recruiter, a_card(), version=0, at=AT)
    stranger = await room.data.a_user(UserRole.INTERVIEWER)
    with pytest.raises(NotFoundError):
        await room.fill(stranger)


async def test_handing_in_and_opening_again_write_log_rows_of_ids(room: Room) -> None:
    await room.fill(room.ines)
    await room.hand_in(room.ines)
    await room.reopen(room.ines)
    logged = await room.rows(
        "SELECT action_type, actor_id, interview_id, job_id, entity, details FROM automation_logs"
        " WHERE action_type LIKE 'scorecard%' ORDER BY sequence"
    )
    [(card,)] = await room.rows("SELECT id FROM interviewer_scorecards")
    who = (room.ines, room.interview, room.job, None)
    assert [tuple(row) for row in logged] == [
        ("scorecard_handed_in", *who, {"scorecard_id": str(card), "cards": 1}),
        ("scorecard_reopened", *who, {"scorecard_id": str(card), "cards": 0}),
    ]


async def test_two_who_hand_in_at_once_both_count(room: Room) -> None:
    await room.fill(room.ines)
    await room.fill(room.otto, a_card(6))
    await asyncio.gather(room.hand_in(room.ines), room.hand_in(room.otto))
    assert await room.rows("SELECT cards, technical FROM scorecards") == [(2, 7)]


async def test_a_card_is_filled_from_insights_only_when_asked_and_says_so(room: Room) -> None:
    async with room.worker.begin() as session:
        assert await analyse(session, room.interview, AT) > 0
    await room.fill(room.ines, Card({"communication": 9}, notes="mine"))
    async with room.as_(room.ines) as session:
        row = await drafting.prefill(session, room.interview, room.ines, cause=by(room.ines), at=AT)
        assert (row.communication, row.notes) == (9, "mine")
        assert row.technical is not None
        assert set(row.prefilled) == {"technical", "strengths", "weaknesses", "summary"}
        assert row.recommendation is None
        assert FIGURED in {point["evidence"] for point in row.strengths}
        before = (row.strengths, row.weaknesses, row.version)
        again = await drafting.prefill(session, room.interview, room.ines, cause=by(room.ines), at=AT)
        assert (again.strengths, again.weaknesses) == before[:2]
        kept = card_of(again)
    texts = [words for (words,) in await room.rows("SELECT text FROM transcripts")]
    for point in (*kept.strengths, *kept.weaknesses):
        assert any(point.evidence in words for words in texts)
    changed = Card({**kept.ratings, "technical": 2}, strengths=kept.strengths)
    await room.fill(room.ines, changed, version=again.version)
    [(marks,)] = await room.rows("SELECT prefilled FROM interviewer_scorecards")
    assert set(marks) == {"strengths"}


async def test_every_interview_of_a_candidate_is_found_with_its_card(room: Room) -> None:
    await room.fill(room.ines)
    await room.hand_in(room.ines)
    async with room.as_(room.recruiter, UserRole.RECRUITER) as session:
        interview = await find.interview(session, room.interview)
        [(found, job, card)] = await reading.history(session, interview.candidate_id, at=AT)
    assert (found.id, job and job.id) == (room.interview, room.job)
    assert card is not None
    assert card.technical == 8


async def _version(room: Room) -> int:
    rows = await room.rows("SELECT version FROM interviewer_scorecards")
    return rows[0][0] if rows else 0
