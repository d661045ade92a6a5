"""French cues: calls for a person, and what only looks like one."""

from domain.negotiation.intents.cues import Cue

_MACHINE = (
    r"(?:robots?|bots?|machines?|ia|ordinateurs?|automates?|chatbots?|intelligence artificielle|"
    r"logiciel|algorithme|programme)"
)
_PERSON = (
    r"(?:humain\w*|etre humain|personnes?|quelqu'un|recruteu\w+|recruteuse|conseiller\w*|"
    r"responsable\w*|interlocut\w+|collegue|collaborateur|rh|ressources humaines|equipe|agent|"
    r"membre de|charge\w* de recrutement|operateur|manager)"
)

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.HUMAN: (
        (
            r"\b(?:me|nous) passer (?:quelqu'un\b|(?:un |une |le |la |votre |l')(?:\w+ )?"
            rf"{_PERSON}\b)|\b(?:contacte|recontacte|rappele|appele|aide|accompagne|pris en charg)e?s? par "
            rf"(?:un |une |"
            rf"votre )(?:vraie? )?{_PERSON}\b|\bquelqu'un (?:a|avec) qui\b|\b(?:personne|humain|quelqu'un|"
            rf"conseiller) "
            r"(?:s'occupe|traite|me reponde)\b|\b(?:veux|voudrais|exige) quelqu'un\b|\b(?:marre|assez|"
            r"stop) (?:des |de |"
            r"aux )(?:reponses|messages|e?-?mails) automatiques\b"
        ),
        r"\bpassez-moi (?:quelqu'un|un|une|le|la|votre)\b",
        (
            r"\b(?:parler|parle|discuter|echanger|communiquer|dialoguer|traiter|m'adresser|"
            r"avoir affaire|converser|m'entretenir|voir cela|voir ca|organiser (?:cela|ca|ceci)|"
            r"regler (?:cela|ca)|convenir|contact|en contact|en relation|entrer en contact|"
            r"correspondre|appel) (?:\w+ ){0,2}?(?:a|avec|au|aupres d[eu']) ?(?:un |une |l'|le |la |"
            rf"des |votre |de |d')?(?:\w+ )?(?:vrai\w* |veritable |autre )?{_PERSON}\b"
        ),
        (
            r"\b(?:vrai|vraie|veritable|reel|reelle) (?:humain|personne|etre humain|interlocuteur|"
            r"recruteur)\b|^\W*(?:un |une )?(?:humain|personne|etre humain|interlocuteur|conseiller|"
            r"operateur)\W*(?:s'il vous plait|svp|stp|s'il te plait)?\W*$|"
            r"\bun (?:etre )?humain,? (?:s'il vous plait|svp|stp|s'il te plait|merci)\b|\b(?:veux|"
            r"voudrais|souhaite|besoin d'|prefere|prefererais|aimerais|desire) ?(?:avoir |parler a |"
            r"joindre |contacter )?(?:un|une) (?:humain|personne reelle|vraie personne|interlocuteur|"
            r"contact humain|conseiller|contact telephonique)\b"
        ),
        (
            r"\b(?:appelez|appelle|rappelez|rappelle|telephonez|contactez|contacte)-(?:moi|"
            r"nous)\b(?! (?:le |mardi|lundi|mercredi|jeudi|vendredi|demain))|\b(?:m'appeler|me rappeler|"
            r"me telephoner|m'appelle|me rappelle|me contacte|me telephone|m'appeliez|me rappeliez|"
            r"me contacter par telephone|me joindre par telephone|m'appeler directement)\b|\b(?:par|"
            r"au) telephone\b.{0,30}\b(?:plutot|svp|s'il|merci|prefer\w*|regler|organiser|discuter|"
            r"parler|voir|convenir)|\b(?:prefer\w*|voudrais|souhaite\w*|aimerais|voir|regler|discuter|"
            r"parler|organiser|fixer|convenir) (?:\w+ ){0,4}?(?:par|au) telephone\b|\b(?:puis-je|"
            r"peut-on|pouvons-nous|pourrait-on|pourrions-nous|est-ce que je peux|je peux|on peut|"
            r"possible de|possible d') ?(?:vous |s'|nous |se |y )?(?:appeler|telephoner|"
            r"joindre par telephone|parler au telephone|parler de vive voix)\b|"
            r"\bnumero\b.{0,30}\b(?:joindre|appeler|contacter)\b|\bun (?:appel|coup de fil|"
            r"rappel)(?: telephonique)? (?:serait|s'il|svp|de votre part|merci|d'un)\b|"
            r"\bpassez-moi un\b|\bde vive voix\b"
        ),
        (
            r"\b(?:transfere\w*|passe\w*|mett\w*|mets|redirige\w*|transmett\w*|oriente\w*|"
            r"connecte\w*)[- ](?:moi|nous|cela|ma|me|mon|ce|en relation|en contact).{0,30}\b(?:a|"
            rf"avec|vers|au|aupres)\b.{{0,20}}{_PERSON}\b|\b(?:est-ce que |que |si )?(?:quelqu'un|"
            r"une personne|un humain|un recruteur|un membre de .{2,20}|un conseiller|un responsable|"
            r"une vraie personne) (?:de \w+ (?:\w+ )?)?(?:peut|pourrait|puisse|pourra|m'|"
            r"me)\b.{0,20}\b(?:appeler|rappeler|contacter|appelle|rappelle|contacte|aider|repondre|"
            r"telephoner|parler|joindre|joigne|prendre)\b|\b(?:qui|a quel numero) (?:puis-je|peut-on|"
            r"je peux|dois-je|pourrais-je) (?:appeler|joindre|contacter)\b"
        ),
        (
            r"\b(?:pas|plus|refuse de|marre de|assez de|ni|stop|sans|plutot qu'|"
            r"au lieu d') ?(?:\w+ ){0,4}?(?:avec |a )?(?:un |une |des |votre |ce |cette |de |d'|"
            rf"les )?{_MACHINE}\b"
        ),
        (
            r"\b(?:amenagements?|accommodements?|adaptations?) (?:raisonnables?|specifiques?|"
            r"particuliers?|necessaires?|pour|en raison|lies?|d'epreuve|du (?:fait|a))\b|\b(?:besoin|"
            r"demande\w*|necessite|beneficier|souhaite|prevoir|obtenir|"
            r"sollicite) (?:\w+[ ']){0,3}?(?:amenagements?|accommodements?|adaptations?)\b|\b(?:suis|"
            r"je suis|etant|suis en|personne) (?:\w+ )?(?:sourde?|malentendant\w*|aveugle|malvoyant\w*|"
            r"handicape\w*|dyslexique|autiste|fauteuil|begue|situation de handicap|"
            r"a mobilite reduite)\b|\b(?:handicap\b|fauteuil roulant|langue des signes|rqth|"
            r"malentendant\w*|dyslexi\w+|mobilite reduite|begaiement|trouble (?:de l'|auditif|dys|"
            r"visuel)\w*|tdah|sous-titr\w+|surdite)\b|\btemps supplementaire (?:pour|en raison|"
            r"a cause)\b|\bacces (?:pmr|handicap\w*|fauteuil)\b|\baccessible (?:aux|en|pmr|fauteuil)\b"
        ),
    ),
    Cue.NOT_HUMAN: (
        (
            r"\b(?:est-ce (?:que|un|une)|serai\w*|sera-ce|sera-t-(?:il|elle|on)|vais-je|parle-je|"
            r"suis-je|etes-vous|es-tu|y aura-t-il|l'entretien|qui|aurai-je|est-ce)\b.{0,60}\b(?:humain|"
            r"robot|ia|machine|bot|personne|recruteur|recruteuse|manager|"
            r"responsable)\b(?! (?:peut|pourrait|puisse|pourra)\b).{0,60}\?(?<!plait\?)(?<!plait \?)|"
            r"\b(?:pas besoin|inutile|pas la peine|"
            r"pas necessaire|sans avoir)\b.{0,40}|\b(?:j'ai|ai|avais) (?:deja )?(?:parle|discute|"
            r"echange)\b|\b(?:j'ai|ai|aurai|avoir) (?:\w+ )?(?:un |une |deja un )(?:appel|rendez-vous|"
            r"reunion|call|rdv)\b|\b(?:ravi|heureux|heureuse|hate|plaisir|impatient)\w* (?:de |"
            r"d')(?:vous )?(?:parler|echanger|discuter|rencontrer)\b.{0,30}|\bressources humaines (?:a|"
            r"de|le)\b.{0,20}\breunion|\b(?:qui|quand) (?:va |vont )?(?:m'appeler|m'appelle|"
            r"me contacter|m'appellera)\b.{0,30}\?|\bvous pouvez m'appeler\b|"
            r"\bamenagement (?:d'horaires?|de l'horaire|du temps)\b|\bpar personne\b|"
            r"\bme contacter (?:si|en cas)\b|\bpersonne ne\b|\bde ma personne\b|\ben personne\b"
        ),
    ),
}
