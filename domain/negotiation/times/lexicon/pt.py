"""Portuguese words about time, as written in Portugal and Brazil."""

from collections.abc import Mapping

from domain.negotiation.times.lexicon.schema import Kind, Lexicon, Phrases, Sense, joined, numbered, phrases, words

_WEEK = ("segunda", "terça", "quarta", "quinta", "sexta")
_SHORT = ("seg", "ter", "qua", "qui", "sex")

_DAYS: Phrases = {
    **numbered(Kind.WEEKDAY, 6, "sábado|sáb", "domingo|dom"),
    **numbered(
        Kind.WEEKDAYS, 6,
        "sábados|aos sábados|todos os sábados|nos sábados",
        "domingos|aos domingos|todos os domingos|nos domingos",
    ),
    **numbered(
        Kind.MONTH, 1,
        "janeiro|jan", "fevereiro|fev", "março|mar", "abril|abr", "maio|mai", "junho|jun", "julho|jul",
        "agosto|ago", "setembro|set", "outubro|out", "novembro|nov", "dezembro",
    ),
    **phrases(Kind.RELATIVE_DAY, -2, "anteontem"),
    **phrases(Kind.RELATIVE_DAY, -1, "ontem"),
    **phrases(Kind.RELATIVE_DAY, 0, "hoje", "hoje mesmo", "o dia de hoje", "hj"),
    **phrases(
        Kind.RELATIVE_DAY, 1,
        "amanhã", "amanhã mesmo", "o dia de amanhã", "amanhan", "já amanhã", "logo amanhã",
    ),
    **phrases(Kind.RELATIVE_DAY, 2, "depois de amanhã", "dps de amanhã", "depois d amanhã"),
    "esta manhã": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "morning")),
    "esta tarde": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "afternoon")),
    "esta noite": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "evening")),
    "hoje à noite": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "evening")),
    "logo à noite": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "evening")),
    "logo à tarde": joined((Kind.RELATIVE_DAY, 0), (Kind.PART, "afternoon")),
    "de hoje a oito": joined((Kind.RELATIVE_DAY, 0), (Kind.WEEK_LATER, 1)),
    "de hoje a oito dias": joined((Kind.RELATIVE_DAY, 0), (Kind.WEEK_LATER, 1)),
    "de hoje a quinze": joined((Kind.RELATIVE_DAY, 0), (Kind.WEEK_LATER, 2)),
    **phrases(
        Kind.WEEK, 0,
        "esta semana", "nesta semana", "desta semana", "essa semana", "nessa semana", "dessa semana",
        "a semana em curso", "semana corrente", "a corrente semana", "ainda esta semana", "ainda essa semana",
        "semana atual", "esta semana ainda",
    ),
    **phrases(
        Kind.WEEK, 1,
        "semana que vem", "a semana que vem", "na semana que vem", "da semana que vem", "próxima semana",
        "a próxima semana", "na próxima semana", "da próxima semana", "semana próxima", "a semana próxima",
        "na semana próxima", "pra semana", "para a semana", "semana q vem", "sem que vem", "semana entrante",
        "semana que entra", "prox semana", "na prox semana", "próx semana", "a que vem", "semana que vêm",
        "semana vindoura", "p/ semana", "na que vem",
    ),
    **phrases(
        Kind.WEEK, 2,
        "semana a seguir à próxima", "a semana a seguir à próxima", "na semana a seguir à próxima",
        "semana depois da próxima", "na semana depois da próxima", "a semana depois da próxima",
        "semana depois da que vem", "semana seguinte à próxima", "na semana seguinte à próxima",
        "semana retrasada que vem",
    ),
    **words(
        Kind.WEEKEND,
        "fim de semana", "final de semana", "fds", "fim-de-semana", "fins de semana", "finais de semana",
        "fins-de-semana", "fim d semana", "findi", "finde",
    ),
    **words(
        Kind.BUSINESS_DAYS,
        "dias úteis", "dia útil", "em dias úteis", "nos dias úteis", "dias de semana", "dia de semana",
        "durante a semana", "segunda a sexta", "de segunda a sexta", "de segunda a sexta-feira",
        "segunda a sexta-feira", "de segunda-feira a sexta-feira", "de 2a a 6a", "seg-sex", "seg a sex",
        "de seg a sex", "segunda à sexta", "de segunda à sexta", "de segunda à sexta-feira",         "de segunda até sexta",
    ),
    **words(
        Kind.ANY_DAY,
        "qualquer dia", "todos os dias", "cada dia", "todo dia", "qualquer um dos dias", "qualquer data",
        "diariamente", "tanto faz o dia", "todos os dias úteis", "qualquer dia útil", "o dia que quiser",
        "o dia que quiserem", "todo santo dia",
        "qualquer outro dia", "em qualquer dia", "em qualquer um dos dias", "todo dia útil",
        "dia indiferente", "o dia é indiferente", "qualquer desses dias",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "early",
        "início", "começo", "princípio", "no início", "no começo", "no princípio", "comecinho", "início da",
        "começo da", "no início da", "no começo da", "início de", "começo de", "início do", "começo do",
        "no princípio da", "princípio da", "na primeira metade da", "primeira metade da", "logo no início da",
        "bem no começo da", "nos primeiros dias da", "logo no começo da", "início desta", "no inicio de",
        "inicinho da",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "late",
        "fim", "final", "finalzinho", "no fim", "no final", "fim da", "final da", "no fim da", "no final da",
        "final de", "mais para o fim da", "mais para o final da", "fim do", "na segunda metade da",
        "segunda metade da", "ao fim da", "ao final da", "pro final da", "finalzinho da", "mais pro final da",
        "no finalzinho da", "para o final da", "para o fim da", "final do",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "middle",
        "meio", "no meio", "meados", "meio da", "no meio da", "meados da", "em meados da", "a meio da",
        "pelo meio da",
    ),
    **phrases(
        Kind.PART_OF_WEEK, "rest",
        "resto", "restante", "o resto da", "resto da", "restante da", "o restante da", "no resto da",
        "no restante da", "o que resta da",
    ),
    **words(
        Kind.FOLLOWING_DAY,
        "no dia seguinte", "dia seguinte", "o dia seguinte", "no dia a seguir", "o dia a seguir",
        "dia a seguir", "no outro dia", "um dia depois", "dia posterior",
    ),
    **words(
        Kind.FOLLOWING_WEEK,
        "semana seguinte", "na semana seguinte", "a semana seguinte", "semana a seguir", "na semana a seguir",
        "na outra semana", "a outra semana", "outra semana", "semana depois", "na seguinte",
        "da semana seguinte",
    ),
    **words(
        Kind.SAME_DAYS,
        "esses dias", "nesses dias", "ambos os dias", "em ambos os dias", "os dois dias", "nos dois dias",
        "qualquer um desses dias", "qualquer um deles", "esse dia", "nesse dia", "no mesmo dia", "mesmo dia",
        "nos três dias", "os três dias", "em qualquer um desses dias", "nestes dias",
        "em qualquer um dos dois dias", "desses dias", "qualquer um dos dois",
    ),
    **words(
        Kind.NEXT,
        "próximo", "próxima", "próximos", "próximas", "na próxima", "no próximo", "seguinte", "que vem",
        "q vem", "da próxima", "do próximo", "a próxima", "o próximo", "prox", "próx", "que entra",
        "entrante",
    ),
    **words(
        Kind.THIS,
        "este", "esta", "esse", "essa", "deste", "desta", "desse", "dessa", "neste", "nesta", "nesse",
        "nessa", "estes", "estas", "nestas", "nestes",
    ),
    **words(Kind.COMING, "esta próxima", "este próximo", "nesta próxima", "neste próximo", "agora"),
    **words(
        Kind.EVERY,
        "cada", "todas as", "todos os", "qualquer", "todo", "toda", "todas", "todos", "em todas as",
    ),
    **phrases(Kind.UNIT, "minute", "minuto", "minutos", "min", "mins", "minutinhos"),
    **phrases(Kind.UNIT, "week", "semana", "semanas"),
    **phrases(Kind.UNIT, "month", "mês", "meses"),
    **words(Kind.IN, "daqui a", "dentro de", "em", "daqui", "daqui há", "de hoje a", "dentro d"),
    **words(Kind.FROM_TODAY, "a contar de hoje", "contando de hoje", "contados de hoje"),
    **words(
        Kind.NEXT_N,
        "os próximos", "nos próximos", "as próximas", "nas próximas", "pelos próximos", "durante os próximos",
        "durante as próximas", "dentro dos próximos",     ),
    **phrases(
        Kind.WEEK_LATER, 1,
        "daqui a uma semana", "a oito dias", "daqui a oito dias", "em uma semana", "dentro de uma semana",
        "uma semana depois", "daqui uma semana", "daqui a 1 semana", "numa semana",
    ),
    **phrases(
        Kind.WEEK_LATER, 2,
        "daqui a duas semanas", "daqui a quinze dias", "em duas semanas", "dentro de duas semanas",
        "daqui duas semanas", "daqui a 15 dias", "daqui a 2 semanas",
    ),
    **phrases(
        Kind.WEEK_LATER, -1,
        "uma semana após", "uma semana a partir de", "uma semana depois de", "uma semana depois do",
        "uma semana após o", "uma semana a partir da",
    ),
    **words(
        Kind.WEEK_OF,
        "semana de", "semana do", "na semana de",
        "na semana do", "semana que começa em",         "semana iniciada em", "semana a começar em",         "semana que inicia em",
    ),
    **phrases(
        Kind.FULL_WEEK, 1,
        "primeira semana completa de", "primeira semana inteira de", "na primeira semana completa de",
        "na primeira semana inteira de", "primeira semana cheia de", "primeira semana completa do mês de",
    ),
    **words(
        Kind.DATE_MARK,
        "dia", "no dia", "o dia", "dias", "nos dias", "para o dia", "os dias", "para dia",
        "data de", "pro dia",
    ),
    **numbered(
        Kind.ORDINAL, 1,
        "primeiro|primeira", "segundo", "terceiro|terceira", "quarto", "quinto", "sexto", "sétimo|sétima",
        "oitavo|oitava", "nono|nona", "décimo|décima",
    ),
    **words(Kind.ORDINAL_SUFFIX, "ro", "er"),
}  # fmt: skip

