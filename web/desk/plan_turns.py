"""Choosing by hand in which turns a planned question was asked and answered. Shows what was said, and notes that."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response

from domain.access.vocabulary import Seen
from domain.errors import NotFoundError
from models import InterviewQuestion
from services import access, find
from services.interview_room.turns import turns_of
from services.moves import subject
from web.acting import MEMBERS
from web.desk.session import SignedIn

router = APIRouter(prefix="/interviews/{interview_id}/plan/questions/{interview_question_id}/turns")
LONGEST_SHOWN = 90
"""Characters of a turn in the lists."""


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn, interview_id: UUID, interview_question_id: UUID) -> Response:
    """Two lists of turns: who asked, who answered."""
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        interview = await find.interview(act.session, interview_id)
        row = await act.session.get(InterviewQuestion, interview_question_id)
        if row is None or row.interview_id != interview_id:
            raise NotFoundError("This question is no longer in the plan.", remedy="Look at the plan again.")
        turns = [turn for turn in await turns_of(act.session, interview_id) if not turn.is_interim]
        await access.note(act.session, Seen.TRANSCRIPT, subject(interview), at=act.at, records=len(turns))
        return desk.show(
            "desk/plan_turns.html",
            act,
            interview=interview,
            row=row,
            asking=[turn for turn in turns if turn.speaker_role != "guest"],
            answering=[turn for turn in turns if turn.speaker_role != "host"],
            longest=LONGEST_SHOWN,
        )
