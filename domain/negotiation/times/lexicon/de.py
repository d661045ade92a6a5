"""German words about time, as written in Germany, Austria and Switzerland."""

from collections.abc import Mapping

from domain.negotiation.times.lexicon.schema import Kind, Lexicon, Phrases, Sense, joined, numbered, phrases, words

_NAMES = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_SHORT = ("mo", "di", "mi", "do", "fr", "sa", "so")
_PARTS_OF_DAY = {
    "vormittag": "morning",
    "morgen": "morning",
    "früh": "morning",
    "mittag": "lunch",
    "nachmittag": "afternoon",
    "spätnachmittag": "late_afternoon",
    "abend": "evening",
    "nacht": "night",
}

_DAYS: Phrases = {
    **numbered(
        Kind.WEEKDAY, 1,
        "montag|mo|mon|montach", "dienstag|di|die nstag|dientag|dinstag", "mittwoch|mi|mittw|mittwochtag",
        "donnerstag|do|don|donn|donerstag", "freitag|fr|frei tag", "samstag|sa|sonnabend", "sonntag|so",
    ),
    **numbered(
        Kind.WEEKDAYS, 1,
        "montags|montagen|montage", "dienstags|dienstagen|dienstage", "mittwochs|mittwochen|mittwoche",
        "donnerstags|donnerstagen|donnerstage", "freitags|freitagen|freitage",
        "samstags|samstagen|samstage|sonnabends|sonnabenden", "sonntags|sonntagen|sonntage",
    ),
    **numbered(
        Kind.MONTH, 1,
        "januar|jan|jänner|jaenner", "februar|feb|feber", "märz|mrz|mär|mar", "april|apr", "mai",
        "juni|jun|juno", "juli|jul", "august|aug", "september|sept|sep", "oktober|okt|october",
        "november|nov", "dezember|dez|december",
    ),
    **phrases(Kind.RELATIVE_DAY, -2, "vorgestern"),
    **phrases(Kind.RELATIVE_DAY, -1, "gestern"),
    **phrases(Kind.RELATIVE_DAY, 0, "heute", "heut", "am heutigen tag", "noch heute", "heutigen tag"),
    **phrases(Kind.RELATIVE_DAY, 1, "morgen", "morgigen tag", "am morgigen tag", "gleich morgen"),
    **phrases(Kind.RELATIVE_DAY, 2, "übermorgen"),
    **phrases(Kind.RELATIVE_DAY, 3, "überübermorgen"),
    "morgen früh": joined((Kind.RELATIVE_DAY, 1), (Kind.PART, "morning")),
    "übermorgen früh": joined((Kind.RELATIVE_DAY, 2), (Kind.PART, "morning")),
    "heute morgen": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "morning")),
    "heute früh": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "morning")),
    **phrases(
        Kind.WEEK, 0,
        "diese woche", "dieser woche", "die laufende woche", "laufende woche", "laufenden woche",
        "der aktuellen woche", "aktuelle woche", "diese kw", "dieser kw", "die woche noch",
        "diese arbeitswoche",
    ),
    **phrases(
        Kind.WEEK, 1,
        "nächste woche", "nächster woche", "nächsten woche", "nächste wo", "nä woche", "nächste kw",
        "nächster kw", "kommende woche", "kommender woche", "kommenden woche", "kommende kw", "nexte woche",
        "nächste arbeitswoche", "die woche ab montag", "anstehende woche", "anstehenden woche",
    ),
    **phrases(
        Kind.WEEK, 2,
        "übernächste woche", "übernächster woche", "übernächsten woche", "übernächste kw", "übernächster kw",
        "die woche nach der nächsten", "die woche nach nächster woche",
    ),
    **words(Kind.WEEKEND, "wochenende", "wochenenden", "wochenend", "we"),
    **words(
        Kind.BUSINESS_DAYS,
        "werktags", "werktage", "werktagen", "werktag", "wochentags", "wochentage", "wochentagen",
        "wochentag", "unter der woche", "arbeitstage", "arbeitstagen", "arbeitstag", "montag bis freitag",
        "montags bis freitags", "mo-fr", "mo - fr", "mo bis fr", "mo.-fr", "mo. bis fr",
        "von montag bis freitag", "arbeitstags",
    ),
    **words(
        Kind.ANY_DAY,
        "jeden tag", "jeder tag", "an jedem tag", "jedem tag", "alle tage", "allen tagen", "an allen tagen",
        "täglich", "egal welcher tag", "egal an welchem tag", "welcher tag ist egal",
        "an einem beliebigen tag", "beliebiger tag", "beliebigen tag", "irgendein tag", "irgendeinem tag",
        "tag ist egal", "tag egal", "jeden einzelnen tag", "jeden werktag", "jeder werktag", "jedem werktag",
        "jeden wochentag", "an allen werktagen", "jeden arbeitstag", "jeden beliebigen tag", "alle werktage",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "early",
        "anfang", "anfang der", "zu anfang", "am anfang", "am anfang der", "beginn", "zu beginn",
        "zu beginn der", "anfangs", "gleich anfang", "in der ersten hälfte der", "erste hälfte der",
        "früh in der", "zum anfang der",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "late",
        "ende", "ende der", "am ende der", "gegen ende", "gegen ende der", "zum ende", "zum ende der",
        "spät in der", "in der zweiten hälfte der", "zweite hälfte der", "zu ende der", "richtung ende",
    ),
    **phrases(Kind.PART_OF_WEEK, "middle", "mitte", "mitte der", "in der mitte der", "zur mitte der"),
    **phrases(
        Kind.PART_OF_WEEK, "rest",
        "rest", "rest der", "den rest der", "restliche", "restlichen", "übrige", "übrigen", "im rest der",
    ),
    "wochenanfang": joined((Kind.PART_OF_WEEK, "early"), (Kind.UNIT, "week")),
    "wochenbeginn": joined((Kind.PART_OF_WEEK, "early"), (Kind.UNIT, "week")),
    "wochenmitte": joined((Kind.PART_OF_WEEK, "middle"), (Kind.UNIT, "week")),
    "ersten wochenhälfte": joined((Kind.PART_OF_WEEK, "early"), (Kind.UNIT, "week")),
    "erste wochenhälfte": joined((Kind.PART_OF_WEEK, "early"), (Kind.UNIT, "week")),
    "zweiten wochenhälfte": joined((Kind.PART_OF_WEEK, "late"), (Kind.UNIT, "week")),
    "zweite wochenhälfte": joined((Kind.PART_OF_WEEK, "late"), (Kind.UNIT, "week")),
    **words(
        Kind.FOLLOWING_DAY,
        "am tag darauf", "tag darauf", "am tag danach", "tag danach", "am folgetag", "folgetag",
        "am darauffolgenden tag", "darauffolgenden tag", "einen tag später", "tags darauf", "den tag danach",
        "den tag darauf", "am folgenden tag", "am nächsten tag", "der tag danach",
    ),
    **words(
        Kind.FOLLOWING_WEEK,
        "woche darauf", "die woche darauf", "woche danach", "die woche danach", "der woche danach",
        "der woche darauf", "folgewoche", "darauffolgende woche", "darauffolgenden woche", "folgende woche",
        "folgenden woche",
    ),
    **words(
        Kind.SAME_DAYS,
        "an beiden tagen", "beiden tagen", "beide tage", "an diesen tagen", "diesen tagen", "diese tage",
        "dem tag", "an dem tag", "an diesem tag", "am selben tag", "an einem der tage",
        "an einem der beiden tage", "jeweils beide", "an allen drei tagen", "am gleichen tag",
        "an einem dieser tage",
    ),
    **words(Kind.NEXT, "nächsten", "nächste", "nächster", "nächstes", "nächstem", "nä"),
    **words(Kind.THIS, "diesen", "dieser", "dieses", "diese", "diesem"),
    **words(
        Kind.COMING,
        "kommenden", "kommende", "kommender", "kommendes", "kommendem", "den kommenden", "am kommenden",
    ),
    **words(
        Kind.EVERY,
        "jeden", "jeder", "jedes", "jedem", "jede", "alle", "allen", "an jedem", "an allen", "beliebigen",
        "immer am",
    ),
    **phrases(Kind.UNIT, "minute", "minute", "minuten", "min", "minütig"),
    **phrases(Kind.UNIT, "hour", "stunde", "stunden", "std", "stündig", "stündiges"),
    **phrases(Kind.UNIT, "day", "tag", "tage", "tagen", "tages"),
    **phrases(Kind.UNIT, "week", "woche", "wochen", "wo"),
    **phrases(Kind.UNIT, "month", "monat", "monate", "monaten", "monats"),
    **words(Kind.IN, "in", "in genau", "in etwa", "in ca"),
    **words(Kind.FROM_TODAY, "von heute an", "von heute an gerechnet", "ab heute gerechnet", "von heute"),
    **words(
        Kind.NEXT_N,
        "in den nächsten", "innerhalb der nächsten", "die nächsten", "in den kommenden", "die kommenden",
        "den nächsten", "während der nächsten", "innerhalb der kommenden", "binnen der nächsten",
        "im laufe der nächsten",
    ),
    **phrases(
        Kind.WEEK_LATER, 1,
        "in einer woche", "in acht tagen", "in 8 tagen", "eine woche später", "über eine woche", "in 1 woche",
    ),
    **phrases(
        Kind.WEEK_LATER, 2,
        "in zwei wochen", "in vierzehn tagen", "in 14 tagen", "in 2 wochen", "zwei wochen später",
    ),
    **phrases(Kind.WEEK_LATER, -1, "eine woche nach", "eine woche ab", "1 woche nach", "eine woche nach dem"),
    **words(
        Kind.WEEK_OF,
        "woche vom", "woche ab dem", "woche um den", "woche mit dem", "woche des", "woche beginnend mit dem",
        "woche ab", "woche vom montag dem", "woche von",
    ),
    **phrases(
        Kind.FULL_WEEK, 1,
        "erste volle woche im", "ersten vollen woche im", "erste ganze woche im", "ersten ganzen woche im",
        "erste komplette woche im", "ersten kompletten woche im", "erste volle woche des",
        "ersten vollen woche des", "erste volle", "ersten vollen woche",
    ),
    **words(Kind.DATE_MARK, "den", "am", "dem", "der", "zum", "datum"),
    **words(Kind.ORDINAL_SUFFIX, "ten", "te", "ter", "sten"),
}

