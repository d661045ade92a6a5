"""French words about time, as written in France, Belgium, Switzerland and Canada."""

from collections.abc import Mapping

from domain.negotiation.times.lexicon.schema import Kind, Lexicon, Phrases, Sense, joined, numbered, phrases, words

_NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

_DAYS: Phrases = {
    **numbered(
        Kind.WEEKDAY, 1,
        "lundi|lun|lundy", "mardi|mar", "mercredi|mer|merc|mecredi|mercredy", "jeudi|jeu",
        "vendredi|ven|vend|vendr", "samedi|sam", "dimanche|dim",
    ),
    **numbered(
        Kind.WEEKDAYS, 1,
        "lundis|les lundis|tous les lundis", "mardis|les mardis|tous les mardis",
        "mercredis|les mercredis|tous les mercredis", "jeudis|les jeudis|tous les jeudis",
        "vendredis|les vendredis|tous les vendredis", "samedis|les samedis|tous les samedis",
        "dimanches|les dimanches|tous les dimanches",
    ),
    **numbered(
        Kind.MONTH, 1,
        "janvier|janv|jan", "février|févr|fév|fevr", "mars", "avril|avr", "mai", "juin", "juillet|juil|jul",
        "août|aout", "septembre|sept.|sep", "octobre|oct", "novembre|nov", "décembre|déc|dec",
    ),
    **phrases(Kind.RELATIVE_DAY, -2, "avant-hier", "avant hier"),
    **phrases(Kind.RELATIVE_DAY, -1, "hier"),
    **phrases(Kind.RELATIVE_DAY, 0, "aujourd'hui", "aujourdhui", "auj", "ce jour", "aujourd hui", "ajd"),
    **phrases(Kind.RELATIVE_DAY, 1, "demain", "dès demain", "2main", "dmain"),
    **phrases(Kind.RELATIVE_DAY, 2, "après-demain", "après demain", "aprèsdemain", "surlendemain"),
    "ce matin": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "morning")),
    "ce midi": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "lunch")),
    "cet après-midi": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "afternoon")),
    "cet après midi": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "afternoon")),
    "ce soir": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "evening")),
    "d'aujourd'hui en huit": joined((Kind.RELATIVE_DAY, 0), (Kind.WEEK_LATER, 1)),
    "d'aujourd'hui en quinze": joined((Kind.RELATIVE_DAY, 0), (Kind.WEEK_LATER, 2)),
    **phrases(
        Kind.WEEK, 0,
        "cette semaine", "la semaine en cours", "semaine en cours", "de cette semaine", "la présente semaine",
        "cette sem",
    ),
    **phrases(
        Kind.WEEK, 1,
        "la semaine prochaine", "semaine prochaine", "la semaine pro", "semaine pro", "sem prochaine",
        "la semaine qui vient", "semaine qui vient", "la prochaine semaine", "prochaine semaine",
        "la semaine à venir", "semaine à venir", "la semaine prochain", "semaine prochain",
        "la sem prochaine", "la semaine qui arrive", "semaine qui arrive", "s+1",
    ),
    **phrases(
        Kind.WEEK, 2,
        "la semaine d'après la prochaine", "la semaine en quinze", "la semaine après la prochaine",
        "semaine après la prochaine", "la semaine suivant la semaine prochaine", "celle d'après", "s+2",
        "dans deux semaines la semaine", "la semaine suivant la prochaine", "dans 2 semaines la semaine",
    ),
    **words(
        Kind.WEEKEND,
        "week-end", "weekend", "week end", "week-ends", "weekends", "wk-end", "le we", "ce we", "we",
    ),
    **words(
        Kind.BUSINESS_DAYS,
        "jours ouvrés", "jours ouvrables", "jour ouvré", "jour ouvrable", "en semaine", "jours de semaine",
        "jour de semaine", "du lundi au vendredi", "de lundi à vendredi", "lundi au vendredi",
        "lundi à vendredi", "lun-ven", "lundi-vendredi", "les jours de semaine",
    ),
    **words(
        Kind.ANY_DAY,
        "n'importe quel jour", "tous les jours", "chaque jour", "tout les jours", "quel que soit le jour",
        "peu importe le jour", "n'importe lequel des jours", "jour au choix", "quelque soit le jour",
        "n'importe quelle date", "tous les jours ouvrés", "chaque jour ouvré", "n'importe quel jour ouvré",
        "tous les jours ouvrables", "quotidiennement",
        "n'importe quel jour de semaine", "nimporte quel jour",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "early",
        "début", "en début", "en début de", "début de", "au début", "au début de", "au tout début de",
        "dès le début de", "dans la première moitié de", "première moitié de", "première partie de", "tôt",
        "tôt dans", "en tout début de",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "late",
        "fin", "en fin", "en fin de", "fin de", "à la fin", "à la fin de", "vers la fin de",
        "dans la deuxième moitié de", "sur la fin de", "deuxième moitié de", "seconde moitié de",
        "dans la seconde moitié de", "plutôt en fin de", "plutôt fin de", "courant fin de",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "middle",
        "milieu", "au milieu", "en milieu", "milieu de", "au milieu de", "en milieu de",
        "courant du milieu de",
    ),
    "mi-semaine": joined((Kind.PART_OF_WEEK, "middle"), (Kind.UNIT, "week")),
    **phrases(
        Kind.PART_OF_WEEK, "rest",
        "reste", "le reste", "le reste de", "reste de", "le restant de", "restant de",
    ),
    **words(
        Kind.FOLLOWING_DAY,
        "le lendemain", "lendemain", "le jour suivant", "jour suivant", "le jour d'après", "jour d'après",
        "le lendemain même",
    ),
    **words(
        Kind.FOLLOWING_WEEK,
        "la semaine suivante", "semaine suivante", "la semaine d'après", "semaine d'après",
        "celle d'après aussi", "la suivante",
    ),
    **words(
        Kind.SAME_DAYS,
        "ces jours-là", "ces jours là", "les deux jours", "ces deux jours", "l'un ou l'autre jour",
        "ce jour-là", "ce jour là", "le même jour", "ces jours", "l'un des deux jours", "chacun de ces jours",
        "les trois jours", "l'un de ces jours", "les 2 jours",
    ),
    **words(Kind.NEXT, "prochain", "prochaine", "suivant", "prochains", "prochaines"),
    **words(Kind.THIS, "ce", "cet", "cette", "ces"),
    **words(Kind.COMING, "qui vient", "à venir", "qui arrive", "qui viennent", "ce prochain"),
    **words(
        Kind.EVERY,
        "chaque", "tous les", "toutes les", "tout les", "n'importe quel", "n'importe quelle", "tous",
        "toutes", "les",
    ),
    **phrases(Kind.UNIT, "minute", "minute", "minutes", "min", "mn", "mins"),
    **phrases(Kind.UNIT, "day", "jour", "jours", "journées"),
    **phrases(Kind.UNIT, "week", "semaine", "semaines", "sem"),
    **phrases(Kind.UNIT, "month", "mois"),
    **words(Kind.IN, "dans", "d'ici à", "sous"),
    **words(Kind.FROM_TODAY, "à compter d'aujourd'hui", "à partir d'aujourd'hui"),
    **words(
        Kind.NEXT_N,
        "les prochains", "les prochaines", "dans les prochains", "dans les prochaines", "ces prochains",
        "ces prochaines", "au cours des prochains", "au cours des prochaines", "durant les prochains",
        "durant les prochaines", "pendant les prochains", "pendant les prochaines", "dans les",
    ),
    **phrases(
        Kind.WEEK_LATER, 1,
        "en huit", "dans une semaine", "dans huit jours", "d'ici une semaine", "dans 8 jours",
        "une semaine plus tard", "dans 1 semaine",
    ),
    **phrases(
        Kind.WEEK_LATER, 2,
        "en quinze", "dans quinze jours", "dans deux semaines", "dans 15 jours", "dans 2 semaines",
    ),
    **phrases(Kind.WEEK_LATER, -1, "une semaine après", "une semaine à partir de", "une semaine après le"),
    **words(
        Kind.WEEK_OF,
        "semaine du", "la semaine du", "semaine commençant le", "la semaine commençant le",
        "la semaine qui commence le", "semaine débutant le", "la semaine débutant le", "semaine contenant le",
        "semaine autour du", "la sem du", "sem du",
    ),
    **phrases(
        Kind.FULL_WEEK, 1,
        "première semaine complète de", "première semaine pleine de", "première semaine entière de",
        "première semaine complète d'", "première semaine pleine d'", "première semaine complète du mois de",
        "première semaine complète en",
    ),
    **words(Kind.DATE_MARK, "le", "date du", "la date du", "celui du"),
    **numbered(
        Kind.ORDINAL, 1,
        "premier|première", "deuxième|second|seconde", "troisième", "quatrième", "cinquième", "sixième",
        "septième", "huitième", "neuvième", "dixième",
    ),
    **words(Kind.ORDINAL_SUFFIX, "er", "ère", "e", "ème", "ième", "nd", "nde", "è", "ier"),
}  # fmt: skip

