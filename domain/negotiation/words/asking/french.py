"""Words of French questions."""

from domain.negotiation.words.asking.cues import Cues

FRENCH = Cues(
    it=(
        r"(?:il|ça|cela|ce|on|l'entretien|l'entrevue|le rendez-vous|l'échange|la réunion|l'appel|"
        r"cet entretien)"
    ),
    subjects={
        "length": (
            (
                r"\b(?:combien de temps|pendant combien de temps)\b.{0,30}\b(?:dure|durera|durer|prend|"
                r"prendra|prévoir|bloquer)\b.{0,30}"
            ),
            r"\bquelle (?:est|sera) la durée\b(?! du contrat| de la mission| du stage| de l'essai)",
            r"\bdurée (?:de l'entretien|prévue|de l'entrevue|de la réunion|du rendez-vous)\b",
            r"^\W*combien de temps\W*$",
            r"\bcombien de (?:minutes|heures) dure\b",
        ),
        "place": (
            (
                r"\boù (?:aura lieu|a lieu|se (?:tient|tiendra|passe|passera|déroule|déroulera)|est|sera|"
                r"dois-je (?:aller|venir|me rendre|me présenter)|est-ce que (?:ça|l'entretien|je dois)|"
                r"est-ce|faut-il (?:aller|venir))\b(?! (?:situ|votre|le siège|vos|basé))"
            ),
            r"\boù <it> (?:aura lieu|a lieu|se (?:tiendra|déroulera|passe))\b",
            r"\b(?:adresse|lieu) (?:de l'entretien|du rendez-vous|de la réunion|exacte?)\b",
            r"\bquelle est l'adresse\b",
            r"\bà quelle adresse\b",
            r"^\W*où\W*$",
        ),
        "remote": (
            (
                r"\b(?:est-ce|sera|ce sera|l'entretien|il|c'est|s'agit|se déroule\w*|se fait|se fera|"
                r"aura lieu)\b.{0,50}\b(?:en visio\w*|visio\w*|à distance|en ligne|en présentiel|"
                r"présentiel|sur place|par téléphone|en personne|en vidéo|par vidéo|distanciel)\b"
            ),
            (
                r"^\W*(?:en )?(?:visio|présentiel|distanciel|à distance|sur place|"
                r"en ligne)(?: ou (?:\w+ ?){1,2})?\W*$"
            ),
            (
                r"\b(?:en visio|à distance|en ligne) ou (?:en présentiel|sur place|en personne|"
                r"par téléphone)\b"
            ),
        ),
        "link": (
            (
                r"\b(?:est-ce|sera|ce sera|l'entretien|c'est)\b.{0,30}\b(?:teams|zoom|google meet|meet|"
                r"skype|webex)\b"
            ),
            r"\b(?:quelle?|sur quelle?) (?:plateforme|outil|logiciel|application|lien)\b",
            (
                r"\b(?:envoyer|recevoir|recevrai-je|avoir|aurai-je|où est|où trouver|"
                r"quel est) (?:\w+ ){0,3}lien\b"
            ),
            r"\bcomment (?:me connecter|rejoindre|vais-je me connecter|se connecter)\b",
        ),
        "who": (
            r"\bavec qui\b",
            (
                r"\bqui (?:vais-je|sera|seront|mènera|mène|va|me recevra|dois-je|est-ce que je|est (?:mon|"
                r"ma|mes)|participe\w*|fera|assistera|conduira) ?(?:rencontrer|présent\w*|l'entretien|"
                r"mener|recevoir|interlocut\w*|là|à l'entretien|voir|parler|intervieweur\w*|recruteur)?\b"
            ),
            r"\bqui (?:vais-je|est-ce que je vais) (?:rencontrer|voir)\b",
            r"\bnoms? d(?:e|u|es) (?:l'|la |le )?(?:personne|intervieweur|interlocut|recruteur)\w*",
            r"\b(?:humain|personne|robot|ia)\b.{0,30}\bqui (?:mène|mènera|fera|conduira)\b",
        ),
        "zone": (
            r"\b(?:dans |sur |de )?quel(?:le)? fuseau\b",
            r"\b(?:quel|le) (?:est le )?fuseau horaire\b",
            r"\bheure (?:locale|de chez (?:moi|vous)|française|de paris) ou\b",
            r"\bmon (?:heure|fuseau) ou (?:le |la )?v[oô]tre\b",
        ),
        "deadline": (
            (
                r"\b(?:jusqu'à quand|avant quand|d'ici quand|pour quand)\b.{0,40}\b(?:répondre|choisir|"
                r"décider|confirmer|réponse)\b"
            ),
            (
                r"\bcombien de temps (?:ai-je|est-ce que j'ai|j'ai) pour (?:répondre|choisir|décider|"
                r"confirmer)\b"
            ),
            r"\bdate limite pour (?:répondre|choisir|confirmer)\b",
        ),
        "bot": (
            (
                r"\b(?:est-ce que je parle|je parle|parle-je|j'écris|est-ce que j'écris|"
                r"je discute)\b.{0,20}\b(?:bot|robot|machine|humain|personne|ia|chatbot)\b"
            ),
            (
                r"\b(?:êtes-vous|es-tu|vous êtes) (?:un |une )?(?:bot|robot|machine|humain|ia|"
                r"vraie personne|personne|chatbot)\b"
            ),
        ),
    },
    beyond=(
        r"poste|emploi|travail|contrat|salaire|rémunération|visa|offre|résultat|décision|retour|"
        r"processus|période d'essai|équipe|collègues|bureaux?|télétravail|déménagement|projet|tenue|"
        r"apporter|préparer|caméra|ordinateur|enregistré\w*|langue|parking|stationn\w+|manager|directeur|"
        r"patron|prochaine étape|préavis|frais|salle|étage|données|reporter|après l'entretien|mission|"
        r"stage"
    ),
    interrogatives=(
        r"qui|que dois|quoi|où|quand|pourquoi|comment|combien|quel(?:le)?s?|dois-je|puis-je|faut-il|"
        r"y a-t-il|est-ce que"
    ),
)
