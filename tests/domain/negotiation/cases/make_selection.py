"""Answers to proposals: acceptances by place, time and day, declines, and both together with something new."""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free, pick, plain, torn
from tests.domain.negotiation.cases.people import (
    AUCKLAND_UTC,
    BERLIN,
    DUBLIN,
    KOLKATA,
    LONDON,
    LOS_ANGELES,
    NEW_YORK,
    TORONTO,
)

# Three days, three hours, candidate's offset.
_THREE: Final = LONDON.offering("Mon 06-15 09:00", "Tue 06-16 14:00", "Thu 06-18 11:30")
# Listed in the interviewer's offset; the candidate reads 09:00, 11:00 and 14:30.
_EAST: Final = LOS_ANGELES.offering(
    "Wed 02-11 12:00", "Thu 02-12 14:00", "Fri 02-13 17:30", zone="America/New_York"
)
# Listed in UTC; the candidate reads Tue 15:00, Wed 10:30 and Fri 17:00.
_UTC: Final = KOLKATA.offering("Tue 07-21 09:30", "Wed 07-22 05:00", "Fri 07-24 11:30", zone="UTC")
# Listed in UTC on Wednesday and Thursday, which for the candidate are Thu 10:00 and Fri 11:30.
_FLIP: Final = AUCKLAND_UTC.offering("Wed 05-06 22:00", "Thu 05-07 23:30", zone="UTC")
_ONE: Final = TORONTO.offering("Tue 01-20 11:00")
_SAME_DAY: Final = BERLIN.offering("Wed 05-20 10:00", "Wed 05-20 15:00")
_SAME_HOUR: Final = NEW_YORK.offering("Tue 09-08 10:00", "Wed 09-09 10:00")
# Not in order of time.
_MIXED_UP: Final = DUBLIN.offering("Thu 04-23 16:00", "Tue 04-21 10:00", "Wed 04-22 13:00")
# Two on Monday, one on Tuesday.
_TWO_MONDAYS: Final = LONDON.offering("Mon 06-15 09:30", "Mon 06-15 14:00", "Tue 06-16 09:30")