_TIMES: Phrases = {
    **phrases(
        Kind.PART, "early_morning",
        "tôt le matin", "de bon matin", "tôt dans la matinée", "de bonne heure", "à la première heure",
        "aux premières heures", "très tôt", "tôt en matinée", "au petit matin", "début de matinée",
        "en début de matinée", "au début de la matinée", "à la première heure le matin",
        "dès la première heure", "tôt matin", "en tout début de matinée", "de bonne heure le matin",
        "tout début de matinée", "très tôt le matin",
    ),
    **phrases(
        Kind.PART, "morning",
        "matin", "le matin", "au matin", "du matin", "matinée", "dans la matinée", "en matinée", "la matinée",
        "en cours de matinée", "avant-midi", "avant midi", "l'avant-midi", "en avant-midi",
        "dans l'avant-midi", "au cours de la matinée", "durant la matinée", "pendant la matinée",
        "courant matinée", "dans la journée le matin", "mat", "matines",
    ),
    **phrases(
        Kind.PARTS, "morning",
        "matins", "les matins", "tous les matins", "matinées", "les matinées", "toutes les matinées",
        "les avant-midi", "chaque matin",
    ),
    **phrases(
        Kind.PART, "late_morning",
        "fin de matinée", "en fin de matinée", "à la fin de la matinée", "tard dans la matinée",
        "milieu de matinée", "en milieu de matinée", "fin d'avant-midi", "en fin d'avant-midi",
    ),
    **phrases(
        Kind.PART, "lunch",
        "heure du déjeuner", "à l'heure du déjeuner", "l'heure du déjeuner", "pause déjeuner",
        "pendant la pause déjeuner", "le midi", "à la pause déjeuner", "pause de midi", "sur l'heure du midi",
        "à l'heure du lunch", "heure du lunch", "pause midi", "heure du midi", "l'heure du midi",
        "sur l'heure du lunch", "entre midi et deux", "pendant midi", "la pause déjeuner", "heure de table",
        "heure du repas", "à la mi-journée", "mi-journée", "en mi-journée", "les midis",
        "sur le temps de midi", "temps de midi", "pause dej",
    ),
    **phrases(
        Kind.PART, "early_afternoon",
        "début d'après-midi", "en début d'après-midi", "début d'après midi", "en début d'après midi",
        "au début de l'après-midi", "tôt dans l'après-midi", "tôt en après-midi", "début d'aprem",
        "début après-midi",
    ),
    **phrases(
        Kind.PART, "afternoon",
        "après-midi", "après midi", "l'après-midi", "l'après midi", "aprèsmidi", "aprem", "l'aprem", "aprèm",
        "apm", "de l'après-midi", "dans l'après-midi", "en après-midi", "de l'après midi",
        "dans l'après midi", "de l'aprem", "après-m", "apm-midi", "l'aprèm", "am-midi",
        "en cours d'après-midi", "durant l'après-midi", "pendant l'après-midi", "en après midi", "aprm",
        "dans l'aprem", "courant de l'après-midi",
    ),
    **phrases(
        Kind.PARTS, "afternoon",
        "après-midis", "les après-midis", "les après-midi", "tous les après-midi", "tous les après-midis",
        "toutes les après-midi", "les aprems", "les après midi", "tous les après midi",
        "toutes les après-midis",
    ),
    **phrases(
        Kind.PART, "late_afternoon",
        "fin d'après-midi", "en fin d'après-midi", "fin d'après midi", "en fin d'après midi",
        "à la fin de l'après-midi", "tard dans l'après-midi", "fin d'aprem", "en fin d'aprem",
        "milieu d'après-midi", "en milieu d'après-midi", "tard en après-midi",
    ),
    **phrases(
        Kind.PART, "evening",
        "soir", "soirée", "le soir", "en soirée", "dans la soirée", "du soir", "au soir", "début de soirée",
        "en début de soirée", "la soirée", "fin de soirée", "en fin de soirée",
    ),
    **phrases(
        Kind.PARTS, "evening",
        "soirs", "les soirs", "tous les soirs", "soirées", "les soirées", "chaque soir",
    ),
    **phrases(Kind.PART, "night", "nuit", "la nuit", "de nuit", "dans la nuit"),
    **phrases(
        Kind.PART, "end_of_day",
        "fin de journée", "en fin de journée", "fin de la journée", "à la fin de la journée", "fin de jour",
        "fin journée", "en fin de journée de travail", "vers la fin de journée", "fins de journée",
        "en fins de journée",
    ),
    **phrases(
        Kind.PART, "work",
        "heures de bureau", "horaires de bureau", "heures ouvrables", "heures ouvrées", "heures de travail",
        "horaires de travail", "pendant les heures de bureau", "aux heures de bureau", "les heures de bureau",
        "horaires ouvrés", "les heures ouvrables",
    ),
    **words(Kind.NOON, "midi", "12h pile", "midi pile", "midi tapant"),
    **words(Kind.MIDNIGHT, "minuit"),
    **words(
        Kind.ANY_TIME,
        "à tout moment", "n'importe quand", "toute la journée", "à n'importe quelle heure",
        "quelle que soit l'heure", "peu importe l'heure", "à toute heure", "journée entière", "la journée",
        "tout le temps", "tout", "quand vous voulez", "à votre convenance", "n'importe quelle heure",
        "quelque soit l'heure", "quand ça vous arrange", "en journée", "dans la journée",
        "la journée entière", "toute la matinée et l'après-midi", "nimporte quand", "n'importe quel moment",
        "à n'importe quel moment", "quand vous le souhaitez", "quand vous souhaitez", "toujours",
        "quand cela vous arrange", "heure à votre convenance", "n'importe quel créneau",
        "l'heure que vous voulez", "toute heure", "tous les horaires", "peu importe l'horaire",
        "quand vous voudrez", "n'importe quel horaire", "journée complète", "à l'heure de votre choix",
        "toute", "journée",
    ),
    **words(Kind.CLOCK, "h", "heures", "heure", "hrs", "hre", "heures pile", "heures précises", "pile"),
    "une heure": joined((Kind.NUMBER, 1), (Kind.CLOCK, None)),
    "du mat": Sense(Kind.PART, "morning"),
    **numbered(
        Kind.NUMBER, 2,
        "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
        "quatorze", "quinze", "seize", "dix-sept|dix sept", "dix-huit|dix huit", "dix-neuf|dix neuf", "vingt",
        "vingt et un|vingt-et-un|vingt et une|vingt-et-une", "vingt-deux|vingt deux",
        "vingt-trois|vingt trois", "vingt-quatre|vingt quatre", "vingt-cinq|vingt cinq",
        "vingt-six|vingt six", "vingt-sept|vingt sept", "vingt-huit|vingt huit", "vingt-neuf|vingt neuf",
        "trente", "trente et un|trente-et-un",
    ),
    **phrases(Kind.NUMBER, 45, "quarante-cinq", "quarante cinq"),
    **phrases(Kind.NUMBER, 40, "quarante"),
    **phrases(Kind.NUMBER, 50, "cinquante"),
    **phrases(Kind.NUMBER, 60, "soixante"),
    **phrases(Kind.NUMBER, 90, "quatre-vingt-dix", "quatre vingt dix"),
    **phrases(Kind.PLUS_MINUTES, 30, "et demie", "et demi", "et d'mie"),
    **phrases(Kind.PLUS_MINUTES, 15, "et quart", "et le quart", "et un quart"),
    **phrases(Kind.MINUS_MINUTES, 15, "moins le quart", "moins quart", "moins un quart"),
    **phrases(Kind.MINUS_MINUTES, 5, "moins cinq"),
    **phrases(Kind.MINUS_MINUTES, 10, "moins dix"),
    **phrases(Kind.MINUS_MINUTES, 20, "moins vingt"),
    **phrases(Kind.MINUS_MINUTES, 25, "moins vingt-cinq", "moins vingt cinq"),
    **words(
        Kind.AROUND,
        "vers", "aux alentours de", "autour de", "aux environs de", "alentours de", "à peu près à",
        "environ à", "vers les", "aux alentours du", "à environ", "dans les environs de", "sur les coups de",
        "sur le coup de", "plutôt vers",
    ),
    **words(
        Kind.ISH,
        "environ", "à peu près", "plus ou moins", "grosso modo", "approximativement", "et quelques",
        "ou dans ces eaux-là",
    ),
    **phrases(Kind.DURATION, 15, "un quart d'heure", "quart d'heure"),
    **phrases(
        Kind.DURATION, 30,
        "une demi-heure", "demi-heure", "une demi heure", "demi heure", "une demie heure", "une demie-heure",
        "une petite demi-heure",
    ),
    **phrases(Kind.DURATION, 45, "trois quarts d'heure", "trois-quarts d'heure", "3/4 d'heure"),
    **phrases(
        Kind.DURATION, 60,
        "pendant une heure", "pour une heure", "durant une heure", "d'une heure", "une petite heure",
        "une bonne heure",
    ),
    **phrases(
        Kind.DURATION, 90,
        "pendant une heure et demie", "pour une heure et demie", "durant une heure et demie",
        "d'une heure et demie", "pendant une heure trente", "pour une heure trente",
    ),
    **phrases(
        Kind.DURATION, 120,
        "pendant deux heures", "pour deux heures", "durant deux heures", "de deux heures",
        "deux bonnes heures",
    ),
    **words(Kind.FOR, "pendant", "pour", "durant", "sur", "pour une durée de", "d'une durée de", "durée"),
    **words(
        Kind.SAME_TIME,
        "même heure", "à la même heure", "même horaire", "mêmes horaires", "la même heure", "au même horaire",
        "aux mêmes horaires", "mêmes heures", "aux mêmes heures",
    ),
}  # fmt: skip

