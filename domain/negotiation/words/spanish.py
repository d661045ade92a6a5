"""Spanish, with the formal address."""

from domain.negotiation.bot import Handover, Move
from domain.negotiation.words.phrases import Answers, Letterhead, Phrases, Questions, Times

SPANISH = Phrases(
    times=Times(
        time="{time}",
        day_and_time="{date}, {time}",
        named="{moment} ({zone})",
        in_both="{candidate}; para quien le entrevista {interviewer}",
        range="{date}, {start}–{end}",
        range_over_days="{first}, {start} hasta {last}, {end}",
        whole_day="{date}, todo el día",
        separator="; ",
        one_more="{times}; y una hora más",
        many_more="{times}; y {count} horas más",
        in_zone="{times} (zona horaria: {zone})",
    ),
    understood="He entendido: {times}.",
    proposals="Estas horas están libres.",
    one_proposal="Esta hora está libre.",
    held="La reserva para usted vale hasta el {until}.",
    how_to_answer=(
        "Para elegir una, responda con su número. Si ninguna le viene bien, escriba otros días u otras horas."
    ),
    how_to_answer_one=(
        "Para elegirla, responda con 1. Si no le viene bien, escriba otros días u otras horas."
    ),
    taken="Lo siento: la hora que ha elegido se ha ocupado hace un momento.",
    nearest="Estas son las horas libres más cercanas.",
    nearest_one="Esta es la hora libre más cercana.",
    nothing_fits="No he encontrado ninguna hora libre que encaje con su mensaje.",
    window="Son posibles las horas hasta el {until}.",
    more_times=(
        "Por favor, escriba dos o tres días u horas más que le vengan bien, por ejemplo «el martes por la tarde "
        "o el jueves antes de las 12»."
    ),
    booked="Su entrevista está reservada: {when}.",
    entry_follows="La cita para su calendario llegará por correo. Será un placer conocerle.",
    left="He anotado que ya no desea participar. Gracias por decírnoslo.",
    undo=(
        "Si no era eso lo que quería decir, puede deshacerlo en la página de la entrevista hasta el {until}."
    ),
    questions=Questions(
        which_date=(
            "Ha escrito {weekday} y {date}, pero el {date} es {real}. ¿A cuál de los dos días se refiere?"
        ),
        which_date_plain=(
            "El día de la semana y la fecha de su mensaje no coinciden. ¿A qué día se refiere?"
        ),
        which_option="Más de una opción encaja con su mensaje: {options}. ¿Cuál prefiere?",
        which_option_plain="Más de una opción encaja con su mensaje. ¿Cuál prefiere?",
        am_or_pm="Ha escrito {clock}. ¿Quiere decir {morning} o {evening}?",
        am_or_pm_plain="¿Se refiere a la mañana o a la noche?",
        which_day="¿Qué día le vendría bien?",
        say_again=(
            "Creo que no le he entendido bien. ¿Podría volver a escribir cuándo podría venir, por ejemplo "
            "«el martes por la tarde o el jueves antes de las 12»?"
        ),
    ),
    handovers={
        Handover.ASKED_FOR_A_PERSON: "Por supuesto. {who} continúa a partir de aquí y le escribirá.",
        Handover.LAST_ROUND: (
            "Todavía no hemos encontrado una hora en común. {who} continúa a partir de aquí y le escribirá."
        ),
        Handover.NO_FREE_TIMES: (
            "En este momento no hay ninguna hora libre que pueda ofrecerle. "
            "{who} continúa a partir de aquí y le escribirá."
        ),
        Handover.NOT_UNDERSTOOD: (
            "Siento no haberle entendido lo bastante bien. {who} continúa a partir de aquí y le escribirá."
        ),
    },
    handover="{who} continúa a partir de aquí y le escribirá.",
    no_need_to_act="No tiene que hacer nada; lo que ha escrito hasta ahora se transmite.",
    somebody="Una persona del equipo de selección",
    to_the_team="al equipo de selección",
    to_person="a {name}",
    answers=Answers(
        length="La entrevista dura {length}.",
        video="La entrevista es por videollamada.",
        video_at="Puede unirse por videollamada aquí: {url}",
        place="El lugar indicado para este puesto es: {place}.",
        who="Hablará con {names}.",
        zone="Todas las horas se indican en su zona horaria ({zone}).",
        zones="Todas las horas se indican en su zona horaria ({zone}); la de quien le entrevista es {other}.",
        deadline="Puede elegir una hora hasta el {until}.",
        bot=(
            "Está escribiendo con un asistente automático que solo concierta citas. Si prefiere escribir con una "
            "persona, dígalo sin más."
        ),
        passed_on="He pasado su pregunta «{question}» {who}.",
        several_passed_on="He pasado sus preguntas {who}.",
        nothing_asked="Gracias por su mensaje.",
        go_on="Cuando quiera, dígame qué hora o qué días le vienen bien.",
    ),
    mail=Letterhead(
        subjects={
            Move.PROPOSE: "Horas para su entrevista: {job}",
            Move.PROPOSE_NEXT_BEST: "Otras horas para su entrevista: {job}",
            Move.ASK_OTHER_TIMES: "Necesitamos algunas horas más: {job}",
            Move.BOOK: "Su entrevista está reservada: {job}",
            Move.ANSWER: "Su pregunta sobre la entrevista: {job}",
            Move.CLARIFY: "Una pregunta sobre su mensaje: {job}",
            Move.LEAVE: "Hemos anotado que ya no participa: {job}",
            Move.ESCALATE: "A partir de aquí le atiende una persona: {job}",
        },
        plain_subject="Una respuesta a su mensaje: {job}",
        job_at="{title} en {company}",
        hello="Hola, {name}:",
        hello_you="Hola:",
        plain="En la página de abajo tiene una respuesta a su mensaje.",
        on_the_page="Responda, por favor, en la página de abajo; si contesta a este correo, lo lee una persona.",
        option="Opción {number}",
        choose_by="Elija antes de",
        length="Duración",
        people="Con",
        video="Videollamada",
        open_page="Abrir la conversación",
        undo="Ver o deshacer su respuesta",
        footer=(
            "Las candidaturas a este puesto se ordenan con ayuda de una automatización que compara cada currículum "
            "con la descripción del puesto, y un asistente automático concierta las citas. Puede pedir que una "
            "persona revise una decisión, exponer su punto de vista o preguntar cómo se tomó. Para contactar con "
            "una persona, conteste a este correo."
        ),
    ),
)
