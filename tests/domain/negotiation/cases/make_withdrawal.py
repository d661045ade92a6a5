"""Withdrawals, requests for a person, and the messages that only look like them."""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free, pick, plain
from tests.domain.negotiation.cases.people import (
    BERLIN,
    DUBLIN,
    KOLKATA,
    LONDON,
    LOS_ANGELES,
    NEW_YORK,
    SAO_PAULO,
    TORONTO,
)

_L, _N, _B, _A, _T = LONDON, NEW_YORK, BERLIN, LOS_ANGELES, TORONTO
_S, _K, _D = SAO_PAULO, KOLKATA, DUBLIN
_THREE: Final = LONDON.offering("Mon 06-15 09:00", "Tue 06-16 14:00", "Thu 06-18 11:30")

WITHDRAWN: Final[list[Case]] = [
    plain(_L, "Please withdraw my application", "withdrawal", "withdrawal", level=1),
    plain(
        _N,
        "I've decided to accept another offer, so I'm out. Thanks for everything!",
        "withdrawal",
        "withdrawal",
    ),
    plain(_B, "I'm no longer interested in the position", "withdrawal", "withdrawal"),
    plain(_THREE, "Thanks, but I would like to pull out of the process.", "withdrawal", "withdrawal"),
    plain(
        _THREE,
        "Tuesday would have worked, but I have signed with another company",
        "withdrawal",
        "withdrawal",
        level=3,
    ),
    plain(_A, "please take me off your list of candidates", "withdrawal", "withdrawal", level=3),
    plain(
        _K,
        "I won't be moving forward with this role. Does Thursday's call get cancelled automatically?",
        "withdrawal",
        "withdrawal question",
        level=3,
    ),
    plain(_T, "dont need the interview any more, found a job", "withdrawal", "withdrawal typo", level=3),
    plain(_D, "I wish to cancel my candidacy with immediate effect.", "withdrawal", "withdrawal"),
]

STAYING: Final[list[Case]] = [
    free(
        _L,
        "I withdrew from the other process, so Thursday is free now",
        _L.full("Thu 06-11"),
        "withdrawal-lookalike availability",
        level=3,
    ),
    free(
        _N,
        "I'm dropping my kids off until 9, after that Tuesday works",
        _N.box("Tue 09-08", "09:00", "22:00"),
        "withdrawal-lookalike availability",
        level=3,
    ),
    free(
        _B,
        "I cancelled my trip, so Friday 9-12 has opened up",
        _B.box("Fri 05-22", "09:00", "12:00"),
        "withdrawal-lookalike availability",
        level=3,
    ),
    free(
        _A,
        "I turned down the other offer. Tuesday at 10 would be great",
        _A.at("Tue 02-17", "10:00"),
        "withdrawal-lookalike availability",
        level=3,
    ),
    free(
        _K,
        "I quit my job, so mornings are fine",
        _K.every("09:00", "12:00"),
        "withdrawal-lookalike availability",
        level=3,
        ignore=_K.weekends(),
    ),
    pick(
        _THREE,
        "I'm no longer interested in option 1, option 3 please",
        "withdrawal-lookalike selection",
        3,
        level=3,
        alt="mixed",
    ),
    plain(
        _T, "What happens if I have to withdraw later?", "question", "withdrawal-lookalike question", level=3
    ),
    plain(
        _THREE,
        "I have to pass on all three, sorry. Other times?",
        "rejection",
        "withdrawal-lookalike rejection",
        level=3,
    ),
]

PERSON: Final[list[Case]] = [
    plain(_L, "Can I speak to a real person please?", "human", "human", level=1),
    plain(_N, "I'd rather talk to a human than a bot", "human", "human"),
    plain(_B, "Please ask the recruiter to ring me", "human", "human"),
    plain(
        _THREE,
        "Tuesday is ok but I want to talk to someone from HR first, please call me",
        "human",
        "human",
        level=3,
    ),
    plain(_A, "stop. get me an actual person.", "human", "human"),
    plain(
        _K, "I need a sign language interpreter for the interview", "human", "human accommodation", level=3
    ),
    plain(
        _T,
        "I use a wheelchair, could you make sure that the room is accessible? Wed at 10 works.",
        "human",
        "human accommodation",
        level=3,
    ),
    plain(
        _D,
        "Because of my dyslexia I'd need extra time, whom do I talk to about that?",
        "human",
        "human accommodation",
        level=3,
    ),
    plain(_S, "agent please", "human", "human", level=3),
    plain(_THREE, "None of this works, connect me with someone who can help", "human", "human", level=3),
]

NO_PERSON: Final[list[Case]] = [
    plain(_L, "Will I be speaking with the hiring manager?", "question", "human-lookalike question", level=3),
    plain(_N, "Am I talking to a bot?", "question", "human-lookalike question", level=3),
    free(
        _B,
        "I'm on the phone with people all day until 4, so after that on Tuesday",
        _B.box("Tue 05-19", "16:00", "22:00"),
        "human-lookalike availability",
        level=3,
    ),
    free(
        _A,
        "I work in human resources and am free on Thursday at 3",
        _A.at("Thu 02-12", "15:00"),
        "human-lookalike availability",
        level=3,
    ),
    free(
        _K,
        "I spoke to your recruiter already, Wednesday 10-12 is fine",
        _K.box("Wed 07-22", "10:00", "12:00"),
        "human-lookalike availability",
        level=3,
    ),
    pick(_THREE, "The recruiter told me to answer here: number 2", "human-lookalike selection", 2, level=3),
]

CASES: Final = [*WITHDRAWN, *STAYING, *PERSON, *NO_PERSON]