_CONNECTIONS: Phrases = {
    "du": joined((Kind.FROM, "weak"), (Kind.DATE_MARK, None)),
    "au": joined((Kind.TO, None), (Kind.DATE_MARK, None)),
    "à partir du": joined((Kind.FROM, "open"), (Kind.DATE_MARK, None)),
    "à compter du": joined((Kind.FROM, "open"), (Kind.DATE_MARK, None)),
    "jusqu'au": joined((Kind.UNTIL, None), (Kind.DATE_MARK, None)),
    "au-delà du": joined((Kind.AFTER, None), (Kind.DATE_MARK, None)),
    "à l'exception du": joined((Kind.EXCEPT, None), (Kind.DATE_MARK, None)),
    "en dehors du": joined((Kind.EXCEPT, None), (Kind.DATE_MARK, None)),
    "exception faite du": joined((Kind.EXCEPT, None), (Kind.DATE_MARK, None)),
    "à l'exclusion du": joined((Kind.EXCEPT, None), (Kind.DATE_MARK, None)),
    **words(Kind.AT, "à", "a", "@", "dès les", "à exactement"),
    **phrases(
        Kind.FROM, "open",
        "à partir de", "à partir des", "à partir d'", "à partir", "dès",         "à compter de", "depuis", "à compter d'", "apd", "a partir d",
        "seulement à partir de", "apartir de", "à partir de la",
    ),
    **phrases(Kind.FROM, "weak", "de", "d'"),
    **words(
        Kind.UNTIL,
        "jusqu'à", "jusque", "jusqu'en", "jusqu'", "jusqua", "d'ici", "jusqu'à la",
        "jusqu'au plus tard", "jusqu'aux environs de", "jusqu'à environ", "jusqu'au soir du", "d'ici à la",
        "jusqu'à maximum",
    ),
    **words(
        Kind.AFTER,
        "après", "plus tard que", "au-delà de", "au delà de", "passé",
        "une fois passé", "uniquement après", "tout ce qui est après", "à l'issue de",
        "n'importe quand après", "à tout moment après",     ),
    **words(
        Kind.BEFORE,
        "avant", "plus tôt que", "tout ce qui est avant", "n'importe quand avant",
        "à tout moment avant",     ),
    **words(
        Kind.ONWARDS, "ou plus tard", "et plus tard", "et plus", "et au-delà", "et au delà",
        "ou au-delà", "et ensuite",
    ),
    **words(Kind.OR_EARLIER, "ou plus tôt", "ou avant", "et avant", "et plus tôt"),
    **words(Kind.BETWEEN, "entre", "n'importe quand entre", "à tout moment entre"),
    **words(Kind.AND, "et", "ainsi que", "&", "puis", "et aussi", "et puis", "et également", "plus", "et le"),
    **words(
        Kind.OR,
        "ou", "ou bien", "soit", "ou alors", "ou encore", "ou sinon", "à défaut", "voire", "et/ou",
        "ou même", "ou éventuellement", "éventuellement", "ou à défaut",
    ),
    **words(
        Kind.AFTER_THAT,
        "après ça", "ensuite", "après c'est", "après je", "après oui", "et après c'est", "après cela", "par la suite", "plus tard", "après cette heure", "par après",
        "au-delà", "après quoi",
    ),
    **words(Kind.BEFORE_THAT, "avant ça", "avant cela", "d'ici là", "plus tôt", "auparavant"),
    **words(
        Kind.NOT_BEFORE,
        "pas avant", "jamais avant", "au plus tôt à", "pas plus tôt que",
        "rien avant", "mais pas avant", "seulement après", "uniquement à partir de",
        "ma première disponibilité est",
        "ma première disponibilité serait", "pas de rendez-vous avant",
        "pas dispo avant", "pas disponible avant", "pas libre avant", "occupé jusqu'à", "occupée jusqu'à",
        "pris jusqu'à", "prise jusqu'à", "en réunion jusqu'à", "au plus tôt vers",         "occupé jusqu'au", "occupée jusqu'au", "pas possible avant", "impossible avant", "indisponible avant",
        "indisponible jusqu'à",
    ),
    **words(
        Kind.NOT_AFTER,
        "pas après", "jamais après", "au plus tard à", "pas plus tard que",
        "rien après", "mais pas après", "pas de rendez-vous après",
        "pas disponible après", "pas dispo après", "pas libre après", "pas au-delà de", "pas possible après",
        "impossible après", "uniquement jusqu'à", "seulement jusqu'à", "uniquement avant", "seulement avant",
        "je dois partir à", "dois partir à", "maximum jusqu'à", "max jusqu'à",
    ),
    **words(Kind.AT_EARLIEST, "au plus tôt", "minimum", "au minimum"),
    **words(Kind.AT_LATEST, "au plus tard", "maximum", "max", "dernier délai", "grand maximum"),
}  # fmt: skip

