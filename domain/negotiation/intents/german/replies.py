"""German cues: answers to proposals."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.DECLINE: (
        r"\bauf (?:diese|die|alle|ihre) (?:\w+ )?(?:termine|zeiten|vorschläge|slots)\b.{0,30}\bverzicht\w*",
        (
            r"\b(?:zu|an|in) (?:diesen|den|all diesen|allen diesen|den vorgeschlagenen|"
            r"den genannten) (?:zeiten|terminen|tagen|uhrzeiten)\b(?:(?!\b(?:frei|verfügbar|kann|könnte|"
            r"passt)\b)[^,;.!?]){0,40}?\b(?:arbeite|habe|hab|bin|muss|unterwegs|verhindert|nicht)\b|"
            r"\b(?:arbeite|habe|hab|bin|muss) (?:\w+ ){0,4}?(?:zu|an) (?:diesen|den|all diesen|"
            r"allen diesen) (?:zeiten|terminen|tagen|uhrzeiten)\b|\bnichts (?:\w+ ){0,3}?(?:passt|dabei|"
            r"möglich|geht)\b"
        ),
        (
            r"\b(?:an|zu) (?:diesen|den|keinem|keiner|allen|dem|der) (?:\w+ )?(?:tagen|terminen|zeiten|"
            r"daten|zeitpunkten|termin|tag|zeit)\b.{0,30}\b(?:nicht|keine zeit|verhindert|schlecht|"
            r"unmöglich|nie)\b|\b(?:passt|passen|geht|gehen|klappt|ist|"
            r"sind) (?:\w+ ){0,4}?kein\w*(?=\W*$|\W*[,.;!?]| davon| von)|\bkeine[rs]?(?=\s*[,.;!]|\s*$)|"
            r"\b(?:kein(?:e[rsn]?|s)?|nichts|keinem|keinen) (?:davon|von (?:denen|diesen|den\w*)|der|"
            r"dieser|(?:der |dieser )?(?:termine?|vorschläge|zeiten|optionen|vorgeschlagenen|"
            r"angebotenen|genannten|drei|tage)|passt|passen|geht|klappt|ist|möglich|dabei)\b|"
            r"^\W*(?:leider )?kein(?:e[rs]?)?\W*$|\bweder noch\b|\b(?:alle|alles|die|diese|beide|"
            r"sämtliche|das|dieser|der|es|ihre|davon) ?(?:\w+ )?(?:termine?|vorschläge|zeiten|slots|"
            r"optionen|tage|drei|beiden|zeit|vorschlag|vorgeschlagenen \w+)? ?(?:passen|passt|gehen|"
            r"geht|klappt|klappen|kann ich|sind|ist|funktionieren|funktioniert|schaffe ich|wären|wäre|"
            r"käme?n?) (?:\w+ ){0,5}?(?:nicht|nichts|schlecht|ungünstig|unmöglich|zu (?:früh|spät|"
            r"kurzfristig))\b|\bmit (?:den|keinem|diesen|ihren) .{0,30}(?:nichts|nicht)\b|"
            r"\bpassen (?:mir |bei mir |alle |leider |beide )*nicht\b|\bkann (?:ich )?(?:zu |an |"
            r"bei )?(?:keinem|keiner|allen|allen drei|diesen|den)\b.{0,40}(?:nicht|termin\w*|zeit\w*|"
            r"tag\w*)?|\balle(?:s)? (?:\w+ )?zu (?:früh|spät|kurzfristig)\b|\blehne (?:\w+ ){0,4}?ab\b|"
            r"[\U0001f44e]"
        ),
    ),
    Cue.DECLINE_IT: (
        (
            r"\b(?:habe|hab) (?:ich )?(?:\w+ ){0,3}?(?:schon|bereits|andere|"
            r"überall) (?:\w+ )?(?:termine?|etwas vor|was vor|verpflichtungen|vorlesung\w*|schicht\w*|"
            r"arbeit)\b"
        ),
        (
            r"\b(?:passt|geht|klappt|funktioniert|schaffe|schaff|kann|ist|wäre|ginge|käme) (?:ich |mir |"
            r"bei mir |es |das |da |leider |gar |so |überhaupt |einfach |für mich |dann |zeitlich |uns |"
            r"auch |aber |heute )*(?:nicht|nix|schlecht|ungünstig|unmöglich|nicht möglich)\b|"
            r"\b(?:leider|da|dann|also) nicht(?: möglich)?\W*$|\bzu (?:früh|spät|kurzfristig|knapp)\b|"
            r"\b(?:bin|habe) (?:ich )?(?:da |dann |leider |schon |bereits |zu (?:der|den|"
            r"diesen) zeit\w* )*(?:verhindert|keine zeit|nicht verfügbar|belegt|unterwegs|im urlaub|"
            r"beschäftigt|andere termine|nicht da|verplant|ausgebucht)\b|\bnicht (?:möglich|machbar|"
            r"einrichten|schaffen|verfügbar|wahrnehmen|können)\b|\bpasst (?:mir )?(?:leider )?(?:gar |"
            r"überhaupt )?nicht\b"
        ),
    ),
    Cue.OTHER_TIMES: (
        (
            r"\b(?:haben sie|hast du|habt ihr|hätten sie|gibt es|gäbe es) (?:noch |vielleicht |sonst |auch "
            r")*(?:andere|weitere)\W*$|"
            r"\bwelche anderen\b(?! (?:fragen|unterlagen|bewerber))"
        ),
        (
            r"\b(?:ander\w*|weitere\w*|alternativ\w*|neue\w*|später\w*|früher\w*|zusätzliche\w*|"
            r"sonst noch) ?(?:\w+ )?(?:termin\w*|zeit\w*|tag\w*|vorschl\w*|slot\w*|option\w*|"
            r"möglichkeit\w*|uhrzeit\w*|woche|datum|alternativ\w*)\b|\b(?:etwas|was|"
            r"irgendwas) (?:ander\w*|später\w*|früher\w*)\b|\balternativen?\W*$|\b(?:etwas|was|noch was|"
            r"sonst) (?:frei|verfügbar|im angebot)\b|\b(?:verschieben|verlegen|neu ansetzen|umbuchen|"
            r"umplanen|vertagen)\W*(?:$|[?.])|\bwas (?:haben sie|hättest du|hätten sie|gibt es|"
            r"geht) (?:denn |noch |sonst )+"
        ),
    ),
    Cue.NO: (
        (
            r"(?:(?:oh|sorry|hallo|danke|leider|ach|äh|also|tut mir leid)\W+)*(?:ne+i+n+|nee+|nö+|ne|"
            r"leider nein|leider nicht|geht nicht|passt nicht|klappt nicht|geht leider nicht|"
            r"passt leider nicht|klappt leider nicht|unmöglich|auf keinen fall|keine chance|"
            r"leider keine|nicht möglich|eher nicht|absage|nicht gut|schlecht|keinesfalls|nein danke|"
            r"nicht)(?:\W+(?:danke|leider|sorry|nicht|bitte|geht nicht|passt nicht|für mich|"
            r"tut mir leid|das geht nicht))*"
        ),
    ),
    Cue.YES: (
        (
            r"(?:(?:oh|hallo|danke|super|ja|jo|ok(?:ay)?|gut|perfekt|prima|toll|klar|gern|vielen dank|"
            r"moin|alles klar|sehr)\W+)*(?:ja+|jo+|jep+|jap+|jawohl|jup|yes|ok(?:ay|e|i)?|gerne?|"
            r"sehr gerne?|klar|na klar|klaro|passt(?: (?:mir|für mich|bei mir|gut|super|perfekt|prima|"
            r"wunderbar|so|sehr gut))*|(?:das |der |dieser |der termin |dieser termin |"
            r"die zeit )?(?:passt|geht|klappt|funktioniert|ist (?:gut|super|perfekt|ok(?:ay)?|prima|"
            r"in ordnung|mir recht|recht)|wäre (?:gut|super|perfekt|prima|toll|ok(?:ay)?|möglich|"
            r"in ordnung)|geht klar|würde passen|klingt (?:gut|super|perfekt|prima))(?: (?:mir|für mich|"
            r"bei mir|gut|super|perfekt|prima|klar|so|auch|sehr gut|wunderbar|hervorragend|bestens|"
            r"in ordnung|ausgezeichnet))*|in ordnung|einverstanden|abgemacht|geht klar|alles klar|"
            r"perfekt|prima|super|wunderbar|bestens|toll|sehr gut|gut|bestätigt|"
            r"(?:hiermit )?bestätige(?: ich)?(?: (?:hiermit|den termin|gerne|das))*|"
            r"ich bestätige(?: (?:hiermit|den termin|gerne|das))*|zusage|ich sage zu|nehme ich|"
            r"den nehme ich|ich nehme (?:ihn|den|den termin)|ich (?:bin|werde) (?:dabei|da|da sein)|"
            r"bin dabei|dabei|machen wir(?: so)?|genau|richtig|freue mich(?: (?:darauf|drauf|sehr|"
            r"auf das gespräch))*|bis dann|bis dahin|natürlich|selbstverständlich|auf jeden fall|"
            r"mit vergnügen|kann ich|ich kann(?: da)?|da kann ich|buchen|gebongt|läuft|jawoll|fein|"
            r"ausgezeichnet|hervorragend|gebucht|kein problem|wie vorgeschlagen|gern doch|"
            r"perfekt so)(?:\W+(?:danke|vielen dank|bitte|bis dann|bis dahin|gerne?|für mich|mir|super|"
            r"dankeschön|passt|freue mich|perfekt|gut|das passt|geht klar|besten dank|ich freue mich|"
            r"der termin passt|ok|schön|lg|vg|mfg|passt mir(?: gut)?|dann bis dann))*"
        ),
    ),
    Cue.YES_WITHIN: (
        (
            r"\b(?:der|dieser|das|die|den) (?:termin |vorschlag |zeit |vorgeschlagene termin |"
            r"vorgeschlagene zeit )?(?:passt|geht|klappt|bestätige|nehme|funktioniert|wäre|"
            r"ist)\b(?:.{0,30}\b(?:gut|super|perfekt|prima|mir|ich|in ordnung|okay|ok|recht|klar|"
            r"wunderbar|hervorragend|bestens))?|\bich bestätige\b|\bbin (?:ich )?dabei\b|"
            r"\bnehme (?:ich )?(?:den )?termin\b|\b(?:termin|zeit) (?:passt|bestätigt|bestätige|"
            r"ist (?:gut|ok|in ordnung))\b|\bpasst (?:mir |für mich |bei mir |perfekt|super|gut|"
            r"hervorragend|wunderbar|sehr)|^\W*(?:ja|klar|gerne|perfekt|super)\b|"
            r"[\U0001f44d\U0001f44c\u2705]"
        ),
    ),
    Cue.ANY: (
        (
            r"\b(?:passen|passt|gehen|geht|ginge|ginge[n]?|klappen|klappt|möglich|recht|kann ich|"
            r"könnte ich|nehme)\b (?:\w+ ){0,4}?(?:alle|alles|beide|beides|jede[rs]?)(?: (?:drei|zwei|"
            r"termine|vorschläge|zeiten|davon|von))*(?=\W*$|\W*[,.;!])|\b(?:alle|alles|jeder|beide|"
            r"beides|jede[rs]?|sämtliche|egal|alle drei|alle 3)\b(?: (?:termine?|vorschläge|zeiten|drei|"
            r"3|beiden|davon|von|diesen|denen|der|vorgeschlagenen|genannten|optionen|slots|sind|ist|"
            r"ginge|wären|wäre|mir|bei|passen|passt|würde|würden|für|mich))* ?(?:passen|passt|gehen|"
            r"geht|gut|möglich|ok|okay|recht|klappt|klappen|in ordnung|super|funktionier\w*|machbar|"
            r"prima|ginge|gleich|egal|mir|frei)\b|\b(?:ist|wäre) mir (?:\w+ )?(?:egal|gleich|recht|"
            r"einerlei|wurscht|schnuppe)\b|\bmir (?:ist )?(?:\w+ )?(?:egal|gleich|wurscht)\b|"
            r"^\W*(?:egal|beide|alle|alle drei|egal welche\w*|irgendeiner|einer davon|jeder|"
            r"beides)\W*(?:bitte|danke)?\W*$|\begal,? (?:welche\w*|wann)\b|\b(?:sie|du) (?:dürfen|"
            r"können|kannst|darfst|entscheiden|wählen|suchen) (?:\w+ ){0,3}?(?:aussuchen|entscheiden|"
            r"wählen|auswählen|aus)\b|\b(?:suchen|such|wählen|wähl) (?:sie )?(?:sich )?(?:einen? |"
            r"etwas )?aus\b|\b(?:bin|ganz) (?:\w+ )?flexibel\W*$|\bkann (?:ich )?(?:zu |an )?(?:allen|"
            r"beiden|alle|jedem)\b(?!.{0,40}nicht)|\bkeine präferenz\b|\bnach belieben\b|\bwas (?:ihnen|"
            r"dir) (?:besser|am besten|lieber) passt\b|\beiner (?:davon|von (?:denen|beiden|den))\b"
        ),
    ),
    Cue.REST: (
        (
            r"\b(?:(?:der|die|den|das) )?(?:ander\w*|übrigen|restlichen|rest)(?: (?:beiden|zwei|"
            r"termine?|slots?|optionen|zeiten))*(?: (?:passt|passen|geht|gehen|wäre|wären|ist|sind|"
            r"klappt))\b"
        ),
    ),
    Cue.CHANGE: (
        (
            r"\b(?:lieber|eher|besser|stattdessen|statt|anstatt|anstelle)\b.{0,40}|\b(?:verschieben|"
            r"verlegen|vorziehen)\b|\b(?:könnten|können|ginge|geht) (?:\w+ ){0,4}?(?:auf|erst|schon|"
            r"später|früher)\b"
        ),
    ),
    Cue.UNSUITABLE: (
        (
            r"\b(?:nicht|nix|kein\w*|außer|statt|anstatt|weder|noch nicht|unmöglich|ungünstig|schlecht|"
            r"verhindert|belegt|leider nicht|zu (?:früh|spät)|verzichte\w*|streiche\w*|ausgenommen|"
            r"bis auf|ohne|schwierig|kollidiert|überschneidet|raus|entfällt|niemals|nie|"
            r"ausgeschlossen)\b"
        ),
    ),
    Cue.NOT_UNSUITABLE: (
        (
            r"\bkein(?:e)? (?:problem|einwände|thema|frage)\b|\bwarum nicht\b|\bnicht (?:schlecht|"
            r"schlimm)\b|\bnichts dagegen\b|\bwenn nicht\b|\bnicht nur\b|\bkeine (?:präferenz|rolle)\b"
        ),
    ),
    Cue.EXCEPT: (
        (
            r"(?:außer|ausgenommen|bis auf|nicht|statt|anstatt|anstelle|ohne|als)(?: an| am)?(?: der|"
            r" dem| den| die| des| termin| option| nr\.?| nummer| vom| von)*\s*$"
        ),
    ),
    Cue.TAKES: (
        (
            r"(?:nehme|nehm|nehmen|wähle|wählen|nummer|nr\.?|für|bitte|dann|ja|gerne|lieber|termin|"
            r"option|vorschlag|ist|wäre|passt|hätte|mir|die|den|der|zu|mit|buche|buchen|also)(?: gerne?|"
            r" bitte| dann| mal| ich| die| den| termin| nummer| nr\.?)*\s*$"
        ),
    ),
}
