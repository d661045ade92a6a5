"""French cues: withdrawals, and what only looks like one."""

from domain.negotiation.intents.cues import Cue

_PROCESS = (
    r"(?:candidature|processus|poste|offre|procedure|recrutement|selection|course|liste|"
    r"entretiens?|demarche|dossier|proposition|emploi|aventure)"
)

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.WITHDRAWAL: (
        (
            r"\b(?:meilleure|autre) (?:offre|proposition) et (?:je )?l'ai (?:\w+ )?acceptee?\b|"
            r"\brecherche d'emploi en (?:pause|suspens)\b"
        ),
        (
            r"\b(?:retir\w*|annul\w*|supprim\w*|effac\w*|abandonn\w*|mettre fin|mets fin|"
            r"mettre un terme|clot\w*|arret\w*|stopp\w*|interromp\w*|retrait|quitt\w*|sort\w*|"
            r"renonc\w*) [^,.;!?]{0,40}?\b(?:(?:ma|cette) (?:\w+ )?candidature|(?:le|du|au|ce|"
            r"votre) (?:processus|recrutement)|mon dossier)\b"
        ),
        (
            r"\b(?:retire[rz]?|retirais|retirerai|retirant|annule[rz]?|abandonne[rz]?|supprime[rz]?|"
            r"efface[rz]?|cloture[rz]?|renonce[rz]?|renoncer|desiste[rz]?|stoppe[rz]?|"
            r"arrete[rz]?) (?:de |a |d'|par la presente |donc |completement |immediatement |"
            r"definitivement )*(?:ma |mon |la |le |cette |ce |votre |mes |l'|au |du |a cette |a ce |"
            rf"a la |a votre )(?:\w+ ){{0,2}}?{_PROCESS}\b(?! (?:de|du|le|a) (?:lundi|mardi|mercredi|"
            r"jeudi|vendredi|\d))"
        ),
        (
            r"\b(?:me |m'en |de me |m')(?:retire\w*|desist\w*)\b|"
            r"\bje (?:\w+ ){0,3}?me (?:suis )?(?:desist\w*|retir\w*)\b|\bmon (?:desistement|retrait)\b|"
            r"\bretrait de (?:ma|mon) (?:candidature|dossier)\b|\bretirez[- ]moi\b|\b(?:considere\w*|"
            r"veuillez considerer) ma candidature comme (?:retiree|annulee|nulle|caduque)\b|"
            r"\bj'abandonne\b|\bje jette l'eponge\b|\bje laisse tomber\b|\bje passe mon tour\b|"
            r"\b(?:je )?(?:decline|refuse|dois decliner|souhaite decliner) (?:l'|votre |cette |le |"
            r"la )(?:offre|poste|proposition d'emploi|opportunite|invitation a l'entretien)\b|"
            r"\b(?:je )?renonce a (?:ce|cette|votre|l'|la|le|ma|mon|poursuivre|continuer)\b"
        ),
        (
            r"\b(?:j'ai|je viens d'|ai|d'|j'|avoir|vais) ?(?:deja |finalement |entre-temps |"
            r"entre temps |recemment |egalement |depuis |hier |donc )*(?:accepte|accepter|accepte[er]?|"
            r"signe|signer|trouve|trouver|obtenu|decroche|choisi|pris|prendre|rejoint|commence|retenu|"
            r"opte pour|rejoindre|dit oui a)(?: de)? (?:un|une|l'|le|la|mon|pour) ?(?:autre |nouvel |"
            r"nouveau |nouvelle )?(?:\w+ )?(?:poste|offre|emploi|travail|opportunite|job|contrat|cdi|"
            r"cdd|entreprise|societe|proposition|employeur)\b(?! (?:de|d') (?:rendez|horaire|rdv|"
            r"creneau))|\b(?:accepte|signe|trouve|engage|embauche\w*|recrute\w*|opte|"
            r"commence) (?:\w+ )?ailleurs\b|\btrouve (?:autre chose|du travail|un travail|chaussure)\b|"
            r"\b(?:ai|suis) (?:ete )?(?:embauche\w*|recrute\w*)\b|\bautre chose ailleurs\b|\b(?:rester|"
            r"reste) (?:\w+ )?(?:chez|a|dans|aupres de) (?:mon|ma) (?:\w+ )?(?:employeur|entreprise|"
            r"poste|boite|societe)\b"
        ),
    ),
    Cue.WITHDRAWAL_SETTLED: (
        (
            r"\bautre (?:entreprise|societe|boite|employeur|firme|compagnie) m'a (?:\w+ )?(?:embauche|"
            r"recrute|engage)\w*|"
            r"\bsante\b (?:\w+ )?ne me permet\w* (?:plus|pas) de (?:poursuivre|continuer|participer)\b"
        ),
        (
            r"\bne (?:plus|pas) (?:\w+ ){0,3}?(?:tenir compte|considerer|prendre en compte|retenir|"
            r"traiter) (?:\w+ ){0,2}?(?:candidature|dossier|profil)\b|\b(?:prefere|prefererais|choisi|"
            r"souhaite) (?:\w+ )?ne (?:pas|plus) (?:poursuivre|continuer|donner suite|aller|"
            r"participer)\b"
        ),
        (
            r"\b(?:ne |n'|pas |plus )(?:\w+ ){0,3}?(?:suis |est |sommes )?(?:plus|pas|aucunement|"
            r"nullement) (?:du tout |vraiment |tellement )*(?:interess\w*|candidat\w*|en recherche|"
            r"a la recherche|disponible pour (?:ce|le) poste|dans la course|sur le marche|partant\w*|"
            r"motive\w*)\b|\b(?:plus|pas) interess\w*\b|\b(?:cela|ca|poste|offre|"
            r"ce) (?:\w+ )?ne m'interesse (?:plus|pas)\b|\b(?:ne )?m'interesse(?:nt)? (?:plus|"
            r"pas)\b(?! (?:le|les) (?:matin|apres))"
        ),
        (
            r"\b(?:ne|n') ?(?:\w+ ){0,2}?(?:souhaite|veux|desire|vais|compte|donnerai|poursuivrai|"
            r"poursuis|continue|continuerai|irai|peux|participerai|entends)\w* (?:plus|pas|"
            r"finalement pas|donc pas|malheureusement pas|malheureusement plus|donner suite|"
            r"pas donner suite)\b.{0,30}\b(?:poursuivre|continuer|donner suite|suite|aller plus loin|"
            r"participer au|candidature|processus|poste|recrutement|postuler|avancer|travailler|"
            r"procedure|changer d)\b|\b(?:ne|n') ?(?:\w+ )?(?:donne|donnerai|poursuis|poursuivrai|"
            r"continue|continuerai)\w* (?:donc |finalement |malheureusement )?(?:pas|plus)\b(?! (?:a |"
            r"au )?(?:travailler|bosser))|\b(?:decide|choisi|prefere|resolu)\w* de (?:ne pas|ne plus|"
            r"mettre fin|m'arreter|mettre un terme|renoncer|me retirer|retirer|"
            r"decliner)\b(?! .{0,20}(?:travailler le|venir le))|\bne pas (?:donner suite|poursuivre|"
            r"continuer|aller plus loin)\b|\bne plus (?:poursuivre|continuer|donner suite|"
            r"etre candidat\w*)\b|\b(?:poste|offre|job) (?:\w+ )?(?:n'est|est) pas (?:\w+ )?(?:pour moi|"
            r"fait pour moi|ce que je (?:cherche|recherche))\b|\bne (?:correspond|convient) (?:pas|"
            r"plus) a mes (?:attentes|souhaits|projets)\b|\bne (?:recherche|cherche) plus\b|"
            r"\bplus (?:a la recherche|en recherche) d"
        ),
    ),
    Cue.NOT_WITHDRAWAL: (
        (
            r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|matin\w*|apres-midi|soir\w*|creneau\w*|"
            r"horaire\w*|option|date) (?:ne )?(?:m'interesse|convient)\w*\b.{0,10}"
        ),
        (
            r"\b(?:retir\w*|desist\w*|abandonn\w*|renonc\w*|annul\w*|quitt\w*)\b"
            r"(?:(?![,.;!?]| car | parce | puisque | au profit ).){0,40}\b(?:chez (?:un|"
            r"une)|concurrent\w*|autre (?:processus|candidature|poste|entreprise|recrutement|procedure|"
            r"offre|entretien)|d'un autre|d'une autre|d'autres|autres|bail|cours|formation|concours|"
            r"appartement|voyage|association|competition|club|l'an dernier|l'annee derniere|il y a)\b|"
            r"\b(?:autre (?:processus|candidature|recrutement|procedure))\b.{0,40}\b(?:retir\w*|"
            r"desist\w*|abandonn\w*|annul\w*)|\bdesist\w* (?:d'un|de mon|de l'|pour (?:un|le))"
        ),
        (
            r"\b(?:il|elle|ils|elles|ami\w*|collegue|frere|soeur|mari|femme|autre candidat\w*|"
            r"quelqu'un) (?:\w+ ){0,3}?(?:retir\w*|desist\w*|abandonn\w*|accepte\w*|renonc\w*)|"
            r"\b(?:sans|pas|jamais|aucune intention de|nullement|loin de|plutot que de|"
            r"au lieu de) (?:\w+ ){0,3}?(?:me |retirer|abandonner|desister|annuler|"
            r"renoncer)\w*\b.{0,30}|\b(?:ne|n') (?:me )?(?:retire|desiste|abandonne|renonce|annule|veux|"
            r"souhaite|compte|vais|pense)\w* (?:pas|nullement|jamais) (?:\w+ )?(?:retirer|desister|"
            r"abandonner|annuler|ma|me|m'|de|a|renoncer)\b.{0,30}|\b(?:failli|pense a|songe a|"
            r"envisag\w+|hesite a|pensais|allais|voulais|songeais)\b.{0,40}\b(?:retirer|abandonner|"
            r"desister|renoncer)\b|\b(?:avant d'|pas encore|n'ai (?:pas|encore rien)|"
            r"encore rien) ?(?:\w+ )?(?:accept\w*|sign\w*|trouv\w*)\b|\baccept\w* (?:un|une|"
            r"l') ?(?:autre )?(?:rendez-vous|reunion|invitation|rdv|meeting|appel|creneau)\b|"
            r"\bannul\w* (?:mon|l'|le) (?:entretien|rendez-vous|rdv) (?:de|du|a|pour|chez|avec|dentiste)"
        ),
    ),
}
