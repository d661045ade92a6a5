"""Spanish cues: withdrawals, and what only looks like one."""

from domain.negotiation.intents.cues import Cue

_PROCESS = (
    r"(?:candidatura|proceso|solicitud|postulacion|puesto|oferta|seleccion|vacante|entrevistas?|"
    r"aplicacion|lista|cargo|posicion|inscripcion|consideracion)"
)

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.WITHDRAWAL: (
        (
            r"\bme contrat(?:aron|o) en otr[ao]\b|\b(?:mejor|otra) (?:oferta|propuesta) y (?:ya )?la "
            r"(?:acepte|he aceptado)\b|"
            r"\b(?:en )?pausa (?:en )?mi busqueda de (?:empleo|trabajo)\b"
        ),
        (
            r"\b(?:retir\w*|cancel\w*|anul\w*|elimin\w*|borr\w*|abandon\w*|renunci\w*|desist\w*|dejar|"
            r"dejo|descart\w*|desestim\w*|salir|salgo|salirme|finaliz\w*|cerrar|"
            r"cierren) [^,.;!?]{0,40}?\b(?:mi (?:\w+ )?(?:candidatura|solicitud|postulacion|aplicacion)|"
            r"(?:del|el|este|su) (?:\w+ )?(?:proceso|proceso de seleccion))\b"
        ),
        (
            r"\b(?:retir\w*|anul\w*|cancel\w*|elimin\w*|borr\w*|abandon\w*|renunci\w*|desist\w*|dej\w*|"
            r"quit\w*|desvincul\w*|descart\w*)(?:me|arme|ar)? (?:de |a |del |por favor |ya |"
            r"formalmente |definitivamente )*(?:mi |el |la |este |esta |su |mis |al |"
            rf"del )?(?:\w+ ){{0,2}}?{_PROCESS}\b(?! (?:del|de la|para el|de) (?:lunes|martes|miercoles|"
            r"jueves|viernes|\d|dentista))"
        ),
        (
            r"\bme (?:retiro|retirare|bajo|salgo|desisto|desapunto|rajo|descarto)\b(?! (?:a las|el|los|"
            r"de (?:la oficina|casa|otr)))|\b(?:quiero|deseo|quisiera|he decidido|voy a|prefiero|debo|"
            r"tengo que|gustaria|decidi|necesito|opto por|quería|queria) (?:retirarme|darme de baja|"
            r"bajarme|salirme|abandonar|desistir|renunciar|retirar la|apartarme|descartarme)\b|"
            r"\bretir(?:en|e|ar|adme|enme|eme) (?:mi|me)\b|\bretir(?:enme|eme|adme)\b|\b(?:dar|darme|"
            r"den|deme|denme) de baja\b|\b(?:considere\w*|den|dar) (?:mi (?:candidatura|solicitud|"
            r"postulacion) )?(?:por |como )(?:retirada|cancelada|anulada|finalizada)\b|\bmi (?:retirada|"
            r"renuncia|retiro|baja)\b|\bsaquenme\b|\bquitenme\b|\beliminenme\b|\bno cuenten conmigo\b|"
            r"\b(?:rechazo|declino|debo (?:rechazar|declinar)|quiero (?:rechazar|declinar)|"
            r"tengo que (?:rechazar|declinar)) (?:la|el|su|esta|este) (?:oferta|puesto|"
            r"invitacion a la entrevista|oportunidad|vacante|posicion)\b"
        ),
        (
            r"\b(?:aceptado|aceptar|acepte|firmado|firmar|firme|encontrado|encontre|conseguido|consegui|"
            r"elegido|obtenido|comprometido con|incorporado a|incorporarme a|empiezo en|"
            r"empezado en) (?:ya )?(?:otr[ao]|una nueva|un nuevo|una?|la|el|con otra|en otra) (?:nuevo |"
            r"nueva |otra |otro )?(?:\w+ )?(?:oferta|trabajo|puesto|empleo|empresa|contrato|oportunidad|"
            r"posicion|propuesta de trabajo)\b|\b(?:aceptado|firmado|comprometido|encontrado trabajo|"
            r"contratado\w*|acepte|conseguido trabajo|encontrado algo) (?:\w+ )?(?:en )?(?:otro "
            r"(?:lugar|sitio|lado)|otra (?:empresa|parte|compania)|otra cosa)\b|\b(?:ya )?(?:encontre|"
            r"he encontrado|consegui|he conseguido|tengo) (?:ya )?(?:trabajo|empleo|otro trabajo|"
            r"otro empleo|otra cosa)\b(?! (?:el|los|hasta|por la|de|a las|que|este))|\b(?:quedarme|"
            r"permanecer|seguir|me quedo|continuar|me quedare) (?:en|con) (?:mi|"
            r"la) (?:\w+ )?(?:actual )?(?:empresa|trabajo|puesto|empleo)(?: actual)?\b|\bme (?:han|"
            r"acaban de) contrat\w+\b"
        ),
    ),
    Cue.WITHDRAWAL_SETTLED: (
        (
            r"\bsalud (?:ya )?no me permite (?:continuar|seguir|participar)\b|\b(?:encontrado|encontre) "
            r"algo mejor\b|"
            r"\b(?:solicito|pido|quiero|deseo) la baja\b"
        ),
        (
            r"\bno (?:\w+ ){0,2}?(?:tengan|tenga|tomen|tome|consideren|considere|"
            r"incluyan) (?:\w+ ){0,3}?(?:en cuenta|en consideracion|candidatura|solicitud)\b|"
            r"\bprefiero no (?:seguir|continuar|participar|avanzar|proseguir)\b"
        ),
        (
            r"\b(?:ya no|no|tampoco) (?:me |estoy |sigo |tengo |estamos |"
            r"estaria )*(?:ya )?(?:interes\w*|ningun interes|mas interes)\b(?! (?:por la|el (?:lunes|"
            r"martes|miercoles|jueves|viernes|horario|de la)|a las))|\bperdi(?:do)? el interes\b|"
            r"\bya no (?:\w+ ){0,3}?(?:quiero|deseo|busco|estoy (?:buscando|disponible para (?:el|este)|"
            r"en busca)|participar|sigo|seguire|continuare|continuo|necesito|me interesa|postulo|"
            r"puedo (?:continuar|seguir)|voy a (?:continuar|seguir))\b(?! (?:libre|disponible|a las|"
            r"el))|\b(?:no|tampoco) (?:voy a |quiero |deseo |quisiera |puedo |podre |pienso |continuar|"
            r"seguir|prosegu|sigo |me gustaria |tengo intencion de |deseo )+(?:\w+ )?(?:continu\w*|"
            r"segu\w*|sigo|prosegu\w*|avanz\w*|participar en (?:el|este|la)|el (?:puesto|trabajo)|"
            r"trabajar (?:con|para) (?:ustedes|vosotros)|postul\w*|adelante)\b(?! (?:el|a las|hasta|"
            r"este|esta|la semana|manana|hoy|por la))|\bno (?:continuare|seguire|proseguire|participare|"
            r"seguiremos|sigo|continuo) (?:\w+ ){0,2}?(?:con|en|adelante)\b|\b(?:decidido|decidi|"
            r"opto por|preferido|prefiero|optado por) (?:no (?:continu\w*|segu\w*|prosegu\w*|avanz\w*|"
            r"participar|aceptar|cambiar|presentarme|acudir)|dejar el proceso|abandonar|declinar|"
            r"rechazar)\b|\b(?:puesto|trabajo|oferta|vacante|"
            r"empresa) (?:\w+ )?no (?:es )?(?:\w+ )?(?:para mi|lo que busco|me convence|encaja|"
            r"me interesa)\b|\bno es (?:el (?:puesto|trabajo) )?(?:para mi|lo que busco)\b(?! (?:el|ese|"
            r"la) (?:dia|hora))|\bno (?:quiero|deseo) (?:el|este) (?:puesto|trabajo)\b"
        ),
    ),
    Cue.NOT_WITHDRAWAL: (
        (
            r"\brenunci\w* a (?:es[ao]s|est[ao]s|l[ao]s|tod[ao]s) (?:\w+ )?(?:horarios|fechas|horas|"
            r"opciones|citas)\b"
        ),
        (
            r"\b(?:retir\w*|abandon\w*|renunci\w*|desist\w*|cancel\w*|dej\w*|"
            r"baja)\b"
            r"(?:(?![,.;!?]| porque | ya que | pues ).){0,40}\b(?:otr[ao]s? (?:proces\w*|candidatura\w*|"
            r"empresa|seleccion|solicitud|"
            r"oferta|entrevista|puesto)|de otr[ao]\w*|curso|alquiler|contrato de|piso|gimnasio|viaje|"
            r"competicion|master|carrera|congreso|ano pasado|hace (?:un|dos|tres)|torneo|dinero|"
            r"cajero)\b|\b(?:otr[ao]s? (?:proces\w*|candidatura\w*|seleccion))\b.{0,40}\b(?:retir\w*|"
            r"abandon\w*|baja|cancel\w*)|\b(?:el|ella|ellos|amig\w+|herman\w+|marido|mujer|"
            r"otro candidato|compañer\w+|alguien) (?:\w+ ){0,3}?(?:retir\w*|abandon\w*|renunci\w*|"
            r"acept\w*)\b"
        ),
        (
            r"\b(?:no|nunca|jamas|sin|ni|tampoco|ninguna intencion de|en vez de|en lugar de|"
            r"antes que) (?:\w+ ){0,4}?(?:retir\w*|abandon\w*|renunci\w*|desist\w*|cancel\w*|"
            r"darme de baja|bajarme)\b.{0,40}|\b(?:pense en|pensado en|pensando en|pensaba|a punto de|"
            r"casi|iba a|considere|considerando|considerado|planteado|dudado)\b.{0,40}\b(?:retir\w*|"
            r"abandon\w*|renunci\w*)\b|\b(?:antes de|todavia no|aun no|no he|"
            r"no) (?:\w+ ){0,2}?(?:acept\w*|firm\w*|encontr\w*)\b|\bacept\w* (?:una|otra|la|un|"
            r"otro) (?:\w+ )?(?:reunion|cita|invitacion|llamada|horario)\b|\bcancel\w* (?:mi|la|"
            r"una) (?:entrevista|cita) (?:de|del|con|en|medic)|(?<!ya )\btengo (?:otro|otra|un|"
            r"una) (?:\w+ )?(?:oferta|entrevista|reunion|proceso|trabajo)\b"
        ),
    ),
}
