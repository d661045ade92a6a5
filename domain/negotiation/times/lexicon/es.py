"""Spanish words about time, as written in Spain and Latin America."""

from collections.abc import Mapping

from domain.negotiation.times.lexicon.schema import Kind, Lexicon, Phrases, Sense, joined, numbered, phrases, words

_NAMES = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_PLURALS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábados", "domingos")

_DAYS: Phrases = {
    **numbered(
        Kind.WEEKDAY, 1,
        "lunes|lun", "martes|mar", "miércoles|mié|mier|mierc|miercole", "jueves|jue|juebes",
        "viernes|vie|biernes", "sábado|sáb", "domingo|dom",
    ),
    **numbered(
        Kind.MONTH, 1,
        "enero|ene", "febrero|feb", "marzo", "abril|abr", "mayo", "junio|jun", "julio|jul", "agosto|ago",
        "septiembre|sept|sep|setiembre|set", "octubre|oct", "noviembre|nov", "diciembre|dic",
    ),
    **phrases(Kind.RELATIVE_DAY, -2, "anteayer", "antier", "antes de ayer"),
    **phrases(Kind.RELATIVE_DAY, -1, "ayer"),
    **phrases(Kind.RELATIVE_DAY, 0, "hoy", "hoy mismo", "el día de hoy"),
    **phrases(Kind.RELATIVE_DAY, 1, "mañana", "mañana mismo", "el día de mañana", "mnana", "mañna"),
    **phrases(Kind.RELATIVE_DAY, 2, "pasado mañana", "pasado"),
    "esta mañana": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "morning")),
    "esta tarde": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "tarde")),
    "esta noche": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "evening")),
    "mañana temprano": joined((Kind.RELATIVE_DAY, 1), (Kind.PART, "early_morning")),
    "de hoy en ocho": joined((Kind.RELATIVE_DAY, 0), (Kind.WEEK_LATER, 1)),
    "de hoy en quince": joined((Kind.RELATIVE_DAY, 0), (Kind.WEEK_LATER, 2)),
    "de mañana en ocho": joined((Kind.RELATIVE_DAY, 1), (Kind.WEEK_LATER, 1)),
    **phrases(
        Kind.WEEK, 0,
        "esta semana", "la semana en curso", "semana en curso", "de esta semana", "esta misma semana",
        "la presente semana", "la semana actual", "semana actual",
    ),
    **phrases(
        Kind.WEEK, 1,
        "la próxima semana", "próxima semana", "la semana próxima", "semana próxima", "la semana que viene",
        "semana que viene", "la semana entrante", "semana entrante", "la semana que entra",
        "semana que entra", "la que viene", "la semana venidera", "la prox semana", "prox semana",
        "la siguiente semana", "siguiente semana", "sem que viene", "semana q viene", "la semana q viene",
    ),
    **phrases(
        Kind.WEEK, 2,
        "la semana siguiente a la próxima", "la subsiguiente semana", "la semana subsiguiente",
        "semana subsiguiente", "la semana después de la próxima", "la otra semana no la próxima",
        "dentro de dos semanas la semana", "la semana después de la que viene", "la próxima no la siguiente",
        "la semana posterior a la próxima", "la que viene no la siguiente",
        "la semana siguiente a la que viene",
    ),
    **words(
        Kind.WEEKEND,
        "fin de semana", "finde", "fines de semana", "los fines de semana", "findes", "fin de sem",
    ),
    **words(
        Kind.BUSINESS_DAYS,
        "entre semana", "días laborables", "días hábiles", "día hábil", "día laborable", "de lunes a viernes",
        "lunes a viernes", "días laborales", "día laboral", "días de semana", "día de semana",
        "días de diario", "lun-vie", "lunes-viernes", "l-v", "l a v", "días entre semana",
    ),
    **words(
        Kind.ANY_DAY,
        "cualquier día", "todos los días", "cada día", "cualquiera de los días", "el día que sea", "a diario",
        "da igual el día", "cualquier fecha", "todos los días laborables", "todos los días hábiles",
        "cualquier día laborable", "cualquier día hábil", "me da igual el día", "diariamente",
        "el día que quieran", "el día que quiera", "el día que queráis", "qué día sea",
        "cualquiera de estos días",         "cualquier otro día",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "early",
        "principios", "a principios", "a principios de", "al principio", "al principio de", "principio de",
        "inicio", "al inicio de", "inicio de", "inicios de", "a inicios de", "a comienzos de", "comienzos de",
        "comienzo de", "al comienzo de", "a primeros de", "primeros de", "principios de",
        "la primera mitad de", "en la primera mitad de", "primera mitad de", "temprano en", "empezando",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "late",
        "finales", "a finales", "a finales de", "al final", "al final de", "final de", "finales de",
        "a fines de", "fines de", "a fin de", "fin de", "a últimos de", "últimos de", "la segunda mitad de",
        "en la segunda mitad de", "segunda mitad de", "hacia el final de", "para finales de",
        "hacia finales de",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "middle",
        "mediados", "a mediados", "a mediados de", "mediados de", "a mitad de", "mitad de", "en mitad de",
        "a la mitad de", "en medio de",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "rest",
        "resto", "el resto", "el resto de", "resto de", "lo que queda de", "lo que resta de",
    ),
    **words(
        Kind.FOLLOWING_DAY,
        "al día siguiente", "el día siguiente", "día siguiente", "el día después", "al otro día",
        "el día posterior", "el siguiente día", "siguiente día",
    ),
    **words(
        Kind.FOLLOWING_WEEK,
        "la semana siguiente", "semana siguiente", "la semana de después", "la semana después",
        "la semana posterior", "la siguiente",
    ),
    **words(
        Kind.SAME_DAYS,
        "esos días", "ambos días", "los dos días", "cualquiera de los dos días", "cualquiera de esos días",
        "ese día", "ese mismo día", "el mismo día", "los tres días", "en ambos días",
        "cualquiera de ambos días", "estos días", "cada uno de esos días", "cualquiera de los dos",
        "esos dos días",
    ),
    **words(
        Kind.NEXT,
        "próximo", "próxima", "próximos", "entrante", "que viene", "q viene", "siguiente", "que entra",
        "venidero", "prox", "proxima", "próximas",
    ),
    **words(Kind.THIS, "este", "esta", "estos", "estas", "de este", "de esta"),
    **words(Kind.COMING, "este próximo", "este que viene", "más próximo"),
    **words(Kind.EVERY, "cada", "todos los", "todas las", "cualquier", "todo", "toda", "todos", "todas"),
    **phrases(Kind.UNIT, "minute", "minuto", "minutos", "min", "mins"),
    **phrases(Kind.UNIT, "day", "días"),
    **phrases(Kind.UNIT, "week", "semana", "semanas", "sem"),
    **phrases(Kind.UNIT, "month", "mes", "meses"),
    **words(Kind.IN, "dentro de", "de aquí a", "en", "en un plazo de"),
    **words(
        Kind.FROM_TODAY,
        "a contar desde hoy", "a contar de hoy", "contando desde hoy", "contados desde hoy",
    ),
    **words(
        Kind.NEXT_N,
        "los próximos", "las próximas", "en los próximos", "durante los próximos", "en las próximas",
        "durante las próximas", "los siguientes", "en los siguientes", "dentro de los próximos",
        "dentro de las próximas",
    ),
    **phrases(
        Kind.WEEK_LATER, 1,
        "en ocho", "en ocho días", "en una semana", "dentro de una semana", "de dentro de una semana",
        "una semana después", "una semana más tarde", "de aquí a una semana", "en 8 días",
        "dentro de 1 semana", "de la otra semana",
    ),
    **phrases(
        Kind.WEEK_LATER, 2,
        "en quince", "en quince días", "dentro de quince días", "en dos semanas", "dentro de dos semanas",
        "dentro de 2 semanas", "en 15 días",
    ),
    **phrases(
        Kind.WEEK_LATER, -1,
        "una semana a partir del", "una semana después del", "una semana a partir de",
    ),
    **words(
        Kind.WEEK_OF,
        "semana del", "la semana del", "semana que empieza el",
        "la semana que empieza el", "semana que comienza el", "la semana que comienza el", "semana de",
            ),
    **phrases(
        Kind.FULL_WEEK, 1,
        "primera semana completa de", "primera semana entera de", "la primera semana completa de",
        "la primera semana entera de", "primera semana completa del mes de",
    ),
    **words(Kind.DATE_MARK, "el", "el día", "día", "los días", "fecha", "dia"),
    **numbered(
        Kind.ORDINAL, 1,
        "primero|primer|primera", "segundo|segunda", "tercero|tercer|tercera", "cuarta", "quinto|quinta",
        "sexto|sexta", "séptimo|séptima", "octavo|octava", "noveno|novena", "décimo|décima",
    ),
    **words(Kind.ORDINAL_SUFFIX, "ro", "er", "do", "to", "ero"),
}  # fmt: skip

