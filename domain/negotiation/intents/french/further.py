"""French cues: everyday and regional ways of saying what the other files say plainly."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.WITHDRAWAL: (
        (
            r"\bautre (?:proposition|offre|opportunite|poste)(?: d'emploi)? (?:que j'ai|et je l'ai|"
            r"que je viens d')[ ]?accept\w*"
        ),
        (
            r"\b(?:retirer|enlever|supprimer|oter|rayer|retirez|enlevez|supprimez) (?:mon (?:nom|dossier|cv|"
            r"profil)|ma "
            r"(?:candidature|demande)|moi)\b|\b(?:retirez|enlevez|rayez|sortez)-moi (?:de|du)\b"
        ),
        (
            r"\b(?:recherche d'emploi|recherches?) (?:est |sont )?(?:terminee?s?|finie?s?|close)\b|"
            r"\b(?:decline|"
            r"declinons|refuse) (?:\w+ )?(?:votre|la|cette) (?:\w+ )?(?:proposition de poste|"
            r"offre(?: d'emploi| de "
            r"poste)?|poste|opportunite)\b|\bbonne (?:chance|continuation) (?:\w+ )?(?:pour|dans) (?:la|votre|"
            r"le) "
            r"(?:\w+ )?(?:recherche|recrutement|suite)\b"
        ),
        (
            r"\b(?:j'ai|ai) (?:deja |finalement |entre-temps |entretemps )*(?:ete (?:pris|prise|embauche\w*|"
            r"engage\w*|"
            r"recrute\w*)|decroche (?:un|une|le)|trouve (?:un (?:job|emploi|poste|boulot)|une job|ailleurs|"
            r"mieux))\b"
        ),
    ),
    Cue.WITHDRAWAL_SETTLED: (
        (
            r"\b(?:poste|job|emploi|role|boite) (?:n'est|n'etait|ne (?:sera|me)|c'est|"
            r"est) (?:\w+ ){0,2}?(?:pas|plus) "
            r"(?:\w+ ){0,2}?(?:pour moi|ce que je (?:cherche|recherche)|fait pour moi)\b|"
            r"\bne donnerai pas suite\b|"
            r"\bne plus (?:poursuivre|continuer|considerer)\b|\bplus (?:a la recherche|en recherche|"
            r"disponible pour ce "
            r"poste)\b"
        ),
    ),
    Cue.HUMAN: (
        (
            r"\b(?:y a-t-il|il y a|y'a|avez-vous) (?:\w+ )?(?:une (?:vraie )?personne|un (?:vrai )?humain|"
            r"quelqu'un|un "
            r"conseiller|un responsable) (?:a (?:qui|contacter|joindre)|que je|pour (?:parler|m'aider|"
            r"discuter))\b|"
            r"\b(?:parler|discuter|echanger) (?:avec|a) (?:une (?:vraie )?personne|un (?:vrai |etre )?humain|"
            r"quelqu'un|"
            r"un conseiller|un responsable|la personne)\b"
        ),
        (
            r"\b(?:ne veux|n'ai|veux) (?:\w+ )?pas (?:\w+ )?(?:parler|discuter|ecrire|traiter) (?:a|"
            r"avec) (?:un|une|ce|votre) "
            r"(?:robot|machine|bot|ia|ordinateur)\b"
        ),
    ),
    Cue.DECLINE_IT: (r"^\W*pas (?:celui|celle)-(?:la|ci)\W*$",),
    Cue.DECLINE: (
        (
            r"\b(?:aucun|aucune) (?:des (?:deux|trois|\d)|de ces \w+|d'(?:eux|elles|entre))\b|"
            r"\brien de tout (?:ca|cela)\b"
        ),
    ),
    Cue.YES: (
        (
            r"(?:(?:oui|ok|parfait|super|merci|bien)\W+)*(?:c'est (?:correct|beau|bon|ok|parfait|nickel|"
            r"tout bon)(?: pour "
            r"moi)?|ca joue|ca roule|ca marche(?: pour moi)?|tiguidou|correct(?: pour moi)?|vendu|banco|"
            r"je suis partante?|"
            r"je valide|c'est valide|je confirme|va pour (?:ca|celui-la|ce creneau))(?:\W+merci)*"
        ),
    ),
    Cue.PROPOSES: (r"\b(?:peut-on|pourrait-on|on peut|pouvons-nous|pourrions-nous) (?:\w+ )?eviter\b",),
    Cue.TIME: (r"\b(?:lun|mar|mer|jeu|ven|sam|dim)\.(?=\s)",),
    Cue.ASKS_SURELY: (
        (
            r"(?:c'est (?:quoi|ou|combien|qui|en (?:visio|presentiel|distanciel|anglais) ou|un (?:cdi|cdd)|"
            r"a quel\w*|"
            r"paye|remote)|ca (?:paye|dure) combien|qui (?:vais-je|est-ce|seront|sont|fait)|combien (?:ca|on|"
            r"gagne|est)|quelle? (?:est|sont|salaire|tenue|duree|sera)|on (?:gagne|porte) (?:combien|quoi)|"
            r"est-ce (?:en|"
            r"un|possible|remote)|faut-il|il faut (?:apporter|amener|venir)|comment (?:on|je|y))\b"
        ),
    ),
}
