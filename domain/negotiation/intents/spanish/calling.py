"""Spanish cues: calls for a person, and what only looks like one."""

from domain.negotiation.intents.cues import Cue

_MACHINE = (
    r"(?:robots?|bots?|maquinas?|ia|inteligencia artificial|ordenador\w*|computadora\w*|"
    r"chatbots?|automat\w+|software|algoritmo|programa)"
)
_PERSON = (
    r"(?:humano\w*|personas?|alguien|reclutador\w*|ser humano|agente|representante|responsable|"
    r"encargad\w+|recursos humanos|rrhh|equipo|operador\w*|companer\w+|gerente|seleccionador\w*)"
)

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.HUMAN: (
        r"\bme (?:puede|podria) atender (?:una persona|un humano|alguien|un agente)\b",
        (
            r"\b(?:me|nos) (?:atienda|conteste|responda|contacte|ayude) (?:un |una )?(?:\w+ )?"
            rf"{_PERSON}\b|\b(?:alguien|persona|humano) con (?:quien|la que|el que) (?:\w+ )?(?:pueda|"
            rf"puedo|podria|hablar)\b"
        ),
        (
            r"\b(?:hablar|hablo|hable|conversar|comunicarme|tratar|contactar|charlar|platicar|"
            r"coordinar(?:lo)?|gestionar(?:lo)?|acordar(?:lo)?|contacto|comunicar\w*|verlo|"
            r"organizar(?:lo)?|arreglarlo|tratarlo|escribir\w*|dirigirme|atienda|atendido|atendida|"
            r"ponerme en contacto|discutir\w*) (?:\w+ ){0,2}?(?:con|a|por) (?:un |una |el |la |su |"
            rf"alguna? )?(?:\w+ )?(?:verdader\w+ )?{_PERSON}\b"
        ),
        (
            r"\b(?:persona|humano|ser humano|agente|reclutador|alguien) (?:real|de verdad|"
            r"de carne y hueso|humana|verdader\w+)\b|^\W*(?:un |una )?(?:humano|persona|agente|"
            r"ser humano|operador|representante)\W*(?:por favor|porfa|porfavor)?\W*$|\b(?:un humano|"
            r"una persona|un agente),? (?:por favor|porfa)\b|\b(?:quiero|necesito|prefiero|quisiera|"
            r"deseo|me gustaria|exijo|solicito|pido) (?:tratar con |hablar con |contactar con |a |"
            r"tener )?(?:un humano|una persona|una persona real|un agente|contacto humano|"
            r"atencion humana|atencion personal|una persona de contacto|un interlocutor|una llamada)\b"
        ),
        (
            r"\b(?:llamenme|llameme|llamame|llamadme|telefoneenme|contactenme|contacteme)\b(?! (?:el|la|"
            r"mañana|manana|a las|lunes|martes|miercoles|jueves|viernes|a partir))|\b(?:me (?:llam(?:en|"
            r"e|ase|ar|aran|ara|as|an)|puede[ns]? llamar|podria[ns]? llamar|telefone\w+)|"
            r"que me llame\w*|llamarme|devolverme la llamada|devuelvan la llamada)\b|\b(?:por|"
            r"via) telefono\b.{0,30}\b(?:mejor|por favor|prefer\w*|hablar|acordar|coordinar)|"
            r"\b(?:prefer\w*|quisiera|gustaria|hablar\w*|acordar\w*|coordinar\w*|arreglar\w*|verlo|"
            r"concertar\w*|mejor|discutir\w*|tratar\w*|hacerlo|gestionar\w*) (?:\w+ ){0,3}?(?:por|"
            r"via) telefono\b|\b(?:puedo|podemos|podria|podriamos|se puede|a que numero puedo|"
            r"hay algun telefono|hay un numero|numero|telefono)\b.{0,25}\b(?:llamar(?:les|los|le|te|"
            r"os)?|llamar por telefono|hablar por telefono)\b|\bprefiero una llamada\b|"
            r"\bagradeceria una llamada\b"
        ),
        (
            r"\b(?:pas\w*|transfier\w*|transfer\w*|comuni\w*|conect\w*|pon\w*|deriv\w*|remit\w*)(?:me|"
            r"enme|eme|nos|ganme|game) (?:\w+ ){0,3}?(?:con|a|en contacto con) (?:un |una |el |la |"
            rf"su )?(?:\w+ )?{_PERSON}\b|\b(?:que )?(?:alguien|una persona|un humano|un reclutador|"
            r"alguien del equipo|una persona real|un responsable|"
            r"alguien de \w+(?: \w+)?) (?:\w+ )?(?:me |puede|podria|pueda|podra|"
            r"que)\b.{0,20}\b(?:llam\w*|contact\w*|atend\w*|atiend\w*|ayud\w*|respond\w*|habl\w*|"
            r"escrib\w*)\b|\b(?:con quien|a quien) (?:puedo|podria|debo) (?:hablar|llamar|contactar|"
            r"dirigirme)\b"
        ),
        (
            r"\b(?:no|dejar de|harto de|hart[oa] de|basta de|sin|en vez de|en lugar de|ni|nada de|"
            r"cansad[oa] de) (?:\w+ ){0,4}?(?:con |a )?(?:un |una |los |las |el |la |este |"
            rf"su )?{_MACHINE}\b"
        ),
        (
            r"\b(?:ajustes?|adaptaciones|adaptacion|acomodacion\w*|acomodos?|"
            r"adecuacion\w*) (?:razonables?|especiales|especial|necesari\w+|por|debido|para (?:mi|"
            r"personas|la entrevista|discapac\w*))\b|\b(?:necesito|requiero|solicito|pido|necesitaria|"
            r"solicitar|pedir) (?:\w+ ){0,3}?(?:ajustes?|adaptacion\w*|acomodacion\w*|acomodos?|"
            r"accesibilidad)\b|\b(?:soy|tengo|por mi|debido a mi|uso|con una|"
            r"como persona) (?:\w+ ){0,2}?(?:sord[oa]|discapa\w+|cieg[oa]|hipoacusi\w*|dislexi\w*|"
            r"dislexic\w*|autis\w*|silla de ruedas|sordera|tartamud\w*|baja vision|tdah|deficiencia \w+|"
            r"movilidad reducida|epilep\w*|audifono\w*)\b|\b(?:silla de ruedas|lengua de (?:signos|"
            r"senas)|lenguaje de senas|interprete de|discapacidad|movilidad reducida|subtitulos)\b|"
            r"\btiempo (?:extra|adicional) (?:por|debido|para)\b"
        ),
    ),
    Cue.NOT_HUMAN: (
        (
            r"\b(?:sera|es|eres|estoy|hablo|hablare|me entrevistara|entrevistara|habra|voy a|seria|son|"
            r"tendre|me va a|la entrevista)\b.{0,60}\b(?:humano|persona|bot|robot|ia|maquina|"
            r"reclutador\w*|gerente|alguien)\b.{0,60}\?(?<!favor\?)(?<!favor \?)|\b(?:no (?:hace falta|"
            r"es necesario|necesito|hay necesidad)|sin necesidad de)\b.{0,40}|\b(?:hable|he hablado|"
            r"hablamos|hablado) (?:ya )?con\b.{0,30}|\b(?:tengo|tendre|tenemos) (?:\w+ )?(?:una|otra|"
            r"un) (?:\w+ )?(?:llamada|reunion|cita|call)\b.{0,40}|\b(?:encantad\w+|gusto|ganas|ilusion|"
            r"placer|feliz) (?:de |en )(?:poder )?(?:hablar|conocer|charlar|conversar)\w*\b.{0,30}|"
            r"\b(?:quien|cuando) (?:me )?(?:va a )?(?:llam\w*|entrevist\w*)\b.{0,30}\?|"
            r"\bpueden llamarme (?:el|a|manana|por la)\b|\ben persona\b|\b(?:con quien) (?:hablare|"
            r"voy a|sera|tendre)\b.{0,40}\?|\bajuste(?:s)? (?:de|en) (?:el )?(?:horario|agenda|"
            r"calendario)\b|\bpor persona\b|\bcoordinar con (?:su|el) equipo (?:el|la)\b"
        ),
    ),
}