_TIMES: Phrases = {
    **phrases(
        Kind.PART, "early_morning",
        "de manhã cedo", "manhãzinha", "de manhãzinha", "logo cedo", "bem cedo", "cedo", "cedinho",
        "no início da manhã", "início da manhã", "primeira hora", "logo pela manhã", "logo de manhã",
        "primeira hora da manhã", "de manhã bem cedo", "bem cedinho", "pela manhã cedo",
        "logo cedo pela manhã", "à primeira hora", "na primeira hora", "começo da manhã",
        "no começo da manhã", "cedo pela manhã", "cedo de manhã", "logo ao início da manhã",
        "ao início da manhã", "ao princípio da manhã", "bem cedo pela manhã", "bem cedo de manhãzinha",
        "muito cedo",
    ),
    **phrases(
        Kind.PART, "morning",
        "manhã", "de manhã", "da manhã", "pela manhã", "na parte da manhã", "no período da manhã", "na manhã",
        "no turno da manhã", "durante a manhã", "período da manhã", "parte da manhã", "a manhã",
        "período matutino", "no período matutino", "turno da manhã", "matutino", "da parte da manhã",
        "por manhã", "manhã toda", "a manhã toda", "a manhã inteira", "na manhã de", "manhã de",
        "antes do almoço",
    ),
    **phrases(
        Kind.PARTS, "morning",
        "qualquer manhã", "manhãs", "nas manhãs", "pelas manhãs", "todas as manhãs", "às manhãs", "toda manhã", "de manhãs",
        "cada manhã", "as manhãs",
    ),
    **phrases(
        Kind.PART, "late_morning",
        "final da manhã", "fim da manhã", "no fim da manhã", "no final da manhã", "ao fim da manhã",
        "ao final da manhã", "meio da manhã", "a meio da manhã", "no meio da manhã",
    ),
    **phrases(
        Kind.PART, "lunch",
        "hora de almoço", "hora do almoço", "horário de almoço", "horário do almoço", "na hora do almoço",
        "na hora de almoço", "à hora de almoço", "à hora do almoço", "intervalo de almoço",
        "no horário de almoço", "no horário do almoço", "no intervalo do almoço", "intervalo do almoço",
        "pausa de almoço", "na pausa de almoço", "no almoço", "durante o almoço", "pausa para almoço",
        "ao almoço",
    ),
    **phrases(Kind.PARTS, "lunch", "horas de almoço", "nas horas de almoço"),
    **phrases(
        Kind.PART, "early_afternoon",
        "início da tarde", "começo da tarde", "no início da tarde", "no começo da tarde",
        "logo depois do almoço", "logo após o almoço", "ao início da tarde", "ao princípio da tarde",
        "princípio da tarde", "primeira hora da tarde", "depois do almoço", "após o almoço",
        "a seguir ao almoço", "inicinho da tarde", "comecinho da tarde", "no começinho da tarde",
        "depois de almoço",
    ),
    **phrases(
        Kind.PART, "afternoon",
        "tarde", "à tarde", "de tarde", "da tarde", "pela tarde", "na parte da tarde", "no período da tarde",
        "na tarde", "durante a tarde", "período da tarde", "parte da tarde", "no turno da tarde", "a tarde",
        "turno da tarde", "período vespertino", "no período vespertino", "vespertino", "da parte da tarde",
        "tarde toda", "a tarde toda", "a tarde inteira", "na tarde de", "tarde de",
    ),
    **phrases(
        Kind.PARTS, "afternoon",
        "tardes", "às tardes", "todas as tardes", "nas tardes", "pelas tardes", "toda tarde", "cada tarde",
        "as tardes",
    ),
    **phrases(
        Kind.PART, "late_afternoon",
        "final da tarde", "fim da tarde", "no fim da tarde", "no final da tarde", "ao fim da tarde",
        "ao final da tarde", "fim de tarde", "final de tarde", "meio da tarde", "a meio da tarde",
        "no meio da tarde", "finalzinho da tarde", "no finalzinho da tarde", "no fim de tarde",
        "no final de tarde", "tardinha", "à tardinha", "de tardinha",
    ),
    **phrases(
        Kind.PART, "evening",
        "noite", "à noite", "de noite", "da noite", "pela noite", "no período da noite", "noitinha",
        "à noitinha", "início da noite", "no início da noite", "período da noite", "na parte da noite",
        "a noite", "no período noturno", "período noturno", "noturno", "na noite", "durante a noite",
        "começo da noite", "no começo da noite", "ao início da noite", "de noitinha", "ao serão",
        "na noite de", "parte da noite",
    ),
    **phrases(
        Kind.PARTS, "evening",
        "noites", "às noites", "todas as noites", "nas noites", "pelas noites", "toda noite", "as noites",
    ),
    **phrases(Kind.PART, "night", "madrugada", "de madrugada", "da madrugada", "na madrugada"),
    **phrases(
        Kind.PART, "end_of_day",
        "fim do dia", "final do dia", "no fim do dia", "no final do dia", "ao fim do dia", "ao final do dia",
        "final do expediente", "fim do expediente", "no fim do expediente", "no final do expediente",
        "fim de dia", "final de dia", "ao fim da jornada", "fim da jornada", "ao final da jornada",
        "finalzinho do dia", "no finalzinho do dia", "ao final do expediente", "fim de expediente",
        "final de expediente",
    ),
    **phrases(
        Kind.PART, "work",
        "horário comercial", "horário de expediente", "em horário comercial", "no horário comercial",
        "horário laboral", "em horário laboral", "horário de trabalho", "expediente", "dentro do expediente",
        "durante o expediente", "horário de escritório", "no horário de expediente",
        "em horário de expediente", "dentro do horário comercial", "horas de expediente", "horário útil",
    ),
    **words(
        Kind.NOON,
        "meio-dia", "meio dia", "ao meio-dia", "ao meio dia", "meiodia", "o meio-dia", "12h em ponto",
        "do meio-dia", "do meio dia", "pelo meio-dia",
    ),
    **words(Kind.MIDNIGHT, "meia-noite", "meia noite", "à meia-noite"),
    **words(
        Kind.ANY_TIME,
        "a qualquer hora", "qualquer horário", "qualquer hora", "o dia todo", "o dia inteiro", "dia todo",
        "dia inteiro", "a qualquer momento", "em qualquer horário", "todo o dia", "quando quiser",
        "quando quiserem", "tudo", "sempre", "tanto faz o horário", "horário livre", "quando for melhor",
        "quando for mais conveniente", "à vontade", "em qualquer momento", "qualquer altura",
        "em qualquer altura", "a qualquer altura", "o tempo todo", "horário indiferente", "quando preferir",
        "quando preferirem", "quando vos der jeito", "quando lhe der jeito", "durante todo o dia",
        "ao longo do dia", "a hora que quiser", "qualquer momento", "à hora que quiserem",
        "no horário que preferir", "dia completo", "durante o dia", "manhã ou tarde", "de manhã ou à tarde",
        "o horário que preferirem", "tanto faz a hora", "em qualquer hora", "toda hora",
        "no horário que quiserem", "no horário que for melhor",
    ),
    **words(Kind.AM, "am"),
    **words(Kind.PM, "pm"),
    **words(Kind.CLOCK, "h", "horas", "hora", "hs", "hrs", "em ponto", "hr"),
    "à uma": joined((Kind.AT, None), (Kind.NUMBER, 1)),
    "a uma da tarde": joined((Kind.AT, None), (Kind.NUMBER, 1), (Kind.PART, "afternoon")),
    "uma da tarde": joined((Kind.NUMBER, 1), (Kind.PART, "afternoon")),
    "à uma hora": joined((Kind.AT, None), (Kind.NUMBER, 1), (Kind.CLOCK, None)),
    **numbered(
        Kind.NUMBER, 2,
        "dois|duas", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze",
        "treze", "catorze|quatorze", "quinze", "dezesseis|dezasseis", "dezessete|dezassete", "dezoito",
        "dezenove|dezanove", "vinte", "vinte e um|vinte e uma", "vinte e dois|vinte e duas", "vinte e três",
        "vinte e quatro", "vinte e cinco", "vinte e seis", "vinte e sete", "vinte e oito", "vinte e nove",
        "trinta", "trinta e um",
    ),
    **phrases(Kind.NUMBER, 1, "um"),
    **phrases(Kind.NUMBER, 40, "quarenta"),
    **phrases(Kind.NUMBER, 45, "quarenta e cinco"),
    **phrases(Kind.NUMBER, 50, "cinquenta"),
    **phrases(Kind.NUMBER, 60, "sessenta"),
    **phrases(Kind.NUMBER, 90, "noventa"),
    **words(Kind.QUARTER, "um quarto"),
    **words(Kind.TO_HOUR, "para as", "para a", "pras", "pra as", "para o", "para às", "pro", "pra"),
    **phrases(Kind.PLUS_MINUTES, 30, "e meia", "e trinta", "e meio", "horas e meia", "h e meia"),
    **phrases(Kind.PLUS_MINUTES, 15, "e quinze", "e um quarto", "e quarto"),
    **phrases(Kind.PLUS_MINUTES, 5, "e cinco"),
    **phrases(Kind.PLUS_MINUTES, 10, "e dez"),
    **phrases(Kind.PLUS_MINUTES, 20, "e vinte"),
    **phrases(Kind.PLUS_MINUTES, 25, "e vinte e cinco"),
    **phrases(Kind.PLUS_MINUTES, 40, "e quarenta"),
    **phrases(Kind.PLUS_MINUTES, 45, "e quarenta e cinco"),
    **phrases(Kind.MINUS_MINUTES, 15, "menos um quarto", "menos quarto", "menos quinze"),
    **phrases(Kind.MINUS_MINUTES, 5, "menos cinco"),
    **phrases(Kind.MINUS_MINUTES, 10, "menos dez"),
    **phrases(Kind.MINUS_MINUTES, 20, "menos vinte"),
    **phrases(Kind.MINUS_MINUTES, 25, "menos vinte e cinco"),
    **words(
        Kind.AROUND,
        "por volta das", "por volta de", "por volta da", "lá pelas", "lá pela", "cerca das", "cerca de",
        "à volta das", "em torno das", "em torno de", "mais ou menos às", "aproximadamente às", "lá para as",
        "mais ou menos pelas", "umas", "lá por volta das", "ali pelas", "perto das", "lá pro",
        "em volta das", "tipo umas", "lá pro meio-dia", "por vt das",
    ),
    **words(
        Kind.ISH,
        "mais ou menos", "aproximadamente", "aprox", "e pouco", "e pouca", "ou por aí", "por aí", "e tal",
        "sensivelmente",
    ),
    **phrases(Kind.DURATION, 15, "um quarto de hora", "quarto de hora"),
    **phrases(Kind.DURATION, 30, "meia hora", "meia horinha", "uma meia hora"),
    **phrases(Kind.DURATION, 45, "três quartos de hora"),
    **phrases(Kind.DURATION, 60, "uma hora", "uma horinha", "1 horinha"),
    **phrases(Kind.DURATION, 90, "uma hora e meia", "hora e meia", "uma hora e trinta"),
    **phrases(Kind.DURATION, 120, "umas duas horas", "duas horas", "um par de horas"),
    **phrases(Kind.DURATION, 150, "duas horas e meia"),
    **phrases(Kind.DURATION, 180, "três horas de duração"),
    **words(
        Kind.FOR,
        "durante", "por", "com duração de", "duração de", "duração", "com a duração de", "por cerca de",
    ),
    **words(
        Kind.SAME_TIME,
        "mesmo horário", "mesma hora", "à mesma hora", "no mesmo horário", "na mesma hora", "o mesmo horário",
        "mesmos horários", "nos mesmos horários", "às mesmas horas", "a mesma hora",
    ),
}  # fmt: skip