_TIMES: Phrases = {
    **phrases(
        Kind.PART, "early_morning",
        "frühmorgens", "früh am morgen", "am frühen morgen", "frühen morgen", "früher morgen",
        "in aller früh", "ganz früh", "in aller frühe", "sehr früh", "früh morgens", "in der früh",
        "in der frühe", "morgens früh", "frühs", "zeitig in der früh", "gleich in der früh",
        "am ganz frühen morgen", "in den frühen morgenstunden",
    ),
    **phrases(
        Kind.PART, "morning",
        "vormittag", "vormittags", "am vormittag", "morgens", "am morgen", "der morgen", "vm", "vorm",
        "den vormittag über", "im laufe des vormittags", "vormittagen", "vormittage", "vormittagstermin",
        "den morgen", "vormittagstermine", "morgenstunden", "vormittagsstunden",
    ),
    **phrases(
        Kind.PART, "late_morning",
        "am späten vormittag", "später vormittag", "späten vormittag", "spätvormittag", "später am vormittag",
        "am späteren vormittag", "späteren vormittag",
    ),
    **phrases(
        Kind.PART, "lunch",
        "mittag", "am mittag", "mittags", "mittagszeit", "zur mittagszeit", "mittagspause",
        "in der mittagspause", "in meiner mittagspause", "über mittag", "über die mittagszeit",
        "während der mittagspause", "zu mittag", "um die mittagszeit", "über den mittag", "mittagsstunden",
        "in der mittagszeit",
    ),
    **phrases(
        Kind.PART, "early_afternoon",
        "am frühen nachmittag", "früher nachmittag", "frühen nachmittag", "früh am nachmittag",
        "frühnachmittag",
    ),
    **phrases(
        Kind.PART, "afternoon",
        "nachmittag", "nachmittags", "am nachmittag", "nm", "nachm", "nachmittage", "nachmittagen",
        "nachmittagstermin", "im laufe des nachmittags", "den nachmittag über",
    ),
    **phrases(
        Kind.PART, "late_afternoon",
        "am späten nachmittag", "später nachmittag", "späten nachmittag", "spätnachmittag", "spätnachmittags",
        "später am nachmittag", "am späteren nachmittag", "späteren nachmittag",
    ),
    **phrases(
        Kind.PART, "evening",
        "abend", "abends", "am abend", "am frühen abend", "frühen abend", "früher abend", "vorabend",
        "abende", "abenden", "abendstunden", "in den abendstunden", "feierabends", "abendtermin",
    ),
    **phrases(
        Kind.PART, "night",
        "nacht", "nachts", "in der nacht", "spätabends", "am späten abend", "späten abend",
    ),
    **phrases(
        Kind.PART, "end_of_day",
        "ende des tages", "am ende des tages", "gegen ende des tages", "zum ende des tages", "tagesende",
        "zum tagesende", "ende des arbeitstages", "am ende des arbeitstages", "zum feierabend",
        "kurz vor feierabend", "gegen feierabend", "vor feierabend", "arbeitsende",
        "zum ende des arbeitstages", "zum tagesausklang",
    ),
    **phrases(
        Kind.PART, "work",
        "bürozeiten", "zu den üblichen bürozeiten", "üblichen bürozeiten", "geschäftszeiten", "arbeitszeiten",
        "bürozeit", "während der arbeitszeit", "während der bürozeiten", "innerhalb der geschäftszeiten",
        "zu geschäftszeiten", "zu bürozeiten", "üblichen geschäftszeiten", "zu den geschäftszeiten",
        "zu normalen arbeitszeiten",
    ),
    **words(
        Kind.NOON,
        "zwölf uhr mittags", "12 uhr mittags", "mittags um zwölf", "mittags um 12", "punkt zwölf",
        "high noon",
    ),
    **words(Kind.MIDNIGHT, "mitternacht"),
    "bis mittag": joined((Kind.UNTIL, None), (Kind.NOON, None)),
    "bis mittags": joined((Kind.UNTIL, None), (Kind.NOON, None)),
    "bis zum mittag": joined((Kind.UNTIL, None), (Kind.NOON, None)),
    "vor mittag": joined((Kind.BEFORE, None), (Kind.NOON, None)),
    "ab mittag": joined((Kind.FROM, "open"), (Kind.NOON, None)),
    "ab mittags": joined((Kind.FROM, "open"), (Kind.NOON, None)),
    "ab dem mittag": joined((Kind.FROM, "open"), (Kind.NOON, None)),
    "und mittag": joined((Kind.AND, None), (Kind.NOON, None)),
    "von mittag": joined((Kind.FROM, "weak"), (Kind.NOON, None)),
    "gegen mittag": joined((Kind.AROUND, None), (Kind.NOON, None)),
    "ab nachmittag": joined((Kind.FROM, "open"), (Kind.PART, "afternoon")),
    **words(
        Kind.ANY_TIME,
        "jederzeit", "ganztägig", "ganztags", "den ganzen tag", "ganzer tag", "der ganze tag", "ganzen tag",
        "egal wann", "egal um wie viel uhr", "zu jeder zeit", "zu jeder uhrzeit", "rund um die uhr",
        "von früh bis spät", "immer", "alles", "uhrzeit egal", "uhrzeit ist egal", "beliebige uhrzeit",
        "zu beliebiger uhrzeit", "tagsüber", "durchgehend", "wann immer", "wann sie wollen",
        "wann sie möchten", "wann es ihnen passt", "wann auch immer", "zu jeder tageszeit",
        "uhrzeit spielt keine rolle", "den kompletten tag", "kompletter tag", "zeitlich egal", "jede uhrzeit",
        "irgendwann", "irgendwann am tag", "zu allen zeiten", "gesamten tag", "den gesamten tag",
        "über den ganzen tag", "komplett", "die ganze zeit", "wie es ihnen passt", "ganze",
    ),
    **words(Kind.CLOCK, "uhr", "h", "uhr sein"),
    "uhr früh": joined((Kind.CLOCK, None), (Kind.PART, "morning")),
    "uhr in der früh": joined((Kind.CLOCK, None), (Kind.PART, "morning")),
    "uhr morgens": joined((Kind.CLOCK, None), (Kind.PART, "morning")),
    "uhr mittags": joined((Kind.CLOCK, None), (Kind.PART, "lunch")),
    "uhr an": joined((Kind.CLOCK, None), (Kind.ONWARDS, None)),
    "ein uhr": joined((Kind.NUMBER, 1), (Kind.CLOCK, None)),
    **words(Kind.HALF_TO, "halb", "halber"),
    **words(Kind.QUARTER, "viertel"),
    **words(Kind.THREE_QUARTERS, "dreiviertel", "drei viertel", "3/4"),
    **words(
        Kind.AROUND,
        "gegen", "circa", "ca", "ungefähr", "etwa", "so gegen", "so um", "um etwa", "um circa", "um ca",
        "in etwa um", "rund um", "um die", "um ungefähr", "zirka", "schätzungsweise um", "gegen etwa",
        "gegen ca",
    ),
    **words(Kind.ISH, "herum", "rum", "so ungefähr", "plus minus", "oder so", "plusminus"),
    **phrases(Kind.DURATION, 15, "eine viertelstunde", "viertelstunde"),
    **phrases(
        Kind.DURATION, 30,
        "eine halbe stunde", "halbe stunde", "halben stunde", "halbstündig", "halbstündiges",
        "halbes stündchen",
    ),
    **phrases(Kind.DURATION, 45, "eine dreiviertelstunde", "dreiviertelstunde", "eine dreiviertel stunde"),
    **phrases(
        Kind.DURATION, 60,
        "eine stunde", "einstündig", "einstündiges", "ein stündchen", "einer stunde", "eine volle stunde",
    ),
    **phrases(
        Kind.DURATION, 90,
        "anderthalb stunden", "eineinhalb stunden", "einundeinhalb stunden", "eine und eine halbe stunde",
        "anderthalbstündig",
    ),
    **phrases(Kind.DURATION, 120, "ein paar stunden", "zweistündig", "zweistündiges"),
    **phrases(Kind.DURATION, 150, "zweieinhalb stunden"),
    **words(
        Kind.FOR,
        "für", "dauer", "mit einer dauer von", "für die dauer von", "für maximal", "für ca", "für etwa",
        "nur für",
    ),
    **words(
        Kind.SAME_TIME,
        "gleiche zeit", "gleichen zeit", "selbe zeit", "selben zeit", "dieselbe uhrzeit", "gleiche uhrzeit",
        "gleicher uhrzeit", "gleichen uhrzeit", "zur selben zeit", "zur gleichen zeit", "derselben uhrzeit",
        "selbe uhrzeit", "selben uhrzeit",
    ),
}