_TIMES: Phrases = {
    **phrases(
        Kind.PART, "early_morning",
        "a primera hora", "primera hora de la mañana", "a primera hora de la mañana", "temprano",
        "temprano por la mañana", "temprano en la mañana", "muy temprano", "primera hora",
        "por la mañana temprano", "en la mañana temprano", "bien temprano", "a primerísima hora",
        "tempranito", "temprano a la mañana", "mañana por la mañana temprano", "a primera hora del día",
        "por la mañana muy temprano",
    ),
    **phrases(
        Kind.PART, "morning",
        "por la mañana", "de la mañana", "en la mañana", "a la mañana", "la mañana", "en horario de mañana",
        "horario de mañana", "en turno de mañana", "turno de mañana", "durante la mañana", "mañana de",
        "por la maña", "x la mañana", "xla mañana", "en la manaña", "de mañana", "matinal", "matutino",
        "en horario matutino", "horario matutino", "franja de la mañana", "por la mañna", "antes de comer",
    ),
    **phrases(
        Kind.PARTS, "morning",
        "cualquier mañana", "alguna mañana", "por las mañanas", "las mañanas", "todas las mañanas", "mañanas", "en las mañanas",
        "en horario de mañanas", "cada mañana",
    ),
    **phrases(
        Kind.PART, "late_morning",
        "media mañana", "a media mañana", "última hora de la mañana", "a última hora de la mañana",
        "al final de la mañana", "final de la mañana",
    ),
    **phrases(
        Kind.PART, "lunch",
        "hora de comer", "la hora de comer", "a la hora de comer", "hora del almuerzo",
        "a la hora del almuerzo", "la hora del almuerzo", "hora de la comida", "a la hora de la comida",
        "durante el almuerzo", "durante la comida", "hora de almuerzo", "horario de almuerzo",
        "en mi hora de comida", "pausa para comer", "en la pausa del almuerzo", "pausa de la comida",
        "a la hora de almorzar", "pausa del mediodía", "hora de almorzar",
    ),
    **phrases(Kind.PARTS, "lunch", "los mediodías", "a los mediodías"),
    **phrases(
        Kind.PART, "early_afternoon",
        "primera hora de la tarde", "a primera hora de la tarde", "temprano en la tarde",
        "temprano por la tarde", "al inicio de la tarde", "a principios de la tarde", "después de comer",
        "después del almuerzo",
    ),
    **phrases(
        Kind.PART, "tarde",
        "tarde", "por la tarde", "de la tarde", "en la tarde", "a la tarde", "la tarde",
        "en horario de tarde", "horario de tarde", "turno de tarde", "durante la tarde", "x la tarde",
        "tarde de", "en turno de tarde", "vespertino", "en horario vespertino", "horario vespertino",
        "de tarde", "xla tarde", "franja de la tarde",
    ),
    **phrases(
        Kind.PARTS, "tarde",
        "por las tardes", "las tardes", "todas las tardes", "tardes", "en las tardes", "en horario de tardes",
        "cada tarde",
    ),
    **phrases(
        Kind.PART, "late_afternoon",
        "media tarde", "a media tarde", "última hora de la tarde", "a última hora de la tarde",
        "al final de la tarde", "final de la tarde", "tarde tarde",
    ),
    **phrases(
        Kind.PART, "evening",
        "noche", "por la noche", "de la noche", "en la noche", "a la noche", "la noche", "tarde noche",
        "tarde-noche", "al anochecer", "en horario nocturno", "de noche", "x la noche", "durante la noche",
    ),
    **phrases(
        Kind.PARTS, "evening",
        "por las noches", "las noches", "todas las noches", "noches", "en las noches", "cada noche",
    ),
    **phrases(Kind.PART, "night", "madrugada", "de la madrugada", "de madrugada", "por la madrugada"),
    **phrases(
        Kind.PART, "end_of_day",
        "al final del día", "final del día", "a última hora", "a última hora del día", "última hora",
        "última hora del día", "fin del día", "al fin del día", "al final de la jornada",
        "final de la jornada", "al terminar la jornada", "fin de la jornada", "al acabar el día",
        "al término de la jornada", "a finales del día", "hacia el final del día", "al finalizar el día",
    ),
    **phrases(
        Kind.PART, "work",
        "horario de oficina", "horas de oficina", "horario laboral", "en horario laboral",
        "horario de trabajo", "en horario de oficina", "horas laborales", "en horas de oficina",
        "horario comercial", "en horario de trabajo", "horas hábiles", "horario hábil",
    ),
    **words(
        Kind.NOON,
        "mediodía", "al mediodía", "a mediodía", "medio día", "al medio día", "el mediodía", "del mediodía",
        "las doce del mediodía", "las 12 del mediodía", "12 del día",
    ),
    **words(Kind.MIDNIGHT, "medianoche", "media noche", "a medianoche"),
    **words(
        Kind.ANY_TIME,
        "a cualquier hora", "en cualquier momento", "cualquier hora", "todo el día", "a todas horas",
        "cuando quieran", "cuando quiera", "cuando queráis", "cuando quieras", "a la hora que sea",
        "da igual la hora", "cualquier horario", "en cualquier horario", "siempre", "el día entero",
        "día completo", "cuando les venga bien", "cuando os venga bien", "cuando le venga bien",
        "cuando te venga bien", "cuando sea", "el día completo", "todo el santo día", "a la hora que quieran",
        "toda la jornada", "a la hora que queráis", "a la hora que prefieran", "cuando prefieran",
        "cuando prefiera", "cuando prefiráis", "cualquier momento", "me da igual la hora", "cuando gusten",
        "cuando guste", "a cualquier hora del día", "en cualquier momento del día", "todo el tiempo",
        "a lo largo del día", "mañana o tarde", "cualquier franja", "durante todo el día",
        "cuando ustedes quieran", "cuando usted quiera", "todo me va bien", "cualquier hueco",
        "día entero",
    ),
    **words(Kind.AM, "am"),
    **words(Kind.PM, "pm"),
    **words(Kind.CLOCK, "horas", "hora", "h", "hs", "hrs", "en punto", "hr"),
    "la una": Sense(Kind.NUMBER, 1),
    "a la una": joined((Kind.AT, None), (Kind.NUMBER, 1)),
    "las doce": joined((Kind.AT, None), (Kind.NUMBER, 12)),
    **phrases(Kind.NUMBER, 1, "uno", "un"),
    **numbered(
        Kind.NUMBER, 2,
        "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
        "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte",
        "veintiuno|veintiún|veintiuna", "veintidós", "veintitrés", "veinticuatro", "veinticinco",
        "veintiséis", "veintisiete", "veintiocho", "veintinueve", "treinta", "treinta y uno|treinta y un",
    ),
    **phrases(Kind.NUMBER, 45, "cuarenta y cinco"),
    **phrases(Kind.NUMBER, 40, "cuarenta"),
    **phrases(Kind.NUMBER, 50, "cincuenta"),
    **phrases(Kind.NUMBER, 60, "sesenta"),
    **phrases(Kind.NUMBER, 90, "noventa"),
    **words(Kind.QUARTER, "un cuarto", "cuarto"),
    **words(Kind.TO_HOUR, "para las", "para la"),
    **phrases(Kind.PLUS_MINUTES, 30, "y media", "y treinta", "y 1/2"),
    **phrases(Kind.PLUS_MINUTES, 15, "y cuarto", "y quince", "y un cuarto"),
    **phrases(Kind.PLUS_MINUTES, 5, "y cinco"),
    **phrases(Kind.PLUS_MINUTES, 10, "y diez"),
    **phrases(Kind.PLUS_MINUTES, 20, "y veinte"),
    **phrases(Kind.PLUS_MINUTES, 25, "y veinticinco"),
    **phrases(Kind.PLUS_MINUTES, 40, "y cuarenta"),
    **phrases(Kind.PLUS_MINUTES, 45, "y cuarenta y cinco"),
    **phrases(Kind.MINUS_MINUTES, 15, "menos cuarto", "menos un cuarto", "menos quince"),
    **phrases(Kind.MINUS_MINUTES, 5, "menos cinco"),
    **phrases(Kind.MINUS_MINUTES, 10, "menos diez"),
    **phrases(Kind.MINUS_MINUTES, 20, "menos veinte"),
    **phrases(Kind.MINUS_MINUTES, 25, "menos veinticinco"),
    **words(
        Kind.AROUND,
        "sobre las", "sobre la", "a eso de las", "a eso de la", "hacia las", "hacia la", "alrededor de las",
        "alrededor de la", "en torno a las", "en torno a la", "más o menos a las", "como a las", "como a la",
        "aproximadamente a las", "cerca de las", "tipo", "tipo las", "a partir de aproximadamente las",
        "por ahí de las", "más o menos sobre las", "aproximadamente sobre las", "como por las",
        "tipo a las", "aproximadamente desde las",
    ),
    **words(
        Kind.ISH,
        "más o menos", "aproximadamente", "y pico", "aprox", "o así", "aproximado", "aproximada", "o por ahí",
    ),
    **phrases(Kind.DURATION, 15, "un cuarto de hora", "cuarto de hora"),
    **phrases(Kind.DURATION, 30, "media hora", "una media hora", "media horita", "media hora máximo"),
    **phrases(Kind.DURATION, 45, "tres cuartos de hora"),
    **phrases(Kind.DURATION, 60, "una hora", "una horita", "una hora entera"),
    **phrases(Kind.DURATION, 90, "una hora y media", "hora y media"),
    **phrases(Kind.DURATION, 120, "un par de horas", "dos horas"),
    **phrases(Kind.DURATION, 150, "dos horas y media"),
    **phrases(Kind.DURATION, 180, "tres horas"),
    **words(Kind.FOR, "durante", "por", "de duración", "con una duración de", "duración", "por espacio de"),
    **words(
        Kind.SAME_TIME,
        "misma hora", "la misma hora", "a la misma hora", "mismo horario", "el mismo horario", "mismas horas",
        "en el mismo horario", "las mismas horas",
    ),
}  # fmt: skip