_POLARITY: Phrases = {
    **words(
        Kind.CAN,
        "disponible", "disponibles", "dispo", "dispos", "libre", "libres", "je peux", "peux", "pourrais",
        "peut", "pouvons", "pourrai", "possible", "possibles", "convient", "conviendrait", "conviennent",
        "me convient", "conviendraient", "convenir", "va", "vont", "irait", "iraient", "m'irait", "me va",
        "ça va", "ça me va", "ok", "okay", "d'accord", "parfait", "parfaite", "bien", "bon", "bonne",
        "c'est bon", "c'est parfait", "marche", "marcherait", "fonctionne", "fonctionnerait", "fonctionnent",
        "m'arrange", "arrange", "arrangerait", "arrangent", "m'arrangerait", "jouable", "faisable",
        "volontiers", "partant", "partante", "envisageable", "idéal", "j'ai un créneau", "j'ai de la place",
        "j'ai du temps", "me libérer", "que diriez-vous", "que dites-vous de", "pas de problème",
        "pas de souci", "pas de soucis", "sans problème", "sans souci", "aucun problème", "aucun souci",
        "aucune contrainte", "aucune objection", "pas d'objection", "rien de prévu", "n'ai rien de prévu",
        "pas occupé", "pas occupée", "pas pris", "pas de contrainte", "pas de contraintes", "pourquoi pas",
        "oui", "nickel", "super", "disponibilité", "disponibilités", "ouvert", "ouverte", "me conviendrait",
        "pas mal", "pas de rendez-vous", "pas de réunion", "pourrait", "on peut", "serait bien",
        "serait possible", "c'est possible",
    ),
    **words(
        Kind.CANNOT,
        "ne peux pas", "peux pas", "ne pourrai pas", "pourrai pas", "ne pourrais pas", "ne peux vraiment pas",
        "ne peux malheureusement pas", "ne convient pas", "convient pas", "ne me convient pas",
        "ne conviennent pas", "ne me conviennent pas", "conviennent pas", "ne va pas", "va pas",
        "ne me va pas", "me va pas", "ne vont pas", "n'irait pas", "ne va pas être possible",
        "n'est pas possible", "est pas possible", "pas possible", "ne sera pas possible", "pas disponible",
        "pas disponibles", "pas dispo", "pas libre", "impossible", "impossibles", "m'est impossible",
        "indisponible", "indisponibles", "occupé", "occupée", "pris", "prise", "complet", "complète",
        "bloqué", "bloquée", "compliqué", "compliquée", "difficile", "exclu", "exclue", "exclus",
        "n'ai pas de disponibilité", "aucune disponibilité", "pas de disponibilité", "ne marche pas",
        "marche pas", "ne marchent pas", "marchent pas", "pas là", "ne suis pas là", "suis pas là",
        "hors de question", "chargé", "chargée", "n'arrange pas", "m'arrange pas", "ne m'arrange pas",
        "ne fonctionne pas", "fonctionne pas", "déjà pris", "déjà prise", "en réunion", "en rendez-vous",
        "ai un rendez-vous", "ai rendez-vous", "ai une réunion", "j'ai un rdv", "ai un examen", "ai cours",
        "en cours", "un empêchement", "empêché", "empêchée", "mort", "c'est mort", "c'est non",
        "n'ai pas le temps", "pas le temps", "pas bon", "pas bien", "pas idéal", "pas l'idéal",
        "pas terrible", "ne pourrai malheureusement pas", "pas envisageable", "pas faisable", "pas jouable",
        "inenvisageable", "problématique", "délicat", "surbooké", "surbookée", "débordé", "débordée",
        "n'est pas envisageable", "plein", "pleine", "tendu", "à éviter", "éviter", "ne me sera pas possible",
        "je travaille", "hors service", "ne suis pas disponible", "suis pas disponible", "suis pas dispo",
        "ne suis pas libre", "suis pas libre", "ne suis pas dispo", "plus disponible", "plus possible",
        "galère", "chaud",
    ),
    **words(
        Kind.NOT,
        "pas", "non", "jamais", "aucun", "aucune", "ni", "rien", "pas du tout", "plus du tout", "sans",
        "surtout pas",
    ),
    **words(
        Kind.EXCEPT,
        "sauf", "hormis", "excepté", "à l'exception de",
        "à l'exception d'", "à part", "hors", "en dehors de",
        "exception faite de", "mis à part", "mais pas",         "fors", "exceptés", "mais surtout pas", "à l'exclusion de", "tant que ce n'est pas", "outre", "si ce n'est",
    ),
    **words(
        Kind.BUT, "mais", "cependant", "toutefois", "par contre", "en revanche", "pourtant", "alors que", "tandis que", "donc", "du coup", "alors",
    ),
    **words(
        Kind.ONLY,
        "seulement", "uniquement", "exclusivement", "juste", "rien que", "simplement",
        "strictement",
    ),
    **words(
        Kind.PREFER,
        "de préférence", "idéalement", "plutôt", "si possible", "l'idéal", "je préfère", "je préférerais",
        "dans l'idéal", "au mieux", "le mieux", "préférence", "préférerais", "préfère",         "premier choix", "deuxième choix", "second choix", "troisième choix", "mieux", "encore mieux",
        "l'idéal serait", "préférablement", "l'idéal étant", "ma préférence va", "préférable",
    ),
    **words(
        Kind.INSTEAD_OF,
        "au lieu de", "au lieu du", "à la place de", "à la place du", "plutôt que", "plutôt qu'", "et non",
    ),
    **words(Kind.IF, "si", "s'", "au cas où", "dans le cas où", "à condition que", "sauf si"),
    **words(
        Kind.OTHERWISE,
        "sinon", "autrement", "à part ça", "à part cela", "le reste du temps", "tous les autres jours",
        "les autres jours", "hormis cela", "sinon toujours", "tout le reste", "pour le reste",
        "en dehors de ça", "en dehors de cela", "mis à part ça", "les autres moments",
        "tous les autres créneaux",
    ),
    **words(
        Kind.FLEXIBLE,
        "flexible", "souple", "totalement libre", "complètement libre", "entièrement disponible",
        "entièrement libre", "très flexible", "tout à fait disponible", "grande disponibilité",
        "totalement disponible", "complètement disponible", "m'adapte", "je m'adapte", "toujours disponible",
        "toujours libre", "large disponibilité", "disponible tout le temps", "assez flexible",
        "totalement flexible", "très disponible", "pleinement disponible", "agenda est vide",
    ),
    **words(
        Kind.AWAY,
        "en vacances", "en congé", "en congés", "absent", "absente", "en déplacement", "en voyage",
        "à l'étranger", "en formation", "en arrêt", "malade", "en mission", "en conférence", "pas en ville",
        "hors du bureau", "en arrêt maladie", "en séminaire", "en rtt",
    ),
    **words(
        Kind.BACK,
        "de retour", "je rentre", "rentre", "rentrerai", "je reviens", "reviens", "serai de retour", "retour",
    ),
    **words(
        Kind.ANCHOR,
        "je finis", "je termine", "mon service se termine", "je sors du travail", "sors du travail", "je sors", "je finis le travail", "finis le travail", "débauche", "je quitte le travail", "finis de travailler", "journée se termine", "termine le travail", "mon cours finit", "rentre du travail", "je finis de travailler", "je termine le travail", "je travaille jusqu'à", "travaille jusqu'à",
        
        "cours jusqu'à", "ai cours jusqu'à",
        
        
        "suis en cours jusqu'à", 
    ),
    **words(
        Kind.ASIDE,
        "vous redis", "vous tiens au courant", "vous dirai", "reviens vers vous", "vous recontacte",
        "recontacte", "vous réponds", "postulé", "candidature du", "date limite", "délai", "votre mail du",
        "votre message du", "votre courriel du", "vous rappelle", "je saurai", "vous confirmerai",
        "confirmerai", "vous écris", "reviendrai vers vous", "préavis", "commencer", "prise de poste",
        "né le", "née le", "semaine dernière", "la semaine dernière", "lundi dernier", "mardi dernier",
        "mercredi dernier", "jeudi dernier", "vendredi dernier", "parlé", "envoyé", "euros", "salaire",
        "répondre", "répondrai", "tenir au courant", "relance", "rappelez-moi", "relancez-moi", "échéance",
        "regarde", "je vérifie",
    ),
}  # fmt: skip