_CONNECTIONS: Phrases = {
    **words(Kind.AT, "um", "um genau", "pünktlich um", "jeweils um", "punkt"),
    **phrases(
        Kind.FROM, "open",
        "ab", "ab dem", "ab den", "ab dem datum", "ab ca", "ab etwa", "ab circa", "beginnend", "beginnend ab",
        "beginnend mit", "erst ab", "erst wieder ab", "frei ab", "seit", "ab spätestens",
    ),
    **phrases(Kind.FROM, "weak", "von", "vom", "von dem", "von etwa", "von ca"),
    **words(
        Kind.UNTIL,
        "bis", "bis zum", "bis um", "bis zu", "bis einschließlich", "bis inklusive", "bis spätestens",
        "bis maximal", "bis max", "bis etwa", "bis ca", "bis circa", "bis höchstens", "bis einschl",
        "bis gegen", "bis hin zu", "bis inkl", "-bis",
    ),
    **words(
        Kind.AFTER,
        "nach", "nach dem", "später als", "erst nach", "erst nach dem", "immer nach", "alles nach",
        "jederzeit nach", "nach ca", "egal wann nach", "zeiten nach", "irgendwann nach",
    ),
    **words(
        Kind.BEFORE,
        "vor", "vor dem", "früher als", "noch vor", "eher als", "alles vor", "jederzeit vor", "zeiten vor",
        "irgendwann vor",
    ),
    **words(
        Kind.ONWARDS,
        "oder später", "und später", "aufwärts", "oder danach", "und danach jederzeit", "und alles danach",
        "bis open end", "open end", "oder nachher",
    ),
    **words(Kind.OR_EARLIER, "oder früher", "und früher", "oder davor", "oder eher"),
    **words(Kind.BETWEEN, "zwischen", "irgendwann zwischen", "jederzeit zwischen", "zw"),
    **words(Kind.AND, "und", "u", "&", "sowie", "und auch", "und dann", "plus", "als auch", "+", "und zudem"),
    **words(
        Kind.OR,
        "oder", "o", "od", "bzw", "beziehungsweise", "alternativ", "oder alternativ", "oder auch",
        "oder aber", "wahlweise", "ersatzweise", "notfalls", "oder notfalls", "und oder", "oder sonst",
        "oder eben", "hilfsweise", "oder gerne", "zur not", "als alternative", "oder dann",
        "falls nicht dann", "wenn nicht dann",
    ),
    **words(
        Kind.AFTER_THAT,
        "danach", "anschließend", "hinterher", "ab da", "ab dann", "im anschluss", "nachher", "später",
        "im anschluss daran", "ab diesem zeitpunkt", "danach immer", "nach diesem zeitpunkt", "alles danach",
    ),
    **words(Kind.BEFORE_THAT, "davor", "vorher", "zuvor", "bis dahin", "alles davor"),
    **words(
        Kind.NOT_BEFORE,
        "frühestens", "frühestens ab", "frühestens um", "frühestens am", "nicht vor", "nicht vor dem",
        "nicht früher als", "nicht eher als", "keinesfalls vor", "nie vor", "auf keinen fall vor",
        "nichts vor", "bitte nicht vor", "erst um", "frühester termin", "mein frühester termin",
        "frühestmöglicher termin", "frühestmöglich ab", "frühestmöglich", "keine termine vor",
        "frühestens ab dem", "kann nicht vor", "kann ich nicht vor", "kann erst ab", "erst am",
        "mindestens ab", "frühestens wieder ab", "nicht verfügbar vor", "allerfrühestens",
    ),
    **words(
        Kind.NOT_AFTER,
        "spätestens", "spätestens um", "spätestens am", "spätestens bis", "nicht nach", "nicht nach dem",
        "nicht später als", "allerspätestens", "maximal bis", "höchstens bis", "längstens bis", "nur bis",
        "nie nach", "nichts nach", "auf keinen fall nach", "keinesfalls nach", "keine termine nach",
        "nicht länger als bis", "kann nicht nach", "max bis", "muss spätestens um", "muss um", "muss bis",
        "kann ich nicht nach", "nicht mehr nach",
    ),
    **words(Kind.AT_EARLIEST, "als frühestes", "am frühesten", "als früheste möglichkeit"),
    **words(Kind.AT_LATEST, "als spätestes", "am spätesten"),
}

