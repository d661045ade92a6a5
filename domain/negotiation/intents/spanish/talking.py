"""Spanish cues: negations and conditions, questions, deferrals, automatic answers, abuse."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.NEGATION: (
        r"\b(?:no|nunca|jamas|sin|ni|tampoco|en vez de|en lugar de|antes que)\b(?: \w+){0,3}\s*$",
    ),
    Cue.CONDITION: (
        (
            r"\b(?:si(?! es posible| no es molestia| puede| les parece)|en caso de|antes de|a menos que|"
            r"salvo que|tuviera que|tuviese que|tendria que|deberia|quizas?|tal vez|podria tener|"
            r"que pasa|aunque tuviera|de lo contrario|hasta que)\b[^,;.!?]{0,60}$"
        ),
    ),
    Cue.DEFERRAL: (
        r"\b(?:respondere|contestare|leere) (?:a )?(?:los |mis )?(?:correos|mensajes|e-?mails)\b",
        (
            r"\b(?:puedo|podria) (?:confirmar(?:lo|les|le|te|os|selo)?|avisar(?:les|le|te|os)?|"
            r"decir(?:les|le|te|os|selo)|responder(?:les|le|te|os)?|contestar(?:les|le|te|"
            r"os)?) (?:\w+ )?(?:manana|luego|mas tarde|despues|lunes|martes|miercoles|jueves|viernes|en|"
            r"la|esta)\b|\b(?:les|le|te|os|lo|se lo|se los)? ?(?:dire|digo|confirmare|avisare|aviso|"
            r"respondere|respondo|informare|informo|comunicare|escribire|hare saber|contare|contesto|"
            r"contestare|mandare|enviare|doy|dare) (?:el |la |algo |una |mi |mas |manana|pronto|luego|"
            r"despues|cuando|en cuanto|tan pronto|lunes|respuesta|mas tarde|esta|hoy|a lo largo|"
            r"proxim\w*|antes|noticias|mis|con|por|dentro|para)\b(?!.{0,15}\b(?:asistencia|cita))|"
            r"\b(?:tengo que|debo|necesito|dejame|dejeme|dejenme|voy a|permitame|permitanme|tendria que|"
            r"quiero|hay que|me falta) (?:primero |antes |poder |lo |que )*(?:consult\w*|revis\w*|"
            r"mir\w*|verific\w*|comprob\w*|confirm\w*|pregunt\w*|ver (?:mi|si|con|como|la)|pensar\w*|"
            r"organiz\w*|hablar(?:lo)? con mi|chec\w*|cheq\w*|coordinar con mi|esperar|avisar\w*|"
            r"saber)\b|\b(?:no (?:lo )?se(?: aun| todavia)?|no estoy segur[oa]|aun no (?:lo )?se|"
            r"todavia no (?:lo )?se|no sabria|no tengo claro|por confirmar)\b|\b(?:lo|ya) sabre\b|"
            r"\b(?:manana|luego|mas tarde|despues|lunes|martes|miercoles|jueves|viernes) (?:les |le |"
            r"te |os |lo |se lo )?(?:confirmo|digo|aviso|respondo|contesto|cuento)\b|\b(?:ya|luego|"
            r"despues) (?:les|le|te|os) (?:digo|aviso|confirmo|cuento)\b|\b(?:les|le|te|os) (?:digo|"
            r"aviso|confirmo|cuento)\b|^\W*(?:quizas )?mas tarde\W*$|\bdenme (?:unos|un|hasta|tiempo)\b|"
            r"\bnecesito (?:un poco de|algo de|mas) tiempo\b"
        ),
    ),
    Cue.AUTOMATIC: (
        (
            r"^\W*(?:asunto: ?)?(?:respuesta automatica|mensaje automatico|fuera de (?:la )?oficina|"
            r"ausente\W|ausencia\W|out of office|no se pudo entregar|error de entrega|aviso de ausencia|"
            r"autorespuesta|contestacion automatica|entrega fallida)|\b(?:este es un (?:mensaje|"
            r"correo) automatico|respuesta automatica|no (?:se )?(?:ha podido|pudo|"
            r"puede) (?:ser )?(?:entregar\w*|entregado)|no responda a este (?:correo|mensaje)|"
            r"mensaje generado automaticamente|correo automatico)\b"
        ),
    ),
    Cue.AUTOMATIC_HINT: (
        (
            r"\b(?:estoy|estare|me encuentro|me encontrare) (?:actualmente )?(?:fuera de (?:la "
            r")?oficina|de vacaciones|ausente|de baja|de viaje|fuera|de permiso)\b"
        ),
        r"\b(?:acceso (?:limitado|restringido)|sin acceso|no tendre acceso|no tengo acceso) (?:a|al)\b",
        (
            r"\b(?:a mi (?:regreso|vuelta)|cuando (?:regrese|vuelva)|en cuanto (?:regrese|vuelva)|"
            r"a la mayor brevedad|lo antes posible)\b"
        ),
        (
            r"\b(?:en caso de urgencia|asuntos urgentes|para urgencias|si es urgente|en mi ausencia|"
            r"cualquier urgencia)\b"
        ),
        r"\bgracias por su (?:mensaje|correo|e-?mail)\b",
    ),
    Cue.ABUSE: (
        r"\bimposible hablar con (?:ustedes|vosotros|usted)\b",
        (
            r"\b(?:idiotas?|imbecil\w*|estupid\w*|mierda\w*|put[ao]s?|cabron\w*|gilipollas|pendej\w*|"
            r"joder|jodid\w*|inutil\w*|tont[oa]s?|cono\b|hijos? de|payasos?|maldit\w*|chinga\w*|verga|"
            r"capull\w*|subnormal\w*|asco de|incompetentes?|basura|vete a la|callate|ineptos?|carajo)\b"
        ),
    ),
    Cue.ASKS: (
        (
            r"(?:es|son|sera|seran|seria|hay|habra|tengo|tendre|debo|deberia|puedo|podria|podrian|"
            r"pueden|puede|podeis|puedes|quien\w*|que|cual\w*|cuando|cuant\w*|donde|como|por que|"
            r"a quien|con quien|de que|en que|a que|para que|desde donde|hasta cuando|necesito|"
            r"hace falta|me (?:puede|pueden|podria|pueden|podrian|confirma|dicen|dice)|se (?:hace|"
            r"realiza|puede|requiere|hara|hablara)|la entrevista|el puesto|ofrecen|tienen|tiene|tendria|"
            r"esta|estara|va a|durara|dura|cubren|pagan|saben|sabe|aceptan|existe|hablan|seran|conocere|"
            r"recibire|le|les|os|te|algun\w*|tendran|tienes|teneis)\b"
        ),
    ),
    Cue.ASKS_SURELY: (
        (
            r"(?:quien (?:es|sera|va|me|estara)|que (?:es|debo|tengo que|necesito|plataforma|idioma|"
            r"zona|documentos|tipo|duracion|llevo)|cual (?:es|sera)|cuanto (?:dura|tiempo|durara|va)|"
            r"cuantas? \w+|donde (?:es|sera|esta|queda|tengo|debo|se)|como (?:es|sera|llego|accedo|"
            r"puedo|me conecto|se)|en que (?:idioma|lugar|direccion|plataforma)|con quien|por que|"
            r"es (?:presencial|online|remot\w+|virtual|por video\w*|necesario|posible que)|"
            r"sera (?:presencial|online|remot\w+|virtual|por)|(?:me )?(?:gustaria|quisiera|queria|"
            r"quiero) (?:saber|preguntar|consultar)|(?:me )?(?:puede|pueden|podria|podrian|puedes|"
            r"podrias)(?: por favor)? (?:decirme|indicarme|enviarme|explicarme|informarme|aclararme|"
            r"confirmar(?:me)? (?:si|donde|quien|cuanto|que|el lugar|la direccion)|decir|indicar|"
            r"mandarme)|(?:tengo|tendria) (?:una|dos|unas|otra|alguna) (?:\w+ )?(?:pregunta|duda|"
            r"consulta)s?|(?:una|otra) (?:\w+ )?(?:pregunta|duda|consulta)|pregunta:|duda:|presencial o|"
            r"online o|virtual o|remot[oa] o|digame (?:si|donde|quien)|diganme (?:si|donde|quien))\b"
        ),
    ),
    Cue.PROPOSES: (
        (
            r"\b(?:que tal|que les parece|que le parece|que te parece|como (?:les|le|te|os) (?:viene|va|"
            r"queda)|podria ser|podria|podriamos|podemos|puede ser|seria posible|es posible|les viene|"
            r"le viene|te viene|os viene|les va|le va|les parece|le parece|te parece|les queda|le queda|"
            r"les sirve|le sirve|les conviene|funciona(?:ria)?|viene bien|va bien|estan? (?:libres?|"
            r"disponibles?)|tienen? (?:\w+ ){0,3}?(?:hueco|disponibilidad|espacio|algo|libre|tiempo|"
            r"disponible|cita)|tendrian? (?:\w+ ){0,2}?(?:hueco|disponibilidad|espacio|algo|tiempo)|"
            r"hay (?:\w+ ){0,2}?(?:hueco|algo|disponibilidad|posibilidad|espacio|cita)|habria|quedamos|"
            r"digamos|y (?:el|la) (?:lunes|martes|miercoles|jueves|viernes)|podrian|seria|mejor|quizas|"
            r"puedo proponer|libre|disponible|posible|cabe|parece bien)\b"
        ),
    ),
    Cue.NEEDS: (
        (
            r"\bempezar (?:a trabajar|el trabajo|en el (?:trabajo|puesto))\b|\bteletrabajo\b|\bel horario "
            r"(?:laboral |de trabajo )?es de\b"
        ),
        (
            r"\b(?:pueden?|podrian?|puedes|podrias) (?:decirme|indicarme|enviarme|aclararme|"
            r"mandarme)\b(?! si)|\b(?:tengo que|debo|deberia (?:llevar|preparar)|necesito|hay que|"
            r"hace falta|llevar|preparar|traer|cuanto dura\w*|quien (?:estara|va|sera)|donde (?:es|sera|"
            r"queda)|con quien|me van a|recibire)\b"
        ),
    ),
    Cue.CHECKS_BACK: (
        (
            r"\b(?:eso |esto |ese |asi |alguno |alguna |algun\w* (?:de )?\w+ )?(?:les|le|te|"
            r"os) (?:parece|viene|va|queda|sirve|funciona|encaja|cuadra|conviene|acomoda)(?: (?:bien|ok|"
            r"perfecto|mejor|bueno))*\W*$|\bcomo esta[ns]?\b|^\W*(?:ok|si|no|vale|de acuerdo|verdad|"
            r"no es cierto|esta bien|bien|por favor|es posible|podria ser|puede ser|te parece|"
            r"que opinan|de verdad|seria posible|que tal|como estas|seria eso posible|"
            r"es eso posible)\W*$|\bque (?:opina|opinan|dicen|les parece|le parece|te parece|"
            r"piensan)\W*$|\b(?:puede|pueden|podria|podrian) (?:por favor )?(?:confirmar(?:me)?(?: "
            r"(?:la cita|por favor|esto|eso|que|el horario|recepcion))?|reservar(?:lo|la)?|agendar(?:lo|"
            r"la)?)\W*$|\b(?:cual|que dia|que hora) (?:les|le|te|os) (?:viene|va|conviene|"
            r"queda) (?:mejor|bien)\b|\b(?:seria|es) (?:eso )?posible\W*$"
        ),
    ),
    Cue.TIME: (
        (
            r"\b(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b|\b(?:manana|"
            r"pasado manana|hoy|esta noche|(?<!mas )(?<!muy )(?<!demasiado )tardes?|mananas|mediodia|"
            r"noche|fin de semana|(?:proxima|esta|otra) semana|semana (?:que viene|proxima))\b|"
            r"\ba las? (?:\d{1,2}|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b|"
            r"\b\d{1,2}(?:[:.]\d\d)? ?(?:h|hs|hrs?|horas|am|pm)\b|\b\d{1,2}[:.]\d\d\b|\b(?:el|"
            r"dia) \d{1,2}\b|\b\d{1,2}/\d{1,2}\b|\b\d{1,2} de (?:ene|feb|mar|abr|may|jun|jul|ago|sep|"
            r"oct|nov|dic)|\b(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|"
            r"noviembre|diciembre)\b|\bsemana\b"
        ),
    ),
}