_ZONES: Phrases = {
    **words(
        Kind.TIME_WORD,
        "heure de", "heure d'", "heure locale de", "l'heure de", "à l'heure de", "fuseau de",
        "fuseau horaire de", "horaire de", "heure du", "heure locale d'", "heure des", "heures de", "fuseau",
    ),
    **phrases(
        Kind.ZONE, "America/New_York",
        "heure de l'est", "hne", "hae", "heure normale de l'est", "heure avancée de l'est", "heure est",
        "heure de la côte est", "côte est américaine", "heure américaine de l'est", "heure new-yorkaise",
    ),
    **phrases(
        Kind.ZONE, "America/Toronto",
        "heure du québec", "heure québécoise", "heure de montréal", "heure de toronto", "heure d'ottawa",
    ),
    **phrases(
        Kind.ZONE, "America/Los_Angeles",
        "hnp", "hap", "heure du pacifique", "heure de la côte ouest", "heure normale du pacifique",
    ),
    **phrases(Kind.ZONE, "America/Chicago", "heure du centre", "hnc", "hac", "heure centrale"),
    **phrases(
        Kind.ZONE, "Europe/Paris",
        "heure française", "heure de france", "heure de la france", "heure métropolitaine",
        "heure parisienne",
    ),
    **phrases(Kind.ZONE, "Europe/Brussels", "heure belge", "heure de belgique"),
    **phrases(
        Kind.ZONE, "Europe/Zurich",
        "heure suisse", "heure de suisse", "heure de genève", "heure de lausanne",
    ),
    **phrases(Kind.ZONE, "Europe/Luxembourg", "heure luxembourgeoise", "heure du luxembourg"),
    **phrases(
        Kind.ZONE, "Europe/London",
        "heure anglaise", "heure britannique", "heure du royaume-uni", "heure d'angleterre", "heure uk",
        "heure londonienne",
    ),
    **phrases(
        Kind.ZONE, "Europe/Berlin",
        "heure allemande", "heure d'allemagne", "heure d'europe centrale", "heure de l'europe centrale",
        "hec", "heec", "heure berlinoise",
    ),
    **phrases(Kind.ZONE, "Europe/Madrid", "heure espagnole", "heure d'espagne"),
    **phrases(Kind.ZONE, "Europe/Lisbon", "heure portugaise", "heure du portugal", "heure de lisbonne"),
    **phrases(Kind.ZONE, "Asia/Kolkata", "heure indienne", "heure d'inde", "heure de l'inde"),
    **phrases(Kind.ZONE, "Asia/Singapore", "heure singapourienne"),
    **phrases(Kind.ZONE, "Africa/Casablanca", "heure marocaine", "heure du maroc", "heure de casablanca"),
    **phrases(Kind.ZONE, "Africa/Tunis", "heure tunisienne", "heure de tunis"),
    **phrases(Kind.ZONE, "America/Sao_Paulo", "heure de brasilia", "heure brésilienne"),
    **words(
        Kind.YOUR_TIME,
        "votre heure", "à votre heure", "heure de chez vous", "heure locale chez vous", "ton heure",
        "votre fuseau", "votre fuseau horaire", "heure chez vous", "votre heure locale", "heure à vous",
        "de votre fuseau", "vos horaires locaux", "à l'heure de chez vous",
    ),
    **words(
        Kind.MY_TIME,
        "mon heure", "à mon heure", "heure locale", "heure d'ici", "heure de chez moi", "mon fuseau",
        "mon fuseau horaire", "mon heure locale", "heure locale ici", "à l'heure d'ici", "notre heure",
    ),
}  # fmt: skip