_POLARITY: Phrases = {
    **words(
        Kind.CAN,
        "passt", "passen", "passte", "passt mir", "passt gut", "passt es", "passt perfekt", "passend",
        "würde passen", "würde mir passen", "geht", "gehen", "ginge", "gingen", "geht gut", "geht klar",
        "würde gehen", "klappt", "klappen", "würde klappen", "klappte", "kann", "kann ich", "könnte",
        "könnte ich", "können", "könnten", "könnten wir", "möglich", "machbar", "realisierbar", "frei",
        "verfügbar", "zeit hätte", "hätte zeit", "hätte ich zeit", "habe zeit", "habe ich zeit", "hab zeit",
        "hab ich zeit", "zeit habe", "zeit hätte ich", "ich zeit", "noch zeit", "in ordnung", "okay", "ok",
        "recht", "wäre gut", "wäre super", "wäre ideal", "wäre prima", "wäre toll", "wäre klasse",
        "wäre drin", "wäre okay", "wäre ok", "wäre möglich", "gut", "super", "prima", "perfekt", "optimal",
        "einrichten", "lässt sich einrichten", "haut hin", "bin da", "bin dabei", "stehe zur verfügung",
        "zur verfügung", "erreichbar", "offen", "wie wäre", "wie wär", "wie wäre es", "wie wär's",
        "funktioniert", "funktionieren", "würde funktionieren", "wäre", "wären", "kein problem",
        "keine probleme", "kein thema", "problemlos", "genehm", "angenehm", "schaffe ich", "schaffe",
        "nichts dagegen", "habe nichts vor", "wieder zeit", "nicht schlecht", "ja", "gerne", "gern",
        "keine einwände", "keinen termin", "keine termine", "was halten sie von", "steht nichts an",
        "unverplant", "terminlich frei", "gerne auch", "habe luft", "luft", "bestens", "sehr gut",
        "freihalten", "ausreichend zeit",
    ),
    **words(
        Kind.CANNOT,
        "kann nicht", "kann ich nicht", "kann ich leider nicht", "kann leider nicht", "kann ich gar nicht",
        "kann ich überhaupt nicht", "kann ich auf keinen fall", "geht nicht", "geht leider nicht",
        "geht gar nicht", "geht es nicht", "geht bei mir nicht", "geht es leider nicht",
        "geht es bei mir nicht", "passt nicht", "passt mir nicht", "passt leider nicht", "passt gar nicht",
        "passt mir gar nicht", "passt mir leider nicht", "passt es nicht", "passt es mir nicht",
        "passt es leider nicht", "passen nicht", "passen mir nicht", "passen leider nicht", "klappt nicht",
        "klappt leider nicht", "klappt es nicht", "klappt es leider nicht", "klappt bei mir nicht",
        "klappt es bei mir nicht", "gehen nicht", "gehen leider nicht", "gehen bei mir nicht",
        "gehen gar nicht", "keine zeit", "leider keine zeit", "nicht verfügbar", "nicht erreichbar",
        "nicht möglich", "nicht frei", "nicht machbar", "nicht einrichten", "verhindert", "belegt", "besetzt",
        "ausgebucht", "unmöglich", "ungünstig", "schlecht", "ist schlecht", "eher schlecht", "geblockt",
        "blockiert", "voll", "dicht", "verplant", "beschäftigt", "fällt aus", "fallen aus", "fällt weg",
        "scheidet aus", "scheiden aus", "fällt flach", "nicht da", "kommt nicht in frage",
        "kommen nicht in frage", "kommt nicht infrage", "entfällt", "keinesfalls", "auf keinen fall",
        "schwierig", "tabu", "raus", "bin raus", "wird nichts", "eingespannt", "habe ich einen termin",
        "habe ich schon einen termin", "habe ich termine", "einen termin habe", "habe ich schon etwas",
        "schon etwas vor", "schon was vor", "etwas vor", "bereits termine", "andere termine",
        "anderen termin", "unpassend", "nicht gut", "nicht so gut", "sieht es schlecht aus",
        "anderweitig verplant", "bereits verplant", "schon verplant", "vergeben", "muss ich arbeiten",
        "muss arbeiten", "arbeite ich", "unterricht", "vorlesung", "vorlesungen", "prüfung", "arzttermin",
        "zahnarzttermin", "nicht drin", "schaffe ich nicht", "schaffe ich leider nicht", "schaffe es nicht",
        "ist zu", "wird schwierig", "wird eng", "ist eng", "nicht recht", "nicht günstig", "no go", "nix",
        "bin ich weg", "ausgeschlossen", "unabkömmlich", "nicht zur verfügung", "in meetings", "in terminen",
        "gebucht", "geht's nicht", "gehts nicht", "geht nix", "vermeiden",
    ),
    **words(
        Kind.NOT,
        "nicht", "kein", "keine", "keinen", "keinem", "keiner", "nie", "niemals", "nein", "weder", "nichts",
        "gar nicht", "leider nicht", "überhaupt nicht", "ned", "net", "nich",
    ),
    "weder am": Sense(Kind.NOT),
    **words(
        Kind.EXCEPT,
        "außer", "außer am", "ausgenommen", "bis auf", "bis auf den", "mit ausnahme", "mit ausnahme von",
        "mit ausnahme des", "mit ausnahme vom", "mit ausnahme der", "abgesehen von", "abgesehen vom",
        "exklusive", "nur nicht", "bloß nicht", "aber nicht", "aber bitte nicht", "jedoch nicht",
        "aber nicht am", "nur nicht am", "ohne", "exkl", "nur bitte nicht", "allerdings nicht",
        "solange es nicht", "solange es nicht der",
    ),
    **words(
        Kind.BUT,
        "aber", "jedoch", "allerdings", "hingegen", "dagegen", "dafür", "doch", "während", "wohingegen",
        "sondern", "dann",
    ),
    **words(
        Kind.ONLY,
        "nur", "nur noch", "ausschließlich", "lediglich", "bloß", "einzig", "allein", "nur am", "höchstens",
    ),
    **words(
        Kind.PREFER,
        "am liebsten", "idealerweise", "bevorzugt", "vorzugsweise", "am besten", "lieber", "möglichst",
        "wenn möglich", "optimalerweise", "ideal wäre", "wünschenswert", "präferenz", "erste wahl",
        "zweite wahl", "besonders gut", "besser", "favorit", "wunschtermin", "präferiert", "eher",
        "noch besser", "bevorzuge", "erste präferenz", "zweite präferenz", "ideal", "wenn es geht",
        "falls möglich",
    ),
    **words(
        Kind.INSTEAD_OF,
        "statt", "anstatt", "anstelle", "anstelle von", "lieber als", "statt am", "an stelle von",
    ),
    **words(Kind.IF, "wenn", "falls", "sofern", "sollte", "sollten", "für den fall dass", "vorausgesetzt"),
    **words(
        Kind.OTHERWISE,
        "sonst", "ansonsten", "andernfalls", "davon abgesehen", "im übrigen", "an allen anderen tagen",
        "alle anderen tage", "sonst immer", "die übrigen tage", "den übrigen tagen", "an den anderen tagen",
        "die anderen tage", "alle übrigen tage", "der rest", "ansonsten immer", "alles andere",
        "den anderen tagen", "zu allen anderen zeiten", "alle anderen zeiten",
    ),
    **words(
        Kind.FLEXIBLE,
        "flexibel", "komplett flexibel", "völlig frei", "zeitlich flexibel", "ganz flexibel", "sehr flexibel",
        "völlig flexibel", "richte mich nach ihnen", "ungebunden", "komplett frei", "total flexibel",
        "immer verfügbar", "immer zeit", "absolut flexibel", "ganz frei", "bin da offen", "kalender ist leer",
    ),
    **words(
        Kind.AWAY,
        "im urlaub", "in urlaub", "urlaub", "verreist", "auf reisen", "nicht im büro", "abwesend",
        "auf dienstreise", "auf geschäftsreise", "krank", "weg", "krankgeschrieben", "unterwegs",
        "in den ferien", "ferien", "nicht im lande", "nicht in der stadt", "außer haus", "auf messe",
        "auf einer messe", "in elternzeit", "auf einer konferenz", "auf konferenz", "auf einer schulung",
        "auf schulung", "im ausland", "auf montage", "verreise", "auf fortbildung",
    ),
    **words(
        Kind.BACK,
        "zurück", "wieder da", "wieder im büro", "wieder zurück", "wieder verfügbar", "wieder erreichbar",
        "wieder", "wieder im lande",
    ),
    **words(
        Kind.ANCHOR,
        "feierabend um", "feierabend ist um", "arbeite bis", "ich arbeite bis", "schicht endet um",
        "schicht geht bis", "schicht bis", "feierabend habe ich um", "arbeit endet um",
        "arbeitsschluss um", "vorlesung bis", "unterricht bis", "dienst bis", "arbeitsende um",
        "mache feierabend um", "komme von der arbeit um", "fertig um",         "feierabend gegen", "arbeiten bis", "lande um", "vorlesung endet um",
    ),
    **words(
        Kind.ASIDE,
        "melde mich", "melde ich mich", "gebe bescheid", "sage bescheid", "gebe ihnen bescheid",
        "gebe ich bescheid", "gebe ich ihnen bescheid", "sag ich bescheid", "sage ich bescheid", "beworben",
        "bewerbung vom", "frist", "deadline", "antworte", "mail vom", "nachricht vom", "schreiben vom",
        "schreibe ihnen", "weiß ich", "erfahre ich", "sage ich ihnen", "kündigungsfrist", "bestätige ich",
        "eintrittsdatum", "anfangen", "arbeitsbeginn", "geboren", "letzten montag", "letzten dienstag",
        "letzten mittwoch", "letzten donnerstag", "letzten freitag", "letzte woche", "letzter woche",
        "vergangene woche", "vergangenen", "erinnern sie mich", "rückmeldung bis", "antwort bis",
        "telefoniert", "gesprochen", "anrufen", "euro", "gehalt", "postleitzahl", "hausnummer", "rechnung",
        "informiere sie", "stockwerk", "weiß es", "wissen wir", "sage es ihnen", "kläre", "prüfe",
        "bescheid geben", "zurückmelden", "zurück melden", "melden",
    ),
}  # fmt: skip