CHOSEN: Final[list[Case]] = [
    pick(_THREE, "the first one", "selection ordinal", 1, level=1),
    pick(_THREE, "2nd pls", "selection ordinal", 2),
    pick(_THREE, "I'd go for the third option.", "selection ordinal", 3),
    pick(_THREE, "The last one would be great, thanks", "selection ordinal", 3),
    pick(_THREE, "#2", "selection number", 2),
    pick(_THREE, "number one!", "selection number", 1),
    pick(_THREE, "3) please", "selection number", 3),
    pick(_THREE, "Option B", "selection letter", 2),
    pick(_THREE, "c", "selection letter", 3, level=3),
    pick(_THREE, "a) works", "selection letter", 1),
    pick(_THREE, "Tuesday works", "selection daytime", 2),
    pick(_THREE, "Let's take the Thursday slot", "selection daytime", 3),
    pick(_THREE, "2pm is perfect", "selection daytime", 2),
    pick(_THREE, "11:30 pls", "selection daytime", 3),
    pick(_THREE, "Mon 15 June at 9 confirmed", "selection daytime", 1),
    pick(_THREE, "the 16th", "selection daytime dom", 2),
    pick(_THREE, "the afternoon one", "selection daytime daypart", 2, level=3),
    pick(_THREE, "See you on Thursday then!", "selection daytime", 3, level=3),
    pick(_THREE, "Any of them is fine", "selection any", 1),
    pick(_THREE, "all three work for me, pick whichever you like", "selection any", 1),
    pick(_THREE, "1 or 3", "selection any number", 1, 3),
    pick(_THREE, "The second and the third both work", "selection any ordinal", 2, 3, level=3),
    pick(_THREE, "the earliest please", "selection superlative", 1),
    pick(_THREE, "Whichever is the latest", "selection superlative", 3, level=3),
    pick(
        _THREE, "I can't do the first but the second is good", "selection negation", 2, level=3, alt="mixed"
    ),
    pick(_THREE, "Not Monday. Thursday 11:30 it is", "selection negation", 3, level=3, alt="mixed"),
    pick(_EAST, "the 11am one", "selection daytime ctx-offset", 2, level=3),
    pick(_EAST, "Friday 2:30 works for me", "selection daytime ctx-offset", 3),
    pick(_EAST, "Wednesday at nine", "selection daytime ctx-offset words", 1, level=3),
    pick(_EAST, "12pm ET on Wednesday please", "selection daytime ctx-offset zone", 1, level=3),
    pick(_EAST, "slot 3 🙌", "selection number ctx-offset emoji", 3),
    pick(_UTC, "10.30 on Wednesday", "selection daytime ctx-offset", 2),
    pick(_UTC, "the 5 pm slot", "selection daytime ctx-offset", 3, level=3),
    pick(_UTC, "Tuesday 3 pm, thank you", "selection daytime ctx-offset", 1),
    pick(_FLIP, "Thursday please", "selection daytime ctx-offset day-flip", 1, level=3),
    pick(_FLIP, "Friday is better for me", "selection daytime ctx-offset day-flip", 2, level=3),
    pick(_FLIP, "the 10am", "selection daytime ctx-offset day-flip", 1, level=3),
    pick(_SAME_DAY, "the earlier one", "selection superlative", 1),
    pick(_SAME_DAY, "the later slot suits me better", "selection superlative", 2),
    pick(_SAME_DAY, "Wed at 3", "selection daytime", 2),
    pick(_SAME_DAY, "morning one pls", "selection daytime daypart", 1),
    pick(_SAME_DAY, "either", "selection any", 1, 2),
    pick(_SAME_HOUR, "Wednesday", "selection daytime", 2),
    pick(_SAME_HOUR, "both are fine", "selection any", 1, 2),
    pick(_MIXED_UP, "The first one", "selection ordinal unordered", 1, level=3),
    pick(_MIXED_UP, "the earliest of the three", "selection superlative unordered", 2, level=3),
    pick(_MIXED_UP, "Wednesday at 1", "selection daytime unordered", 3),
    pick(_ONE, "Yes", "selection single", 1, level=1),
    pick(_ONE, "👍🏽", "selection single emoji", 1),
    pick(_ONE, "perfect, see you then", "selection single", 1),
    pick(_ONE, "That works great, thank you!", "selection single", 1),
    pick(_ONE, "ok", "selection single", 1, level=3),
    pick(_ONE, "Yep - Tuesday at 11 is fine\n\nSent from my Galaxy", "selection single signature", 1),
]

TORN: Final[list[Case]] = [
    torn(_THREE, "ok", "unclear ambiguous-selection", 1, 2, 3),
    torn(_THREE, "👍👍", "unclear ambiguous-selection emoji", 1, 2, 3),
    torn(_THREE, "Yes, that works.", "unclear ambiguous-selection", 1, 2, 3),
    torn(_TWO_MONDAYS, "Monday please", "unclear ambiguous-selection", 1, 2),
    torn(_TWO_MONDAYS, "9:30 works", "unclear ambiguous-selection", 1, 3),
    torn(_SAME_HOUR, "the 10am one", "unclear ambiguous-selection", 1, 2),
    torn(_SAME_DAY, "The Wednesday slot", "unclear ambiguous-selection", 1, 2),
]

ELSEWHERE: Final[list[Case]] = [
    free(
        _THREE,
        "Wednesday at 3",
        LONDON.at("Wed 06-17", "15:00"),
        "availability no-match",
        level=3,
        alt="mixed",
    ),
    free(
        _THREE,
        "How about Monday at 4?",
        LONDON.at("Mon 06-15", "16:00"),
        "availability no-match",
        alt="mixed",
    ),
    free(
        _ONE,
        "Wednesday between 1 and 3",
        TORONTO.box("Wed 01-21", "13:00", "15:00"),
        "availability no-match",
        alt="mixed",
    ),
    free(
        _EAST,
        "Thursday at 2 my time",
        LOS_ANGELES.at("Thu 02-12", "14:00"),
        "availability ctx-offset no-match",
        level=3,
        alt="mixed",
    ),
    free(
        _FLIP,
        "Wednesday at 10",
        AUCKLAND_UTC.at("Wed 05-06", "10:00"),
        "availability ctx-offset day-flip",
        level=3,
        alt="mixed",
    ),
]