_CONNECTIONS: Phrases = {
    "do dia": joined((Kind.FROM, "weak"), (Kind.DATE_MARK, None)),
    "ao dia": joined((Kind.AT, None), (Kind.DATE_MARK, None)),
    **words(Kind.AT, "às", "a", "ao", "@", "pelas", "exatamente às", "ali às", "lá às"),
    **phrases(
        Kind.FROM, "open",
        "a partir de", "a partir das", "a partir do", "apartir de", "apartir das",
        "apartir da", "desde", "desde as", "a contar de",         "a partir d", "começando às", "começando em", "apartir do", "à partir das",
        "à partir de", "à partir do", "já a partir de", "a partir das horas",
    ),
    **phrases(Kind.FROM, "weak", "de", "da", "do", "das", "dos"),
    **words(
        Kind.UNTIL,
        "até", "até as", "até às", "até à",         "até no máximo", "até por volta das", "no máximo até", "até umas", "até cerca das", "até o fim de",
        "até próximo das",
    ),
    **words(
        Kind.AFTER,
        "depois de", "depois das", "depois do", "após", "após as",         "passando das", "a seguir a", "mais tarde que", "após às",
        "dps das", "a seguir às", "mais tarde do que as", "passadas as", "posterior a", "depois d",
        "qualquer hora depois das", "a qualquer hora depois das", "qualquer horário depois das",
        "qualquer horário após as", "dps de", "logo após as",
    ),
    **words(
        Kind.BEFORE,
        "antes de", "antes das", "antes do", "anterior a", "mais cedo que",
        "qualquer hora antes das", "qualquer horário antes das", "antes d", "mais cedo do que as",
    ),
    **words(
        Kind.ONWARDS,
        "em diante", "ou mais tarde", "para a frente", "pra frente", "em frente",
        "e mais tarde", "adiante", "por diante", "para frente", "ou posterior",
    ),
    **words(Kind.OR_EARLIER, "ou antes", "ou mais cedo", "e antes"),
    **words(
        Kind.BETWEEN,
        "entre", "entre as", "em algum momento entre as",
    ),
    **words(
        Kind.AND,
        "e", "bem como", "e também", "além de", "assim como", "&", "também", "e ainda", "mais",         "e às",
    ),
    **words(
        Kind.OR,
        "ou", "ou então", "ou senão", "ou ainda", "ou talvez", "ou até", "ou até mesmo", "ou mesmo",
        "em alternativa", "alternativamente", "como alternativa", "e/ou", "caso contrário",         "ou às", "ou também", "ou quem sabe", "quem sabe",
    ),
    **words(
        Kind.AFTER_THAT,
        "depois disso", "depois", "em seguida", "a seguir", "daí em diante", "a partir daí", "mais tarde",
        "após isso", "dali em diante", "depois dessa hora", "depois desse horário", "após esse horário",
        "a partir de então", "de lá para a frente", "daí para a frente", "após esse dia", "depois desse dia",
        "a partir desse horário", "dps",
    ),
    **words(
        Kind.BEFORE_THAT,
        "antes disso", "antes", "até lá", "antes desse horário", "até então", "previamente",
    ),
    **words(
        Kind.NOT_BEFORE,
        "não antes de", "não antes das", "não antes do", "nunca antes das", "nunca antes de",
        "nada antes das", "nada antes de", "só depois das", "só depois de", "só depois do", "só após as",
        "só após o", "só após", "mas não antes das", "não posso antes das", "não posso antes de",
        "não posso antes do", "não consigo antes das", "não consigo antes de", "não dá antes das",
        "não mais cedo que as", "ocupado até as", "ocupada até as", "ocupado até às", "ocupada até às",
        "só posso depois das", "só consigo depois das", "só a partir das", "só a partir de",
        "o mais cedo que posso é", "o mais cedo possível seria", "em reunião até as", "em reunião até às",
        "em reuniões até às", "não posso até as", "não posso até às", "minha primeira disponibilidade é",
        "a minha primeira disponibilidade é", "no mínimo às", "não disponível antes das",
        "só estou livre depois das", "não estou livre antes das", "no mínimo depois das",
            ),
    **words(
        Kind.NOT_AFTER,
        "não depois de", "não depois das", "não depois do", "nunca depois das", "nunca depois de",
        "nada depois das", "nada depois de", "não mais tarde que as", "não mais tarde do que as",
        "mas não depois das", "não posso depois das", "não posso depois de", "não consigo depois das",
        "não dá depois das", "não posso após as", "só até as", "só até às", "só até", "só posso até as",
        "só posso até às", "só antes das", "no máximo às", "tenho de sair às", "tenho que sair às",
        "preciso sair às", "não após as", "não após", "no mais tardar às", "o mais tardar às",
    ),
    **words(Kind.AT_EARLIEST, "no mínimo", "o mais cedo", "mais cedo possível", "na melhor das hipóteses"),
    **words(
        Kind.AT_LATEST,
        "no máximo", "o mais tardar", "no mais tardar", "no limite", "máximo", "mais tardar",
    ),
}  # fmt: skip