_ZONES: Phrases = {
    **words(Kind.TIME_WORD, "zeit", "ortszeit", "zeitzone", "uhr zeit", "lokalzeit"),
    **phrases(
        Kind.ZONE, "Europe/Berlin",
        "deutscher zeit", "deutsche zeit", "mitteleuropäischer zeit", "mitteleuropäische zeit",
        "mitteleuropäischer sommerzeit", "berliner zeit", "unsere zeit in deutschland",
    ),
    **phrases(Kind.ZONE, "Europe/Vienna", "österreichischer zeit", "österreichische zeit", "wiener zeit"),
    **phrases(Kind.ZONE, "Europe/Zurich", "schweizer zeit", "zürcher zeit", "züricher zeit"),
    **phrases(
        Kind.ZONE, "Europe/London",
        "britischer zeit", "englischer zeit", "britische zeit", "englische zeit", "londoner zeit",
    ),
    **phrases(Kind.ZONE, "Europe/Paris", "französischer zeit", "französische zeit", "pariser zeit"),
    **phrases(Kind.ZONE, "Europe/Madrid", "spanischer zeit", "spanische zeit", "madrider zeit"),
    **phrases(
        Kind.ZONE, "Europe/Lisbon",
        "portugiesischer zeit", "portugiesische zeit", "lissabonner zeit", "lissaboner zeit",
    ),
    **phrases(Kind.ZONE, "Europe/Warsaw", "polnischer zeit", "warschauer zeit"),
    **phrases(Kind.ZONE, "Europe/Rome", "italienischer zeit", "römischer zeit"),
    **phrases(
        Kind.ZONE, "America/New_York",
        "ostküstenzeit", "ostküsten zeit", "us ostküste", "us-ostküste", "new yorker zeit",
        "amerikanischer ostküstenzeit", "new yorker ortszeit",
    ),
    **phrases(
        Kind.ZONE, "America/Los_Angeles",
        "westküstenzeit", "us westküste", "us-westküste", "kalifornischer zeit", "pazifischer zeit",
    ),
    **phrases(Kind.ZONE, "Asia/Kolkata", "indischer zeit", "indische zeit"),
    **phrases(Kind.ZONE, "Asia/Singapore", "singapurer zeit", "singapur zeit", "singapur-zeit"),
    **phrases(Kind.ZONE, "America/Sao_Paulo", "brasilianischer zeit"),
    **words(
        Kind.YOUR_TIME,
        "ihrer zeit", "ihre zeit", "deiner zeit", "eurer zeit", "ihrer ortszeit", "ihre ortszeit",
        "nach ihrer zeit", "ihrer zeitzone", "in ihrer zeitzone", "eure zeit", "eurer ortszeit", "deine zeit",
        "nach eurer zeit", "zeit bei ihnen", "eurer zeitzone", "ihre zeitzone",
    ),
    "uhr bei ihnen": joined((Kind.CLOCK, None), (Kind.YOUR_TIME, None)),
    "uhr bei euch": joined((Kind.CLOCK, None), (Kind.YOUR_TIME, None)),
    **words(
        Kind.MY_TIME,
        "meiner zeit", "meine zeit", "meiner ortszeit", "nach meiner zeit", "hiesiger zeit", "hiesige zeit",
        "meiner zeitzone", "meine ortszeit", "zeit bei mir", "unserer zeit", "meine zeitzone",
    ),
    "uhr bei mir": joined((Kind.CLOCK, None), (Kind.MY_TIME, None)),
}

