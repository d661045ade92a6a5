"""What mail programs and offices put around a statement, as patterns over folded lines (see `folding`)."""

from domain.negotiation.text.folding import compiled

_WROTE = "wrote|writes|schrieb(?: am)?|a ecrit|a écrit|ecrit|escribio|escreveu|ha scritto|schreef"

QUOTED = compiled(r"^\s{0,8}(?:>|\|\s?>)")
"""A line of quoted history."""

HISTORY = compiled(
    rf"^\s{{0,8}}(?:on|am|le|el|em|in|den|il|op|a)\b.{{3,200}}\b(?:{_WROTE})\b.{{0,80}}:\s*$",
    rf"^.{{0,120}}<?[\w.+-]{{1,60}}@[\w.-]{{1,60}}>?.{{0,40}}\b(?:{_WROTE})\b.{{0,80}}:\s*$",
    rf"^\s{{0,8}}[\w .,'-]{{2,60}} (?:{_WROTE})(?: (?:on|am|le|el|em)\b.{{3,60}})?:\s*$",
    r"^\s{0,8}[-_=]{2,}\s{0,4}(?:original message|original appointment|forwarded message|"
    r"forwarded by|ursprüngliche nachricht|"
    r"original-nachricht|originalnachricht|weitergeleitete nachricht|message d'origine|"
    r"message original|message initial|message transfere|"
    r"mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|"
    r"mensagem reencaminhada|messaggio originale|"
    r"reply above this line|.{0,30}\bmessage\b.{0,20}\b(?:below|follows))",
    r"^\s{0,8}(?:begin forwarded message|anfang der weitergeleiteten (?:e-?mail|nachricht)|"
    r"debut du message (?:transfere|reexpedie)|inicio del mensaje reenviado|"
    r"inicio da mensagem (?:encaminhada|reencaminhada))\s*:",
    r"^\s{0,8}#{0,4}\W{0,4}(?:please )?(?:type|write|enter) your reply above this line",
)
"""A line after which history follows."""

HISTORY_BEGINS = compiled(r"^\s{0,8}(?:on|am|le|el|em|den)\b.{0,160}\b(?:\d{4}|\d{1,2}[:h.]\d{2}).{0,80}$")
"""The first of two lines that together are such a line."""
HISTORY_ENDS = compiled(rf"^.{{0,120}}\b(?:{_WROTE})\b.{{0,80}}:\s*$")

HEADER = compiled(
    r"^\s{0,8}\*{0,2}(?:from|sent|to|cc|bcc|date|subject|reply-to|von|gesendet|an|datum|betreff|"
    r"de|envoye|a|objet|"
    r"enviado(?: el| em)?|para|fecha|asunto|data|assunto)\s?\*{0,2}:\*{0,2}\s+\S"
)
"""A header line of a forwarded or answered mail."""

SUBJECT_REPLY = compiled(
    r"^\s{0,8}(?:subject|betreff|objet|asunto|assunto)\s?:\s{0,4}(?:re|aw|wg|fwd?|tr|rv|res|enc|"
    r"sv)\s?:"
)

RULE = compiled(r"^\s{0,8}(?:[_*=~]{5,}|-{5,})\s*$")

SIGNATURE = compiled(r"^\s{0,4}(?:--|-- |—|__|–)\s*$")
"""RFC 3676, section 4.3: two dashes and a space; mail programs differ."""

CLOSING = compiled(
    r"^\W{0,4}(?:(?:(?:with )?(?:very )?(?:best|kind|kindest|warm|warmest|many) )(?:regards|"
    r"wishes)|regards|best regards|"
    r"(?:all (?:the|my) )?best|sincerely|(?:yours )?(?:sincerely|faithfully|truly)|yours|rgds|"
    r"br|kr|cordially|respectfully(?: yours)?|"
    r"(?:mit )?(?:freundlichen?|besten?|vielen?|lieben?|schönen?|herzlichen?|sonnigen?|"
    r"freundlichem) (?:grüßen?|grüß|gruß)(?: aus .{2,30})?|"
    r"grüße|gruß?|mfg|lg|vg|hochachtungsvoll|ihre?|"
    r"(?:bien )?cordialement|(?:bien )?(?:a|à) (?:vous|toi)|cdlt|salutations(?: distinguees)?|"
    r"sinceres salutations|"
    r"(?:un )?(?:cordial |afectuoso )?saludos?(?: cordial(?:es)?)?|atentamente|atte|cordialmente|un abrazo|"
    r"(?:um )?abra[cç]os?|atenciosamente|att|(?:os )?(?:melhores |"
    r"meus )?(?:cordiais )?cumprimentos|saudacoes|abs)\s{0,2}[,.!]{0,2}\s*$",
    r"^\W{0,4}(?:veuillez (?:agreer|recevoir)|je vous prie d'agreer|(?:bien )?cordialement,|"
    r"reciba un cordial saludo|"
    r"mit freundlichen grüßen|best regards,|kind regards,|sincerely,|regards,|atentamente,|"
    r"atenciosamente,|cordialmente,)\s?.{0,120}$",
)
"""A line that closes a letter: what follows is the signature."""

