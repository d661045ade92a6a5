"""The list of booked interviews: an interviewer's own, a recruiter's and everybody's."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from domain.vocabulary import UserRole
from web.acting import HIRING
from web.desk.session import SignedIn
from web.paging import DEFAULT, After
from web.reading.own_interviews import When, list_own

router = APIRouter()


@router.api_route("/interviews", methods=["GET", "HEAD"])
async def overview(
    desk: SignedIn,
    when: Annotated[str, Query(max_length=20)] = When.COMING,
    whose: Annotated[str, Query(max_length=20)] = "",
    after: After = None,
) -> Response:
    """Those to come, or those that were. `whose=mine`: only those that one conducts."""
    side = When(when) if when in set(When) else When.COMING
    async with desk.caller.begin() as act:
        act.needs(*HIRING, UserRole.INTERVIEWER)
        mine = act.user_id if whose == "mine" or act.role is UserRole.INTERVIEWER else None
        lines, next_ = await list_own(act.session, side, mine, after=after, limit=DEFAULT)
        return desk.show(
            "desk/interviews.html",
            act,
            lines=lines,
            next=next_,
            side=side,
            sides=list(When),
            is_mine=mine is not None,
            may_choose=act.role in HIRING,
        )
