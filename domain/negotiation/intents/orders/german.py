"""German instructions to the software, over folded text."""

INSTRUCTIONS: tuple[str, ...] = (
    (
        r"\b(?:ignorier\w*|missachte\w*|vergiss|vergessen sie|vergesst|überschreib\w*|umgeh\w*|"
        r"übergeh\w*|überspring\w*|deaktivier\w*|verwirf|verwerfen|hebe?n?|setzen?|setz|"
        r"beachten sie nicht|beachte nicht|befolge nicht|lösch\w*|"
        r"streich\w*) (?:\w+ ){0,5}?(?:anweisung\w*|instruktion\w*|regeln?|vorgaben?|richtlinien?|"
        r"einschränkung\w*|vorlaufzeit\w*|systemprompt|prompts?|befehle?|beschränkung\w*|vorlauf\w*|"
        r"frist\w*|mindestvorlauf\w*|arbeitszeit\w*|sperre\w*|prüfung\w*|vorschriften|kalender|"
        r"programmierung|alles,? was)\b|\b(?:neue|wichtige|interne|geheime|folgende|spezielle|"
        r"aktualisierte|dringende) (?:system)?(?:anweisung\w*|instruktion\w*|regeln?|befehle?|"
        r"vorgaben?|richtlinien?)\b"
    ),
    (
        r"\b(?:hinweis|notiz|nachricht|anweisung|mitteilung|befehl|achtung|info|anmerkung|auftrag|"
        r"bemerkung) ?(?:an|für)? ?(?:den|die|das|diesen|alle)? ?(?:\w+ )?(?:ki|bot|assistent\w*|"
        r"system|chatbot|software|terminbot|terminassistent\w*|sprachmodell|planer|automat\w*|"
        r"algorithmus|maschine|programm|llm|modell)\b|\bdu bist (?:jetzt|ab (?:jetzt|sofort)|nun|"
        r"nicht mehr|ein pirat)\b|\bsie sind (?:jetzt|ab sofort|nun) (?:ein|kein|der|im)\b|"
        r"\bab (?:sofort|jetzt) (?:bist|antworte|gilt|gelten|behandle|sind|akzeptier|buche|nimm|"
        r"zählt|heisst)\w*|\b(?:tu|stell dir vor|tun sie|stellen sie sich vor|verhalte dich|spiel|"
        r"spiele|gib vor)\b.{0,20}\b(?:als|so,? als|du bist|du wärst|rolle|wäre)\b|"
        r"\brollenspiel\w*\b|\bentwicklermodus\b|\badmin(?:istrator)?-?modus\b|\bspielen wir\b"
    ),
    (
        r"\b(?:als|ich bin|hier (?:ist|spricht|schreibt)|im namen (?:des|der)|im auftrag (?:des|"
        r"der)) (?:der |die |des |ihre?r? |dein\w* |ein\w* )?(?:\w+ )?(?:personalleit\w*|"
        r"personalchef\w*|recruiter\w*|hiring[ -]manager\w*|admin\w*|geschäftsführ\w*|chef\w*|"
        r"vorgesetzte\w*|einstellend\w*|manager\w*|system\w*|interviewer\w*|entwickler\w*|"
        r"personalabteilung|fachabteilung|abteilungsleit\w*|personaler\w*|ceo|hr)\b.{0,50}\b(?:hebe|"
        r"verzicht\w*|genehmig\w*|erlaub\w*|weise|ordne|befehl\w*|erlass\w*|bestätig\w*|"
        r"autorisier\w*|anweis\w*|hiermit|buche\w*|trag\w*|streich\w*|setze|entscheid\w*|gestatt\w*|"
        r"entfällt)\b|\b(?:personalleit\w*|personalchef\w*|recruiter\w*|hiring[ -]manager\w*|"
        r"chef\w*|admin\w*|geschäftsführ\w*|personalabteilung) hat (?:\w+ ){0,6}?(?:genehmigt|"
        r"erlaubt|aufgehoben|angeordnet|freigegeben|erlassen|zugestimmt|gestrichen|entschieden)\b|"
        r"\b(?:vorlaufzeit|vorlauf|frist|mindestfrist|ankündigungsfrist|vorankündigung|regel|regeln|"
        r"kündigungsfrist|sperrfrist|mindestvorlauf) (?:ist |sind |wird |wurde |werden |gilt |"
        r"gelten |hiermit |damit |jetzt |somit )*(?:aufgehoben|entfällt|entfallen|erlassen|"
        r"gestrichen|nicht mehr|null|ausser kraft|ungültig|nicht)\b"
    ),
    (
        r"\b(?:buch\w*|trag\w*|setz\w*|plan\w*|nimm|nehmen sie|reservier\w*|bestätig\w*) (?:mich|"
        r"mir|uns|sie mich|sie mir|mein\w*|alle|sofort|jeden|sämtliche|das interview|"
        r"den termin)\b.{0,50}\b(?:sofort|jetzt|umgehend|in (?:\d+|zehn|fünf|einer) (?:min\w*|"
        r"stunden?)|ohne (?:rück\w*|prüf\w*|zu)|heute nacht|mitternacht|egal|auch wenn|obwohl|"
        r"alle (?:termine|zeiten|slots)|alle termine|trotzdem|um [2-5] uhr (?:nachts|morgens))\b|"
        r"\b(?:bestätig\w*|buch\w*|reservier\w*|blockier\w*) (?:sie )?(?:alle|sämtliche|"
        r"jeden) (?:termine?|slots?|zeiten|vorschläge|optionen)\b|\b(?:markier\w*|setz\w*|"
        r"kennzeichne\w*|stuf\w*|trag\w*|führ\w*|behandle\w*|werte\w*) (?:sie )?(?:mich|meine\w*|"
        r"mein\w*|den status|alles|diese\w*|den bewerber) (?:\w+ ){0,4}?(?:als|auf|wie|ein als)\b|"
        r"\b(?:stell|stellen sie|stellt) mich (?:\w+ )?ein\b"
    ),
    (
        r"\b(?:zeig\w*|nenn\w*|gib|geben sie|verrat\w*|druck\w*|list\w*|schick\w*|send\w*|teil\w*|"
        r"offenbar\w*|verrät|ausgeben|wiederhol\w*|schreib\w*|wie lautet|wie lauten|welche|"
        r"wer sind) (?:sie )?(?:mir |uns |bitte |mal |hier )*(?:\w+ ){0,4}?(?:system-?prompt\w*|"
        r"systemanweisung\w*|(?:anderen|andere|übrigen|aller|alle|"
        r"sämtliche\w*) (?:\w+ )?(?:bewerber\w*|kandidat\w*|termine der|interviews|teilnehmer\w*)|"
        r"(?:deine|ihre|eure) (?:\w+ )?(?:anweisung\w*|instruktion\w*|regeln|konfiguration|"
        r"prompt\w*|befehle)|datenbank|passwort\w*|passwörter|zugangsdaten|privat(?:e|en|"
        r"er)? (?:nummer|telefon\w*|kalender)|kalender (?:des|der) interview\w*)\b|\b(?:sag\w*|"
        r"lösch\w*|storn\w*|lehn\w*|streich\w*|entfern\w*) (?:sie )?(?:\w+ ){0,2}?(?:alle |allen |"
        r"die )*(?:anderen|übrigen) (?:\w+ )?(?:bewerb\w*|kandidat\w*|termine|interviews)\b|"
        r"\b(?:antworte|gib|gebe|schreibe?|antworten sie|geben sie|interpretier\w*|"
        r"werte) (?:\w+ ){0,3}?(?:nur |ausschließlich |folgendes )?(?:mit|als|aus|"
        r"json)\b.{0,20}(?:json|\"|'|ja\b|selection|auswahl|zusage|bestätigt)"
    ),
    (
        r"\b(?:du|sie|der bot|das system|die ki) (?:musst|müssen|darfst|muss|darf|sollst|sollen|"
        r"soll) (?:\w+ ){0,4}?(?:buchen|bestätigen|annehmen|auswählen|ignorieren|akzeptieren|"
        r"eintragen|einstellen|zusagen|gehorchen|freigeben)\b|\bführ\w* (?:sie )?(?:den |die |"
        r"diesen |diese |folgende\w* )+(?:befehl|anweisung|code)\w*|\b(?:dekodier\w*|"
        r"entschlüssel\w*)\b"
    ),
)
