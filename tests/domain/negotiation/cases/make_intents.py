"""What a message is for: questions, proposals put as questions, deferrals, auto-replies, noise."""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free, plain
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

QUESTIONS: Final[list[Case]] = [
    plain(_L, "How long will the interview take?", "question", "question", level=1),
    plain(_N, "Is it remote or on site?", "question", "question", level=1),
    plain(_B, "Who am I going to meet on Monday?", "question", "question time-distractor", level=3),
    plain(_A, "Is your office closed on Friday?", "question", "question time-distractor", level=3),
    plain(_K, "Will I hear back by Thursday?", "question", "question time-distractor"),
    plain(_T, "Is the salary range really 60-70k?", "question", "question number-distractor"),
    plain(_THREE, "Which time zone are these times in?", "question", "question"),
    plain(_THREE, "Will the Tuesday one be recorded?", "question", "question time-distractor", level=3),
    plain(
        _THREE,
        "What's the difference between option 1 and option 2?",
        "question",
        "question selection-lookalike",
        level=3,
    ),
    plain(_S, "Do people usually work 9 to 6 in your team?", "question", "question time-distractor", level=3),
    plain(_D, "hi, quick one: do I need a camera?", "question", "question"),
    plain(
        _L, "Does the two-day offsite in July still happen?", "question", "question time-distractor", level=3
    ),
]

PROPOSALS: Final[list[Case]] = [
    free(_L, "How about Thursday?", _L.full("Thu 06-11"), "availability question-form"),
    free(_N, "Would Tuesday at 3 suit you?", _N.at("Tue 09-08", "15:00"), "availability question-form"),
    free(_B, "Could we do Wednesday 14:00?", _B.at("Wed 05-20", "14:00"), "availability question-form"),
    free(
        _A,
        "Any chance of Friday morning?",
        _A.box("Fri 02-13", "09:00", "12:00"),
        "availability question-form",
    ),
    free(
        _K,
        "Is Thursday after 4 possible?",
        _K.box("Thu 07-23", "16:00", "22:00"),
        "availability question-form",
        level=3,
    ),
    free(
        _T,
        "Can you do next Tuesday 10-11?",
        _T.box("Tue 01-20", "10:00", "11:00"),
        "availability question-form",
    ),
]

DEFERRALS: Final[list[Case]] = [
    plain(_L, "I'll let you know on Friday", "unclear", "unclear deferral"),
    plain(
        _N,
        "Need to check with my boss first, will get back to you by Tuesday.",
        "unclear",
        "unclear deferral",
    ),
    plain(_B, "I don't know my schedule yet", "unclear", "unclear deferral"),
    plain(_THREE, "Let me check my calendar and come back to you tomorrow", "unclear", "unclear deferral"),
    plain(_K, "give me until Thursday to sort out my shifts", "unclear", "unclear deferral", level=3),
    plain(
        _L,
        "Automatic reply: I am out of the office until 15 June with no access to email. In urgent cases please "
        "contact my colleague.",
        "unclear",
        "unclear auto-reply",
        level=3,
    ),
    plain(
        _N,
        "Thank you for your email. I am on annual leave from Sep 1 to Sep 11 and will reply on my return.",
        "unclear",
        "unclear auto-reply",
        level=3,
    ),
    plain(
        _B,
        "Delivery Status Notification (Failure)\n\nYour message to k.brandt@example.org could not be delivered "
        "after 3 attempts. Last attempt: Mon, 18 May 2026 09:05:12 +0200",
        "unclear",
        "unclear bounce",
        level=3,
    ),
    plain(_A, "Undeliverable: mailbox full (552 5.2.2)", "unclear", "unclear bounce"),
]

NOISE: Final[list[Case]] = [
    plain(_L, "asdkjh", "unclear", "unclear noise", level=1),
    plain(_N, "...", "unclear", "unclear noise"),
    plain(_B, "🤷", "unclear", "unclear noise emoji"),
    plain(_K, "You can reach me at +91 22 5550 1018", "unclear", "unclear number-distractor"),
    plain(_T, "My day rate is 450-500", "unclear", "unclear number-distractor", level=3),
    plain(
        _A, "I have worked with Python 3.11 and Postgres 16", "unclear", "unclear number-distractor", level=3
    ),
    plain(
        _S,
        "I am 34 years old and have 9 years of experience",
        "unclear",
        "unclear number-distractor",
        level=3,
    ),
    plain(_D, "this is the dumbest process I have ever seen, you clowns", "unclear", "unclear abuse"),
    plain(_L, "My flat is at 12 Tuesday Lane, 4th floor", "unclear", "unclear number-distractor", level=3),
    free(
        _L,
        "My number is 020 7946 0123, I'm free Tuesday 10-12",
        _L.box("Tue 06-16", "10:00", "12:00"),
        "availability number-distractor",
        level=3,
    ),
    free(
        _N,
        "With 8 years of React 18 behind me I can't wait! Wed at 2?",
        _N.at("Wed 09-09", "14:00"),
        "availability number-distractor",
        level=3,
    ),
    free(
        _B,
        "How hard can this be, you muppets? Thursday at 9!",
        _B.at("Thu 05-21", "09:00"),
        "availability abuse",
        level=3,
        alt="mixed",
    ),
]

CASES: Final = [*QUESTIONS, *PROPOSALS, *DEFERRALS, *NOISE]
