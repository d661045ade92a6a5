"""French instructions to the software, over folded text."""

INSTRUCTIONS: tuple[str, ...] = (
    (
        r"\b(?:ignor\w*|oubli\w*|neglig\w*|contourn\w*|desactiv\w*|passe[rz]? outre|ne (?:tenez|"
        r"tiens) pas compte de|outrepass\w*|saut\w*|annul\w*|leve[rz]?|supprim\w*|efface\w*|"
        r"remplac\w*) (?:\w+[ ']){0,5}?(?:instructions?|consignes?|regles?|directives?|prompts?|"
        r"restrictions?|contraintes?|preavis|ordres|delai\w*|limites?|politiques?|configuration|"
        r"ce qui precede)\b|\b(?:nouvelles?|importantes?|internes?|secretes?|"
        r"speciales?) (?:instructions?|consignes?|regles?|directives?)\b|\b(?:instructions?|"
        r"consignes?) (?:systeme|importantes?|internes?|secretes?|suivantes?|nouvelles?|speciales?|"
        r"prioritaires?)\b|\b(?:invite|message|note|prompt|instruction|consigne) (?:du |"
        r"de )?systeme\b"
    ),
    (
        r"\b(?:note|message|instruction|attention|remarque|consigne|avis|info|memo)s? ?(?:a|au|pour|"
        r"destinee?s? (?:a|au)) ?(?:l'|le |la |votre |cet? |tout\w* )?(?:\w+ )?(?:ia|bot|robot|"
        r"assistant\w*|systeme|chatbot|logiciel|modele|algorithme|planificateur|automate|machine|"
        r"intelligence artificielle|agent)\b|\b(?:tu es|vous etes) (?:maintenant|desormais|"
        r"dorenavant|a present|un pirate)\b|\b(?:desormais|dorenavant|"
        r"a partir de maintenant),? (?:tu|vous|toute?s?|tous|chaque|reponds|considere\w*)\b|"
        r"\b(?:fais|faites) (?:semblant|comme si)\b|\b(?:imagine[zr]?|suppose[zr]?|"
        r"pretend\w*) que\b|\bjeu de roles?\b|\bmode (?:developpeur|admin\w*|debug)\b|"
        r"\bagis\w* comme\b|\bagissez (?:comme|en tant)\b|\bjouons\b"
    ),
    (
        r"\b(?:en tant que|je suis|ici|au nom d[ue]|de la part d[ue]) (?:le |la |l'|votre |du |"
        r"de la |un |une )?(?:\w+ )?(?:responsable\w*|recruteur|recruteuse|drh|rh|directeur|"
        r"directrice|admin\w*|manager|patron\w*|chef\w*|pdg|developpeur|gestionnaire|systeme|"
        r"hiring manager)\b.{0,60}\b(?:annul\w*|lev\w*|supprim\w*|autoris\w*|ordonn\w*|approuv\w*|"
        r"dispens\w*|exig\w*|confirme\w*|renonc\w*|valid\w*|reserv\w*|inscri\w*|waive)\b|"
        r"\b(?:responsable\w*|recruteur|recruteuse|drh|directeur|directrice|admin\w*|manager|"
        r"patron\w*|direction|hiring manager) (?:\w+ ){0,3}?a (?:\w+ )?(?:approuve|autorise|leve|"
        r"annule|supprime|valide|ordonne|accepte|decide)\b|\b(?:preavis|delai(?: de preavis)?|"
        r"regles?|limite|restriction) (?:est|sont|a ete|ont ete|n'est|ne) (?:\w+ )?(?:levee?s?|"
        r"annulee?s?|supprimee?s?|suspendue?s?|nulle?s?|s'applique\w*|appliquent|plus|ignoree?s?)\b"
    ),
    (
        r"\b(?:reserve\w*|inscri\w*|planifi\w*|confirm\w*|place\w*|mets|mettez|programm\w*)(?:-|"
        r" )(?:moi|nous|le|la|l'entretien|mon|tous|toutes|chaque)\b.{0,60}\b(?:immediatement|"
        r"tout de suite|maintenant|sans (?:verif\w*|demand\w*|confirm\w*|attendre)|dans (?:\d+|dix|"
        r"cinq|une) (?:min\w*|heures?)|minuit|cette nuit|peu importe|meme si|quand meme|"
        r"tous les creneaux|chaque creneau|sur-le-champ)\b|\b(?:confirm\w*|reserve\w*|accepte\w*|"
        r"bloque\w*|selectionn\w*) (?:tous|toutes|chaque|tout) (?:les )?(?:creneaux?|horaires|"
        r"options|rendez-vous|entretiens)\b|\b(?:marque\w*|mets|mettez|note\w*|enregistr\w*|"
        r"considere\w*|class\w*|trait\w*|change\w*|pass\w*)(?:-| )(?:moi|mon|ma|le statut|cette?|ce|"
        r"ma candidature|le candidat|l'intention|tout) (?!en (?:relation|contact)|"
        r"au courant)(?:\w+ ){0,4}?(?:comme|a|en|sur|embauchee?|acceptee?|confirmee?)\b|"
        r"\bembauche[zr]?(?:-| )moi\b"
    ),
    (
        r"\b(?:affiche\w*|montre\w*|revele\w*|imprime\w*|liste\w*|donne\w*|envoie|envoyez|dis|dites|"
        r"divulgue\w*|repete\w*|communique\w*|ecri\w*|quels? sont|quelles? sont|qui sont)(?:-|"
        r" )?(?:moi |nous |ici )?(?:\w+[ ']){0,5}?(?:prompt(?: systeme)?|invite systeme|"
        r"instructions (?:systeme|internes|initiales)|(?:tes|vos) (?:\w+ )?(?:instructions|"
        r"consignes|regles|directives)|autres (?:candidat\w*|postulant\w*|entretiens|personnes)|"
        r"tous les (?:candidat\w*|entretiens)|base de donnees|mots? de passe|(?:agenda|calendrier|"
        r"numero) (?:prive|personnel|de l'interviewer|du recruteur|de l'intervieweur))\b|"
        r"\b(?:annul\w*|supprim\w*|rejet\w*|refus\w*|elimin\w*) (?:\w+ ){0,3}?(?:des |les |"
        r"tous les )?autres (?:candidat\w*|entretiens|rendez-vous|candidatures)\b|\b(?:repond\w*|"
        r"renvo\w*|retourne\w*) (?:\w+ ){0,3}?(?:uniquement |seulement |exactement )?(?:par|avec|en|"
        r":) ?(?:\w+ )?(?:json|\"|'|oui\b|selection|le texte)|\b(?:tu dois|vous devez|le (?:bot|"
        r"systeme) doit) (?:\w+ ){0,3}?(?:reserver|confirmer|accepter|ignorer|selectionner|"
        r"embaucher|obeir|valider|marquer)\b|\bdecode[rz]?\b|\bexecute[rz]? (?:le |la |les |cette |"
        r"ce |ces |l')"
    ),
)
