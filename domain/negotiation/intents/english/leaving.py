"""English cues: withdrawals."""

from domain.negotiation.intents.cues import Cue

_PROCESS = (
    r"(?:process|application|applications|candidacy|candidature|role|position|job|opportunity|"
    r"vacancy|interviews?|running|consideration|recruitment|hiring|selection|opening|list|pool|"
    r"offer|company|pipeline|race|everything)"
)
_MY = r"(?:my|the|this|your|our|any further|further)"

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.WITHDRAWAL: (
        (
            r"\b(?:employer|company|firm) (?:took|has taken) me on\b|\b(?:be|get) (?:removed|taken|"
            r"withdrawn) (?:from|out of|off) "
            r"(?:your|the|this) (?:process|list|application|pool|selection|running)\b|\bgot a (?:new "
            r")?(?:job|role|position) "
            r"(?:with|at|in) (?:an?other|a different)\b|\bjob (?:search|hunt|hunting) on hold\b|\bpausing "
            r"my job (?:search|hunt)\b"
        ),
        (
            r"\b(?:wi?d?th?d?raw\w*|pull\w*|remov\w*|delet\w*|cancel\w*|clos(?:e|ing)|drop\w*|end|"
            r"ending|stop\w*|discontinu\w*|terminat\w*|retract\w*|rescind\w*|abandon\w*|quit\w*|"
            r"leav(?:e|ing)|exit\w*|step\w* (?:away|back|down|out)|disregard|discard|"
            r"halt) [^,.;!?]{0,40}?\b(?:my (?:\w+ )?(?:application|candidacy|candidature)|(?:the|"
            r"your|this) (?:\w+ )?(?:selection|hiring|recruitment|application|interview|recruiting|"
            r"interviewing) process|consideration)\b"
        ),
        (
            r"\b(?:gone|going|go|went) (?:with|for) (?:someone|somebody|something|an?other|"
            r"a different) (?:else|company|employer|firm|offer|role|job)\b|\bdeclin(?:e|"
            r"ing) (?:to )?(?:mov\w* (?:forward|ahead)|proceed\w*|continu\w*|go(?:ing)? (?:forward|"
            r"ahead|further))\b|\bchange of heart\b"
        ),
        rf"\bwi?d?th?d?raw(?:ing|n|l|al of)? (?:from |of )?(?:{_MY} )?(?:\w+ ){{0,2}}?{_PROCESS}\b",
        r"\bwi?d?th?d?raw(?:ing|n)? (?:my name|myself|my interest|my cv|my resume|my app\b|me\b)",
        (
            r"\b(?:i|we|i'm|i am|i've|i have|i'd like|like|want|wish|wanted|decided|need|have|going|"
            r"writing|regret|prefer|choosing|sorry|must|will|'ll|shall|please|elected|chosen|sadly|"
            r"hereby|therefore|forced|afraid|best|regretfully|respectfully|formally|officially|"
            r"reluctantly|kindly|unfortunately) (?:to |have to |now |hereby |need to |be |formally |"
            r"officially |respectfully |kindly |sadly |i )*wi?d?th?d?raw(?:ing|n)?\b"
        ),
        (
            r"\b(?:please|pls|kindly) wi?d?th?d?raw\b|\bwi?d?th?d?raw(?:ing)? (?:please|now|immediately|"
            r"today|with immediate effect)\b|^\W*wi?d?th?d?raw(?:n|ing|al)?\W*$|\bconsider (?:me|"
            r"my application|this|my candidacy) (?:as )?(?:wi?d?th?d?rawn|a wi?d?th?d?rawal|closed)|"
            r"\bmy wi?d?th?d?rawal\b"
        ),
        (
            r"\b(?:pull(?:ed|ing)?|drop(?:ped|ping)?|bow(?:ed|ing)?|back(?:ed|ing)?|opt(?:ed|ing)?|"
            r"step(?:ped|ping)?) (?:out|away|back|down) (?:of|"
            rf"from) (?:{_MY} )?(?:\w+ ){{0,2}}?{_PROCESS}\b"
        ),
        (
            r"\b(?:i'm|i am|i'll|i will|i'd like to|i want to|i've decided to|i have decided to|"
            r"decided to|i need to|i have to|gonna|going to|have to|need to|like to|want to|must|"
            r"wish to) (?:be )?(?:respectfully |just |now )?(?:pull(?:ing)?|drop(?:ping)?|bow(?:ing)?|"
            r"back(?:ing)?|opt(?:ing)?) out\b"
        ),
        (
            r"\b(?:remove|take|delete|strike|scratch|count|pull) (?:me|my (?:name|application|details|"
            r"cv|resume|data|profile|candidacy)) (?:out(?: of (?:the|your|this|it|consideration)|\W*$|"
            r" please)|off(?: of)? (?:your|the|this|that|it)\b(?! (?:speaker|phone|cc|call))|off\W*$|"
            r"from (?:your|the|this|further|any|all|consideration))"
        ),
        (
            r"\b(?:remove|delete|cancel|close|pull|discard|retract|rescind|revoke|terminate|scrap|"
            r"drop) (?:my|this|the) (?:job )?(?:application|candidacy|candidature|file|profile)\b"
        ),
        (
            r"\bcount me out\b(?! (?:on|for|of) (?:mon|tue|wed|thu|fri|sat|sun|the \d|\d|tomorrow|today|"
            r"next|this))|\btake me out of\b|\bscratch my name\b|\btake my name (?:off|out)"
        ),
        (
            r"\b(?:accepted|accepting|accept|taken|taking|signed|signing|got|gotten|landed|found|"
            r"secured|received and accepted|chosen|going with|gone with|decided on|start(?:ed|ing)|"
            r"said yes to|committed to) (?:up (?:for|with) )?(?:an? |the )?(?:\w+ )?(?:another|other|"
            r"different|new|competing|alternative) (?:\w+ )?(?:job|offer|role|position|opportunity|post|"
            r"company|employer|firm|contract)\b"
        ),
        (
            r"\b(?:accepted|taken|signed|signing|took|accepting an?|taking an?) (?:an? |the |their |"
            r"my )?(?:\w+ ){0,2}(?:offer|job|role|position|contract|post|gig)\b(?! (?:for|"
            r"of) (?:an? )?(?:meeting|call|chat))"
        ),
        (
            r"\b(?:go|going|went|gone|joining|joined|start|starting) (?:with|for|to|at) (?:an?other|"
            r"a different) (?:company|employer|firm|offer|role|job|opportunity|position)\b|\bhired me\b|"
            r"\b(?:was|been|am|being|got) hired\b|\bstop my application\b|\b(?:and|will|"
            r"i) (?:\w+ly )?wi?d?th?d?raw\W*$|\b(?:found|got|landed|accepted|"
            r"signed) (?:\w+ )?(?:something|work|employment|a job|a position) (?:else|elsewhere|"
            r"already)\b|\b(?:accepted|signed|committed|hired|employed|found (?:a )?(?:job|work|"
            r"position|role)|taken (?:a )?(?:job|work|position|role)|going|started|starting|gone|"
            r"got (?:a )?job|job) elsewhere\b|\bfound (?:a|my) (?:new |dream )?job\b|\b(?:i've|i have|"
            r"i just|just) (?:got|been) hired\b|\bgot hired\b"
        ),
        (
            r"\b(?:decided|chosen|choosing|going|opted|elected|prefer|staying|stay|remain|"
            r"remaining) (?:to )?(?:stay|remain|staying|stick|put)? ?(?:in|at|with|"
            r"where) (?:my )?(?:current|present|existing) (?:job|role|position|employer|company|team)\b|"
            r"\b(?:decided|going|opted|chosen) to stay (?:put|where i am)\b|\bstaying where i am\b"
        ),
        (
            r"\b(?:i'll|i will|i'm going to|i am going to|i'd rather|going to have to|have to|let me|"
            r"i think i'll) (?:have to )?(?:pass|give (?:it|this(?: one)?) a miss|sit this (?:one )?out|"
            r"decline) (?:on )?(?:this|the|your)? ?(?:role|job|opportunity|position|one|offer|"
            r"interview altogether|vacancy|time around)\b"
        ),
        (
            r"\b(?:i|to|must|respectfully|will|politely) (?:\w+ly )?decline (?:the|this|your|"
            r"further) (?:opportunity|role|position|job|invitation to (?:the )?interview|"
            r"interview (?:invitation|opportunity|request)|offer)\b|\bdeclining (?:the|this|"
            r"your) (?:opportunity|role|position|job|invitation)\b"
        ),
        (
            r"\bcancel (?:everything|it all|my interview|the interview|the whole (?:thing|process)|"
            r"my participation|my candidacy|all of it)\b(?!.{0,60}\b(?:resched|rebook|move|another|"
            r"instead|on (?:mon|tue|wed|thu|fri)|tomorrow))"
        ),
        (
            r"\boff the (?:job )?market\b|\b(?:this|that) is (?:my |a )?(?:formal )?(?:wi?d?th?d?rawal|"
            r"notice of wi?d?th?d?rawal)\b|\bi(?:'m| am) out(?: of (?:the running|this|here|the process|"
            r"the race))?\s*(?:[.!,;]|$)|\bi quit\b|\bi'm done with (?:this|your) (?:process|company|"
            r"application|hiring)\b|\bforget (?:about )?my application\b|\bend my (?:application|"
            r"candidacy)\b|\bout of the running\b"
        ),
        (
            r"\bno longer a candidate\b|\bchanged my mind about (?:the|this|applying|your|working)\b|"
            r"\breconsidered (?:and|my application|applying)\b|\bdiscontinue (?:my|the|"
            r"this) (?:application|process|candidacy)\b"
        ),
    ),
    Cue.WITHDRAWAL_SETTLED: (
        (
            r"\bno longer (?:take part|participate|proceed|be part of)\b|\bhealth (?:\w+ )?(?:doesn't|does "
            r"not|won't) "
            r"(?:allow|permit|let) me to (?:continue|go on|proceed|take part)\b|\bdecided to stay\W*$|"
            r"\b(?:don't|do not) "
            r"(?:think|feel|believe) (?:this|the|that) (?:job|role|position|opportunity) (?:is|would be) "
            r"(?:right|for me)\b|"
            r"\bi(?:'m| am) stepping (?:back|away|aside|down)\W*$"
        ),
        (
            r"\bno to (?:the|this|your) (?:\w+ )?(?:role|job|position|opportunity|process|offer|"
            r"application)\b|\bno from me (?:on|for|about) (?:the|this) (?:\w+ )?(?:role|job|position|"
            r"process|opportunity)\b|\b(?:can't|cannot|can not|won't|will not|unable to|not able to|"
            r"no longer able to|not going to) (?:be )?(?:accept\w*|tak\w*(?: up| on)?|attend\w*|"
            r"fill\w*) (?:the|this|your|any|an?) (?:\w+ )?(?:role|job|position|opportunity|post|(?:job |"
            r"new )?offer|interview process)\b|\bi want out\b|^\W*not (?:pursuing|proceeding|continuing|"
            r"progressing|going ahead|moving forward)\b|\bstop the process\b|\btaking the (?:role|job|"
            r"process|application) (?:any )?(?:further|forward)\b"
        ),
        (
            r"\b(?:rather|prefer|like|want|wish|best|better|choose|going|would) not (?:to )?(?:pursu\w*|"
            r"proceed\w*|continu\w*|mov\w* (?:forward|ahead)|go (?:ahead|forward|further|through)|"
            r"take (?:this|it|my application) (?:any )?(?:further|forward)|carry on|"
            r"progress)\b(?! (?:this|the|our) (?:conversation|chat|meeting|call|discussion))"
        ),
        (
            r"\b(?:no longer|not|n't|not really|isn't|lost|"
            r"never) (?:be )?(?:\w+ )?int\w{0,2}r\w{0,2}s\w{0,2}t?\w{0,3}\b(?! (?:in|if) (?:the |a |"
            r"any )?(?:morning|afternoon|early|late|mon|tue|wed|thu|fri|sat|sun|remote|evening|"
            r"those times|these times|that (?:time|slot)))"
        ),
        (
            r"\b(?:no longer|don't|do not|not|n't) (?:\w+ )?(?:want|wish|wishing|wanting|looking|like|"
            r"need|intend|seeking|plan|pursuing|able|available|willing|"
            r"in a position)(?:ing)? (?:to )?(?:be )?(?:pursue|proceed|continu\w*|move forward|"
            r"go (?:ahead|forward|further|on)|be considered|considered|take (?:this|it|"
            r"part)(?: any)? ?(?:further|forward)?|participate|the (?:job|role|position)|this (?:job|"
            r"role|position)|for (?:the |this |your |any )?(?:\w+ )?(?:job|role|position|vacancy|"
            r"opportunity)|for (?:a )?(?:new )?(?:job|role|work|position)|work for (?:you|your)|(?:this|"
            r"the|an?|my) (?:interview|application)|carry on|apply)\b(?! (?:past|after|beyond|until|"
            r"till|on|at|by|via|over|before|tomorrow|later than|longer than|this (?:conversation|chat|"
            r"call|thread)|(?:the|our) (?:conversation|chat|meeting|call|discussion|thread)))"
        ),
        (
            r"\b(?:decided|choosing|chosen|opted|elected|prefer|like|going|have) (?:not to|"
            r"against)\b(?:.{0,30}\b(?:pursu|proceed|continu|go(?:ing)? (?:ahead|forward|further|on|"
            r"through)|mov(?:e|ing) (?:forward|ahead|on)|tak(?:e|ing) (?:it|this|up|part|the (?:job|"
            r"role|position|offer|interview|opportunity))|appl|interview\b|accept\w* (?:the |this |"
            r"your |an? )?(?:offer|job|role|position|invitation|interview)|participat|join|"
            r"chang\w* (?:jobs?|my job|employers?|compan|roles?)|leav\w* (?:my|the company)|"
            r"attend\w* (?:the|any|your) interview|go for|carry on|progress))"
        ),
        (
            r"\b(?:won't|will not|wont|not going to|can't|cannot|can not|shan't|not gonna|"
            r"no longer going to|am not|i'm not|not be|no longer be) (?:be )?(?:able to )?(?:pursu\w*|"
            r"proceed\w*|continu\w*|mov(?:e|ing) (?:forward|ahead)|go(?:ing)? (?:ahead|forward|further|"
            r"through with|any further|on with)|tak(?:e|ing) (?:this|it|my application|the (?:process|"
            r"application|role|job)) (?:any )?(?:further|forward)|tak(?:e|ing) (?:the|this) (?:job|role|"
            r"position)|join(?:ing)? (?:you|your company|the (?:company|interview|process|team|"
            r"interview process|recruitment))|apply(?:ing)?|progress(?:ing)?|carry(?:ing)? on|"
            r"participat\w+ (?:in|any))\b(?! (?:past|after|beyond|until|till|on|at|by|via|over|before|"
            r"later than|longer than|this (?:conversation|chat|call|thread)|(?:the|our) (?:conversation|"
            r"chat|meeting|call|discussion|thread)))"
        ),
        (
            r"\b(?:role|job|position|company|opportunity|vacancy|offer|this) (?:really )?(?:isn't|"
            r"is not|isnt|'s not|not) (?:really |quite )?(?:for me|what i(?:'m| am) (?:looking|after)|"
            r"the right (?:fit|one|move|role|match|step)|right for me|a (?:good )?(?:fit|match) for me|"
            r"something i want)|\bnot (?:a |the )(?:good |right )?(?:fit|match) for me\b"
        ),
        (
            r"\b(?:don't|do not|needn't|no need to|stop) (?:bother |keep )?(?:consider(?:ing)? (?:me|"
            r"my application)|contact(?:ing)? me|process(?:ing)? my application)\b|"
            r"\bno longer (?:on the market|a candidate|applying|in the running|job hunting|"
            r"looking(?: for (?:a|work|new))?|seeking|require|considering (?:the|this|your))\b|"
            r"\bnot (?:applying|a candidate) any ?more\b|\bthanks,? but no thanks\b|"
            r"\bno longer need (?:the|this|an?) (?:interview|job)"
        ),
        (
            r"\b(?:don't|do not) want (?:the|this|your) (?:job|role|position|interview)\b|"
            r"\bplease (?:do not|don't) (?:consider|proceed|continue|progress)\b"
        ),
    ),
}