_FILLERS: Phrases = words(
    Kind.FILLER,
    "guten morgen", "guten tag", "guten abend", "gute nacht", "schönen tag", "schönen abend",
    "schönes wochenende", "schöne woche", "schönen nachmittag", "schönen vormittag", "einen schönen tag",
    "schöne tage", "guten start in die woche", "gute woche", "zur zeit", "eine zeit lang", "zeitnah",
    "rechtzeitig", "in der regel", "ihre zeit und mühe", "für ihre zeit", "vielen dank für ihre zeit",
    "danke für ihre zeit", "nach der arbeit", "nach feierabend", "nach wie vor", "vor allem", "vor ort",
    "nach absprache", "je nach", "nach rücksprache", "um zu", "um ein", "um einen", "um das", "um eine",
    "um ihnen", "um die stelle", "im vorfeld", "vor kurzem", "stattdessen", "statt dessen", "so dass",
    "so weit", "noch einmal", "nach hause", "von zu hause", "von mir", "von ihnen", "von meinem iphone",
    "von ihrer seite", "von den terminen", "von den vorschlägen", "von unterwegs", "am telefon", "am stück",
    "in ordnung bringen", "in person", "erste gespräch", "zweite gespräch", "ersten blick", "zweiten runde",
    "erste runde", "mal sehen", "am standort", "alle drei", "alle termine", "ab und zu", "bis dann",
    "bis bald", "bis später", "bis morgen dann", "der nächste schritt", "nächste schritte",
    "nächsten schritte", "immer noch", "noch nicht", "nicht nur", "der zeit", "aller zeit",
    "so schnell wie möglich", "sobald wie möglich", "ein termin", "einen termin", "über die stelle",
    "zeit für ein gespräch", "diese stelle", "viel zeit", "etwas zeit", "so sehr",
    "so viel", "so gut", "an der stelle", "zum gespräch", "zum interview", "zum termin", "zum glück",
    "zum beispiel", "in diesem fall", "die ganze", "die gesamte", "gleich", "gar kein problem",
)  # fmt: skip