_CONNECTIONS: Phrases = {
    "como muy pronto el": joined((Kind.NOT_BEFORE, None), (Kind.DATE_MARK, None)),
    "como muy tarde el": joined((Kind.NOT_AFTER, None), (Kind.DATE_MARK, None)),
    "a más tardar el": joined((Kind.NOT_AFTER, None), (Kind.DATE_MARK, None)),
    "del día": joined((Kind.FROM, "weak"), (Kind.DATE_MARK, None)),
    "al día": joined((Kind.TO, None), (Kind.DATE_MARK, None)),
    "del": joined((Kind.FROM, "weak"), (Kind.DATE_MARK, None)),
    "al": joined((Kind.TO, None), (Kind.DATE_MARK, None)),
    "a partir del": joined((Kind.FROM, "open"), (Kind.DATE_MARK, None)),
    "después del": joined((Kind.AFTER, None), (Kind.DATE_MARK, None)),
    "luego del": joined((Kind.AFTER, None), (Kind.DATE_MARK, None)),
    "antes del": joined((Kind.BEFORE, None), (Kind.DATE_MARK, None)),
    "no antes del": joined((Kind.NOT_BEFORE, None), (Kind.DATE_MARK, None)),
    "no puedo antes del": joined((Kind.NOT_BEFORE, None), (Kind.DATE_MARK, None)),
    "no después del": joined((Kind.NOT_AFTER, None), (Kind.DATE_MARK, None)),
    "no puedo después del": joined((Kind.NOT_AFTER, None), (Kind.DATE_MARK, None)),
    "más tarde del": joined((Kind.AFTER, None), (Kind.DATE_MARK, None)),
    "no más tarde del": joined((Kind.NOT_AFTER, None), (Kind.DATE_MARK, None)),
    "a excepción del": joined((Kind.EXCEPT, None), (Kind.DATE_MARK, None)),
    "con excepción del": joined((Kind.EXCEPT, None), (Kind.DATE_MARK, None)),
    "con la excepción del": joined((Kind.EXCEPT, None), (Kind.DATE_MARK, None)),
    "aparte del": joined((Kind.EXCEPT, None), (Kind.DATE_MARK, None)),
    "fuera del": joined((Kind.EXCEPT, None), (Kind.DATE_MARK, None)),
    **words(Kind.AT, "a las", "a la", "las", "a", "@", "a ls", "alas", "exactamente a las"),
    **phrases(
        Kind.FROM, "open",
        "a partir de", "a partir de las", "a partir de la", "a partir d", "apartir de",
        "apartir de las", "desde", "desde las", "desde la",         "comenzando a las", "empezando a las", "apartir del", "de las", "desde las 0",
    ),
    **phrases(Kind.FROM, "weak", "de"),
    **words(
        Kind.UNTIL,
        "hasta", "hasta las", "hasta la", "como máximo hasta",
        "hasta como máximo las", "hasta máximo las", "hasta aproximadamente las", "hasta eso de las",
        "hasta más o menos las",     ),
    **words(
        Kind.AFTER,
        "después de", "después de las", "después de la", "tras", "tras las",
        "pasadas las", "pasada la", "luego de", "luego de las", "más tarde de",
        "más tarde de las", "posterior a", "posterior a las",         "a cualquier hora después de las", "despues d", "después d",         "con posterioridad a las",
    ),
    **words(
        Kind.BEFORE,
        "antes de", "antes de las", "antes de la", "previo a",         "más temprano de", "más temprano de las", "antes d", "con anterioridad a las",
    ),
    **words(
        Kind.ONWARDS,
        "en adelante", "o más tarde", "para adelante", "o posterior", "y más tarde",
        "pa adelante", "hacia adelante", "en delante",
    ),
    **words(Kind.OR_EARLIER, "o antes", "o más temprano", "y antes"),
    **words(
        Kind.BETWEEN,
        "entre", "entre las", "en algún momento entre las",     ),
    **words(
        Kind.AND,
        "y", "e", "así como", "además de", "también", "&", "y también", "y además", "y a las", "más",
    ),
    **words(
        Kind.OR,
        "o", "u", "o bien", "o si no", "bien", "o incluso", "o quizás", "o tal vez", "y/o", "o también",
        "en su defecto", "o en su defecto", "alternativamente", "como alternativa", "o a las", "ó",
        "o cualquier", "y si no",
    ),
    **words(
        Kind.AFTER_THAT,
        "después", "después de eso", "luego", "a partir de ahí", "a partir de entonces", "posteriormente",
        "más tarde", "a partir de ese momento", "después de esa hora", "a partir de esa hora", "tras eso",
        "luego de eso", "desde entonces", "después de ese día",
    ),
    **words(Kind.BEFORE_THAT, "antes de eso", "antes", "previamente", "antes de esa hora", "hasta entonces"),
    **words(
        Kind.NOT_BEFORE,
        "como muy pronto a las", "como pronto a las", "como mínimo a las", "como muy pronto", "como pronto", "no antes de", "no antes de las", "nunca antes de", "nunca antes de las",
        "nada antes de", "nada antes de las", "no más temprano de", "pero no antes de",
        "pero no antes de las", "solo a partir de", "solo a partir de las", "no puedo antes de",
        "no puedo antes de las", "lo más pronto", "lo antes posible sería el",
        "lo más temprano que puedo es", "lo más pronto que puedo es",         "ocupado hasta las", "ocupada hasta las",         "no disponible antes de las", "no hasta", "no hasta las", "no puedo hasta las",
        "no puedo hasta", "no estoy libre antes de las", "no estoy libre hasta las",
        "en reuniones hasta las", "como muy temprano", "mínimo a las",
        "reunido hasta las", "reunida hasta las",
    ),
    **words(
        Kind.NOT_AFTER,
        "como muy tarde a las", "a más tardar a las", "como máximo a las", "como tarde a las", "como muy tarde", "a más tardar", "no después de", "no después de las", "no más tarde de", "no más tarde de las", "nunca después de", "nunca después de las", "nada después de",
        "nada después de las", "pero no después de", "pero no después de las", "solo hasta las", "solo hasta",
        "no puedo después de", "no puedo después de las", "tengo que irme a las",
        "debo irme a las", "solo antes de las", "máximo hasta las", "máximo a las", "no más allá de las",
    ),
    **words(Kind.AT_EARLIEST, "mínimo", "como mínimo", "a lo más temprano"),
    **words(
        Kind.AT_LATEST,
        "como muy tarde", "como tarde", "como máximo", "máximo", "a lo sumo",
    ),
}  # fmt: skip

