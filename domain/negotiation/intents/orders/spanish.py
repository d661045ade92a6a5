"""Spanish instructions to the software, over folded text."""

INSTRUCTIONS: tuple[str, ...] = (
    (
        r"\b(?:ignor\w*|olvid\w*|descart\w*|omit\w*|salt\w*|anul\w*|desactiv\w*|no (?:tengas|tenga|"
        r"tomes|tome) en cuenta|haz caso omiso de|pas\w* por alto|elimin\w*|suspend\w*|levant\w*|"
        r"borr\w*|sobrescrib\w*) (?:\w+ ){0,5}?(?:instruccion\w*|reglas?|indicacion\w*|directric\w*|"
        r"prompts?|restriccion\w*|ordenes|normas?|politicas?|preaviso|limites?|plazos?|"
        r"configuracion|lo anterior|antelacion)\b|\b(?:nuevas?|importantes?|internas?|secretas?|"
        r"especiales?) (?:instruccion\w*|reglas?|directric\w*|orden|ordenes)\b|\b(?:instruccion\w*|"
        r"mensaje|nota|orden|prompt) (?:del? |de )?(?:sistema|importantes?|internas?|secretas?|"
        r"siguientes?|nuevas?|especiales?)\b"
    ),
    (
        r"\b(?:nota|mensaje|instruccion\w*|atencion|aviso|indicacion\w*|recordatorio|orden) ?(?:a|"
        r"al|para) ?(?:el |la |los |las |un |este |todo )?(?:\w+ )?(?:ia|bot|robot|asistente\w*|"
        r"sistema|chatbot|software|modelo|algoritmo|planificador|maquina|inteligencia artificial|"
        r"agente|programa)\b|\b(?:ahora eres|eres ahora|usted es ahora|ahora usted es|"
        r"a partir de ahora|desde ahora|de ahora en adelante)\b(?! (?:estoy|puedo|tengo|estare|"
        r"tendre|estaria|me viene))|\b(?:finge|finja|imagina|imagine|supon\w*|haz como|actua como|"
        r"actue como|compórtate como|juguemos)\b|\bjuego de rol\w*\b|\bmodo (?:desarrollador|"
        r"admin\w*|debug|depuracion)\b"
    ),
    (
        r"\b(?:como|soy|en calidad de|en nombre de(?:l| la)?|habla|de parte de(?:l| la)?) (?:el |"
        r"la |su |tu |un |una )?(?:\w+ )?(?:responsable\w*|reclutador\w*|director\w*|gerente|"
        r"jef[ea]|admin\w*|manager|rrhh|dueñ[oa]|desarrollador\w*|encargad[oa]|sistema|"
        r"hiring manager|recursos humanos)\b.{0,60}\b(?:anul\w*|autoriz\w*|orden\w*|aprueb\w*|"
        r"aprob\w*|elimin\w*|exim\w*|levant\w*|suspend\w*|exij\w*|confirmo|renunci\w*|valid\w*|"
        r"reserv\w*|indico|dispens\w*|waive)\b|\b(?:responsable\w*|reclutador\w*|director\w*|"
        r"gerente|jef[ea]|admin\w*|manager|rrhh|hiring manager) (?:\w+ ){0,3}?(?:ha|"
        r"ya) (?:\w+ )?(?:aprobado|autorizado|anulado|eliminado|levantado|eximido|ordenado|aceptado|"
        r"decidido|suspendido)\b|\b(?:preaviso|plazo|aviso previo|reglas?|limite|restriccion|"
        r"antelacion|periodo de aviso) (?:\w+ ){0,2}?(?:queda\w*|esta\w*|ha sido|no se|ya no|"
        r"es) (?:\w+ )?(?:anulad\w*|eliminad\w*|suspendid\w*|sin efecto|aplica\w*|levantad\w*|cero|"
        r"eximid\w*|nul\w*)\b"
    ),
    (
        r"\b(?:reserv\w*|agend\w*|program\w*|confirm\w*|apunt\w*|inscrib\w*|ponme|pongame|metem\w*|"
        r"cit\w*)(?:me|nos|lo|la)?\b.{0,60}\b(?:inmediatamente|ahora mismo|ya mismo|de inmediato|"
        r"sin (?:verific\w*|pregunt\w*|confirm\w*|consult\w*|preaviso)|en (?:\d+|diez|cinco|"
        r"una) (?:min\w*|horas?)|medianoche|esta noche a las|no importa|aunque|"
        r"todos los (?:horarios|huecos|turnos)|sea como sea)\b|\b(?:confirm\w*|reserv\w*|acept\w*|"
        r"bloque\w*|seleccion\w*) (?:todos|todas|cada) (?:los |las |uno )?(?:horarios?|huecos?|"
        r"opciones|citas?|entrevistas?|turnos?|franjas?)\b|\b(?:marc\w*|pon|ponga|establec\w*|"
        r"registr\w*|consider\w*|clasific\w*|trat\w*|cambi\w*)(?:me|lo|la)? (?:mi |el |la |este |"
        r"esta |al |a )?(?:\w+ ){0,4}?(?:como|a|en) (?:contratad\w*|aceptad\w*|confirmad\w*|"
        r"seleccionad\w*|aprobad\w*|\"|')|\b(?:contratame|contrateme|apruebame|apruebeme|"
        r"dame el (?:trabajo|puesto))\b"
    ),
    (
        r"\b(?:muestr\w*|revel\w*|imprim\w*|list\w*|dame|deme|dime|digame|envi\w*|ensen\w*|"
        r"divulg\w*|repit\w*|escrib\w*|comparte\w*|cual es|cuales son|"
        r"quienes son)(?:me)? (?:\w+ ){0,5}?(?:prompt(?: del sistema)?|instrucciones (?:del sistema|"
        r"internas|iniciales)|(?:tus|sus) (?:\w+ )?(?:instrucciones|reglas|directrices)|(?:otros|"
        r"demas|otras|todos los) (?:candidat\w*|aspirantes|postulantes|entrevistas|personas)|"
        r"base de datos|contrasenas?|(?:agenda|calendario|telefono|numero) (?:privad\w*|personal|"
        r"del entrevistador|del reclutador))\b|\b(?:cancel\w*|elimin\w*|rechaz\w*|borr\w*|"
        r"descart\w*) (?:\w+ ){0,4}?(?:otros|demas|otras) (?:candidat\w*|entrevistas|citas|"
        r"aspirantes|candidaturas)\b|\b(?:respond\w*|devuelv\w*|contest\w*) (?:\w+ ){0,3}?(?:solo |"
        r"solamente |unicamente |exactamente )?(?:con|en|:) ?(?:\w+ )?(?:json|\"|'|si\b|seleccion|"
        r"el texto)|\b(?:debes|debe|tienes que|el (?:bot|sistema) debe) (?:\w+ ){0,2}?(?:reservar|"
        r"confirmar|aceptar|ignorar|seleccionar|contratar|obedecer|aprobar|marcar)\b|"
        r"\bdecodific\w*\b|\bejecut[ae]\w* (?:el |la |los |las |este |esta |lo )"
    ),
)