_FILLERS: Phrases = words(
    Kind.FILLER,
    "bonne journée", "bonne soirée", "bon après-midi", "bonne après-midi", "bon week-end", "bonne semaine",
    "bonne fin de semaine", "bon matin", "bon weekend", "bonne fin de journée", "bonne nuit",
    "excellente journée", "excellente semaine", "belle journée", "belle soirée", "bonjour", "bonsoir",
    "très bonne journée", "bonne réception", "à bientôt", "à plus", "à plus tard", "à demain", "à lundi",
    "à mardi alors", "à distance", "à vous", "à vous lire", "à moi", "à l'avance", "à propos de",
    "à propos du", "à ce sujet", "à votre disposition", "à nouveau", "tout à fait", "tout de suite",
    "tout d'abord", "tout de même", "pas tout à fait", "pour moi", "pour vous", "pour l'instant",
    "pour le moment", "pour le poste", "pour un entretien", "pour l'entretien", "pour cet", "pour votre",
    "pour la", "pour le", "sur place", "sur site", "sur zoom", "sur teams", "sur le poste", "de mon côté",
    "de mon iphone", "du tout", "du moins", "au moins", "au revoir", "au téléphone", "au cas par cas",
    "au travail", "au bureau", "dans l'attente", "dans la mesure du possible", "dans ce cas", "bien sûr",
    "bien à vous", "bien cordialement", "merci pour votre retour", "bien reçu", "de rien", "en avance",
    "en personne", "en ligne", "en général", "en visio", "en attente", "en fonction", "ce serait", "ce sera",
    "ce poste", "ce qui", "cette offre", "cet entretien", "avant tout", "après réflexion", "après tout",
    "une première", "premier entretien", "deuxième entretien", "second entretien", "il y a", "c'est à dire",
    "au plaisir", "fin de contrat", "à savoir", "les horaires", "les créneaux", "les propositions",
    "les trois", "de plus", "en plus", "temps plein", "du temps", "peut-être", "toute façon",
    "de toute façon", "au fait", "au choix", "plus de", "plus d'",
)  # fmt: skip