_POLARITY: Phrases = {
    "se não der": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "se não puder ser": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "se não for possível": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "se não funcionar": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "se não puder": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "se não der certo": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "se não servir": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "se não conseguirem": joined((Kind.IF, None), (Kind.CANNOT, None)),
    "se não puderem": joined((Kind.IF, None), (Kind.CANNOT, None)),
    **words(
        Kind.CAN,
        "posso", "poderia", "podia", "podemos", "pode ser", "pode", "podem", "poderei", "consigo",
        "conseguiria", "conseguimos", "livre", "livres", "disponível", "disponíveis", "disponibilidade",
        "tenho disponibilidade", "funciona", "funcionam", "funcionaria", "serve", "servem", "serviria",
        "dá certo", "dá para mim", "me dá", "daria", "dá sim", "dá bem", "fica bem", "ficaria bem",
        "fica bom", "ficam bem", "ficaria bom", "me convém", "convém-me", "convém", "convinha", "dá-me jeito",
        "dá me jeito", "dava-me jeito", "dava jeito", "dão-me jeito", "me atende", "atende", "atendem",
        "ótimo", "ótima", "bom", "boa", "perfeito", "perfeita", "ok", "tranquilo", "tranquila", "combinado",
        "tenho tempo", "tenho livre", "sim", "encaixa", "dá jeito", "que tal", "é possível", "possível",
        "possíveis", "estarei livre", "sem problema", "sem problemas", "não há problema", "não tem problema",
        "nenhum problema", "não tenho nada", "nada marcado", "nenhum compromisso", "sem compromissos",
        "seria possível", "seria bom", "beleza", "vaga", "está bom", "tá bom", "tudo bem", "tudo certo",
        "não tenho compromisso", "não tenho compromissos", "não estou ocupado", "não estou ocupada",
        "por mim", "excelente", "viável", "rola", "topo", "aberto", "tenho horário", "tenho espaço",
        "tenho horários", "agenda livre", "me serve", "por que não", "porque não", "poderia ser", "podia ser",
        "não vejo problema", "está ótimo", "está ótima", "é bom", "estou bem", "calha bem", "calha-me bem",
    ),
    **words(
        Kind.CANNOT,
        "não posso", "não consigo", "não dá", "não dá para mim", "não é possível", "não será possível",
        "impossível", "impossíveis", "ocupado", "ocupada", "indisponível", "não estou disponível",
        "não estou livre", "não estarei", "não estarei disponível", "não tenho disponibilidade",
        "não tenho horário", "não tenho tempo", "não me dá jeito", "não dá jeito", "não serve", "não servem",
        "não funciona", "não funcionam", "não fica bem", "não fica bom", "complicado", "complicada",
        "difícil", "não rola", "sem disponibilidade", "bloqueado", "bloqueada", "compromisso",
        "tenho compromisso", "tenho outro compromisso", "tenho um compromisso", "comprometido",
        "comprometida", "não vou poder", "não poderei", "não vou conseguir", "não conseguirei",
        "não me convém", "não convém", "lotado", "lotada", "cheio", "cheia", "fora de questão",
        "eu não posso", "eu não consigo", "inviável", "não estou", "tenho reunião", "tenho uma reunião",
        "tenho reuniões", "em reunião", "tenho aula", "tenho aulas", "tenho consulta", "tenho uma consulta",
        "tenho médico", "tenho prova", "tenho exame", "tenho um exame", "não pode ser", "não podem",
        "descartado", "descartada", "não me atende", "não atende", "não atendem", "não vai dar", "não daria",
        "não dão", "não me é possível", "ruim", "péssimo", "mau", "não é bom", "não viável", "trabalho",
        "estou trabalhando", "tenho de trabalhar", "tenho que trabalhar", "apertado", "apertada", "enrolado",
        "enrolada", "não me serve", "não me dá", "não podia", "não poderia", "não conseguiria", "corrido",
        "corrida", "evitar", "tampouco", "sem chance", "sem condições", "problemático", "não encaixa",
        "não tenho como", "não há hipótese", "não tenho vaga", "não trabalho", "não me é conveniente",
        "agenda cheia", "tomado", "tomada", "não estou disponivel", "também não posso", "também não",
        "também não consigo", "atrapalhado",
    ),
    **words(
        Kind.NOT,
        "não", "nunca", "jamais", "nem", "nenhum", "nenhuma", "nada", "sem", "n", "nao", "em hipótese alguma",
    ),
    **words(
        Kind.EXCEPT,
        "exceto", "salvo",         "menos", "menos às", "exceto às",
        "salvo às", "à exceção de", "à exceção da", "à exceção do", "com exceção de", "com exceção da",
        "com exceção do", "à excepção de", "à excepção da", "à excepção do", "excepto", "excepto à",
        "excetuando", "tirando", "fora",         "afora", "mas não", "só não", "que não seja",
        "desde que não seja", "com a exceção de",
        "com a exceção da", "exeto", "esceto", "além da",         "descontando", "excluindo", "exceto de", "menos de",         "só não posso", "só não consigo", "só não dá",
        "só não pode ser",     ),
    **words(
        Kind.BUT,
        "mas", "porém", "no entanto", "contudo", "todavia", "já", "entretanto", "embora", "enquanto", "então",
        "por isso", "agora já",
    ),
    **words(
        Kind.ONLY,
        "só", "somente", "apenas", "unicamente", "exclusivamente", "só mesmo", "só posso", "só consigo",
    ),
    **words(
        Kind.PREFER,
        "de preferência", "preferencialmente", "idealmente", "prefiro", "preferia", "preferiria", "melhor",
        "se possível", "o ideal", "o ideal seria", "o melhor", "preferência", "ideal", "primeira opção",
        "segunda opção", "terceira opção", "primeira preferência", "segunda preferência", "minha preferência",
        "melhor ainda", "dou preferência", "preferível", "se der", "se puder ser", "seria melhor",
        "ficaria melhor",
    ),
    **words(
        Kind.INSTEAD_OF,
        "em vez de", "em vez da", "em vez do", "em lugar de", "no lugar de", "no lugar da", "ao invés de",
        "ao invés da", "ao invés do", "no lugar do", "em lugar da",
    ),
    **words(Kind.IF, "se", "caso", "na eventualidade de", "se for", "se não for", "se fosse"),
    **words(
        Kind.OTHERWISE,
        "senão", "se não", "de resto", "fora isso", "tirando isso", "os outros dias", "nos outros dias",
        "os demais dias", "nos demais dias", "o resto dos dias", "nos restantes dias", "os restantes dias",
        "exceto isso", "no mais", "afora isso", "todos os outros dias", "à parte isso", "todo o resto",
        "nos outros horários", "outros dias sim", "o restante dos dias", "de outra forma", "além disso",
    ),
    **words(
        Kind.FLEXIBLE,
        "flexível", "totalmente livre", "completamente livre", "total disponibilidade",
        "plena disponibilidade", "disponibilidade total", "ampla disponibilidade", "me adapto", "adapto-me",
        "disponibilidade completa", "sem restrições", "totalmente disponível", "completamente disponível",
        "bem flexível", "bastante flexível", "muito flexível", "super flexível", "total flexibilidade",
        "sempre disponível", "sempre livre", "agenda aberta", "horário flexível", "horários flexíveis",
        "disponibilidade plena", "inteiramente disponível", "agenda tranquila",
    ),
    **words(
        Kind.AWAY,
        "de férias", "em viagem", "viajando", "a viajar", "fora do escritório", "fora da cidade", "ausente",
        "de licença", "no estrangeiro", "no exterior", "doente", "de baixa", "de folga", "viajo", "em férias",
        "fora do país", "num congresso", "em um congresso", "numa conferência", "em uma conferência",
        "estou fora", "estarei fora", "vou estar fora", "vou viajar", "estou de viagem", "de viagem",
        "férias",
    ),
    **words(
        Kind.BACK,
        "de volta", "volto", "regresso", "estarei de volta", "retorno", "já volto", "de regresso",
    ),
    **words(
        Kind.ANCHOR,
        "saio do trabalho", "saio", "termino o trabalho", "meu turno termina", "meu expediente termina", "saio do serviço", "acabo de trabalhar", "largo o trabalho", "saio da faculdade", "saio da aula", "o meu turno acaba", "o meu turno termina", "chego em casa", "chego a casa", "termino de trabalhar", "saio do escritório", "saio do emprego", "minha aula termina", "meu turno acaba", "largo do trabalho", "trabalho até as",
        "trabalho até às", 
        "tenho aula até as", "tenho aula até às", "tenho aulas até às",
        "meu expediente vai até as", "meu expediente vai até às", 
        
        
        "trabalho até",
    ),
    **words(
        Kind.ASIDE,
        "te aviso", "lhe aviso", "aviso vocês", "confirmarei", "te confirmo depois", "respondo",
        "responderei", "entrarei em contato", "entro em contato", "entrarei em contacto", "entro em contacto",
        "me candidatei", "candidatei-me", "prazo", "data limite", "seu email de", "seu e-mail de",
        "sua mensagem de", "te digo", "lhe digo", "digo-lhe", "digo-vos", "aviso-vos", "aviso-o",
        "semana passada", "na semana passada", "segunda passada", "terça passada", "quarta passada",
        "quinta passada", "sexta passada", "passada", "passado", "aviso prévio", "pré-aviso",
        "começar a trabalhar", "início imediato", "nasci", "conversamos", "falamos", "reais", "euros",
        "salário", "andar", "sala", "vou saber", "saberei", "vou verificar", "vou ver", "vou confirmar",
        "dou retorno", "dou uma resposta", "dar um retorno", "dou-vos resposta", "me lembre", "enviei",
        "mandei", "retorno até", "te retorno", "retorno com",
    ),
}  # fmt: skip