_POLARITY: Phrases = {
    "si no puede ser": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "si no puede ser": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "si no es posible": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "si no les va": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "si no os va": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "si no le va": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "si no funciona": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "si no puede": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "si no pueden": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "si no pudiera ser": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "si no les viene bien": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "si no le viene bien": joined((Kind.IF, None), (Kind.CANNOT, None)),
    **words(
        Kind.CAN,
        "puedo", "podría", "podemos", "puede", "podríamos", "podré", "me viene bien", "me va bien",
        "viene bien", "va bien", "vienen bien", "van bien", "me vendría bien", "vendría bien", "me iría bien",
        "me sirve", "sirve", "me sirven", "sirven", "me queda bien", "queda bien", "me quedan bien",
        "me quedaría bien", "me acomoda", "acomoda", "disponible", "disponibles", "libre", "libres",
        "disponibilidad", "tengo disponibilidad", "tengo libre", "tengo hueco", "perfecto", "perfecta",
        "genial", "ok", "vale", "me parece bien", "de acuerdo", "posible", "funciona", "funcionan",
        "funcionaría", "me funciona", "me encaja", "encaja", "encajan", "me conviene", "conviene",
        "convendría", "tengo tiempo", "hueco", "me cuadra", "cuadra", "cuadran", "si", "sin problema",
        "sin problemas", "no hay problema", "no tengo problema", "ningún problema", "no tengo nada",
        "nada agendado", "qué tal", "qué le parece", "qué os parece", "qué te parece", "qué les parece",
        "podría ser", "puede ser", "estaría bien", "está bien", "estupendo", "excelente", "no estoy ocupado",
        "no estoy ocupada", "me es posible", "no tengo inconveniente", "sin inconveniente",
        "ningún inconveniente", "claro", "por qué no", "me va perfecto", "me viene perfecto",
        "me viene genial", "me vale", "vale bien", "buen momento", "no está mal", "no tengo compromisos",
        "sin compromisos", "no tengo planes", "abierto", "abierta", "bueno", "buena", "factible", "espacio",
        "puedo hacer",
    ),
    **words(
        Kind.CANNOT,
        "no puedo", "no podría", "no podré", "no me viene bien", "no me va bien", "no me va",
        "no me vienen bien", "no me van bien", "no me sirve", "no me sirven", "no me queda", "no me quedan",
        "no me es posible", "no es posible", "no será posible", "imposible", "me es imposible",
        "me resulta imposible", "ocupado", "ocupada", "ocupados", "no disponible", "no estoy disponible",
        "no estaré disponible", "no estoy libre", "no estoy", "no estaré", "no tengo disponibilidad",
        "no tengo hueco", "no tengo tiempo", "complicado", "complicada", "difícil", "bloqueado", "bloqueada",
        "lleno", "llena", "descartado", "descartada", "descartados", "no me encaja", "no me encajan",
        "no me cuadra", "no me cuadran", "no me conviene", "no me convienen", "no funciona", "no funcionan",
        "no me funciona", "no me funcionan", "no va a poder ser", "no puede ser", "no hay manera", "fatal",
        "no llego", "comprometido", "comprometida", "tengo otro compromiso", "tengo un compromiso",
        "tengo compromisos", "compromiso", "pillado", "pillada", "tengo clase", "tengo clases",
        "tengo reunión", "tengo una reunión", "tengo reuniones", "tengo una cita", "tengo cita",
        "tengo médico", "tengo un examen", "tengo examen", "no voy a poder", "no podemos", "no viable",
        "inviable", "me viene mal", "me va mal", "viene mal", "va mal", "me vienen mal", "me va fatal",
        "me viene fatal", "mal", "no trabajo", "trabajo", "hasta arriba", "reservado", "liado", "liada",
        "agendado", "agenda llena", "no me acomoda", "sin disponibilidad", "no cuento con", "no dispongo",
        "no consigo", "no alcanzo", "reunido", "reunida", "en reuniones", "tomado", "no es viable",
        "no me queda bien", "no me viene", "no me vienen", "no vale", "no valen", "no sirven", "no sirve",
        "evitar", "tampoco puedo", "tampoco", "problemático", "problema", "nada bien", "no es buen momento",
        "tengo que trabajar", "estoy trabajando",
    ),
    **words(
        Kind.NOT,
        "no", "nunca", "jamás", "ni", "ningún", "ninguna", "ninguno", "nada", "sin", "en ningún caso",
    ),
    **words(
        Kind.EXCEPT,
        "excepto", "salvo", "menos", "a excepción de", "con excepción de", "con la excepción de", "exceptuando", "quitando", "aparte de", "fuera de", "pero no", "excluyendo",         "que no sea", "siempre que no sea",         "exepto", "eccepto",
        "a excepción de los", "que no sean", "excepto por", "salvo por", "menos por",
            ),
    **words(
        Kind.BUT,
        "pero", "sin embargo", "aunque", "en cambio", "sino", "mientras que", "así que", "por lo que",
        "entonces",
    ),
    **words(
        Kind.ONLY,
        "solo", "solamente", "únicamente", "exclusivamente", "nada más", "tan solo", "sólo puedo",
    ),
    **words(
        Kind.PREFER,
        "preferiblemente", "preferentemente", "de preferencia", "idealmente", "mejor", "prefiero",
        "preferiría", "a ser posible", "si es posible", "lo ideal", "si puede ser", "lo mejor", "ideal",
        "preferencia", "mi preferencia", "primera opción", "segunda opción", "tercera opción",
        "primera preferencia", "segunda preferencia", "preferible", "mejor aún", "de ser posible",
        "lo ideal sería",
    ),
    **words(
        Kind.INSTEAD_OF,
        "en vez de", "en lugar de", "en vez del", "en lugar del", "antes que", "más que", "mejor que",
    ),
    **words(
        Kind.IF,
        "si no es", "si fuera", "si es", "si hay", "si el", "si la", "si los", "si se", "si me", "si os",
        "si les", "si pudiera", "si te", "si le", "en caso de que", "si esto", "si eso", "si esos",
        "si ninguno", "si fuese", "si ninguna", "si necesitan", "si prefieren", "si prefiere",
    ),
    **words(
        Kind.OTHERWISE,
        "si no", "por lo demás", "el resto de días", "los demás días", "el resto de los días",
        "de lo contrario", "aparte de eso", "fuera de eso", "en otro caso", "todo lo demás", "los otros días",
        "el resto del tiempo", "salvo eso", "quitando eso", "los demás", "el resto sí", "el resto bien",
        "todos los demás días", "los días restantes", "cualquier otro momento",
    ),
    **words(
        Kind.FLEXIBLE,
        "flexible", "totalmente libre", "completamente libre", "total disponibilidad", "plena disponibilidad",
        "disponibilidad total", "amplia disponibilidad", "me adapto", "disponibilidad completa",
        "sin restricciones", "totalmente disponible", "completamente disponible", "bastante flexible",
        "muy flexible", "total flexibilidad", "flexibilidad total", "totalmente flexible",
        "mucha disponibilidad", "siempre disponible", "siempre libre", "agenda libre",
        "disponibilidad absoluta", "me acomodo",
    ),
    **words(
        Kind.AWAY,
        "de vacaciones", "de viaje", "fuera de la oficina", "fuera de la ciudad", "ausente", "viajando",
        "de baja", "en el extranjero", "enfermo", "enferma", "de descanso", "en vacaciones", "de licencia",
        "en un congreso", "en una conferencia", "fuera del país", "vacaciones", "de permiso", "fuera de casa",
        "estoy fuera", "estaré fuera", "voy a estar fuera", "de puente",
    ),
    **words(
        Kind.BACK,
        "de vuelta", "vuelvo", "regreso", "estaré de vuelta", "de regreso", "me reincorporo", "ya vuelvo",
    ),
    **words(
        Kind.ANCHOR,
        "salgo a las", "salgo", "salgo del trabajo", "salgo de trabajar", "termino de trabajar", "mi turno termina", "mi turno acaba", "acabo de trabajar", "salgo de clase", "termino mi turno", "salgo de la oficina", "mi jornada termina", "mi jornada acaba", "termino el trabajo", "acabo el trabajo", "salgo del curro", "salgo del laburo", "termino clases", "llego a casa", 
        "trabajo hasta las", 
        
        
        "clases hasta las", 
        "trabajo hasta", "tengo reunión hasta las",
        
    ),
    **words(
        Kind.ASIDE,
        "ya os confirmo", "luego confirmo", "confirmaré", "le confirmaré", "os confirmaré", "te aviso",
        "le aviso", "les aviso", "os aviso", "te digo", "le digo", "os digo", "les digo", "les avisaré",
        "le avisaré", "contestaré", "responderé", "me pondré en contacto", "apliqué", "postulé",
        "me inscribí", "plazo", "fecha límite", "su correo del", "su mensaje del", "te escribo", "le escribo",
        "les escribo", "os escribo", "semana pasada", "la semana pasada", "lunes pasado", "martes pasado",
        "miércoles pasado", "jueves pasado", "viernes pasado", "preaviso", "incorporación", "incorporarme",
        "empezar a trabajar", "nací", "hablamos", "euros", "sueldo", "salario", "pesos", "piso", "planta",
        "recuérdeme", "recuérdenme", "ya le diré", "ya te diré", "ya os diré", "sabré", "lo consulto",
        "lo miro", "envié", "mandé", "respondo", "les confirmo luego",
    ),
}  # fmt: skip