def _compounds() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """ "lundi matin", "lundi midi", "le lundi" beside "les": forms that a single word would misread."""
    found: dict[str, Sense | tuple[Sense, ...]] = {}
    for number, name in enumerate(_NAMES, 1):
        day = (Kind.WEEKDAY, number)
        found[f"{name} le midi"] = joined(day, (Kind.PART, "lunch"))
        found[f"ni {name}"] = joined((Kind.NOT, None), day)
        found[f"ni le {name}"] = joined((Kind.NOT, None), day)
        found[f"sinon {name}"] = joined((Kind.OR, None), day)
        found[f"soit {name}"] = joined((Kind.OR, None), day)
        found[f"moins {name}"] = joined((Kind.EXCEPT, None), day)
        found[f"{name}s matin"] = joined((Kind.WEEKDAYS, number), (Kind.PART, "morning"))
        found[f"{name}s matins"] = joined((Kind.WEEKDAYS, number), (Kind.PART, "morning"))
    return found


GROUPS: tuple[Phrases, ...] = (_DAYS, _TIMES, _CONNECTIONS, _POLARITY, _ZONES, _FILLERS, _compounds())
"""The vocabulary by theme, for looking over; a phrase stands in one of them only."""

LEXICON = Lexicon(
    code="fr",
    phrases={word: meaning for group in GROUPS for word, meaning in group.items()},
    not_typos=frozenset(
        "hardi latin satin malin mutin vendre merci demande demandes humain main mais marie maison mardis certain terrain "
        "soiree journee demander moi midis nuits suis nuire joint juge jeudis aoutien nord lundis semaine semaines samedis "
        "avis avril avoir aviser vendu venir mercis apprendre avec apres attendre entendu entendre bonsoir devoir espoir "
        "voir noir poser mardi mars mare marge matiere dimension marche marcher".split()
    ),
    beside_number=frozenset({"mar", "mer", "jeu", "sam", "ven", "dim", "lun", "vend", "mars", "mai", "sep", "jul"}),
)