SOFT_CLOSING = compiled(
    r"^\W{0,4}(?:(?:many |kind |with )?thanks(?: (?:again|so much|a lot|in advance|"
    r"and regards))?|thank you(?: (?:so much|very much|again|in advance))?|thx|ty|cheers|"
    r"(?:vielen |besten |herzlichen )?dank(?:e)?(?: (?:im voraus|sehr|schön|vorab|und gruß))?|"
    r"merci(?: (?:beaucoup|d'avance|bien))?|"
    r"(?:bonne|belle) (?:journee|soiree|continuation)|(?:muchas |mil )?gracias(?: de antemano| por todo)?|"
    r"(?:muito )?obrigad[oa](?: desde ja)?|grat[oa]|ate (?:breve|logo|mais))\s{0,2}[,.!]{0,3}\s*$"
)
"""May close a letter, or only thank: what follows is looked at."""

INLINE_CLOSING = compiled(
    r"(?:(?:(?:best|kind|warm|many) )?(?:regards|wishes)|\bbest|sincerely|(?:viele |liebe |"
    r"beste |freundliche )?grüße|\bgruß?|\b(?:lg|vg|mfg)|"
    r"cordialement|saludos|un saludo|atentamente|abra[cç]os?|atenciosamente|cheers|thanks|"
    r"thank you|danke|merci|gracias|obrigad[oa])"
    r"\s{0,2}[,.!]{0,2}\s{1,3}$"
)
"""The words before a name at the end of the last line."""

DEVICE = compiled(
    r"\b(?:sent|written|typed) (?:from|via|with|by|using|on|while) (?:my |the |"
    r"an? )?(?:i ?phone|i ?pad|i ?pod|i ?mac|android|samsung|galaxy|pixel|huawei|oneplus|xiaomi|"
    r"blackberry|mobile|phone|cell|cellphone|handheld|tablet|device|smartphone|apple|watch|"
    r"outlook|gmail|yahoo|aol|proton|fairphone|nokia|motorola|"
    r"sony|lg|mail|spark|superhuman|windows|on the go|walking|commuting|on the move|go\b).{0,60}$",
    r"\bget (?:outlook|bluemail|spark) for .{2,40}$",
    r"\bvon mein(?:em|er) .{2,50} gesendet\b.{0,40}$|\bgesendet (?:von|mit|über|aus) (?:mein|"
    r"outlook|der|dem|gmail|yahoo|gmx|web\.de|mobile|iphone|ipad|android).{0,60}$|"
    r"\bvon unterwegs gesendet\b.{0,40}$|"
    r"\bdiese (?:nachricht|e-?mail|mail) wurde (?:von|mit) .{3,60} (?:gesendet|verschickt|"
    r"versendet)\b.{0,20}$|\boutlook für .{2,20} beziehen\b.{0,20}$",
    r"\b(?:envoye|expedie)e? (?:de|depuis|a partir de|avec|via|par) (?:mon|ma|mes|outlook|yahoo|"
    r"gmail|un|l'app|l'application|mobile).{0,60}$|\btelecharge[rz] outlook .{0,40}$|"
    r"\bobtenir outlook .{0,40}$|\b(?:obtener|obtenga|obten) outlook .{0,40}$|\bobter o outlook .{0,40}$",
    r"\benviad[oa] (?:desde|con|por|a traves de) (?:mi|un|el|outlook|yahoo|gmail|mobile|movil|"
    r"iphone).{0,60}$|"
    r"\benviad[oa] (?:do|da|pelo|pela|a partir do|a partir da|de|via|com o) (?:meu|minha|iphone|"
    r"ipad|outlook|yahoo|gmail|telemovel|celular|mobile|android|samsung).{0,60}$",
    r"^\W{0,3}(?:please )?(?:excuse|forgive|pardon) (?:any |my |the )?(?:typos|brevity|spelling|"
    r"autocorrect).{0,60}$",
)
"""A footer of a device or mail program, to the end of its line."""