_ZONES: Phrases = {
    **words(
        Kind.TIME_WORD,
        "hora de", "horario de", "huso de", "hora local de", "hora en", "huso horario de", "hora del",
        "hora d", "tiempo de", "zona horaria de",
    ),
    **phrases(
        Kind.ZONE, "Europe/Madrid",
        "hora peninsular", "hora española", "hora de españa", "horario peninsular", "horario español",
        "hora española peninsular",
    ),
    **phrases(
        Kind.ZONE, "Atlantic/Canary",
        "hora canaria", "hora de canarias", "una hora menos en canarias", "horario canario",
    ),
    **phrases(
        Kind.ZONE, "America/New_York",
        "hora del este", "tiempo del este", "hora este", "horario del este", "hora de la costa este",
        "hora neoyorquina", "hora de nueva york", "hora estándar del este", "hora oriental",
    ),
    **phrases(
        Kind.ZONE, "America/Los_Angeles",
        "hora del pacífico", "tiempo del pacífico", "hora pacífico", "horario del pacífico",
        "hora de la costa oeste", "hora de california",
    ),
    **phrases(
        Kind.ZONE, "America/Mexico_City",
        "hora del centro", "tiempo del centro", "hora centro", "hora del centro de méxico",
        "hora de la ciudad de méxico", "hora mexicana", "hora cdmx", "horario del centro", "tiempo de méxico",
    ),
    **phrases(
        Kind.ZONE, "America/Argentina/Buenos_Aires",
        "hora argentina", "horario argentino", "hora de argentina", "hora de arg",
    ),
    **phrases(Kind.ZONE, "America/Santiago", "hora chilena", "horario chileno", "hora de chile"),
    **phrases(Kind.ZONE, "America/Bogota", "hora colombiana", "hora de colombia", "hora colombia"),
    **phrases(Kind.ZONE, "America/Lima", "hora peruana", "hora de perú", "hora perú"),
    **phrases(Kind.ZONE, "America/Montevideo", "hora uruguaya", "hora de uruguay", "hora de montevideo"),
    **phrases(Kind.ZONE, "America/Caracas", "hora de venezuela", "hora venezolana", "hora de caracas"),
    **phrases(Kind.ZONE, "America/Guayaquil", "hora de ecuador", "hora ecuatoriana", "hora de quito"),
    **phrases(
        Kind.ZONE, "Europe/Berlin",
        "hora de europa central", "hora central europea", "hora alemana", "hora de alemania",
        "hora centroeuropea", "hora de centroeuropa",
    ),
    **phrases(Kind.ZONE, "Europe/Paris", "hora francesa", "hora de francia"),
    **phrases(
        Kind.ZONE, "Europe/London",
        "hora inglesa", "hora británica", "hora del reino unido", "hora de inglaterra", "hora uk",
        "hora londinense",
    ),
    **phrases(Kind.ZONE, "Europe/Lisbon", "hora portuguesa", "hora de portugal"),
    **phrases(Kind.ZONE, "America/Sao_Paulo", "hora brasileña", "hora de brasilia", "hora de brasil"),
    **phrases(Kind.ZONE, "Asia/Kolkata", "hora de la india", "hora india", "hora de india"),
    **words(
        Kind.YOUR_TIME,
        "su hora", "hora de ustedes", "vuestra hora", "hora vuestra", "tu hora", "hora suya",
        "hora local de ustedes", "su horario", "su zona horaria", "vuestro horario", "horario de ustedes",
        "hora local suya", "su hora local", "vuestra zona horaria", "hora de allí", "hora de allá",
        "hora de usted", "tu zona horaria", "hora tuya", "vuestra hora local",
    ),
    **words(
        Kind.MY_TIME,
        "mi hora", "hora mía", "hora local", "mi horario", "mi zona horaria", "hora de aquí", "mi hora local",
        "hora de acá", "hora nuestra", "nuestra hora", "hora local mía",
    ),
}  # fmt: skip

