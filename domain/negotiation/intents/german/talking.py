"""German cues: negations and conditions, questions, deferrals, automatic answers, abuse."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.NEGATION: (
        (
            r"\b(?:nicht|nie|niemals|kein\w*|ohne|weder|keinesfalls|statt|"
            r"anstatt)\b(?: (?:\w+)){0,3}\s*$"
        ),
    ),
    Cue.CONDITION: (
        (
            r"\b(?:wenn|falls|sofern|ob|bevor|sollte ich|müsste ich|könnte ich|angenommen|ehe|im falle|"
            r"was passiert|wäre ich|würde ich|sonst müsste|ansonsten müsste|vielleicht|eventuell|"
            r"bis ich)\b(?! (?:es )?(?:möglich|geht|okay))[^,;.!?]{0,60}$|\b(?:wenn|falls|sofern|bevor|"
            r"sollte)\b[^;.!?]{0,40}$"
        ),
    ),
    Cue.DEFERRAL: (
        r"\b(?:beantworte|lese) (?:\w+ ){0,3}?(?:e-?mails?|mails?|nachrichten)\b",
        (
            r"\b(?:kann|darf|könnte|dürfte) ich (?:ihnen |dir |das |es |mich |"
            r"dazu )*(?:\w+ ){0,3}?(?:sagen|bescheid geben|melden|mitteilen|antworten|zusagen|"
            r"rückmelden)\b|\b(?:melde|meld|gebe|geb|sage|sag|teile|schreibe|schreib|schaue|schau|gucke|"
            r"kläre|klär|prüfe|prüf|bestätige|überlege|antworte|weiß|rückmeld\w*|frage|komme|lasse|"
            r"informiere) (?:ich )?(?:mich|ihnen|dir|euch|es|das|mal|noch|erst|wieder|nochmal|kurz|"
            r"bescheid|sie|nach|darauf|mir|meine\w*|dich|hier|dazu)\b.{0,50}\b(?:bescheid|wieder|zurück|"
            r"melden|wissen|später|morgen|montag|dienstag|mittwoch|donnerstag|freitag|woche|noch|bis|"
            r"erst|nach|mal|kalender|ab|dienstplan|überlegen|zukommen|genaueres|mehr)\b|\b(?:muss|"
            r"möchte|müsste|werde|kann|will) (?:ich )?(?:das |es |erst |noch |zuerst |mich |mir |mal |"
            r"kurz |vorher |zunächst |leider |meinen? |mit |ihnen )+.{0,40}\b(?:klären|abklären|prüfen|"
            r"schauen|nachschauen|nachsehen|abstimmen|absprechen|überlegen|fragen|nachfragen|checken|"
            r"abwarten|besprechen|sagen|melden|mitteilen|bescheid)\b|\bweiß (?:ich )?(?:es |das |noch |"
            r"leider |erst |momentan |jetzt |gerade |aktuell )+(?:nicht|am|morgen|mehr)\b|"
            r"\bkann (?:ich )?(?:es |das |noch |leider |erst |momentan |jetzt |gerade |aktuell |ihnen |"
            r"dir )+(?:nicht )?(?:genau )?(?:sagen|zusagen|absehen)\b|\bnoch (?:unklar|unsicher|offen|"
            r"nicht (?:sicher|klar|sagen|absehbar))\b|\bgebe? (?:\w+ ){0,4}?bescheid\b|"
            r"\bsage? (?:\w+ ){0,4}?bescheid\b|\bmelde mich\b|\bbitte (?:um )?(?:etwas )?geduld\b|"
            r"\brückmeldung (?:folgt|kommt|erfolgt)\b|\bfolgt (?:noch|in kürze|morgen)\b|"
            r"^\W*(?:vielleicht )?später\W*$|\bmal sehen\b|\bbrauche (?:noch )?(?:etwas |ein bisschen |"
            r"bis )(?:zeit|bedenkzeit|\w+tag|morgen)\b"
        ),
    ),
    Cue.AUTOMATIC: (
        (
            r"^\W*(?:betreff: ?)?(?:automatische (?:antwort|e-?mail|nachricht|abwesenheit\w*|"
            r"rückmeldung)|abwesenheits\w*|abwesend\b|auto-?antwort|autoreply|out of office|"
            r"unzustellbar\w*|zustellung (?:fehlgeschlagen|nicht möglich)|zustellungsfehler|"
            r"nicht zustellbar)|\b(?:automatisch (?:erstellt|generiert|erzeugt|versendet)\w*|"
            r"konnte nicht zugestellt werden|nicht zugestellt|automatisch generierte)\b|"
            r"\bbitte antworten sie nicht auf diese\b"
        ),
    ),
    Cue.AUTOMATIC_HINT: (
        (
            r"\b(?:bin|befinde mich) (?:ich )?(?:\w+ |\d[\d.]* ){0,8}?(?:nicht im (?:büro|haus|dienst)|"
            r"im urlaub|außer haus|abwesend|nicht erreichbar|in elternzeit|auf dienstreise|"
            r"in mutterschutz|krankgeschrieben)\b|\bnicht im büro\b"
        ),
        (
            r"\b(?:kein|keinen|eingeschränkten?|begrenzten?|nur eingeschränkt|ohne) (?:\w+ )?(?:zugriff|"
            r"zugang) auf\b|\bmails? (?:werden|wird) nicht (?:gelesen|weitergeleitet|bearbeitet)\b"
        ),
        (
            r"\b(?:nach meiner rückkehr|wenn ich zurück bin|sobald ich (?:wieder )?zurück|"
            r"bei meiner rückkehr|schnellstmöglich|wieder erreichbar|wieder im büro|"
            r"ab dem .{3,20} wieder)\b"
        ),
        (
            r"\b(?:in (?:dringenden|eiligen) (?:fällen|angelegenheiten)|dringende\w*|vertretung|"
            r"wenden sie sich)\b"
        ),
        r"\bvielen dank für ihre (?:nachricht|e-?mail|mail)\b",
    ),
    Cue.ABUSE: (
        r"\bunmöglich von (?:ihnen|euch|dir)\b|\b(?:ihr seid|sie sind|du bist) (?:\w+ )?unmöglich\b",
        (
            r"\b(?:idiot\w*|arsch\w*|arschl\w*|scheiß\w*|scheiss\w*|dumm\w*|blöd\w*|fick\w*|wichser\w*|"
            r"depp\w*|trottel\w*|verdammt\w*|hurensohn\w*|spast\w*|vollpfosten|drecks\w*|schwachsinn|"
            r"saftladen|unfähig\w*|pisser|mistkerl|halt die (?:klappe|fresse)|verpiss\w*|drecksladen|"
            r"mist)\b"
        ),
    ),
    Cue.ASKS: (
        (
            r"(?:ist|sind|war|wird|werden|werde|muss|müssen|soll|sollen|sollte|kann|können|könnte|"
            r"könnten|könntest|darf|dürfte|hat|haben|habe|gibt|geht|wer|was|wie|wo|wohin|woher|wann|"
            r"warum|wieso|welche\w*|wen|wem|wessen|womit|wozu|worüber|wofür|an wen|mit wem|bei wem|"
            r"für wen|in welche\w*|auf welche\w*|um wie viel|um welche|ab wann|bis wann|von wem|brauche|"
            r"brauch|bekomme|benötige|ob|findet|dauert|läuft|handelt|erfolgt|würde|würden|möchten|wäre|"
            r"wären|hätte|hätten|passt|passen|ginge|klappt|steht|stehen|bin|bieten|zahlen|erwartet|"
            r"kommt|treffen|treffe|spreche|rufen|erhalte|wissen|weißt|stellt|trägt)\b"
        ),
    ),
    Cue.ASKS_SURELY: (
        (
            r"(?:wer (?:ist|wird|führt|nimmt|sind)|was (?:ist|muss|soll|kostet|sollte|brauche|erwartet|"
            r"genau)|wie (?:lange?|viele?|läuft|heißt|ist|komme|groß|sieht|hoch)|wo (?:ist|findet|muss|"
            r"soll|befindet|genau)|wann (?:ist|genau|beginnt|findet)|warum|welche\w* (?:\w+ )?(?:ist|"
            r"wird|sprache|zeitzone|tool|plattform|unterlagen|raum|adresse|software)|"
            r"in welche\w* (?:sprache|raum|zeitzone|gebäude|büro)|mit wem|an wen|muss ich|soll ich|"
            r"brauche ich|kann ich|darf ich|gibt es|findet (?:das|es)|ist (?:das|es|der|die|ein) |"
            r"wird (?:das|es|der|die) |könnten sie mir|können sie mir|kannst du mir|(?:ich )?(?:würde|"
            r"möchte|wollte|will) (?:\w+ ){0,3}?(?:wissen|fragen|erfahren)|mich würde interessieren|"
            r"(?:ich )?(?:habe|hätte|hab) (?:noch )?(?:eine|zwei|ein paar|einige) (?:\w+ )?fragen?|"
            r"(?:eine |kurze |noch eine )+frage|frage:|bitte (?:teilen|sagen|nennen|schicken|"
            r"senden) sie mir (?:\w+ ){0,3}?(?:mit|wer|wo|wie|ob|den link|die adresse)|remote oder|"
            r"vor ort oder|online oder|telefonisch oder)\b"
        ),
    ),
    Cue.PROPOSES: (
        (
            r"\b(?:wie wäre?|wie ist|wie sieht|wie siehts|wie schaut|was ist mit|was halten sie|passt|"
            r"passen|passte|ginge|geht|gehts|klappt|klappte|möglich|würde|würden|wäre|wären|"
            r"könnten? (?:wir|ich|sie|man)|können (?:wir|sie)|sollen wir|"
            r"haben sie (?:\w+ ){0,3}?(?:zeit|frei|etwas|was|noch|einen)|hätten sie|hättest du|hast du|"
            r"sind sie (?:\w+ )?(?:frei|verfügbar|da)|gibt es (?:noch |vielleicht |eventuell |auch |"
            r"da )*(?:etwas|was|einen termin|termine|eine möglichkeit|die möglichkeit|slots?|freie\w*)|"
            r"frei|verfügbar|oder|vielleicht|machen wir|sagen wir|treffen wir|darf ich|dürfte ich|recht|"
            r"in ordnung|ok|okay|besser)\b"
        ),
    ),
    Cue.NEEDS: (
        (
            r"\b(?:stelle|job|position|arbeit) (?:\w+ ){0,4}?(?:antreten|anfangen|beginnen|starten)\b|"
            r"\bm(?:ü|u)sste ich\b|"
            r"\b(?:im|ab) (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|"
            r"dezember) (?:anfangen|"
            r"beginnen|antreten|starten)\b"
        ),
        (
            r"\b(?:können|könnten|kannst|könntest) (?:sie|du) (?:mir|uns) (?:bitte |noch |kurz |"
            r"vielleicht )*(?:sagen|mitteilen|verraten|schicken|senden|erklären)\b(?!,? ob)|"
            r"\b(?:muss ich|soll ich|sollte ich|brauche ich|darf ich (?:\w+ )?(?:mitbringen|parken)|"
            r"gibt es (?:\w+ )?(?:parkpl\w*|einen dresscode|etwas vorzubereiten)|mitbringen|vorbereiten|"
            r"werde ich|anziehen|wie lange|wer (?:ist|wird|nimmt|sind)|wo (?:ist|findet|muss)|"
            r"bekomme ich|mit wem)\b"
        ),
    ),
    Cue.CHECKS_BACK: (
        r"\bwie sieht (?:es|das) (?:bei (?:ihnen|dir|euch) |da |denn )*aus\W*$",
        (
            r"\b(?:passt|geht|ginge|klappt|wäre|ist|würde|könnte|funktioniert) (?:das|es|ihnen|dir|"
            r"das so|das ihnen|das bei ihnen|so|das für sie|einer davon|davon \w+)(?: (?:ihnen|dir|so|"
            r"auch|bei|für|sie|euch|gut|recht|möglich|in ordnung|ok(?:ay)?|gehen|passen|klappen|noch|"
            r"machbar|eventuell|vielleicht|dich|eines|was))*\W*$|\bwie geht(?:'s| es)\b|"
            r"^\W*(?:ok(?:ay)?|ja|nein|oder|gut|passt|in ordnung|recht|möglich|bitte|gell|ne|nicht wahr|"
            r"einverstanden|wirklich|hä|was|passt das|geht das|ginge das)\W*$|\bwas (?:meinen sie|"
            r"meinst du|denken sie|sagen sie|passt (?:ihnen|dir|besser))\b|\b(?:können|"
            r"könnten) sie (?:mir )?(?:das |den termin |es |bitte |kurz )*(?:bestätigen|eintragen|"
            r"einbuchen|buchen)\b|\bwelche[rs]? (?:\w+ )?(?:passt|wäre|ist ihnen|ginge)\b"
        ),
    ),
    Cue.TIME: (
        (
            r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:s|e|"
            r"en)?(?:vormittag|nachmittag|abend|morgen|mittag|früh)?s?\b|\b(?:mo|di|mi|do|fr|"
            r"sa)\b\.?(?= ?(?:\d|,|und|oder|um|ab|vor|nach|$))|\b(?:heute|übermorgen|wochenende|"
            r"werktags|morgens)\b|\bmorgen\b(?! (?:zusammen|allerseits))|\b(?:vormittags?|nachmittags?|"
            r"mittags?|abends?)\b|\b\d{1,2}(?:[:.]\d\d)? ?(?:uhr|h)\b|\b\d{1,2}[:.]\d\d\b|\b(?:um|ab|"
            r"gegen|vor|nach|bis) (?:halb |viertel |ca\.? )?(?:\d{1,2}|eins|zwei|drei|vier|fünf|sechs|"
            r"sieben|acht|neun|zehn|elf|zwölf)\b|\bhalb (?:\d|\w+)|\b\d{1,2}\.(?: ?\d{1,2}\.?| (?:jan|"
            r"feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez))|\b(?:am|den|der|vom|zum) \d{1,2}\.|"
            r"\bwoche\b|\b(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|"
            r"dezember)\b|\bkw ?\d"
        ),
    ),
}