_ZONES: Phrases = {
    **words(
        Kind.TIME_WORD,
        "hora de", "horário de", "horas de", "hora do", "hora da", "horário do", "horário da", "fuso de",
        "fuso horário de", "hora local de", "no horário de", "fuso do", "no fuso de", "no horário da",
        "na hora de",
    ),
    **phrases(
        Kind.ZONE, "Europe/Lisbon",
        "hora portuguesa", "hora de portugal", "hora de portugal continental", "horário de portugal",
        "hora continental", "horário português",
    ),
    **phrases(Kind.ZONE, "Atlantic/Azores", "hora dos açores", "hora dos acores"),
    **phrases(
        Kind.ZONE, "America/Sao_Paulo",
        "horário de brasília", "hora de brasília", "horário brasileiro", "horário do brasil",
        "hora do brasil", "hora brasileira", "fuso de brasília", "no horário de brasília", "horário de sp",
    ),
    **phrases(Kind.ZONE, "America/Manaus", "horário de manaus", "hora de manaus", "horário do amazonas"),
    **phrases(
        Kind.ZONE, "America/New_York",
        "horário do leste", "hora do leste", "horário da costa leste", "hora da costa leste",
        "horário de nova iorque", "horário de nova york", "horário de ny", "hora de nova iorque",
        "hora de nova york", "horário do leste dos eua",
    ),
    **phrases(
        Kind.ZONE, "America/Los_Angeles",
        "horário do pacífico", "hora do pacífico", "horário da costa oeste", "horário da califórnia",
        "hora da califórnia",
    ),
    **phrases(Kind.ZONE, "America/Chicago", "horário central dos eua", "horário do centro dos eua"),
    **phrases(
        Kind.ZONE, "Europe/Madrid",
        "hora espanhola", "hora de espanha", "horário da espanha", "horário espanhol", "hora da espanha",
    ),
    **phrases(
        Kind.ZONE, "Europe/London",
        "hora inglesa", "hora britânica", "hora do reino unido", "horário britânico",
        "horário do reino unido", "hora de inglaterra", "horário da inglaterra",
    ),
    **phrases(
        Kind.ZONE, "Europe/Berlin",
        "hora da europa central", "horário da europa central", "hora central europeia", "horário alemão",
        "hora alemã", "horário da alemanha", "hora da alemanha",
    ),
    **phrases(
        Kind.ZONE, "Europe/Paris",
        "hora francesa", "hora de frança", "hora da frança", "horário da frança", "horário francês",
    ),
    **phrases(Kind.ZONE, "Asia/Kolkata", "hora da índia", "horário da índia", "hora indiana"),
    **phrases(
        Kind.ZONE, "America/Argentina/Buenos_Aires",
        "hora argentina", "horário da argentina", "hora da argentina",
    ),
    **phrases(Kind.ZONE, "Africa/Luanda", "hora de angola", "hora de luanda"),
    **phrases(Kind.ZONE, "Africa/Maputo", "hora de moçambique", "hora de maputo"),
    **words(
        Kind.YOUR_TIME,
        "horário de vocês", "no horário de vocês", "seu horário", "no seu horário", "vossa hora",
        "na vossa hora", "hora de vocês", "sua hora", "seu fuso", "no seu fuso", "seu fuso horário",
        "vosso horário", "hora vossa", "seu horário local", "no vosso horário", "no fuso de vocês",
        "fuso de vocês", "horário local de vocês", "hora daí", "horário daí", "no seu fuso horário",
        "vosso fuso", "no vosso fuso", "sua hora local", "vossa hora local", "horário aí",
    ),
    **words(
        Kind.MY_TIME,
        "meu horário", "no meu horário", "minha hora", "na minha hora", "meu fuso", "no meu fuso",
        "meu fuso horário", "hora local", "horário local", "hora daqui", "horário daqui", "nosso horário",
        "no meu fuso horário", "no horário local", "nossa hora", "horário aqui",
    ),
}  # fmt: skip

