"""German cues."""

from domain.negotiation.intents.cues import CueBook, together
from domain.negotiation.intents.german import calling, further, leaving, replies, talking

BOOK = CueBook(
    language="de",
    patterns=together(
        leaving.PATTERNS, calling.PATTERNS, replies.PATTERNS, talking.PATTERNS, further.PATTERNS
    ),
    ordinals=(
        (1, r"erste[rnsm]?|1\."),
        (2, r"zweite[rnsm]?|2\."),
        (3, r"dritte[rnsm]?|3\."),
        (4, r"vierte[rnsm]?"),
        (5, r"fünfte[rnsm]?"),
        (-1, r"letzte[rnsm]?|letztere[rnsm]?|letztgenannte[rnsm]?"),
    ),
    cardinals=((1, "eins|eine?"), (2, "zwei|zwo"), (3, "drei"), (4, "vier"), (5, "fünf")),
    option=(
        r"optionen|option|termine?|slots?|nummer|nr\.?|vorschlag|vorschläge|variante|möglichkeit|"
        r"alternative|auswahl|zeit|terminvorschlag|#|punkt|antwort"
    ),
    one=(
        r"termin|option|slot|vorschlag|variante|möglichkeit|zeit|uhrzeit|terminvorschlag|"
        r"alternative|bitte|passt|geht|wäre|ist|klappt|gerne?|schon|ja|doch|hingegen|dagegen|davon|"
        r"von|würde|nehme|und|oder|ginge|danke|der|vorgeschlagene\w*|dann|mir|sagt|lieber|angebot|"
        r"genannte"
    ),
    earlier=r"frühere[rnms]?",
    later=r"spätere[rnms]?",
    earliest=r"früheste[rnms]?|frühestmögliche[rnms]?",
    latest=r"späteste[rnms]?|allerletzte[rnms]?",
    middle=r"mittlere[rnms]?",
    article=r"der|die|das|den|dem|am|nummer|option|ihr|ihre[rn]?|zum",
)
