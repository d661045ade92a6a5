"""German cues: withdrawals, and what only looks like one."""

from domain.negotiation.intents.cues import Cue

_PROCESS = (
    r"(?:\w*bewerbung\w*|\w*verfahren\w*|\w*prozess\w*|kandidatur|stelle|position|job|rolle|"
    r"auswahl\w*|interesse|interview|gespräch|angebot|vorstellungsgespräch|termin\w*)"
)

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.WITHDRAWAL: (
        (
            r"\bwurde (?:\w+ )?(?:woanders|anderswo|anderweitig) (?:eingestellt|genommen|angestellt)\b|"
            r"\b(?:pausiere|unterbreche|beende) (?:ich )?meine (?:jobsuche|stellensuche|arbeitssuche)\b"
        ),
        (
            r"\b(?:lösch\w*|storn\w*|streich\w*|zurück\w*|beend\w*|abbrech\w*|abzubrechen|entfern\w*|"
            r"annull\w*|widerruf\w*|vernicht\w*|schließen|schließe) [^,.;!?]{0,40}?\b(?:meine[rn]? "
            r"(?:\w+ )?)?(?:bewerbung|kandidatur|bewerbungsprozess|bewerbungsverfahren|"
            r"bewerbungsunterlagen)\b|\b(?:bewerbung|kandidatur|"
            r"bewerbungsunterlagen) (?:[\w-]+ ){0,4}?(?:lösch\w*|storn\w*|streich\w*|zurück\w*|beend\w*|"
            r"abbrech\w*|entfern\w*|annull\w*|widerruf\w*|vernicht\w*)\b|\bziehe (?:\w+ ){0,3}?zurück\b|"
            r"\b(?:schon|bereits|inzwischen) (?:\w+ ){0,2}?(?:ander\w*|neue\w*) (?:job|stelle|arbeit)\b"
        ),
        (
            r"\b(?:ziehe|ziehen|zieh|möchte|will|werde|muss|würde|habe|"
            rf"hiermit)\b.{{0,60}}\b{_PROCESS}\b.{{0,40}}\b(?:zurück(?:ziehen|gezogen|zuziehen|"
            r"nehmen)?)\b|\b(?:meine|die|diese) (?:\w+ )?(?:bewerbung|kandidatur|"
            r"zusage)\b.{0,40}\b(?:zurück\w*|stornier\w*|widerruf\w*|lösch\w*|zu löschen|"
            r"gegenstandslos|hinfällig|erledigt|annullier\w*)\b|\bbewerbung\w*\W{0,3}zurück\w*|"
            r"\bzurück(?:ziehen|zuziehen|nehmen)\b.{0,30}\bbewerbung\b"
        ),
        (
            r"\b(?:lösch\w*|streich\w*|entfern\w*|stornier\w*|vergess\w*|"
            r"vernicht\w*) (?:sie )?(?:bitte )?(?:meine (?:bewerbung|unterlagen|daten|kandidatur)|"
            r"mich (?:von|aus) )\b|\bnehm\w* (?:sie )?(?:bitte )?mich (?:bitte )?(?:aus|von|raus)\b|"
            r"\b(?:mich|bewerbung) (?:bitte )?(?:aus|von) (?:der|dem|ihrer) (?:liste|verfahren|prozess|"
            r"auswahl\w*|bewerb\w*)\b.{0,30}\b(?:nehmen|streichen|entfernen|löschen|raus)"
        ),
        (
            r"\b(?:ich )?(?:ziehe|zieh) (?:mich|meine bewerbung|hiermit|sie)\b.{0,60}\bzurück\b|"
            r"\bmich (?:aus|vom) .{0,40}\bzurück(?:ziehen|zuziehen|gezogen)\b|\b(?:ich )?(?:steige|bin|"
            r"klinke mich|scheide|melde mich) (?:hiermit |leider |damit |jetzt )*(?:aus dem|raus|"
            r"aus)(?: (?:verfahren|prozess|bewerbungs\w*|auswahl\w*|dem \w+))?(?: (?:aus|raus))?\s*(?:$|"
            r"[.,!;])|\baussteigen\b(?! (?:am|an|in))|\btrete (?:von )?(?:meiner )?(?:bewerbung "
            r")?zurück\b|\bvon (?:meiner|der) bewerbung (?:zurück|abstand|absehen)\w*|"
            r"\babstand (?:nehmen|von)|\bnehme abstand\b"
        ),
        (
            r"\b(?:habe?|hab) (?:mich |inzwischen |bereits |schon |leider |jetzt |gestern |heute |"
            r"mittlerweile |nun |zwischenzeitlich )*(?:(?:für|bei) )?(?:eine?n? |die |das |den |einer |"
            r"einem )?(?:ander\w*|neue\w*) (?:\w+ )?(?:stelle|job|arbeitgeber|"
            r"arbeit)\b(?!.{0,40}\b(?:gespräch|termin|meeting|suche)\b)|\b(?:andere[sn]?|"
            r"neue[sn]?) (?:job|stelle|angebot|jobangebot|position|arbeit|"
            r"arbeitgeber) (?:\w+ ){0,3}?(?:angenommen|gefunden|zugesagt|unterschrieben|bekommen|"
            r"entschieden|antrete|begonnen|annehmen|an\b)|\b(?:angebot|stelle|job|vertrag|"
            r"arbeitsvertrag|jobangebot) (?:\w+ ){0,4}?(?:angenommen|unterschrieben|zugesagt|gefunden|"
            r"unterzeichnet)\b|\b(?:etwas|was) (?:anderes|neues) (?:\w+ )?(?:gefunden|angenommen)\b|"
            r"\banderweitig (?:\w+ )?(?:entschieden|zugesagt|vergeben|orientiert|unterschrieben|"
            r"verpflichtet)\b|\b(?:fündig geworden)\b|\bwoanders (?:\w+ )?(?:zugesagt|angenommen|"
            r"unterschrieben|angefangen|entschieden)\b|\bnehme (?:ein|das|eine|"
            r"die) (?:ander\w* )(?:angebot|stelle|job) an\b"
        ),
        (
            r"\b(?:bleibe|bleib|bleiben|zu bleiben) (?:doch |lieber |nun |jetzt )*(?:bei|in) (?:meinem|"
            r"meiner|der|dem) (?:\w+ )?(?:arbeitgeber|firma|job|stelle|unternehmen|position)\b|\b(?:bei|"
            r"in) (?:meinem|meiner) (?:jetzigen|aktuellen|derzeitigen|"
            r"bisherigen) (?:\w+) (?:zu )?bleibe\w*\b|\b(?:entschieden|entschlossen),? (?:bei|"
            r"in) .{0,40}\bzu bleiben\b"
        ),
        (
            r"\b(?:sage|sag|muss|möchte) (?:ich )?(?:hiermit |leider |das |die |den |ihnen |das ganze |"
            r"für die )*(?:gespräch|interview|vorstellungsgespräch|stelle|komplett|ganz|endgültig|"
            r"alles)\b.{0,20}\bab(?:sagen|zusagen)?\b(?!.{0,50}\b(?:verschieb|neuen? termin|"
            r"anderen? termin|ander\w* tag))|\b(?:gesamt\w*|ganze\w*) (?:verfahren|prozess|"
            r"bewerbung)\b.{0,20}\b(?:ab|beenden|abbrechen)\b|\b(?:abbrechen|"
            r"beenden)\b.{0,20}\b(?:verfahren|prozess|bewerbung)|\b(?:verfahren|prozess|"
            r"bewerbungsprozess|bewerbung) (?:\w+ ){0,3}?(?:abbrechen|beenden|abzubrechen|zu beenden|"
            r"nicht fortsetzen|nicht weiter\w*)\b|\b(?:kandidatur|bewerbung) (?:\w+ ){0,3}?(?:beenden|"
            r"beende|zu beenden|abbrechen)\b|\bbeende (?:\w+ ){0,3}?(?:kandidatur|bewerbung)\b|"
            r"\babsage meinerseits\b|\brückzug (?:meiner|von)\b|\bverzichte (?:auf|"
            r"ich)\b.{0,40}\b(?:stelle|bewerbung|job|position|gespräch|teilnahme|weitere)\b|"
            r"\bverzichten\W*$"
        ),
    ),
    Cue.WITHDRAWAL_SETTLED: (
        (
            r"\b(?:ander\w*|neue\w*) (?:firma|unternehmen|arbeitgeber|betrieb) (?:hat|stellt) mich "
            r"(?:(?!nicht\b)\w+ ){0,3}?"
            r"(?:eingestellt|genommen|übernommen|angestellt|ein)\b(?! ?geladen)|\b(?:stelle|job|position) "
            r"(?:\w+ ){0,2}?nicht (?:mehr )?"
            r"(?:antreten|annehmen|übernehmen)\b|\bbrauche (?:ich )?(?:den termin|das gespräch|das "
            r"interview) nicht mehr\b"
        ),
        r"\bnicht (?:mehr|weiter|länger) (?:\w+ ){0,5}?(?:berücksichtig\w*|in betracht)\b",
        (
            r"\b(?:kein|keinerlei|nicht mehr|nicht länger|nicht weiter|nicht|"
            r"nimmer) (?:\w+ ){0,2}?(?:interesse|interessiert)\b(?! (?:an|am) (?:vormittag|nachmittag|"
            r"anderen))|\binteresse (?:\w+ ){0,2}?(?:verloren|erloschen|nicht mehr|besteht nicht)\b|"
            r"\b(?:stelle|job|position|rolle|angebot|firma|unternehmen|das ganze|"
            r"es) (?:\w+ ){0,4}?(?:nichts für mich|nicht (?:das )?(?:richtige|passende)|nicht zu mir|"
            r"interessiert mich nicht|kommt (?:für mich )?nicht (?:mehr )?in ?frage)\b|"
            r"\bnicht in ?frage\b.{0,20}\b(?:stelle|job|position)"
        ),
        (
            r"\b(?:gegen|dagegen) (?:\w+ ){0,3}?(?:stelle|position|job|bewerbung|wechsel|angebot|rolle|"
            r"weiteren|teilnahme|unternehmen|firma|weiter\w*)\b.{0,30}\bentschieden\b|\b(?:dagegen|"
            r"gegen (?:die|den|das|eine|einen|ihre) (?:stelle|position|job|rolle|wechsel|angebot|"
            r"unternehmen|bewerbung)) entschieden\b|\bentschieden,? (?:\w+ ){0,6}?nicht (?:weiter\w*|"
            r"fort\w*|mehr)\b|\b(?:bewerbung|verfahren|prozess|weg|stelle|"
            r"kandidatur) (?:\w+ ){0,3}?(?:nicht|nicht mehr) (?:weiter\w*|fort\w*|länger|mehr|"
            r"verfolg\w*|aufrecht\w*|teil\w*)\b|\b(?:nicht|nicht mehr) (?:\w+ )?(?:weiter)?(?:verfolgen|"
            r"fortführen|fortsetzen|weiterführen|weitermachen|weiterverfolgen|aufrechterhalten)\b|"
            r"\b(?:stehe|steh|bin|stünde) (?:\w+ ){0,3}?(?:nicht mehr|nicht länger|"
            r"nicht weiter) (?:\w+ ){0,4}?(?:zur verfügung|auf dem markt|auf jobsuche|"
            r"auf (?:der )?(?:stellen)?suche|im rennen|verfügbar für die stelle|dabei)\b|\b(?:möchte|"
            r"will|werde) (?:\w+ ){0,4}?nicht (?:mehr )?(?:\w+ ){0,4}?(?:teilnehmen|bewerben|"
            r"bei ihnen arbeiten|weitermachen|arbeiten|antreten|wechseln|fortfahren|weiter)\b(?! (?:am|"
            r"an|um))|\bnicht mehr (?:auf (?:der )?suche|berücksichtigen|bewerben|zur verfügung)\b|"
            r"\bwill (?:den|die) (?:job|stelle) nicht\b|\bnicht weiter (?:berücksichtig\w*|teilnehmen|"
            r"im (?:verfahren|prozess))\b|\bkein (?:interview|gespräch|vorstellungsgespräch) mehr\b"
        ),
    ),
    Cue.NOT_WITHDRAWAL: (
        r"\bauf (?:diese|die|alle|ihre) (?:\w+ )?(?:termine|zeiten|vorschläge|slots)\b.{0,30}\bverzicht\w*",
        (
            r"\b(?:lösch\w*|storn\w*|streich\w*|zieh\w*|beend\w*|"
            r"entfern\w*) [^,;.!?]{0,30}\b(?:bewerbung|kandidatur) (?:\w+ )?nicht\b|\b(?:nie|"
            r"niemals) (?:\w+ ){0,3}?(?:bewerbung|kandidatur)?.{0,15}(?:zurück\w*|gelöscht|storniert)|"
            r"\bwurde (?:meine|die) bewerbung\b.{0,40}"
        ),
        (
            r"\b(?:ander\w*|vorherig\w*|früher\w*|letzt\w*|damals|zweite\w*) (?:\w+ )?(?:zusage\w*|"
            r"verfahren|bewerbung\w*|prozess\w*|auswahl\w*|unternehmen|firma|firmen|"
            r"stellen)\b(?:(?!mein| und ziehe | mich ).){0,60}\b(?:zurück\w*|ausgestiegen|abgebrochen|raus|"
            r"beendet|"
            r"ausgeschieden)|\b(?:zurückgezogen|ausgestiegen|abgesagt|"
            r"abgebrochen)\b.{0,40}\b(?:ander\w*|bei einer|bei einem|letztes jahr|voriges|vor (?:einem|"
            r"zwei|einigen) (?:jahr|monat)\w*|damals|früher|mietvertrag|kurs|verein|seminar|wg|wohnung|"
            r"wettkampf)\b"
        ),
        (
            r"\b(?:mietvertrag|wohnung|kurs\w*|verein|seminar|wg|studium|fitness\w*|mannschaft|vertrag|"
            r"reise|urlaub|konferenz|turnier|vorlesung|veranstaltung|projekt)\b.{0,50}\b(?:zurück\w*|"
            r"aus(?:steig\w*|gestiegen|trete\w*|getreten)|raus|storniert|gekündigt|abgesagt)|\b(?:sie|"
            r"er|kolleg\w*|freund\w*|bruder|schwester|frau|mann|andere\w* bewerber\w*|jemand) (?:hat|"
            r"haben|zieht|ist) .{0,40}\b(?:zurück\w*|ausgestiegen|angenommen|abgesagt)"
        ),
        (
            r"\b(?:termin|meeting|gespräch|einladung|besprechung|anruf) (?:\w+ ){0,3}?(?:angenommen|"
            r"zugesagt|abgesagt)\b|\b(?:anderen?|weiteren?|neuen?) (?:termin|meeting|besprechung|"
            r"gespräch|interview|einladung)\w*\b|\bkein interesse(?: daran| an),? (?:\w+ )?(?:zurück\w*|"
            r"abzu\w*|ander\w*)|\b(?:nicht vor|keine absicht|keinesfalls|keineswegs|auf keinen fall|"
            r"nicht geplant|nicht die absicht|ohne)\b.{0,60}\b(?:zurück(?:zu)?(?:ziehen|nehmen)|"
            r"aus(?:zu)?steigen)\b|\b(?:möchte|will|werde|ziehe) (?:\w+ ){0,4}?(?:nicht|keinesfalls|"
            r"keineswegs) (?:zurück(?:ziehen)?|aussteigen)\b|\bziehe (?:\w+ ){0,4}?nichts? zurück\b|"
            r"\bnicht zurück(?:ziehen|zuziehen|nehmen|gezogen)?\b|\bnicht nur interess\w*"
        ),
        (
            r"\b(?:überlegt?e?|überlege|dachte|denke|gedacht|erwogen|erwäge|hatte|hätte|fast|beinahe|"
            r"wollte|spiele)\b.{0,60}\b(?:zurück(?:zu)?(?:ziehen|gezogen|nehmen)|auszusteigen|"
            r"auf ?zugeben|abzusagen|absagen)\b|\bbevor ich\b.{0,60}\b(?:zusag\w*|annehm\w*|"
            r"unterschreib\w*|zurück\w*)|\bnoch (?:kein|nicht)\b.{0,40}\b(?:angenommen|zugesagt|"
            r"unterschrieben)\b|\b(?:kein|keine|nicht) (?:\w+ ){0,3}?(?:angenommen|zugesagt|"
            r"unterschrieben)\b"
        ),
    ),
}