_FILLERS: Phrases = words(
    Kind.FILLER,
    "buenos días", "buenas tardes", "buenas noches", "buen día", "buen fin de semana", "feliz tarde",
    "buena tarde", "buena semana", "feliz fin de semana", "buen finde", "feliz semana", "buenas", "feliz día",
    "bonito día", "bonita tarde", "excelente día", "excelente semana", "lindo día", "excelente tarde",
    "feliz noche", "un buen día", "linda semana", "lindo fin de semana", "feliz jueves", "por lo menos",
    "al menos", "más o menos bien", "de todas formas", "de todos modos", "de nada", "de parte", "de mi parte",
    "de antemano", "de trabajo", "de forma", "de hecho", "desde ya", "desde luego", "desde mi iphone",
    "desde mi android", "desde mi móvil", "desde mi samsung", "desde casa", "en general", "en persona",
    "en cuanto", "en cuenta", "en contacto", "en línea", "en principio", "en espera", "a la espera",
    "a la entrevista", "a la brevedad", "a la oferta", "a la vacante", "a través", "a pesar", "a veces",
    "a distancia", "a su disposición", "a vuestra disposición", "a tiempo", "a usted", "a ustedes",
    "a la reunión", "a la llamada", "a la propuesta", "a continuación", "a todo el equipo", "a propósito",
    "por favor", "por la oportunidad", "por la invitación", "por su tiempo", "por el momento", "por ahora",
    "por ejemplo", "por cierto", "por zoom", "por teams", "por teléfono", "por videollamada", "por correo",
    "por supuesto", "por mi parte", "por mí", "por la respuesta", "por el puesto", "para la entrevista",
    "para la reunión", "para la llamada", "para la vacante", "para la posición", "para el puesto",
    "nada más que decir", "primera entrevista", "segunda entrevista", "primera ronda", "segunda ronda",
    "primera vez", "primer lugar", "en primer lugar", "el puesto", "la segunda", "la tercera", "la cuarta",
    "el segundo", "el tercero", "más información", "más detalles", "un saludo", "no dude", "no duden",
    "no obstante", "y usted", "en este caso", "de momento", "sobre la oferta", "sobre la vacante",
    "sobre la entrevista", "hasta pronto", "hasta luego", "hasta mañana entonces", "hasta la vista",
    "de acuerdo con", "más tiempo", "al respecto", "al teléfono", "al tanto", "al trabajo", "tan pronto",
    "cuanto antes", "lo antes posible", "antes posible", "ahora mismo", "antes que nada", "después de todo",
    "tipo de", "tipo contrato",
)  # fmt: skip