_UNITS = ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn")
_TEENS = ("vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig")
_ABOVE = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_ORDINALS = (
    "erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt", "elft", "zwölft",
    "dreizehnt", "vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt", "achtzehnt", "neunzehnt", "zwanzigst",
)  # fmt: skip


def _numbers() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """Cardinals to 31 and ordinals with their endings."""
    names = [*_UNITS, *_TEENS, *(f"{unit}undzwanzig" for unit in _ABOVE), "dreißig", "einunddreißig"]
    found: dict[str, Sense | tuple[Sense, ...]] = {
        name: Sense(Kind.NUMBER, number) for number, name in enumerate(names) if number
    }
    found |= {"zwo": Sense(Kind.NUMBER, 2), "fünfundvierzig": Sense(Kind.NUMBER, 45), "sechzig": Sense(Kind.NUMBER, 60)}
    stems = [*_ORDINALS, *(f"{unit}undzwanzigst" for unit in _ABOVE), "dreißigst", "einunddreißigst"]
    for number, stem in enumerate(stems, 1):
        found |= {stem + ending: Sense(Kind.ORDINAL, number) for ending in ("e", "en", "er", "em")}
    return found


def _compounds() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """ "Donnerstagnachmittag", "Freitag früh", "übernächsten Montag", "von Dienstag an" and the like."""
    found: dict[str, Sense | tuple[Sense, ...]] = {}
    for number, name in enumerate(_NAMES, 1):
        day, days = (Kind.WEEKDAY, number), (Kind.WEEKDAYS, number)
        for word, part in _PARTS_OF_DAY.items():
            once = joined(day, (Kind.PART, part))
            found |= {f"{name}{word}": once, f"{name} {word}": once, f"{name}-{word}": once, f"{_SHORT[number - 1]} {word}": once}
            if word not in {"früh", "morgen"}:
                found[f"{name}{word}s"] = joined(days, (Kind.PART, part))
        found[f"{name}s früh"] = joined(days, (Kind.PART, "morning"))
        found[f"{name}s morgens"] = joined(days, (Kind.PART, "morning"))
        for ending in ("", "n", "r"):
            found[f"übernächste{ending} {name}"] = joined(day, (Kind.WEEK, 2))
        found[f"von {name} an"] = joined((Kind.FROM, "open"), day)
        found[f"noch {name}"] = joined((Kind.OR, None), day)
        found[f"noch am {name}"] = joined((Kind.OR, None), day)
    return found


