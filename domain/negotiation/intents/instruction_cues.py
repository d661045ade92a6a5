"""Signs of text that instructs the software instead of answering, in five languages, over folded text.

Instructions are written in English into messages of every language, so all of these are always looked for.
"""

from domain.negotiation.intents.expressions import expression
from domain.negotiation.intents.orders import english, french, german, portuguese, spanish

INSTRUCTION = expression(
    *english.INSTRUCTIONS,
    *german.INSTRUCTIONS,
    *french.INSTRUCTIONS,
    *spanish.INSTRUCTIONS,
    *portuguese.INSTRUCTIONS,
)
"""A sentence with one of these is an instruction."""

ORDER = expression(
    r"(?:(?:and|then|now|also|instead|just|please|simply|next|so|finally|immediately|"
    r"you (?:must|should|will|have to|need to|are to|may|can)) ){0,3}(?:book|schedule|select|"
    r"choose|pick|confirm|mark|set|return|output|reply|respond|answer|say|write|print|accept|"
    r"cancel|move|assign|reserve|treat|assume|use|add|put|make|give|report|execute|approve|"
    r"record|register|update|change|send|delete|remove|skip|list|show|reveal|reject|grant|"
    r"consider|do not|never|always|act|pretend|override|enter|log|hire|promote|rank|score|"
    r"classify|interpret|parse|process)\b",
    r"(?:the )?(?:candidate|applicant|user) (?:has |is |will |accept|select|chose|wants|agree|"
    r"confirm|can )|(?:all|every|any) (?:slots?|rules?|checks?)\b|(?:the )?(?:notice|window|"
    r"working hours|limits?|rules?|policy)\b|(?:selected|intent|status|book(?:ing)?)\b|(?:i am|"
    r"i'm) (?:the|your) (?:hiring|recruit|admin|boss|ceo)",
    r"(?:(?:und|dann|jetzt|nun|bitte|sofort|stattdessen|also) ){0,3}(?:buche?n?|trage?n?|"
    r"wähle?n?|bestätige?n?|markiere?n?|setze?n?|antworte?n?|gib|geben|schreibe?n?|nimm|"
    r"nehmen sie|akzeptiere?n?|behandle|führe?|lösche?n?|zeige?n?|nenne?n?|reserviere?n?|"
    r"plane?n? sie|stelle?n?|sage? )\b",
    r"(?:(?:et|puis|maintenant|alors|ensuite|merci de|veuillez) ){0,3}(?:reserve[rz]?|inscri\w+|"
    r"confirme[rz]?|marque[rz]?|mets|mettez|reponds|repondez|ecris|ecrivez|choisis\w*|"
    r"selectionne[rz]?|accepte[rz]?|annule[rz]?|affiche[rz]?|considere[rz]?|traite[rz]?|"
    r"donne[rz]?|planifie[rz]?|enregistre[rz]?)\b",
    r"(?:(?:y|luego|ahora|entonces|despues|por favor) ){0,3}(?:reserv[ae]\w*|agend[ae]\w*|"
    r"confirm[ae]\w*|marc[ae]\w*|marque\w*|pon|ponga|respond[ae]\w*|escrib[ae]\w*|elig[ea]\w*|"
    r"seleccion[ae]\w*|acept[ae]\w*|cancel[ae]\w*|muestr[ae]\w*|consider[ae]\w*|trat[ae]\w*|"
    r"program[ae]\w*|registr[ae]\w*)\b",
    r"(?:(?:e|depois|agora|entao|por favor) ){0,3}(?:reserv[ae]\w*|agend[ae]\w*|confirm[ae]\w*|"
    r"marqu?[aeu]\w*|coloqu?e\w*|respond[ae]\w*|escrev[ae]\w*|escolh[ae]\w*|selecion[ae]\w*|"
    r"aceit[ae]\w*|cancel[ae]\w*|mostr[ae]\w*|consider[ae]\w*|trat[ae]\w*|defin[ae]\w*|"
    r"registr[ae]\w*)\b",
)
"""Begins a sentence that belongs to an instruction when the message holds one."""

HEADING = expression(
    (
        r"^\s*#{1,6}\s*(?:system|instructions?|anweisung\w*|instruc\w*|consignes?|prompt|admin\w*|"
        r"assistant|override|command)\W*$"
    ),
    r"^\W*(?:(?:system|admin|root|security|priority|emergency|hr) (?:override|message|notice|"
    r"note|command|alert|update|instruction|prompt)|system|sys|admin|administrator|assistant|"
    r"developer|root|bot|ai|tool|instructions?|anweisung\w*|anleitung|instruction systeme|"
    r"systeme|sistema|instruc\w*|prompt|command|override|role|debug|function|operator|internal|"
    r"hr system|hiring manager|(?:note|message|memo|hint|hinweis|nachricht|notiz|nota|mensaje|"
    r"mensagem|aviso) (?:to|for|an|für|a|au|pour|al|ao|para) (?:\w+[ ']){0,3}?(?:ai|a\.i\.|bot|"
    r"assistant|scheduler|system|llm|model|ki|ia|robot|robo|assistent\w*|asistente|sistema|"
    r"systeme|chatbot|software|automation|algorithm)s?|(?:new|updated|special|important|neue|"
    r"wichtige|nouvelles?|nuevas?|novas?) (?:system )?(?:instruct\w*|anweisung\w*|consignes?|"
    r"instruc\w*|order|rule|regel|orden|ordem|regra|policy|directive)\w*.{0,40})\W{0,3}\s?[:>\]|"
    r"]",
)
"""Opens a line that is an instruction to its end, or, alone on its line, the paragraph below it."""