DISCLAIMER = compiled(
    r"^\W{0,6}(?:confidentiality (?:notice|note|statement)|legal (?:notice|disclaimer)|"
    r"disclaimer|haftungsausschlus|vertraulichkeitshinweis|"
    r"avertissement|clause de confidentialite|aviso (?:legal|de confidencialidad|"
    r"de confidencialidade)|avis de confidentialite)\b",
    r"^\W{0,6}(?:this|the) (?:e-?mail|message|communication|information|"
    r"transmission)\b.{0,160}\b(?:confidential|privileged|intended (?:only|solely|for))",
    r"^\W{0,6}(?:the )?(?:information|contents?) (?:contained )?(?:in|of) this (?:e-?mail|message)",
    r"^\W{0,6}if you (?:are not the|have received this) (?:intended|e-?mail|message)",
    r"^\W{0,6}diese (?:e-?mail|nachricht)\b.{0,120}\b(?:vertraulich|ausschließ?lich|bestimmt)",
    r"^\W{0,6}(?:ce|cet) (?:message|courriel|e-?mail)\b.{0,160}\b(?:confidentiel|destin|exclusi)",
    r"^\W{0,6}(?:este|el presente) (?:mensaje|correo|e-?mail)\b.{0,160}\b(?:confidencial|"
    r"destinatari|exclusiv)",
    r"^\W{0,6}(?:esta|a presente|este) (?:mensagem|e-?mail|email)\b.{0,160}\b(?:confidencia|"
    r"destinatari|exclusiv)",
    r"^\W{0,6}(?:please )?(?:consider|think (?:of|about)) the environment|"
    r"^\W{0,6}(?:bitte )?denken sie an die umwelt|^\W{0,6}pensez a l'environnement|"
    r"^\W{0,6}antes de imprimir|^\W{0,6}pense no meio ambiente|^\W{0,6}piense en el medio ambiente",
)
"""The first line of a legal text; it goes on to the end."""

POSTSCRIPT = compiled(r"^\W{0,3}(?:p\.? ?p?\.? ?s\b\.?|nachtrag|edit|update)\s?[:.,-]?\s?")

CONTACT = compiled(
    r"@|https?:|www\.|\b(?:tel|telephone|telefon|telefono|telefone|phone|mobile|mobil|cell|"
    r"handy|fax|movil|portable|whatsapp|linkedin|skype|"
    r"gmbh|inc|ltd|llc|s\.?a\.?r?\.?l|s\.l|street|straße|str\.|avenue|rue|calle|rua|platz|floor|"
    r"suite|manager|engineer|developer|director|consultant|"
    r"analyst|student|designer|architect|nurse|accountant|lead|specialist|coordinator|assistant|"
    r"office hours|ingenieur|entwickler|"
    r"leiter|ingenieure?|directeur|ingenier[oa]|engenheir[oa]|gerente|diretor|pronouns|she/her|"
    r"he/him|they/them|ph\.?d|m\.?sc|b\.?sc|mba)\b",
    r"(?:\+|\b00)\d[\d ()/.-]{6,20}|\b\d{3,5}[ /-]\d{3,4}[ -]?\d{2,6}\b",
)
"""What only lines of a signature hold."""

TELEPHONE = compiled(
    r"(?<![a-z])(?<![a-z] )(?:\+|(?<![:.h,\d])\b00(?=[1-9]))\d{1,3}[ ()/.-]{0,3}\d[\d ()/.-]{5,18}\d",
    r"\(\d{3,5}\)[ -]?\d[\d -]{4,12}\d",
    r"\b\d{3}[-. ]\d{3}[-. ]\d{4}\b",
    r"\b(?:number|numero|nummer|phone|tel|telephone|telefon|telefono|telefone|mobile|mobil|cell|"
    r"handy|handynummer|movil|celular|portable|whatsapp|fax|"
    r"extension|ext|durchwahl)\b[ .:#]{0,3}(?:(?:is|ist|est|es|e|number|no|"
    r":)[ :]{1,2}){0,2}(?:\d[ ()/-]{0,2}){5,15}\d",
    r"\b(?:call(?: me)?|reach me|ring me|text me) (?:on|at) (?:\d[ ()/-]{0,2}){8,15}\d",
    r"\b(?:meeting id|passcode|pin|code|postcode|zip|ref(?:erence)?|job id|requisition|"
    r"plz)\b[ .:#]{0,3}(?:(?:is|ist|number|no)[ :]{1,2})?\d{3,15}\b",
)
"""Numbers that look like times and are not."""

ADDRESS = compiled(
    r"\bhttps?://[^\s<>]{1,2000}|\bwww\.[^\s<>]{1,500}|<?mailto:[^\s<>]{1,200}>?|"
    r"<?\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}>?"
)
"""Links and mail addresses."""
