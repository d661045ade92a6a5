"""French words about time, as written in France, Belgium, Switzerland and Canada."""

from collections.abc import Mapping

from domain.negotiation.times.lexicon.clauses import CLAUSES
from domain.negotiation.times.lexicon.fr_days import DAYS
from domain.negotiation.times.lexicon.fr_hours import TIMES
from domain.negotiation.times.lexicon.fr_joints import CONNECTIONS, FILLERS, ZONES
from domain.negotiation.times.lexicon.fr_verdicts import POLARITY
from domain.negotiation.times.lexicon.holidays import HOLIDAYS
from domain.negotiation.times.lexicon.sayings import SAYINGS
from domain.negotiation.times.lexicon.schema import Kind, Lexicon, Phrases, Sense, joined

_NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def _compounds() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """ "lundi matin", "lundi midi", "le lundi" beside "les": forms that a single word would misread."""
    found: dict[str, Sense | tuple[Sense, ...]] = {}
    for number, name in enumerate(_NAMES, 1):
        day = (Kind.WEEKDAY, number)
        found[f"{name} le midi"] = joined(day, (Kind.PART, "lunch"))
        for early in (
            f"tôt {name} matin",
            f"{name} tôt",
            f"{name} matin tôt",
            f"tôt {name}",
            f"{name} de bonne heure",
        ):
            found[early] = joined(day, (Kind.PART, "early_morning"))
        found[f"ni {name}"] = joined((Kind.OR, None), (Kind.NOT, None), day)
        found[f"ni le {name}"] = joined((Kind.OR, None), (Kind.NOT, None), day)
        found[f"sinon {name}"] = joined((Kind.OR, None), day)
        found[f"soit {name}"] = joined((Kind.OR, None), day)
        found[f"moins {name}"] = joined((Kind.EXCEPT, None), day)
        found[f"{name}s matin"] = joined((Kind.WEEKDAYS, number), (Kind.PART, "morning"))
        found[f"{name}s matins"] = joined((Kind.WEEKDAYS, number), (Kind.PART, "morning"))
    return found


GROUPS: tuple[Phrases, ...] = (
    HOLIDAYS["fr"],
    SAYINGS["fr"],
    CLAUSES["fr"],
    DAYS,
    TIMES,
    CONNECTIONS,
    POLARITY,
    ZONES,
    FILLERS,
    _compounds(),
)
"""The vocabulary by theme, for looking over; a phrase stands in one of them only."""

LEXICON = Lexicon(
    code="fr",
    phrases={word: meaning for group in GROUPS for word, meaning in group.items()},
    not_typos=frozenset({
        "aoutien", "apprendre", "apres", "attendre", "avec", "avis", "aviser", "avoir", "avril", "bonsoir",
        "certain", "demande", "demander", "demandes", "devoir", "dimension", "entendre", "entendu", "espoir",
        "hardi", "humain", "jeudis", "joint", "journee", "juge", "latin", "lundis", "main", "mais", "maison",
        "malin", "marche", "marcher", "mardi", "mardis", "mare", "marge", "marie", "mars", "matiere", "merci",
        "mercis", "midis", "moi", "mutin", "noir", "nord", "nuire", "nuits", "poser", "samedis", "satin",
        "semaine", "semaines", "soiree", "suis", "terrain", "vendre", "vendu", "venir", "voir",
    }),
    beside_number=frozenset({"mar", "mer", "jeu", "sam", "ven", "dim", "lun", "vend", "mars", "mai", "sep", "jul"}),
)  # fmt: skip
