"""A booked interview."""

from uuid import UUID

import pytest

from domain.vocabulary import UserRole
from tests.services import arrange
from tests.support.data import Data


@pytest.fixture
async def booked(data: Data) -> UUID:
    """A confirmed interview that an interviewer conducts."""
    interviewer = await data.a_user(UserRole.INTERVIEWER)
    job = await data.a_job(openings=1, interviewer_ids=[interviewer])
    await data.scored(job, 80)
    await data.closed_and_ranked(job)
    (interview_id,) = await arrange.booked(data, job)
    return interview_id
