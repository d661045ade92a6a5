"""English words about time."""

from domain.negotiation.times.lexicon.clauses import CLAUSES
from domain.negotiation.times.lexicon.en_days import DAYS
from domain.negotiation.times.lexicon.en_fillers import FILLERS
from domain.negotiation.times.lexicon.en_hours import TIMES, ZONES
from domain.negotiation.times.lexicon.en_joints import CONNECTIONS
from domain.negotiation.times.lexicon.en_verdicts import POLARITY
from domain.negotiation.times.lexicon.holidays import HOLIDAYS
from domain.negotiation.times.lexicon.sayings import SAYINGS
from domain.negotiation.times.lexicon.schema import Lexicon, Phrases

_CONTRACTED: Phrases = {
    "'s" + phrase.removeprefix("is"): meaning
    for phrase, meaning in POLARITY.items()
    if phrase.startswith("is ")
}
"""The same verdicts in spoken form: "tomorrow's out"."""

LEXICON = Lexicon(
    code="en",
    phrases={
        **HOLIDAYS["en"], **CLAUSES["en"], **_CONTRACTED, **DAYS, **TIMES, **CONNECTIONS, **POLARITY,
        **ZONES, **FILLERS,
        **SAYINGS["en"],
    },
    not_typos=frozenset({
        "after", "apply", "augur", "boring", "daily", "dune", "during", "even", "evenings", "event",
        "events", "fridge", "friend", "friends", "given", "giving", "jury", "leaning", "learning",
        "leaving", "manday", "march", "marsh", "match", "matches", "meaning", "money", "month", "months",
        "moon", "mornings", "mourning", "moving", "much", "noodle", "noon", "opening", "sundry", "thanks",
        "today", "tuesday", "turning", "warning",
    }),
    beside_number=frozenset({"dec", "fr", "jan", "mar", "march", "may", "mo", "sat", "sep", "sun", "th", "tu"}),
)  # fmt: skip
