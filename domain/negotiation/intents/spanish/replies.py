"""Spanish cues: answers to proposals."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.DECLINE: (
        (
            r"\brenunci\w* a (?:es[ao]s|est[ao]s|l[ao]s|tod[ao]s) (?:\w+ )?(?:horarios|fechas|horas|"
            r"opciones|citas)\b"
        ),
        (
            r"\b(?:a|en|durante) (?:todas |todos )?(?:esas|esos|estas|estos|las|los) (?:horas|horarios|"
            r"fechas|dias)(?: propuest\w+)?\b(?:(?!\b(?:libre|disponible|"
            r"puedo)\b)[^;.!?]){0,40}?\b(?:trabajo|estoy|tengo|ocupad\w+|clase\w*)\b|\b(?:trabajo|"
            r"estoy (?:ocupad\w+|de viaje|en clase)|tengo (?:clase\w*|examen\w*|reuniones|"
            r"trabajo)) (?:\w+ ){0,2}?(?:a|en|durante) (?:todas |todos )?(?:esas|esos|estas|"
            r"estos) (?:horas|horarios|fechas|dias)\b|\bnada (?:\w+ ){0,2}?(?:me )?(?:viene|va|sirve|"
            r"cuadra|funciona|encaja|conviene)\b"
        ),
        (
            r"\b(?:ningun[oa]?|ningunas?|ningunos?)\b(?: (?:de|me|esos?|esas?|estos?|estas?|los|las|"
            r"horarios?|opciones|opcion|fechas?|propuest\w+|ellos|ellas|horario|es|viene|sirve|va|"
            r"funciona|posible|bien|hueco|tres|dos))*|\b(?:esos?|esas?|estos?|estas?|los|las|eso|ese|"
            r"esa|este|esta|todos|todas|el horario|la hora|la fecha|sus|ambos|ambas|"
            r"lo que)(?: \w+){0,3}? no (?:me |nos )?(?:\w+ )?(?:vien\w*|sirv\w*|va\b|van|funcion\w*|"
            r"es posible|son posibles|cuadr\w*|encaj\w*|conven\w*|convien\w*|puedo|puede|son|acomod\w*|"
            r"qued\w*|valen?)\b|\bni un[oa] ni otr[oa]\b|\bno (?:me )?(?:vien\w*|sirv\w*|funcion\w*|"
            r"cuadr\w*|encaj\w*|convien\w*|va|van|acomod\w*|valen?|queda\w*) (?:bien )?(?:ningun\w*|"
            r"esos|esas|estos|estas|los horarios|las opciones|ese|esa|este|las horas|las fechas)\b|"
            r"\bno puedo (?:\w+ )?(?:en )?(?:ningun\w*|esos|esas|estos|estas|ese|a esas)\b|\b(?:rechazo|"
            r"declino) (?:esos|esas|los|las|todos|todas|estas|estos)\b|\b(?:todos?|todas?|son|es|eso|"
            r"muy) (?:\w+ )?(?:demasiado|muy) (?:temprano|tarde|pronto)\b|[\U0001f44e]"
        ),
    ),
    Cue.DECLINE_IT: (
        (
            r"\bno (?:me |nos |lo )?(?:\w+ )?(?:viene|vienen|va|van|sirve|sirven|puedo|es posible|"
            r"funciona|funcionan|cuadra|cuadran|encaja|encajan|conviene|convienen|podre|"
            r"estoy disponible|estoy libre|puede ser|podria|estare|acomoda|queda|vale|seria posible|"
            r"podra ser|dispongo|tengo disponibilidad|alcanzo|llego)\b|\b(?:imposible|"
            r"demasiado (?:tarde|temprano|pronto)|no disponible|me resulta imposible|estoy ocupad[oa]|"
            r"muy (?:tarde|temprano|pronto) para mi)\b|\blamentablemente no\b|\bdesgraciadamente no\b|"
            r"\bpor desgracia no\b|\bme (?:es|resulta|sera) imposible\b"
        ),
    ),
    Cue.OTHER_TIMES: (
        (
            r"\b(?:hay|tienen?|habria|tendrian?|ofrecer|ofrecerme|proponer|dar|darme) (?:algun[ao]s? "
            r")?otr[ao]s\W*$|"
            r"\bque mas (?:tienen?|hay|ofrecen?)\W*$|\bmas (?:opciones|horarios|fechas|alternativas)\W*$"
        ),
        (
            r"\b(?:otr[ao]s?|alguna otra|algun otro|distint[ao]s?|diferentes?|alternativ\w*|"
            r"nuev[ao]s?) (?:\w+ )?(?:horarios?|horas?|dias?|fechas?|opcion\w*|huecos?|propuest\w*|"
            r"alternativ\w*|momentos?|citas?|disponibilidad\w*|turnos?|franjas?|posibilidad\w*|"
            r"semana)\b|\b(?:algo|un horario|una hora|un hueco|hora|horario) (?:mas|"
            r"un poco mas) (?:tarde|temprano|pronto)\b|\botra cosa\b|\balternativas?\W*$|"
            r"\b(?:reprogramar|aplazar|posponer|cambiar la (?:fecha|hora|cita)|mover la cita|"
            r"reagendar)\b(?=\W*$|\W*[?.]| (?:la|por favor|para otro))|\balgun otro\W*$|\botros?\W*$"
        ),
    ),
    Cue.NO: (
        (
            r"(?:(?:oh|lo siento|perdon|hola|gracias|ay|lamentablemente|pues|desgraciadamente|uf|"
            r"perdona|disculpe|por desgracia)\W+)*(?:no+|nop|nope|nel|para nada|no puedo|imposible|"
            r"no es posible|no me viene bien|no me va bien|no me sirve|no gracias|no me cuadra|"
            r"lamentablemente no|me temo que no|no va a poder ser|no podre|no funciona|negativo|"
            r"no estoy disponible|no me funciona|no me es posible|de ninguna manera|no disponible|"
            r"mejor no|claro que no|va a ser que no|ni hablar|no puede ser|"
            r"no me queda bien)(?:\W+(?:lo siento|gracias|no|no puedo|perdon|disculpe|es imposible|"
            r"lamentablemente|no me viene bien))*"
        ),
    ),
    Cue.YES: (
        (
            r"(?:(?:oh|hola|gracias|si|ok(?:ay)?|vale|perfecto|genial|claro|muy bien|buenas|"
            r"muchas gracias|bien|de acuerdo|buenos dias|estupendo)\W+)*(?:si+p?|sii+|claro(?: que si)?|"
            r"por supuesto|desde luego|vale|ok(?:ay|ey)?|okey|okei|dale|listo|va|sale|de acuerdo|"
            r"perfecto(?: para mi)?|genial|estupendo|excelente|fantastico|muy bien|bien|esta bien|"
            r"me parece (?:bien|perfecto|genial|excelente|estupendo|muy bien)|(?:eso |ese |esa |"
            r"ese horario |esa hora |ese dia |este horario |esa fecha |la hora |el horario |esta hora |"
            r"la fecha |todo )?(?:me )?(?:viene|va|sirve|funciona|queda|cuadra|conviene|encaja|vale|"
            r"esta|acomoda)(?: (?:bien|perfecto|perfectamente|muy bien|genial|estupendo|de maravilla|"
            r"de lujo|para mi|excelente|fenomenal|ok))*|confirmo(?: (?:mi asistencia|asistencia|la cita|"
            r"la hora|el horario|la entrevista))?|confirmad[oa]|lo confirmo|acepto|aceptad[oa]|"
            r"alli estare|ahi estare|estare (?:alli|ahi|disponible)|cuenten conmigo|cuenta conmigo|"
            r"hecho|trato hecho|quedamos(?: asi)?|nos vemos(?: (?:entonces|ahi|alli))?|puedo|si puedo|"
            r"estoy disponible|estoy de acuerdo|sin problema|ningun problema|no hay problema|adelante|"
            r"con gusto|encantad[oa]|con mucho gusto|por mi (?:bien|perfecto|vale|si)|exacto|"
            r"efectivamente|correcto|afirmativo|reservalo|reservelo|conforme|venga|me apunto|"
            r"seria perfecto|seria genial|suena bien|asi quedamos|agendado|tomo ese)(?:\W+(?:gracias|"
            r"muchas gracias|por favor|perfecto|nos vemos|para mi|un saludo|saludos|si|alli estare|"
            r"ahi estare|me viene bien|me va bien|confirmo|me parece bien|de acuerdo|genial|"
            r"me viene perfecto|perfecto para mi|bien|me queda bien|me funciona|a ustedes|"
            r"por la propuesta))*"
        ),
    ),
    Cue.YES_WITHIN: (
        (
            r"\b(?:eso|ese|esa|ese horario|esa hora|esa fecha|la hora|el horario|la propuesta|la fecha|"
            r"la cita|su propuesta|este horario|esta hora|esa cita|el que|que)(?: \w+)? me (?:viene|va|"
            r"sirve|funciona|queda|cuadra|conviene|parece|encaja|acomoda) ?(?:bien|perfecto|genial|"
            r"estupendo|muy bien|perfectamente|excelente|de maravilla)?\b|\b(?:confirmo|acepto|"
            r"alli estare|ahi estare)\b|\bme (?:viene|va|queda|parece|sirve) (?:bien|perfecto|genial|"
            r"muy bien|estupendo|perfectamente|excelente)\b|\b(?:por mi|para mi) (?:bien|perfecto|vale|"
            r"si)\b|^\W*(?:si|claro|perfecto|por supuesto|vale|de acuerdo)\b(?! (?:me dan|me dicen|"
            r"pueden|es|no))|[\U0001f44d\U0001f44c\u2705]"
        ),
    ),
    Cue.ANY: (
        (
            r"\b(?:vien\w*|van?|sirven?|puedo|funcionan?|cuadran?|valen?|parecen?|acomodan?|"
            r"quedan?) (?:bien |perfecto |en |con |a |igual )*(?:cualquier[ao]?|todos|todas|todo|ambos|"
            r"ambas|(?:los|las) (?:dos|tres))(?: (?:de|los|las|ellos|ellas|tres|dos|horarios|"
            r"opciones))*(?=\W*$|\W*[,.;!])|\b(?:cualquier[ao]?|todos|todas|todo|ambos|ambas|los dos|"
            r"las dos|los tres|las tres|cada uno)\b(?: (?:de|me|los|las|esos|esas|estos|estas|ellos|"
            r"ellas|horarios?|opciones|opcion|fechas?|tres|dos|horario|es|son|esta|estan|propuest\w+|"
            r"hora|dia|seria))* ?(?:viene\w*|vienen|va|van|sirve\w*|bien|funciona\w*|perfect\w*|"
            r"cuadra\w*|posibles?|parece\w*|conviene\w*|vale\w*|ok|bueno|buena|buenos|buenas|queda\w*|"
            r"acomoda\w*|encaja\w*)\b|\b(?:me da (?:igual|lo mismo)|da igual|me es (?:igual|"
            r"indiferente)|es indiferente|indiferente|lo que (?:prefieran|prefiera|mejor les|les venga|"
            r"mas les|ustedes prefieran|os venga|prefirais)|como (?:prefieran|prefiera|quieran|"
            r"prefirais)|ustedes (?:eligen|deciden)|elijan (?:ustedes|el que)|elija usted|"
            r"sin preferencia|no tengo preferencia|el que (?:prefieran|sea|quieran|prefiera|mejor|"
            r"mas))\b|^\W*(?:cualquiera(?: de (?:los (?:tres|dos)|las (?:tres|dos)|ellos|ellas|esos|"
            r"esas))?|ambos|ambas|todos|todas|los dos|las dos|los tres)\W*(?:por favor|gracias)?\W*$|"
            r"\b(?:soy|estoy|tengo) (?:\w+ )?flexib\w+\W*$|\buno de (?:los (?:dos|tres)|ellos|esos)\b"
        ),
    ),
    Cue.REST: (
        (
            r"\b(?:el otro|la otra|los otros|las otras|los demas|las demas|el resto)(?: (?:dos|opciones|"
            r"horarios|horario|opcion|si|me))*(?: (?:viene\w*|va|van|sirve\w*|esta\w*|son|es|"
            r"funciona\w*))\b"
        ),
    ),
    Cue.CHANGE: (
        (
            r"\b(?:en vez de|en lugar de|mejor (?:a|el|por|si)|mas bien|cambiar|mover|adelantar|"
            r"retrasar|preferiria|pero (?:\w+ ){0,4}?mas (?:tarde|temprano))\b"
        ),
    ),
    Cue.UNSUITABLE: (
        (
            r"\b(?:no|ni|nunca|excepto|salvo|menos|imposible|ocupad\w+|ningun\w*|tampoco|en vez de|"
            r"en lugar de|demasiado (?:tarde|temprano|pronto)|complicad\w+|dificil|quitando|descart\w*|"
            r"renunci\w*|sin|fuera|jamas|mal\b)\b"
        ),
    ),
    Cue.NOT_UNSUITABLE: (
        (
            r"\bno hay (?:problema|inconveniente)\b|\b(?:sin|ningun) (?:problema|inconveniente)\b|"
            r"\bpor que no\b|\bno (?:esta )?mal\b|\bsi no\b|\bno solo\b|\bno tengo (?:problema|"
            r"inconveniente|preferencia)\b|\bno importa\b|\bcomo no\b|\bmenos mal\b|\bsin embargo\b|"
            r"\bal menos\b|\bpor lo menos\b"
        ),
    ),
    Cue.EXCEPT: (
        (
            r"(?:excepto|salvo|menos|no|en vez de|en lugar de|quitando|a excepcion de|que no sea|"
            r"sin)(?: el| la| los| las| opcion| numero)*\s*$"
        ),
    ),
    Cue.TAKES: (
        (
            r"(?:prefiero|elijo|escojo|tomo|quiero|me quedo con|opcion|numero|la|el|por|seria|mejor|"
            r"entonces|si|pongame|ponme|digo|vale|con|cojo|voto|respuesta)(?: la| el| numero| opcion|"
            r" con| por)*\s*$"
        ),
    ),
}
