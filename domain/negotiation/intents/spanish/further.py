"""Spanish cues: everyday and regional ways of saying what the other files say plainly."""

from domain.negotiation.intents.cues import Cue

_WORK = r"(?:trabajo|empleo|laburo|chamba|curro|pega|camello|puesto|jale)"

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.WITHDRAWAL: (
        (
            rf"\b(?:consegui|conseguido|encontre|encontrado|tengo|agarre|halle|me (?:salio|"
            rf"dieron)) (?:ya )?(?:un |otro |"
            rf"nuevo |una |otra )*{_WORK}\b(?! (?:el|los|a las|hasta|de (?:lunes|\d))|\W*\d)|"
            rf"\bpaso\W+(?:gracias|de "
            r"(?:esto|la (?:oferta|vacante|entrevista)|este))"
        ),
        (
            r"\b(?:bajenme|bajame|saquenme|sacame|quitenme|quitame|retirenme|retirame|eliminenme|"
            r"denme de baja|dame de "
            r"baja|borrenme) (?:de|del|por|\W*$)|\bdar(?:me)? de baja (?:mi|la) (?:candidatura|postulacion|"
            r"solicitud)\b"
        ),
        (
            r"\b(?:me quedo|me quedare|seguire|sigo|prefiero quedarme|he decidido quedarme|"
            r"decidi quedarme) (?:donde estoy|"
            r"en mi (?:actual|empresa|trabajo|puesto)|con mi (?:actual|empresa))\b|\bsuerte (?:con|en) (?:la|"
            r"su|vuestra|"
            r"el) (?:busqueda|proceso|seleccion)\b"
        ),
    ),
    Cue.HUMAN: (
        r"\batencion (?:(?:de|con|por) una persona|humana|personal)\b",
        (
            r"\b(?:me )?(?:pueden?|podrian?|podeis|puedes) (?:\w+ )?(?:marcar|llamar|telefonear|"
            r"dar un telefonazo)(?:me)?"
            r"(?: por telefono)?\b(?! (?:el|a las|manana|despues))|\b(?:hay|existe|esta) (?:ahi )?(?:algun|"
            r"alguna|un|una) "
            r"(?:humano|humana|persona(?: real)?|ser humano)(?: (?:ahi|aqui|con|real|que|detras)|\W*$)"
        ),
        (
            r"\bpasenme (?:con|a)\b|\bcomuniqueme con\b|\bcomunicarme con (?:una persona|alguien|recursos|"
            r"un humano)\b"
        ),
    ),
    Cue.DECLINE_IT: (r"^\W*(?:es[aeo]|est[ae]) no(?: puedo| me va| me sirve)?\W*$",),
    Cue.DECLINE: (
        (
            r"\bningun[oa] de (?:l[oa]s|es[oa]s|est[oa]s|ell[oa]s)(?: (?:dos|tres|\d|horarios?|opciones?|"
            r"fechas?|"
            r"propuestas?))?\b"
        ),
    ),
    Cue.OTHER_TIMES: (
        (
            r"\b(?:habra|habria|hay|tendran?|tendrian?|tienen?|tienes|teneis|quedan?) (?:algun[oa]s? |"
            r"mas )?otr[oa]s?"
            r"\W*$|\botr[oa]s? que (?:tengan?|haya|ofrezcan)\b"
        ),
    ),
    Cue.YES: (
        (
            r"(?:(?:si|ok|vale|perfecto|gracias|genial|bueno)\W+)*(?:de una|va(?: que va)?|sale(?: y vale)?|"
            r"jalo|arre|me "
            r"late|dale que va|de diez|fenomenal|hecho|venga(?: vale)?|cuenten conmigo|ahi estare|alli estare|"
            r"simon|"
            r"a la orden|me apunto|conforme|trato hecho|quedamos asi|ya esta|ahi nos vemos|nos vemos)"
            r"(?:\W+(?:gracias|muchas gracias|saludos))*"
        ),
    ),
    Cue.PROPOSES: (r"\b(?:podemos|podriamos|se puede|podrian) (?:\w+ )?evitar\b",),
    Cue.TIME: (r"\b(?:lun|mar|mie|jue|vie|sab|dom)\.(?=\s)",),
    Cue.ASKS_SURELY: (
        (
            r"(?:cuanto (?:pagan|paga|es|ganaria|se)|que (?:sigue|hay que|viene|horario tiene el|beneficios|"
            r"prestaciones|"
            r"sueldo|ropa|pasa)|hay (?:codigo|estacionamiento|aparcamiento|parking|prestaciones|beneficios|"
            r"home|que)|tengo "
            r"que (?:llevar|preparar|ir|vestir|descargar|presentar)|debo (?:llevar|preparar|ir|vestir)|"
            r"cual(?:es)? (?:son|"
            r"es|seria)|es (?:por (?:video\w*|telefono|zoom|meet|teams)|indefinido|hibrido|home)|"
            r"con quien (?:me|hablo|"
            r"voy|tengo)|se puede (?:trabajar|hacer)|ofrecen|pagan)\b"
        ),
    ),
}