def _compounds() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """Recurring days, which only the article tells from a single one, alone and in pairs."""
    found: dict[str, Sense | tuple[Sense, ...]] = {
        "sábados": Sense(Kind.WEEKDAYS, 6),
        "domingos": Sense(Kind.WEEKDAYS, 7),
    }
    for number, name in enumerate(_PLURALS, 1):
        day = (Kind.WEEKDAYS, number)
        for article in ("los", "todos los", "cualquier", "cada"):
            found[f"{article} {name if article[-1] == 's' else _NAMES[number - 1]}"] = joined(day)
        for other, second in enumerate(_PLURALS, 1):
            if other != number:
                following = (Kind.WEEKDAYS, other)
                found[f"los {name} y {second}"] = joined(day, (Kind.AND, None), following)
                found[f"los {name} o {second}"] = joined(day, (Kind.OR, None), following)
                found[f"los {name}, {second}"] = joined(day, (Kind.AND, None), following)
                found[f"todos los {name} y {second}"] = joined(day, (Kind.AND, None), following)
        single = (Kind.WEEKDAY, number)
        found[f"{_NAMES[number - 1]} mañana"] = joined(single, (Kind.PART, "morning"))
        found[f"este {_NAMES[number - 1]} que viene"] = joined((Kind.COMING, None), single)
        found[f"ni el {_NAMES[number - 1]}"] = joined((Kind.NOT, None), single)
        found[f"ni {_NAMES[number - 1]}"] = joined((Kind.NOT, None), single)
    return found


GROUPS: tuple[Phrases, ...] = (_DAYS, _TIMES, _CONNECTIONS, _POLARITY, _ZONES, _FILLERS, _compounds())
"""The vocabulary by theme, for looking over; a phrase stands in one of them only."""

LEXICON = Lexicon(
    code="es",
    phrases={word: meaning for group in GROUPS for word, meaning in group.items()},
    not_typos=frozenset(
        "parte partes artes coche coches entero genero general marco mazo abrir abrio junto junta junio jueces nueves lunas salado "
        "sacado dominio manera maneras humana humano semana semanas entera dinero tardar tardo tardado nombre noches hombre ojala "
        "agota gusto gusta julia mayor mayores cada marte viene vienes viernes vierne buenas buenos jugar juego jugo fecha fechas noche "
        "sano sana manda mandar manos mano hermana lugar cuenta gracias trabajo tarea tareas tardanza sabido".split()
    ),
    beside_number=frozenset({"mar", "lun", "vie", "dom", "mie", "sab", "jue", "set", "sep", "dic", "jul", "jun", "ene"}),
)