_FILLERS: Phrases = words(
    Kind.FILLER,
    "bom dia", "boa tarde", "boa noite", "bom fim de semana", "boa semana", "bom final de semana",
    "ótima tarde", "ótimo dia", "ótima semana", "ótima noite", "excelente dia", "excelente semana",
    "bom trabalho", "bom almoço", "ótimo fim de semana", "ótimo final de semana", "excelente tarde",
    "um bom dia", "uma boa tarde", "uma boa semana", "um ótimo dia", "boa quarta", "boa sexta", "boa segunda",
    "boa terça", "boa quinta", "linda tarde", "abençoada semana", "segunda alternativa", "segunda data",
    "segunda proposta", "segunda via", "segunda fase", "segunda etapa", "segunda entrevista",
    "segunda hipótese", "quarta opção", "quinta opção", "quarta proposta", "segundo horário", "segundo lugar",
    "terceira alternativa", "primeira fase", "primeira entrevista", "primeira etapa", "primeira vez",
    "primeiro lugar", "em primeiro lugar", "quarta alternativa", "segunda sugestão", "primeira hipótese",
    "segunda vez", "terceira entrevista", "por favor", "por enquanto", "por acaso", "por exemplo",
    "por telefone", "por vídeo", "por videochamada", "por zoom", "por teams", "por email", "por e-mail",
    "por mensagem", "pela oportunidade", "pelo retorno", "pela atenção", "pela resposta", "pelo contato",
    "pelo contacto", "pela mensagem", "pela disponibilidade", "pela vaga", "por mim tudo bem",
    "para a entrevista", "para a vaga", "para o cargo", "para a posição", "para a reunião", "para a chamada",
    "para o processo", "pra entrevista", "pra mim", "para mim", "para vocês", "para o senhor",
    "para a senhora", "pra vaga", "para a empresa", "para o horário", "para a conversa", "a entrevista",
    "a vaga", "a reunião", "a empresa", "a conversa", "a chamada", "a mensagem", "ao vivo", "ao telefone",
    "ao processo", "ao cargo", "à entrevista", "à vaga", "à disposição", "à distância", "à espera",
    "às vezes", "às ordens", "a sério", "a distância", "a disposição", "a espera", "ao menos", "pelo menos",
    "em geral", "em pessoa", "em breve", "em princípio", "em anexo", "em contato", "em contacto",
    "em relação", "em questão", "em causa", "em caso", "em cima da hora", "de nada", "de fato", "de facto",
    "de momento", "de vocês", "de vez em quando", "de acordo", "de qualquer forma", "de qualquer maneira",
    "de novo", "do meu iphone", "do meu android", "do meu samsung", "do meu telemóvel", "do meu celular",
    "da vaga", "da entrevista", "da empresa", "da minha parte", "da parte de", "do processo", "do contrato",
    "dos horários", "das opções", "das propostas", "das datas", "dos dias propostos", "até breve", "até logo",
    "até já", "até mais", "até lá então", "até amanhã então", "já agora", "desde já", "antes de mais",
    "antes de tudo", "mais cedo ou mais tarde", "mais informações", "mais detalhes", "um abraço", "toda a",
    "todo o", "um pouco", "um momento", "o meio", "e-mail", "no momento", "no caso", "no total", "no local",
    "sobre a vaga", "muito bom", "um horário", "com certeza", "assim que", "o mais rápido possível",
    "logo que possível", "o quanto antes", "quanto antes", "se calhar", "se possivel for", "quem me dera",
    "se precisar", "se quiser", "se quiserem", "se for necessário",
)  # fmt: skip