def _spelled(entries: Mapping[str, Sense | tuple[Sense, ...]]) -> dict[str, Sense | tuple[Sense, ...]]:
    """Entries also with ae, oe and ue, as people without umlauts on their keyboard write."""
    plain = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
    return {phrase.translate(plain): meaning for phrase, meaning in entries.items()} | dict(entries)


GROUPS: tuple[Phrases, ...] = (_DAYS, _TIMES, _CONNECTIONS, _POLARITY, _ZONES, _FILLERS, _numbers(), _compounds())
"""The vocabulary by theme, for looking over; a phrase stands in one of them only."""

LEXICON = Lexicon(
    code="de",
    phrases={word: meaning for group in GROUPS for word, meaning in _spelled(group).items()},
    not_typos=frozenset(
        "nicht macht nackt acht recht leute beute haute weite sorgen borgen ordnen dienst dienste dienstlich feiertag feiertage "
        "feiertags beitrag auftrag vertrag sonnig montieren haben heutzutage heutigen guten gestalten marke junge jung mach machen "
        "nachts nachricht nachrichten mitarbeiter mittel mitte mittels monat minute augen auge lauter jungen macher geehrter "
        "gerne gern abends aben habend stunde wochen freier freie freitext samt sonntagabend vortrag mittlerweile".split()
    ),
    beside_number=frozenset({"mo", "di", "mi", "do", "fr", "sa", "so", "mar", "mon", "don"}),
)
