"""Words of Spanish questions."""

from domain.negotiation.words.asking.cues import Cues

SPANISH = Cues(
    it=r"(?:(?:la|esta|el|este) (?:entrevista|reunión|llamada|cita|encuentro|conversación))",
    subjects={
        "length": (
            (
                r"\bcuánto (?:tiempo )?(?:dura|durará|tarda|tardará|va a durar|"
                r"se tarda)\b(?! (?:el contrato|el proyecto|el puesto|el período|la prueba|el proceso))"
            ),
            r"\b(?:cuál es la )?duración (?:de (?:la|esta) (?:entrevista|reunión|llamada)|prevista)\b",
            r"\bcuánto tiempo (?:debo|tengo que|hay que|necesito) (?:reservar|prever|calcular)\b",
            r"^\W*cuánto (?:tiempo|dura)\W*$",
            r"\bcuántos minutos dura\b",
        ),
        "place": (
            (
                r"\b(?:dónde|en qué lugar|en qué dirección) (?:es|será|se (?:hace|hará|realiza|realizará|"
                r"celebra|celebrará)|tendrá lugar|tiene lugar|va a ser|debo (?:ir|acudir|presentarme)|"
                r"tengo que (?:ir|acudir)|nos (?:vemos|veremos|reunimos))\b"
            ),
            r"\bdónde <it>",
            (
                r"\b(?:cuál es la )?(?:dirección|ubicación) (?:de (?:la|esta) (?:entrevista|reunión|cita)|"
                r"exacta)\b"
            ),
            r"\bcuál es la dirección\b",
            r"^\W*dónde\W*$",
        ),
        "remote": (
            (
                r"\b(?:es|será|va a ser|se hace|se hará|sería|entrevista)\b.{0,40}\b(?:presencial|"
                r"en persona|online|en línea|virtual|remot[oa]|por video\w*|por vídeo\w*|videollamada|"
                r"telefónica|por teléfono|a distancia)\b"
            ),
            (
                r"^\W*(?:es )?(?:presencial|online|virtual|remota|"
                r"por videollamada)(?: o \w+(?: \w+)?)?\W*$"
            ),
            r"\b(?:presencial|online|virtual|remota) o (?:presencial|online|virtual|por \w+|remota)\b",
        ),
        "link": (
            r"\b(?:es|será|va a ser)\b.{0,30}\b(?:teams|zoom|google meet|meet|skype|webex)\b",
            r"\b(?:qué|cuál) (?:plataforma|herramienta|aplicación|programa|enlace)\b",
            (
                r"\b(?:enviar|enviarme|mandar|mandarme|recibir|recibiré|dónde está|cuál es|pasar|"
                r"pasarme) (?:\w+ ){0,3}(?:enlace|link)\b"
            ),
            r"\bcómo (?:me conecto|accedo|me uno)\b",
        ),
        "who": (
            r"\bcon quién(?:es)?\b",
            (
                r"\bquién(?:es)? (?:me |va a |va |será |serán |estará |estarán |hará |hace |participa\w* |"
                r"dirige |dirigirá |lleva |es |son )+(?:la entrevista|entrevistar\w*|entrevista|"
                r"presentes?|mi entrevistador\w*|el entrevistador|la entrevistadora|ahí|en la \w+|"
                r"los entrevistadores)\b"
            ),
            r"\ba quién (?:voy a )?(?:conoceré|veré|conocer|ver)\b",
            r"\bnombres? de(?:l| la| los| las) (?:persona|entrevistador)\w*",
            r"\bentrevista\b.{0,20}\b(?:hace|hará|realiza)\b.{0,20}\b(?:persona|ia|bot|robot|humano)\b",
        ),
        "zone": (
            r"\b(?:en |de )?qué (?:zona|huso) horari[oa]\b",
            r"\bcuál es la zona horaria\b",
            r"\bhora (?:local|mía|española|de aquí) o\b",
            r"\bmi (?:hora|zona horaria) o (?:la )?(?:suya|de ustedes|vuestra|su)\b",
        ),
        "deadline": (
            (
                r"\bhasta cuándo\b.{0,40}\b(?:responder|contestar|elegir|decidir|confirmar|respuesta|"
                r"escoger)\b"
            ),
            r"\bcuánto tiempo tengo para (?:responder|contestar|elegir|decidir|confirmar|escoger)\b",
            r"\bplazo para (?:responder|contestar|elegir|confirmar|decidir)\b",
            r"\bpara cuándo (?:debo|tengo que) (?:responder|contestar|elegir|confirmar)\b",
        ),
        "bot": (
            (
                r"\b(?:estoy hablando|hablo|estoy escribiendo|escribo|estoy chateando)\b.{0,20}\b(?:bot|"
                r"robot|máquina|humano|persona|ia|chatbot)\b"
            ),
            (
                r"\b(?:es usted|eres|es esto|esto es|sois) (?:un |una )?(?:bot|robot|máquina|humano|ia|"
                r"persona|chatbot)\b"
            ),
        ),
    },
    beyond=(
        r"puesto|trabajo|contrato|salario|sueldo|visado|visa|oferta|resultado|decisión|respuesta final|"
        r"proceso|período de prueba|equipo|compañeros|oficinas?|teletrabajo|mudanza|proyecto|vestimenta|"
        r"llevar|traer|preparar|cámara|ordenador|portátil|graba\w*|idioma|aparcamiento|estacionamiento|"
        r"jefe|gerente|director|siguiente paso|preaviso|gastos|sala|planta|piso|datos|cambiar la fecha|"
        r"después de la"
    ),
    interrogatives=(
        r"quién(?:es)?|qué|dónde|cuándo|por qué|cómo|cuánto[as]?|cuál(?:es)?|debo|puedo|hay que|"
        r"tengo que|necesito"
    ),
)
