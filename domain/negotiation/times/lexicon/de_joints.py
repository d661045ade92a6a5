"""German: words that join, zones, and phrases that mean nothing here."""

from domain.negotiation.times.lexicon.schema import Kind, Phrases, joined, phrases, words

CONNECTIONS: Phrases = {
    **words(Kind.AT, "um", "um genau", "pünktlich um", "jeweils um", "punkt"),
    **phrases(
        Kind.FROM, "open",
        "ab", "ab dem", "ab den", "ab dem datum", "ab ca", "ab etwa", "ab circa", "beginnend", "beginnend ab",
        "beginnend mit", "erst ab", "erst wieder ab", "frei ab", "ab spätestens",
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
        "weder vor", "und nicht vor", "frühestens", "frühestens ab", "frühestens um", "frühestens am",
        "nicht vor", "nicht vor dem", "nicht früher als", "nicht eher als", "keinesfalls vor", "nie vor",
        "auf keinen fall vor", "nichts vor", "bitte nicht vor", "erst um", "frühester termin",
        "mein frühester termin", "frühestmöglicher termin", "frühestmöglich ab", "frühestmöglich",
        "keine termine vor", "frühestens ab dem", "kann nicht vor", "kann ich nicht vor", "kann erst ab",
        "erst am", "mindestens ab", "frühestens wieder ab", "nicht verfügbar vor", "allerfrühestens",
    ),
    **words(
        Kind.NOT_AFTER,
        "noch nach", "und nicht nach", "spätestens", "spätestens um", "spätestens am", "spätestens bis",
        "nicht nach", "nicht nach dem", "nicht später als", "allerspätestens", "maximal bis", "höchstens bis",
        "längstens bis", "nur bis", "nie nach", "nichts nach", "auf keinen fall nach", "keinesfalls nach",
        "keine termine nach", "nicht länger als bis", "kann nicht nach", "max bis", "muss spätestens um",
        "muss um", "muss bis", "kann ich nicht nach", "nicht mehr nach",
    ),
    **words(Kind.AT_EARLIEST, "als frühestes", "am frühesten", "als früheste möglichkeit"),
    **words(Kind.AT_LATEST, "als spätestes", "am spätesten"),
}  # fmt: skip

ZONES: Phrases = {
    **words(Kind.TIME_WORD, "zeit", "ortszeit", "zeitzone", "lokalzeit"),
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
}  # fmt: skip

FILLERS: Phrases = words(
    Kind.FILLER,
    "alles klar", "alles gut", "alles gute", "alles in allem", "alles bestens", "seit kurzem", "so wie",
    "immer wieder", "nicht immer", "wie immer", "alles weitere", "für alles", "alles liebe", "guten morgen",
    "guten tag", "guten abend", "gute nacht", "schönen tag", "schönen abend", "schönes wochenende",
    "schöne woche", "schönen nachmittag", "schönen vormittag", "einen schönen tag", "schöne tage",
    "guten start in die woche", "gute woche", "zur zeit", "eine zeit lang", "zeitnah", "rechtzeitig",
    "in der regel", "ihre zeit und mühe", "für ihre zeit", "vielen dank für ihre zeit", "danke für ihre zeit",
    "nach der arbeit", "nach feierabend", "nach wie vor", "vor allem", "vor ort", "nach absprache", "je nach",
    "nach rücksprache", "um zu", "um ein", "um einen", "um das", "um eine", "um ihnen", "um die stelle",
    "im vorfeld", "vor kurzem", "stattdessen", "statt dessen", "so dass", "so weit", "noch einmal",
    "nach hause", "von zu hause", "von mir", "von ihnen", "von meinem iphone", "von ihrer seite",
    "von den terminen", "von den vorschlägen", "von unterwegs", "am telefon", "am stück",
    "in ordnung bringen", "in person", "erste gespräch", "zweite gespräch", "ersten blick", "zweiten runde",
    "erste runde", "mal sehen", "am standort", "alle drei", "alle termine", "ab und zu", "bis dann",
    "bis bald", "bis später", "bis morgen dann", "der nächste schritt", "nächste schritte",
    "nächsten schritte", "immer noch", "noch nicht", "nicht nur", "der zeit", "aller zeit",
    "so schnell wie möglich", "sobald wie möglich", "ein termin", "einen termin", "über die stelle",
    "zeit für ein gespräch", "diese stelle", "viel zeit", "etwas zeit", "so sehr", "so viel", "so gut",
    "an der stelle", "zum gespräch", "zum interview", "zum termin", "zum glück", "zum beispiel",
    "in diesem fall", "die ganze", "die gesamte", "gleich", "gar kein problem",
)  # fmt: skip
