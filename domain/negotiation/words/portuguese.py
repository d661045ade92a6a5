"""Portuguese, with the formal address."""

from domain.negotiation.bot import Handover, Move
from domain.negotiation.words.phrases import Answers, Letterhead, Phrases, Questions, Times

PORTUGUESE = Phrases(
    times=Times(
        time="{time}",
        day_and_time="{date}, {time}",
        named="{moment} ({zone})",
        in_both="{candidate}; para quem faz a entrevista {interviewer}",
        range="{date}, {start}–{end}",
        range_over_days="{first}, {start} até {last}, {end}",
        whole_day="{date}, o dia todo",
        separator="; ",
        one_more="{times}; e mais um horário",
        many_more="{times}; e mais {count} horários",
        in_zone="{times} (fuso horário: {zone})",
    ),
    understood="Entendi: {times}.",
    proposals="Estes horários estão livres.",
    one_proposal="Este horário está livre.",
    held="A reserva para você vale até {until}.",
    how_to_answer=(
        "Para escolher um deles, responda com o número. Se nenhum servir, escreva outros dias ou outros horários."
    ),
    how_to_answer_one="Para escolhê-lo, responda com 1. Se não servir, escreva outros dias ou outros horários.",
    taken="Sinto muito: o horário que você escolheu foi ocupado há um instante.",
    nearest="Estes são os horários livres mais próximos.",
    nearest_one="Este é o horário livre mais próximo.",
    nothing_fits="Não encontrei nenhum horário livre que combine com a sua mensagem.",
    window="São possíveis os horários até {until}.",
    more_times=(
        "Por favor, escreva mais dois ou três dias ou horários que sirvam para você, por exemplo “terça à tarde "
        "ou quinta antes do meio-dia”."
    ),
    booked="A sua entrevista está marcada: {when}.",
    entry_follows="O convite para a sua agenda chega por e-mail. Será um prazer conhecer você.",
    left="Anotei que você não deseja mais participar. Agradecemos por nos avisar.",
    undo="Se não era isso que queria dizer, pode desfazer na página da entrevista até {until}.",
    questions=Questions(
        which_date="Você escreveu {weekday} e {date}, mas o dia {date} é {real}. A qual dos dois dias se refere?",
        which_date_plain="O dia da semana e a data da sua mensagem não combinam. A que dia se refere?",
        which_option="Mais de uma opção combina com a sua mensagem: {options}. Qual você prefere?",
        which_option_plain="Mais de uma opção combina com a sua mensagem. Qual você prefere?",
        am_or_pm="Você escreveu {clock}. Quer dizer {morning} ou {evening}?",
        am_or_pm_plain="Quer dizer de manhã ou à noite?",
        which_day="Em que dia isso serviria para você?",
        say_again=(
            "Não tenho certeza de ter entendido. Você poderia escrever de novo quando poderia vir, por exemplo "
            "“terça à tarde ou quinta antes do meio-dia”?"
        ),
    ),
    handovers={
        Handover.ASKED_FOR_A_PERSON: "Claro. {who} assume a partir daqui e vai escrever para você.",
        Handover.LAST_ROUND: (
            "Ainda não encontramos um horário em comum. {who} assume a partir daqui e vai escrever para você."
        ),
        Handover.NO_FREE_TIMES: (
            "No momento não há nenhum horário livre que eu possa oferecer. "
            "{who} assume a partir daqui e vai escrever para você."
        ),
        Handover.NOT_UNDERSTOOD: (
            "Sinto muito por não ter entendido bem o suficiente. "
            "{who} assume a partir daqui e vai escrever para você."
        ),
    },
    handover="{who} assume a partir daqui e vai escrever para você.",
    no_need_to_act="Você não precisa fazer nada; o que escreveu até agora é repassado.",
    somebody="Uma pessoa da equipe de seleção",
    to_the_team="à equipe de seleção",
    to_person="para {name}",
    answers=Answers(
        length="A entrevista dura {length}.",
        video="A entrevista é por vídeo.",
        video_at="Você participa por vídeo aqui: {url}",
        place="O local indicado para esta vaga é: {place}.",
        who="Você vai falar com {names}.",
        zone="Todos os horários estão no seu fuso horário ({zone}).",
        zones="Todos os horários estão no seu fuso horário ({zone}); o de quem faz a entrevista é {other}.",
        deadline="Você pode escolher um horário até {until}.",
        bot=(
            "Você está escrevendo com um assistente automático que só combina horários. Se preferir escrever com "
            "uma pessoa, basta dizer."
        ),
        passed_on="Repassei a sua pergunta “{question}” {who}.",
        several_passed_on="Repassei as suas perguntas {who}.",
        nothing_asked="Agradeço a sua mensagem.",
        go_on="Quando quiser, diga qual horário ou quais dias servem para você.",
    ),
    mail=Letterhead(
        subjects={
            Move.PROPOSE: "Horários para a sua entrevista: {job}",
            Move.PROPOSE_NEXT_BEST: "Outros horários para a sua entrevista: {job}",
            Move.ASK_OTHER_TIMES: "Precisamos de mais alguns horários: {job}",
            Move.BOOK: "A sua entrevista está marcada: {job}",
            Move.ANSWER: "A sua pergunta sobre a entrevista: {job}",
            Move.CLARIFY: "Uma pergunta sobre a sua mensagem: {job}",
            Move.LEAVE: "Anotamos que você não participa mais: {job}",
            Move.ESCALATE: "A partir daqui uma pessoa cuida disso: {job}",
        },
        plain_subject="Uma resposta à sua mensagem: {job}",
        job_at="{title} – {company}",
        hello="Olá, {name},",
        hello_you="Olá,",
        plain="Na página abaixo há uma resposta à sua mensagem.",
        on_the_page="Responda, por favor, na página abaixo; se responder a este e-mail, uma pessoa o lê.",
        option="Opção {number}",
        choose_by="Escolha até",
        length="Duração",
        people="Com",
        video="Videochamada",
        open_page="Abrir a conversa",
        undo="Ver ou desfazer a sua resposta",
        footer=(
            "As candidaturas a esta vaga são ordenadas com a ajuda de uma automação que compara cada currículo com "
            "a descrição da vaga, e os horários são combinados por um assistente automático. Você pode pedir que "
            "uma pessoa reveja uma decisão, dar a sua opinião ou perguntar como ela foi tomada. Para falar com uma "
            "pessoa, responda a este e-mail."
        ),
    ),
)