def _weekdays() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """Monday to Friday with and without "-feira", single and recurring, and their usual neighbours."""
    found: dict[str, Sense | tuple[Sense, ...]] = {}
    for number, name in enumerate(_WEEK, 1):
        day, days = (Kind.WEEKDAY, number), (Kind.WEEKDAYS, number)
        for form in (name, f"{name}-feira", f"{name} feira", f"{name}feira", _SHORT[number - 1], f"{number + 1}a feira", f"{number + 1}a-feira", f"{name}-f"):
            found[form] = joined(day)
        for many in (f"{name}s", f"{name}s-feiras", f"{name}s feiras", f"{name}-feiras", f"{name}s-feira"):
            found[many] = joined(days)
            for lead in ("às", "todas as", "nas", "as"):
                found[f"{lead} {many}"] = joined(days)
        for lead in ("toda", "cada", "toda a"):
            for form in (name, f"{name}-feira"):
                found[f"{lead} {form}"] = joined(days)
        found[f"nem {name}"] = joined((Kind.NOT, None), day)
        found[f"nem na {name}"] = joined((Kind.NOT, None), day)
        found[f"já na {name}"] = joined(day)
        found[f"já {name}"] = joined(day)
    return found


def _counts() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """ "três dias": without its number "dias" stands before days of the month ("dias 22 e 23")."""
    words_of = ("um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez")
    found: dict[str, Sense | tuple[Sense, ...]] = {}
    for number in range(1, 32):
        count = joined((Kind.NUMBER, number), (Kind.UNIT, "day"))
        plural = "dia" if number == 1 else "dias"
        found[f"{number} {plural}"] = count
        if number <= len(words_of):
            found[f"{words_of[number - 1]} {plural}"] = count
    return found


GROUPS: tuple[Phrases, ...] = (_weekdays(), _counts(), _DAYS, _TIMES, _CONNECTIONS, _POLARITY, _ZONES, _FILLERS)
"""The vocabulary by theme, for looking over; a phrase stands in one of them only."""

LEXICON = Lexicon(
    code="pt",
    phrases={word: meaning for group in GROUPS for word, meaning in group.items()},
    not_typos=frozenset(
        "parte partes parque quantas quanta quantos quanto conta corta carta cartas certa certas sexto quarto quartos testa festa cesta "
        "dominio marca marco margem abrir abriu junto junta julgo agosta gosto gosta maior maiores manha minha minhas manda mandar "
        "tardar tardou tardio noivo notei coisa hoje fontes foi outro outros outra outras segundo segundos seguindo seguida seguinte "
        "pequena quinto humano humana sabendo sabida cada jeito janela terca terceira termos texto tarefa tarefas norte note sobre "
        "aberto amanha mane manter".split()
    ),
    beside_number=frozenset({"mar", "ter", "seg", "qua", "qui", "sex", "dom", "sab", "set", "out", "mai", "jun", "jul"}),
)
