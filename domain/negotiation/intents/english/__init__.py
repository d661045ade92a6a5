"""English cues."""

from domain.negotiation.intents.cues import CueBook, together
from domain.negotiation.intents.english import calling, further, leaving, replies, staying, talking

BOOK = CueBook(
    language="en",
    patterns=together(
        leaving.PATTERNS,
        staying.PATTERNS,
        calling.PATTERNS,
        replies.PATTERNS,
        talking.PATTERNS,
        further.PATTERNS,
    ),
    ordinals=(
        (1, r"1st|first|frist|fist|1rst"),
        (2, r"2nd|second|secnd|secod"),
        (3, r"3rd|third|thrid"),
        (4, r"4th|fourth"),
        (5, r"5th|fifth"),
        (-1, r"last|final"),
    ),
    cardinals=((1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five")),
    option=(
        r"options?|opt|slots?|numbers?|num|no\.?|nr\.?|nos\.?|choice|proposal|time ?slot|variant|"
        r"alternative|appointment|suggestion|time|date|item|#"
    ),
    one=(
        r"one|ones|option|slot|time ?slot|choice|time|proposal|date|suggestion|appointment|"
        r"of (?:the|those|these|them)|please|pls|plz|works|suits|fits|is|are|would|sounds|looks|for me|"
        r"if|will|and|or|thx|thanks|does|do|can|could|should|seems|as well|too|instead|then|fits|was"
    ),
    earlier=r"earlier|sooner",
    later=r"later",
    earliest=r"earliest|soonest",
    latest=r"latest|very last",
    middle=r"middle|centre|center|one in the middle",
    article=r"the|number|your|my|option",
)