DECLINED: Final[list[Case]] = [
    plain(_THREE, "None of these work for me", "rejection", "rejection", level=1),
    plain(_THREE, "Sorry, I can't make any of those", "rejection", "rejection"),
    plain(_THREE, "no :(", "rejection", "rejection emoji"),
    plain(_THREE, "Unfortunately all three clash. Do you have anything else?", "rejection", "rejection"),
    plain(
        _THREE, "Could you send me some other times?", "rejection", "rejection", level=3, alt="question mixed"
    ),
    plain(_THREE, "neither day nor time fits, what else have you got", "rejection", "rejection", level=3),
    plain(_ONE, "That doesn't work for me, sorry.", "rejection", "rejection"),
    plain(_ONE, "can't make it", "rejection", "rejection"),
    plain(_ONE, "👎", "rejection", "rejection emoji", level=3),
    plain(_SAME_DAY, "Neither.", "rejection", "rejection"),
    plain(_EAST, "nope, all too early", "rejection", "rejection"),
]

TOGETHER: Final[list[Case]] = [
    pick(_THREE, "Option 2 is good. How long will it take?", "mixed question", 2, intent="mixed"),
    pick(_ONE, "Yes please! Is it on Teams or Zoom?", "mixed question single", 1, intent="mixed"),
    pick(_THREE, "Thursday works. Who will be on the call?", "mixed question", 3, intent="mixed"),
    pick(
        _THREE,
        "The first is fine, or Friday at 3",
        "mixed availability",
        1,
        intent="mixed",
        level=3,
        also=LONDON.at("Fri 06-12", "15:00"),
    ),
    pick(
        _EAST,
        "I'll take #2; Monday after 1 would also work",
        "mixed availability ctx-offset",
        2,
        intent="mixed",
        level=3,
        also=LOS_ANGELES.box("Mon 02-16", "13:00", "22:00"),
    ),
    free(
        _THREE,
        "None of those work, I could do Friday 10-12",
        LONDON.box("Fri 06-12", "10:00", "12:00"),
        "mixed rejection",
        intent="mixed",
    ),
    free(
        _ONE,
        "That slot is no good, but Thursday after 2 would be",
        TORONTO.box("Thu 01-22", "14:00", "22:00"),
        "mixed rejection",
        intent="mixed",
    ),
    free(
        _UTC,
        "I can't make any of these. Thursday at 11am instead?",
        KOLKATA.at("Thu 07-23", "11:00"),
        "mixed rejection",
        intent="mixed",
    ),
    free(
        _SAME_DAY,
        "Wednesday is full, sorry. Friday morning?",
        BERLIN.box("Fri 05-22", "09:00", "12:00"),
        "mixed rejection",
        intent="mixed",
        level=3,
        alt="availability",
    ),
    free(
        LONDON,
        "Monday 2-4 works. Do I have to prepare anything?",
        LONDON.box("Mon 06-15", "14:00", "16:00"),
        "mixed question",
        intent="mixed",
    ),
    free(
        NEW_YORK,
        "Who will I be talking to? I can do Wednesday at 3.",
        NEW_YORK.at("Wed 09-09", "15:00"),
        "mixed question",
        intent="mixed",
    ),
    free(
        BERLIN,
        "I'm free on Thursday from 1 to 3. Is the interview in English?",
        BERLIN.box("Thu 05-21", "13:00", "15:00"),
        "mixed question",
        intent="mixed",
    ),
    plain(
        _THREE,
        "None of those work for me. By the way, is the job remote?",
        "mixed",
        "mixed rejection question",
        level=3,
    ),
]

CASES: Final = [*CHOSEN, *TORN, *ELSEWHERE, *DECLINED, *TOGETHER]
