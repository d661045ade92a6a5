"""French cues: negations and conditions, questions, deferrals, automatic answers, abuse."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.NEGATION: (
        (
            r"\b(?:ne|n'|pas|jamais|sans|nullement|aucunement|ni|plutot que de|au lieu de|"
            r"loin de)(?:\s?\b\w+){0,3}\s*$"
        ),
    ),
    Cue.CONDITION: (
        (
            r"\b(?:si(?! possible| vous le)|au cas ou|avant de|avant que|a moins|sauf si|devais|devrais|"
            r"faudrait|serais oblige\w*|serais contraint\w*|hypothese|peut-etre|eventuellement|pourrais|"
            r"que se passe|sinon)\b[^,;.!?]{0,60}$"
        ),
    ),
    Cue.DEFERRAL: (
        r"\brepondrai (?:aux |a vos |a mes )(?:e?-?mails|courriels|messages)\b",
        (
            r"\b(?:puis-je|est-ce que je peux|je peux|pourrais-je) (?:vous |te |le |la |m')*(?:repondre|"
            r"dire|confirmer|recontacter|redire|donner (?:ma|une) reponse)\b|"
            r"\bje vous (?:le )?(?:confirme|redis|recontacte|reponds) (?:ca |cela |le |tout )*(?:demain|"
            r"lundi|mardi|mercredi|jeudi|vendredi|plus tard|des que|ce soir|bientot|au plus vite|"
            r"la semaine|d'ici|apres|rapidement|dans)\b(?! (?:prochain )?(?:a|vers|de) \d)|\b(?:je |"
            r"j')?(?:vous |te |le |la |les )*(?:dirai|dis|tiens|tiendrai|confirmerai|recontacte|"
            r"recontacterai|reviens|reviendrai|ferai|fais|repondrai|reponds|donnerai|informerai|"
            r"rappelle|rappellerai|enverrai|redis|redirai|communiquerai|preciserai) (?:vers vous|"
            r"vers toi|au courant|savoir|signe|plus tard|demain|lundi|mardi|mercredi|jeudi|vendredi|"
            r"des que|apres|d'ici|cela|ca|une reponse|ma reponse|mes dispos\w*|mes disponibilites|"
            r"la semaine|ce soir|bientot|rapidement|quand|dans|prochainement|sous)\b|\b(?:dois|"
            r"faut que je|vais|voudrais|aimerais|doit|devrais|besoin de|laissez-moi) (?:d'abord |"
            r"encore |le |la |me |en |y |juste |m'|avant )*(?:verifier|verifie|regarder|consulter|"
            r"demander|voir (?:avec|si|mon|ca|cela|mes)|vous (?:redire|confirmer|dire|recontacter|"
            r"tenir)|reflechir|organiser|m'organiser|checker|parler (?:a|avec) mon|confirmer plus tard|"
            r"attendre|connaitre|revenir vers)\b|\b(?:je ne sais pas|je sais pas|pas sur|pas certain|"
            r"incertain|sais pas)(?:e)?(?: encore)?\b|\bj'en saurai (?:plus|davantage)\b|"
            r"\bje (?:le )?saurai\b|\ba confirmer\b|^\W*(?:peut-etre )?plus tard\W*$|"
            r"\bun peu de temps\b|\btiens au courant\b|\breviens vers (?:vous|toi)\b|"
            r"\bpas encore (?:sur|mes|mon|connaissance)\w*\b|\bdonnez-moi (?:un peu|jusqu|quelques)\b"
        ),
    ),
    Cue.AUTOMATIC: (
        (
            r"^\W*(?:objet: ?)?(?:reponse automatique|message (?:automatique|d'absence)|"
            r"absence du bureau|absent du bureau|absent\W|out of office|echec de (?:la )?(?:remise|"
            r"distribution|livraison)|non remis|avis de non|notification d'absence)|\b(?:ceci est (?:un|"
            r"une) (?:message|reponse|courriel) automatique|n'a pas pu etre (?:remis|distribue|"
            r"delivre)\w*|merci de ne pas repondre a ce|message (?:genere|envoye) automatiquement|"
            r"ne pas repondre a ce (?:mail|message|courriel))"
        ),
    ),
    Cue.AUTOMATIC_HINT: (
        (
            r"\b(?:suis|serai) (?:actuellement |absente? |en ce moment )*(?:absente?|en conge\w*|"
            r"hors du bureau|en vacances|en deplacement|en arret|indisponible jusqu)\b"
        ),
        (
            r"\b(?:acces (?:limite|restreint)|pas acces|aucun acces|sans acces) (?:a |aux )?(?:mes |"
            r"ma )?(?:mails?|e-?mails?|courriels?|messagerie|boite)"
        ),
        r"\b(?:des mon retour|a mon retour|de retour (?:le|au bureau)|dans les meilleurs delais)\b",
        (
            r"\b(?:en cas d'urgence|pour toute urgence|urgent\w*|en mon absence|durant mon absence|"
            r"pendant mon absence)\b"
        ),
        r"\bmerci (?:de|pour) votre (?:message|mail|courriel|e-mail)\b",
    ),
    Cue.ABUSE: (
        r"\bimpossible de vous (?:joindre|parler|contacter|avoir)\b",
        (
            r"\b(?:connards?|connasses?|cons?\b(?= )|idiots?|idiote|imbeciles?|merd\w*|putain|encule\w*|"
            r"salopes?|salauds?|debiles?|cretins?|abrutis?|nul(?:s|le|les)? (?:a chier|comme)|foutre|"
            r"va te faire|allez vous faire|ta gueule|bande de|incompetents?|stupides?|batards?|nique\w*|"
            r"chier|pourris?)\b"
        ),
    ),
    Cue.ASKS: (
        (
            r"(?:est-ce|est-il|est-elle|est|sera|serait|sera-t|y a-t-il|y aura-t-il|y a|qui|que|qu'|"
            r"quoi|quel\w*|quand|comment|combien|pourquoi|ou\b(?! (?:le|la|un|une|lundi|mardi|mercredi|"
            r"jeudi|vendredi|bien|alors|l'))|dois-je|dois|faut-il|faut|puis-je|peut-on|pouvez|pourriez|"
            r"peux|pourrais|pourrait|avez|auriez|as-tu|aurais|va-t|vais-je|a qui|avec qui|par qui|"
            r"a quelle?|dans quel\w*|en quelle?|de quelle?|de combien|sur quel\w*|jusqu'a quand|"
            r"l'entretien|le poste|la visio|a quoi|c'est|ce sera|ca|cela|savez|suis-je|sont|serai-je|"
            r"ai-je|aurai-je|doit-on|devrais-je|devrai-je|proposez|offrez|remboursez|parlez|sera-ce|"
            r"on peut|on pourrait|possible|serait-il|des|un|une)\b"
        ),
    ),
    Cue.ASKS_SURELY: (
        (
            r"(?:est-ce (?:que|qu')|qui (?:est|sera|va|vais|participe)|qu'est-ce|quel(?:le)?s? (?:est|"
            r"sera|sont|seront|fuseau|langue|duree|outil|adresse|logiciel|format)|combien (?:de|dure|"
            r"cela|ca)|comment (?:se|va|puis|dois|faire|acceder|ca|cela)|pourquoi|ou (?:se|est|a lieu|"
            r"aura|dois|doit|faut)|a quelle adresse|dans quelle langue|en quelle langue|avec qui|"
            r"dois-je|faut-il|puis-je|y a-t-il|l'entretien (?:est-il|sera-t-il|se|aura-t-il|aura)|"
            r"(?:je )?(?:voudrais|souhaiterais|souhaite|aimerais|j'aimerais|voulais) (?:\w+ )?(?:savoir|"
            r"connaitre|demander)|(?:pouvez|pourriez|peux|pourrais)-(?:vous|tu) (?:me |m'|nous |"
            r"s'il vous plait |svp )*(?:dire|indiquer|preciser|envoyer|expliquer|communiquer|"
            r"confirmer (?:si|que|le lieu|l'adresse|ou|qui|la duree)|rappeler (?:le|la|l'))|"
            r"merci de (?:me |m')(?:dire|indiquer|preciser|communiquer)|dites-moi (?:si|ou|qui|comment|"
            r"quel)|(?:j'ai|j'aurais) (?:une|deux|quelques|encore une|juste une) (?:\w+ )?questions?|"
            r"(?:une |petite |autre |juste une )+question|question ?:|en (?:visio|presentiel|ligne|"
            r"distanciel|remote) ou|sur (?:place|site) ou|teletravail ou)\b"
        ),
    ),
    Cue.PROPOSES: (
        (
            r"\b(?:possible|est-ce que .{0,40}(?:va|convient|marche|irait|conviendrait|possible|libre|"
            r"dispo\w*|ok|bon|jouable)|conviendrait|convient|convient-il|irait|ira|vous va|te va|"
            r"vous irait|va-t-il|marcherait|marche|serait-il|serait|peut-on|pourrait-on|on peut|"
            r"on pourrait|pouvons-nous|pourrions-nous|etes-vous (?:libre|dispo\w*)|es-tu|seriez-vous|"
            r"avez-vous (?:\w+ ){0,3}?(?:un creneau|de la place|une dispo\w*|quelque chose|des creneaux|"
            r"des disponibilites|des dispos|du temps)|auriez-vous (?:\w+ ){0,3}?(?:un creneau|"
            r"une dispo\w*|quelque chose|des creneaux|des disponibilites|de la place|du temps)|"
            r"y a-t-il (?:\w+ ){0,2}?(?:un creneau|quelque chose|de la place|des creneaux|"
            r"une possibilite|moyen)|et (?:lundi|mardi|mercredi|jeudi|vendredi|demain)|que (?:dites|"
            r"pensez)-vous de|que diriez-vous|disons|pourquoi pas|plutot|peut-etre|puis-je proposer|"
            r"cela (?:vous )?(?:va|convient|conviendrait|irait)|ca (?:vous |te )?(?:va|convient|"
            r"conviendrait|irait)|libre|dispo|disponible)\b"
        ),
    ),
    Cue.NEEDS: (
        (
            r"\bteletravail\b|\bles horaires (?:sont|de travail)\b|\bcommencer (?:le|ce|mon|au) (?:poste|"
            r"travail|emploi)\b"
        ),
        (
            r"\b(?:pouvez|pourriez|peux|pourrais)-(?:vous|tu) (?:me |m')(?:dire|preciser|indiquer|"
            r"envoyer|communiquer)\b(?! si)|\b(?:dois-je|est-ce que je dois|faut-il|devrais-je|apporter|"
            r"preparer|dois apporter|combien de temps|qui (?:sera|est|va)|ou (?:a lieu|se|est)|aurai-je|"
            r"vais-je|recevrai-je|avec qui)\b"
        ),
    ),
    Cue.CHECKS_BACK: (
        (
            r"\b(?:c'est|ce serait|ca serait|est-ce que c'est|cela serait|serait-ce|"
            r"est-ce) (?:il )?(?:possible|ok|bon|jouable|faisable|envisageable|bon pour vous|"
            r"d'accord)\b(?! (?:de|d'|que))|\b(?:est-ce que )?(?:ca|cela|est-ce|ce)[- ](?:vous |te |"
            r"serait |est |peut |pourrait )*(?:va|convient|convenir|conviendrait|irait|possible|marche|"
            r"joue|bon|ok|arrange)(?: (?:bien|pour vous|a vous|toi|pour toi|aussi|mieux|possible))*\W*$|"
            r"\bcomment allez-vous\b|\bca va\b\W*$|^\W*(?:ok|oui|non|d'accord|hein|non plus|possible|"
            r"c'est bon|svp|n'est-ce pas|vraiment|quoi|ca vous va|qu'en pensez-vous|ca marche)\W*$|"
            r"\bqu'en (?:pensez|dites)-vous\b|\b(?:pouvez|pourriez)-vous (?:me |s'il vous plait |"
            r"svp )*(?:confirmer|le confirmer|reserver (?:ce|le)|confirmer (?:le|ce|cela|"
            r"la reception))\W*$|\b(?:lequel|quel creneau|quelle date|"
            r"qu'est-ce qui) (?:vous )?(?:convient|arrange|irait|va|conviendrait)\b|"
            r"\bl'un d'eux (?:vous )?(?:convient|va|irait)\w*"
        ),
    ),
    Cue.TIME: (
        (
            r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b|\b(?:demain|apres-demain|"
            r"aujourd'hui|ce soir|matin(?:ee)?s?|apres-midi|aprem|soir(?:ee)?s?|midi|week-end|"
            r"semaine (?:prochaine|suivante|d'apres)|cette semaine)\b|\b\d{1,2} ?(?:h\b|h\d\d|"
            r"heures?)(?:\d\d)?\b|\b\d{1,2}[:.]\d\d\b|\ble (?:1er|\d{1,2})\b|\b\d{1,2}/\d{1,2}\b|"
            r"\b\d{1,2} (?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)|\b(?:a|vers|des|apres|"
            r"avant) (?:\d{1,2}|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze) ?(?:h\b|"
            r"heures?)|\b(?:janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|"
            r"decembre)\b"
        ),
    ),
}
