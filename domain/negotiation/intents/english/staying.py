"""English cues: what only looks like a withdrawal."""

from domain.negotiation.intents.cues import Cue

_OTHER_THINGS = (
    r"(?:lease|flat|apartment|house|course|class|classes|mortgage|contract|trip|holiday|"
    r"conference|competition|tournament|race|study|studies|module|panel|wedding|gym|team|league|"
    r"savings|cash|money|bank|parking|car ?park|station|driveway|army|troops|event|webinar|"
    r"meeting|other (?:one|interview|process|offer|application|role|job)s?)"
)

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.NOT_WITHDRAWAL: (
        (
            r"\b(?:position|role|job|post) (?:on|in|within|at) my (?:current |own |present )?(?:team|"
            r"company|department|firm)\b|\baccept\w* (?:the|your|this) (?:\w+ )?(?:offer|invitation|"
            r"proposal) (?:of|for|to meet|on)\b"
        ),
        (
            r"\b(?:withdr[ae]w\w*|pull\w* out|dropp?\w* out|back\w* out|bow\w* out|opt\w* out|"
            r"stepp?\w* (?:away|back|down)) (?:my (?:\w+ )?(?:application|candidacy|name) )?(?:from|of|"
            r"to|at|with) (?:an?other|another|an? (?:different|previous|separate|other)|all (?:the |"
            r"my )?other|(?:the |my |some |any |every |two |three |several )?other|a (?:process|job|"
            r"role)|my (?:previous|last|old|former)|uni\w*|college|school|(?:the |my |a |an |this |"
            r"our )?(?:\w+ )?"
        )
        + _OTHER_THINGS
        + r")\b",
        (
            r"\bwithdr(?:ew|awn)\b.{0,40}\b(?:last (?:year|month|time)|years? ago|months? ago|"
            r"previously|in 20\d\d|in the past|elsewhere|other (?:process|application|offer|interview)|"
            r"another|back then)"
        ),
        (
            r"\b(?:he|she|they|friend|colleague|brother|sister|wife|husband|partner|flatmate|roommate|"
            r"someone|somebody|candidate|candidates|others?|speaker|client|competitor|company|tenant|"
            r"buyer|seller|landlord) (?:has |have |had |just |is |are |was |were |who )*(?:withdr\w+|"
            r"pull\w* out|dropp?\w* out|back\w* out|bow\w* out|accepted|declined)"
        ),
        (
            r"\bwithdr\w+ (?:cash|money|funds|savings|some|the deposit|£|\$|€)|"
            r"\bwi?d?th?d?rawal symptoms\b|\bwi?d?th?d?raw\w* (?:my|the|that|this) (?:\w+ )?(?:message|"
            r"e-?mail|mail|comment|question|suggestion|request|statement|answer|reply|remark|objection|"
            r"complaint|proposal)\b"
        ),
        (
            r"\b(?:had|was going|planned|thought about|thinking (?:about|of)|thought of|considered|"
            r"considering|tempted|almost|nearly|wanted|asked|was about|contemplat\w+|(?:not|"
            r"n't) (?:saying|mean)\w*) (?:to |that )?(?:me to )?(?:i )?(?:wi?d?th?d?raw\w*|pull\w* out|"
            r"dropp?\w* out|back\w* out|accept\w*)(?!.{0,80}\b(?:and (?:so|now) i|"
            r"i am wi?d?th?d?rawing))"
        ),
        (
            r"\b(?:another|other|new) (?:meeting|call|appointment|interview|invite|invitation|"
            r"booking) (?:that )?i(?:'ve| have)? (?:already )?(?:accepted|took|taken)\b|\baccept(?:ed|"
            r"ing)? (?:an?|another|the|your|this|their) (?:\w+ )?(?:meeting|call|invite|invitation|"
            r"appointment|interview)s?\b|\baccept(?:ed|ing)? (?:your|this) (?:offer|proposal|suggestion|"
            r"time|slot)"
        ),
        (
            r"\bbefore (?:i )?(?:accept|sign|tak)\w*\b|\bdeadline to (?:accept|sign|decide)|\b(?:need|"
            r"have|asked|has asked me|until \w+) to (?:accept|sign|decide|respond|answer) (?:on |"
            r"to )?(?:an?other|the other|their|an|my other|a competing) (?:\w+ )?offer\b"
        ),
        (
            r"\b(?:no|any) (?:plans?|intention|desire|wish|need|reason) (?:to|of) (?:wi?d?th?d?raw\w*|"
            r"pull\w* out|drop\w* out|cancel\w*)|\bwithout wi?d?th?d?rawing\b|"
            r"\brather than wi?d?th?d?raw\w*\b|\binstead of wi?d?th?d?raw\w*\b"
        ),
        (
            r"\bcancel (?:my|the) (?:\w+ )?interview (?:on|at|with|for|for the|slot)|\bi quit (?:my|"
            r"smoking|coffee|the gym|at)\b|\bi(?:'m| am) out (?:on|from|at|all|until|till|of (?:office|"
            r"town|the office|the country)|tomorrow|next|this|mon|tue|wed|thu|fri|for (?:lunch|the))"
        ),
        (
            r"\bpull(?:ed|ing)? out (?:my|the) (?:calendar|diary|phone)|\bnot (?:only|"
            r"just) interested\b|\bstart(?:ed|ing|s)? (?:a|my|the) new (?:job|role|position|"
            r"contract) (?:on|in|at|next|from)\b.{0,60}\b(?:so|but)\b.{0,60}\b(?:free|available|can)\b"
        ),
        (
            r"\binterested in (?:the |your )?(?:option|slot|first|second|third|last|number|no|#|\d|earl|"
            r"late|morning|afternoon|mon|tue|wed|thu|fri|proposed|other|another|those|these)"
        ),
        r"\bnot interest(?:ed|ing) in (?:wi?d?th?d?rawing|cancell?ing|dropping|other|another|any other)",
        (
            r"\b(?:took|taken|taking|take) (?:the |an? |my )?(?:\w+ )?(?:position|post|job|role) (?:of|"
            r"that|seriously)\b|\b(?:when|since|after) i (?:took|accepted|started) (?:my|this|"
            r"the) (?:current|present)"
        ),
    ),
}
