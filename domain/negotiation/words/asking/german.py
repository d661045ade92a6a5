"""Words of German questions."""

from domain.negotiation.words.asking.cues import Cues

GERMAN = Cues(
    it=(
        r"(?:es|das|der|(?:das |der |dieses |dieser )?(?:\w+ )?(?:gespräch|vorstellungsgespräch|interview|"
        r"termin|treffen|call|bewerbungsgespräch))"
    ),
    subjects={
        "length": (
            r"\bwie lange? (?:dauert|geht|wird|ist|soll|würde) <it>\b",
            (
                r"\bwie (?:lange?|viel zeit) (?:muss|soll|sollte|darf|kann) ich (?:\w+ )?(?:einplanen|"
                r"rechnen|mitbringen|reservieren|freihalten)"
            ),
            r"\bwie lange? <it>.{0,30}\b(?:dauert|dauern|geht)\b",
            r"\bwie viel zeit (?:sollte|muss|soll|brauche) ich\b",
            r"\b(?:dauer|länge) (?:des|vom|von dem) \w*(?:gespräch|interview|termin)",
            r"^\W*wie lange\W*$",
            r"\bwie viele (?:minuten|stunden) dauert\b",
        ),
        "place": (
            r"\bwo (?:findet|ist|wird|treffen|genau) (?:<it>|wir|findet)\b",
            (
                r"\bwo(?:hin)? (?:muss|soll|sollte|darf) ich (?:\w+ )?(?:hin|hinkommen|kommen|sein|"
                r"erscheinen)\b"
            ),
            r"\bwo <it>.{0,30}\b(?:stattfindet|ist)\b",
            r"\b(?:adresse|ort) (?:des|vom|für das|von dem) \w*(?:gespräch|interview|termin)",
            r"\bwie (?:ist|lautet) die adresse\b",
            r"^\W*wo\W*$",
        ),
        "remote": (
            (
                r"\b(?:ist|wird|findet|läuft|kann|geht) <it>\b.{0,40}\b(?:remote|online|virtuell|video|"
                r"videocall|videokonferenz|persönlich|vor ort|präsenz|telefonisch|telefon)\b"
            ),
            (
                r"^\W*(?:remote|online|vor ort|virtuell|per video|video|persönlich|"
                r"in präsenz)(?: oder \w+(?: \w+)?)?\W*$"
            ),
            (
                r"\b(?:online|remote|video|virtuell) oder (?:vor ort|persönlich|in präsenz|präsenz|"
                r"telefonisch)\b"
            ),
        ),
        "link": (
            r"\b(?:ist|wird|findet|läuft) <it>\b.{0,30}\b(?:teams|zoom|google meet|meet|skype|webex)\b",
            r"\bwelche[nrs]? (?:tool|plattform|programm|software|app|link)\b",
            (
                r"\b(?:schicken|senden|bekomme|erhalte|kommt|wo ist|wo finde ich|"
                r"habe ich) (?:\w+ ){0,3}(?:link|videolink|einwahllink|zugangslink|einwahldaten|"
                r"zugangsdaten)\b"
            ),
            (
                r"\bwie (?:wähle ich mich ein|nehme ich teil|komme ich (?:in|zu)m? (?:das|dem|den|"
                r"dem )?(?:meeting|call|gespräch))"
            ),
        ),
        "who": (
            r"\bmit wem\b",
            (
                r"\bwer (?:führt|wird|ist|nimmt|sitzt|macht|leitet|sind) (?:das |mein |meine |dabei|"
                r"alles |noch |der |die |da |bei |an |am |teil)*(?:gespräch|interview|dabei|teil|"
                r"interviewer\w*|gesprächspartner\w*|führen|leiten|mir gegenüber)\b"
            ),
            r"\bwer (?:ist|wird) (?:alles |noch )?(?:dabei|da)\b",
            r"\bwen (?:treffe|werde) ich\b",
            r"\bwer (?:ist|sind) (?:mein|meine) (?:gesprächspartner|interviewer|ansprech)\w*",
            r"\b(?:name|namen) (?:des|der|von) (?:\w+ )?(?:interviewer|gesprächspartner)\w*",
            r"\bführt (?:das|ein|eine).{0,40}\b(?:mensch|person|ki)\b",
        ),
        "zone": (
            r"\b(?:in )?(?:welche[rn]?|was für eine) zeitzone\b",
            r"\b(?:meine|ihre|deine)r? (?:zeit|zeitzone|ortszeit) oder (?:meine|ihre|deine)\b",
            (
                r"\b(?:ist|sind) (?:das|die zeiten|die uhrzeiten) (?:in )?(?:meiner|ihrer|meine|"
                r"ihre) (?:zeit|zeitzone|ortszeit)\b"
            ),
        ),
        "deadline": (
            (
                r"\bbis wann (?:muss|soll|sollte|kann|darf|brauchen|benötigen) (?:ich|"
                r"sie) .{0,40}\b(?:antworten|entscheiden|melden|wählen|auswählen|zusagen|bescheid|antwort|"
                r"rückmeldung|aussuchen|bestätigen)\b"
            ),
            (
                r"\bwie (?:lange|viel zeit) habe ich .{0,30}\b(?:antworten|entscheiden|wählen|auswählen|"
                r"aussuchen|zeit)\b"
            ),
        ),
        "bot": (
            (
                r"\b(?:spreche|schreibe|chatte|rede|kommuniziere) ich .{0,20}\b(?:bot|roboter|maschine|"
                r"mensch|menschen|ki|computer|person|chatbot)\b"
            ),
            (
                r"\b(?:bist du|sind sie) (?:ein |eine |ein echter |eine echte )?(?:bot|roboter|maschine|"
                r"mensch|ki|computer|chatbot|echt|person)\b"
            ),
            r"\bist das (?:hier )?(?:ein |eine )?(?:bot|ki|chatbot|automat)\b",
        ),
    },
    beyond=(
        r"stelle|job|arbeit\w*|position|vertrag\w*|gehalt\w*|lohn|vergütung|visum|angebot|ergebnis|"
        r"entscheidung|rückmeldung zum|feedback|prozess|probezeit|team|kollegen|büro|homeoffice|umzug|"
        r"projekt|kleiderordnung|anzieh\w*|mitbring\w*|mitnehm\w*|vorbereit\w*|kamera|laptop|"
        r"aufgezeichnet|aufgenommen|sprache|park\w+|chef|vorgesetzt\w*|geschäftsführ\w*|"
        r"nächste schritt\w*|kündigungsfrist|fahrtkosten|anreise|raum|stockwerk|etage|daten|verschieben|"
        r"bewerbungsprozess|nach dem"
    ),
    interrogatives=(
        r"wer|wen|wem|wessen|was|wo|wann|warum|wieso|wie|welche[rsnm]?|ob|wozu|wofür|muss ich|soll ich|"
        r"darf ich|kann ich|gibt es"
    ),
)
