"""French cues."""

from domain.negotiation.intents.cues import CueBook, together
from domain.negotiation.intents.french import calling, further, leaving, replies, talking

BOOK = CueBook(
    language="fr",
    patterns=together(
        leaving.PATTERNS, calling.PATTERNS, replies.PATTERNS, talking.PATTERNS, further.PATTERNS
    ),
    ordinals=(
        (1, r"premiere?|1ere?|1er|prems"),
        (2, r"deuxieme|second[e]?|2e|2eme|2nde?"),
        (3, r"troisieme|3e|3eme"),
        (4, r"quatrieme|4e|4eme"),
        (5, r"cinquieme|5e|5eme"),
        (-1, r"derniere?"),
    ),
    cardinals=((1, "un|une"), (2, "deux"), (3, "trois"), (4, "quatre"), (5, "cinq")),
    option=(
        r"options?|creneaux?|numeros?|num\.?|choix|propositions?|proposition|possibilite|date|"
        r"horaire|n°|no\.?|rdv|rendez-vous|#|reponse"
    ),
    one=(
        r"creneau|option|horaire|date|proposition|choix|rendez-vous|rdv|me|m'|convient|va|est|oui|"
        r"si|s'il|svp|stp|irait|pour|serait|marche|et|ou|merci|possibilite|de|des|conviendrait|"
        r"plage|heure|propose"
    ),
    earlier=r"plus tot|plus matinal",
    later=r"plus tard|plus tardif",
    earliest=r"plus tot possible|tout premier",
    latest=r"plus tardif possible|tout dernier",
    middle=r"(?:celui )?du milieu",
    article=r"le|la|l'|numero|option|au|du|mon|celui|celle",
)
