"""French cues: answers to proposals."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.DECLINE: (
        r"\brenonc\w* a (?:tous )?(?:ces|les|vos) (?:creneaux|horaires|dates|propositions)\b",
        (
            r"\b(?:a|pendant|sur|pour|ces) (?:tous |toutes )?(?:ces|ces trois|les) (?:horaires|heures|"
            r"dates|creneaux|jours|moments)(?: proposes| proposees)?\b(?:(?!\b(?:libre|dispo\w*|"
            r"peux)\b)[^;.!?]){0,40}?\b(?:travaille|suis|ai|j'ai|occupe\w*|pris\w*|cours)\b|"
            r"\b(?:travaille|suis (?:occupe\w*|pris\w*|en cours)|ai (?:cours|un empechement|"
            r"des reunions)) (?:\w+ ){0,2}?(?:a|pendant|sur) (?:tous |toutes )?(?:ces|les) (?:horaires|"
            r"heures|dates|creneaux|jours)\b|\brien ne (?:me )?(?:\w+)\b"
        ),
        (
            r"\baucun(?:e)?(?: (?:de|des|d'entre|d'eux|d'elles|creneau\w*|horaire\w*|date|proposition|"
            r"option|ne|n'|me|m'))*(?: (?:ces|ceux|celles|trois|creneaux|horaires|dates|propositions|"
            r"options|proposes|proposees|n'est|n'|ne|me|m'|convient|va|est|possible|ne me|marche|vos|"
            r"entre|elles|eux))*\b|\b(?:ces|ceux|les|vos|cela|ca|ce|cet|cette|tous|toutes|les deux|"
            r"les trois|l'horaire|le creneau|la date) ?(?:\w+ ){0,3}?(?:ne |"
            r"n')(?:me )?(?:\w+ )?(?:convien\w*|va|vont|marche\w*|fonctionne\w*|est|sont|colle\w*|"
            r"m'arrange\w*|correspond\w*|conviendr\w*|irait|iront|passe\w*|sera) (?:\w+ )?(?:pas|plus|"
            r"aucun)\b|\bni l'un\w* ni l'autre\b|\b(?:tous |toutes |c'est |sont |est |"
            r"les deux )?(?:beaucoup |bien |un peu )?trop (?:tot|tard|tardif\w*)\b|\b(?:refuse|decline|"
            r"rejette) (?:ces|les|vos|tous|toutes|ce|cet|cette|le|la)\b|\b(?:ne |n'|je )(?:suis |peux |"
            r"serai |pourrai )?(?:pas )?(?:libre |disponible |dispo )?(?:pas |a )?(?:aucun|aucune|a ces|"
            r"ces) (?:\w+ )?(?:date|horaire|creneau|moment|jour|heure)\w*\b|[\U0001f44e]"
        ),
    ),
    Cue.DECLINE_IT: (
        (
            r"\b(?:ne |n'|ca |me |m')?(?:convient|va|marche|colle|arrange|conviennent|vont|peux|pourrai|"
            r"suis|serai|conviendra|fonctionne|est|sera|pourrais|irait|joue) (?:malheureusement |"
            r"vraiment |du tout |pas |plus |hélas )*(?:pas|plus|impossible|indisponible)\b|\b(?:pas|"
            r"plus|non) (?:possible|disponible|dispo|libre)\b|\bimpossible\b|\bindisponible\b|"
            r"\bmalheureusement (?:pas|non)\b|\bne (?:me )?convien\w* pas\b|\bpas (?:pour moi|"
            r"du tout)\W*$|\bempeche\w*\b|\btrop (?:tot|tard)\b|\bje ne peux (?:malheureusement )?pas\b"
        ),
    ),
    Cue.OTHER_TIMES: (
        r"\bque? (?:me |nous )?(?:proposez|avez|auriez)-vous d\'autre\b",
        (
            r"\b(?:d'autres?|un autre|une autre|autres?|nouve\w+|alternativ\w*|differents?|"
            r"differentes?) (?:\w+ )?(?:creneau\w*|horaire\w*|date\w*|jour\w*|disponibilit\w*|"
            r"propositions?|options?|possibilites?|moments?|heures?|choix|rendez-vous|plages?|"
            r"alternatives?|semaine|rdv)\b|\b(?:quelque chose|un creneau|une heure|une date|horaires?|"
            r"creneaux?|un peu) (?:de |d')?(?:plus (?:tard|tot)|different)\b|\bautre chose\b|"
            r"\bplus (?:tard|tot) (?:dans|possible|svp|s'il)\b|\bune alternative\b|\b(?:reporter|"
            r"decaler|deplacer|reprogrammer|replanifier)\b(?=\W*$|\W*[?.]| (?:l'entretien|le rendez|svp|"
            r"s'il|a une autre|ce|cela))|\bd'autres\W*$"
        ),
    ),
    Cue.NO: (
        (
            r"(?:(?:oh|desole[e]?|pardon|bonjour|merci|helas|ah|malheureusement|euh)\W+)*(?:no+n+|nan|"
            r"nope|non merci|pas possible|impossible|malheureusement (?:pas|non)|pas du tout|"
            r"ca ne va pas|ca va pas|je ne peux pas|je peux pas|pas dispo(?:nible)?|negatif|helas non|"
            r"desolee? non|pas vraiment|ca ne marche pas|ca marche pas|ne convient pas|"
            r"cela ne me convient pas|ca ne me convient pas|surtout pas|certainement pas|"
            r"indisponible)(?:\W+(?:desole[e]?|merci|malheureusement|helas|pas possible|non|"
            r"c'est impossible|impossible|pas pour moi))*"
        ),
    ),
    Cue.YES: (
        (
            r"(?:(?:oh|bonjour|merci|super|oui|ok(?:ay)?|parfait|tres bien|bien|genial|top|bonsoir|ah|"
            r"d'accord|merci beaucoup)\W+)*(?:ou+i+|ouais|ouep|yes|ok(?:ay)?|d'accord|dac|d'acc|"
            r"parfait(?: pour moi)?|entendu|bien sur|bien entendu|volontiers|avec plaisir|"
            r"avec grand plaisir|tres bien|super|nickel|impeccable|impec|genial|top|excellent|"
            r"c'est (?:bon|parfait|ok|note|d'accord|entendu|tres bien|nickel|super)(?: pour moi)?|(?:ca|"
            r"cela|ce|cet horaire|ce creneau|cette date|l'horaire|le creneau|cette heure|"
            r"cette proposition) (?:me )?(?:va|convient|marche|roule|joue|ira|conviendra|irait|"
            r"est parfait|est bon|fonctionne|parait bien)(?: (?:bien|parfaitement|tres bien|pour moi|"
            r"super|nickel|a merveille|tout a fait))*|ca me va|ca marche|ca roule|ca joue|me convient|"
            r"me va|convient|pour moi c'est (?:bon|ok|parfait)|je confirme(?: (?:ma presence|le creneau|"
            r"le rendez-vous|ma venue|bien))?|confirme[e]?|je confirme|j'accepte|je prends|"
            r"je serai (?:la|present[e]?|disponible|au rendez-vous)|je suis (?:d'accord|disponible|"
            r"dispo|partant[e]?|ok)|je peux|a bientot|a tres vite|absolument|tout a fait|exactement|"
            r"certainement|carrement|vendu|marche conclu|banco|pas de probleme|pas de souci|"
            r"aucun probleme|aucun souci|va pour (?:ca|cela)|allons-y|c'est parti|avec joie|valide|"
            r"reserve[z]?|bon pour moi|ok pour moi|bonne idee|reserve le|je valide|note|"
            r"bien recu)(?:\W+(?:merci|merci beaucoup|a bientot|pour moi|oui|parfait|super|svp|"
            r"s'il vous plait|bien|avec plaisir|a (?:lundi|mardi|mercredi|jeudi|vendredi)|cordialement|"
            r"bonne journee|je serai la|c'est note|ca me va|ca me convient|ca marche|d'accord|"
            r"c'est parfait|je confirme|cela me convient|volontiers))*"
        ),
    ),
    Cue.YES_WITHIN: (
        (
            r"\b(?:ca|cela|ce creneau|cet horaire|cette date|ce rendez-vous|le creneau|l'horaire|"
            r"la date|cette heure|cette proposition|votre proposition|qui) (?:propose\w* )?(?:me |"
            r"m')?(?:va|convient|marche|ira|conviendra|irait|est parfait|est bon|arrange)\b|"
            r"\bje (?:confirme|serai (?:la|present)|prends|valide)\b|\bj'accepte\b|\bc'est (?:bon|"
            r"parfait|ok|d'accord|note)(?: pour moi)?\b|\bparfait pour moi\b|"
            r"\bme convient (?:parfaitement|tres bien|bien)\b|^\W*(?:oui|d'accord|parfait|volontiers|"
            r"avec plaisir)\b|[\U0001f44d\U0001f44c\u2705]"
        ),
    ),
    Cue.ANY: (
        (
            r"\b(?:convien\w*|vont|va|irai\w*|ok pour|peux|libre|dispo\w*|prends|"
            r"partant\w*) (?:\w+ ){0,3}?(?:tous|toutes|tout|les (?:deux|trois)|n'importe (?:lequel|"
            r"laquelle|quel\w*))(?: (?:les|ces|trois|deux|creneaux|horaires|dates|d'entre|eux))*(?=\W*$|"
            r"\W*[,.;!])|\b(?:tous|toutes|tout|les deux|les trois|n'importe (?:lequel|laquelle|quel\w*|"
            r"quand)|chacun|chaque|l'un ou l'autre|l'une ou l'autre|peu importe|lequel)\b(?: (?:les|ces|"
            r"des|de|creneaux?|horaires?|dates?|propositions?|options?|me|m'|sont|est|ceux|trois|deux|"
            r"proposes|proposees|d'entre|eux|elles|moi|pour|lequel|laquelle|vos))* ?(?:convien\w*|va|"
            r"vont|marche\w*|bons?|bonnes?|possibles?|ok|parfait\w*|iront|irait|iraient|arrange\w*|"
            r"conviendr\w*|jouent)\b|\b(?:peu m'?importe|peu importe|n'importe (?:lequel|laquelle|quand|"
            r"quel\w*)|ca m'est egal|cela m'est egal|m'est egal|comme vous (?:voulez|preferez|"
            r"le souhaitez)|a votre (?:convenance|choix|guise)|au choix|je vous laisse (?:choisir|"
            r"le choix)|choisissez|pas de preference|aucune preference|indifferent)\b|^\W*(?:tous|"
            r"toutes|les deux|les trois|n'importe|l'un ou l'autre)\W*(?:svp|merci)?\W*$|\b(?:suis|"
            r"reste) (?:\w+ )?(?:flexible|libre pour (?:tous|les))\W*$|\bl'un (?:des|de ces) (?:deux|"
            r"trois|creneaux)\b|\bj'ai (?:aucune|pas de) preference"
        ),
    ),
    Cue.REST: (
        (
            r"\b(?:l'autre|les (?:deux )?autres|le reste)(?: (?:creneaux?|options?|horaires?|dates?|"
            r"me))*(?: (?:va|vont|convient|conviennent|est|sont|marche\w*))\b"
        ),
    ),
    Cue.CHANGE: (
        (
            r"\b(?:plutot|a la place|au lieu d\w*|decaler|deplacer|avancer|repousser|changer)\b|"
            r"\bmais (?:\w+ ){0,4}?(?:plus (?:tard|tot)|plutot)\b"
        ),
    ),
    Cue.UNSUITABLE: (
        (
            r"\b(?:ne|pas|plus(?= possible| libre| dispo)|aucun\w*|sauf|hormis|excepte|a part|"
            r"impossible|indisponible|ni|jamais|plutot que|au lieu d\w*|trop (?:tot|tard)|complique|"
            r"difficile|pris\w*|occupe\w*|empeche\w*|exclu\w*|renonc\w*|ecart\w*|elimin\w*|sans|"
            r"incompatible|mauvais)\b|\bn'"
        ),
    ),
    Cue.NOT_UNSUITABLE: (
        (
            r"\bpas de (?:probleme|souci|preference)\b|\baucun(?:e)? (?:probleme|souci|preference|"
            r"objection)\b|\bpourquoi pas\b|\bpas mal\b|\bsi (?:\w+ )?pas\b|\bpas seulement\b|"
            r"\bn'importe\b|\bn'hesit\w* pas\b"
        ),
    ),
    Cue.EXCEPT: (
        (
            r"(?:sauf|excepte|hormis|a part|a l'exception d\w*|pas|plutot que|au lieu d\w*|mais pas|"
            r"sans)(?: le| la| les| de| du| l'| option| numero)*\s*'?$"
        ),
    ),
    Cue.TAKES: (
        (
            r"(?:prends|prend|choisis|choisi|opte pour|va pour|numero|n°|no|option|creneau|pour|prefere|"
            r"le|la|prendrai|plutot|disons|dirais|ok pour|donc|alors|reponse|choix|oui|"
            r"parfait pour)(?: le| la| creneau| numero| n°| choix| option)*\s*$"
        ),
    ),
}
