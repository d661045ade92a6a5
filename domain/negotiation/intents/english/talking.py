"""English cues: negations and conditions, questions, deferrals, automatic answers, abuse."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.NEGATION: (
        (
            r"(?:\b(?:not|never|no|don't|won't|haven't|hasn't|didn't|wouldn't|can't|cannot|isn't|dont|"
            r"wont|havent|didnt|without|nor|hardly|rather than|instead of|neither|far from|refuse to|"
            r"aren't)|\b(?:do|does|did|is|are|was|were|wo|would|ca|could|should|has|have|had|"
            r"ai)n't)\b(?: (?:yet|been|be|have|want|wish|like|going|planning|plan|intend|intending|to|i|"
            r"mean|meaning|going|gonna|actually|really|even|currently|asking|saying|about|that|am|"
            r"thinking|of|need|here|considering|a|looking|at all|any|an?|just|trying))*\s*$"
        ),
    ),
    Cue.CONDITION: (
        (
            r"\b(?:if(?! (?:it'?s|it is|that'?s|possible|you don't mind|you (?:can|could)|ok|okay|"
            r"not too late|at all|i may|i might))|unless|in case|should i|whether|before i|until i|"
            r"even if|suppose|supposing|imagine|assuming|otherwise|or else|would have to|might have to|"
            r"may have to|had to|might|wondering whether|when i|once i|in the event|what happens|"
            r"would i|could be forced to|would be forced to|would need to|i'd have to|i'd be forced to|"
            r"hypothetically)\b[^,;.!?]{0,60}$"
        ),
    ),
    Cue.DEFERRAL: (
        (
            r"\b(?:will|\'ll) (?:only )?(?:answer|reply to|respond to|read|check) (?:my |your |any |all "
            r")?(?:e-?mails?|messages)\b"
        ),
        (
            r"\b(?:i'll|i will|i'd|i can|i should|will|ill|i shall|let me|i'm going to|gonna|i could|"
            r"i would|i may|going to|can i|could i|may i) (?:probably |only |just |have to |need to |"
            r"be able to |then |definitely |hopefully |first |quickly )*(?:let (?:you|u) (?:know|no)|"
            r"tell (?:you|u)|get back|come back to you|confirm (?:by|on|tomorrow|later|once|when|"
            r"as soon|asap|next|after|in|with|tonight|this|shortly|soon|before|my avail\w*)|check (?:my|"
            r"with|and|if|the|when|what|first|back|in|on|whether)|see (?:if|what|when)|know (?:more|by|"
            r"on|for sure|better|tomorrow|later|next|after)|revert|update you|reply (?:by|on|tomorrow|"
            r"later|properly|next|soon)|respond (?:by|on|tomorrow|later|next|soon)|answer (?:by|on|"
            r"tomorrow|later|next)|write (?:again|back)|send (?:you )?(?:my|some|"
            r"the) (?:\w+ )?(?:availab\w+|times|dates|slots|details) (?:on|by|tomorrow|later|tonight|"
            r"soon|next|after|when|once|in)|be in touch|keep you posted|think about it|text you|"
            r"email you|message you|look at (?:my|it|the)|need (?:to check|some time|a (?:day|moment|"
            r"bit))|ask (?:my|the)|have (?:a look|my (?:rota|schedule|roster)))\b(?! if (?:anything|"
            r"something|that changes|i need|plans))"
        ),
        (
            r"\b(?:i|first|still|just|have|need|got|gotta|want|must|had better|'ll have|"
            r"waiting) (?:still |first |just |will )?(?:need|have|want|got|waiting)? ?(?:to )?(?:check|"
            r"look at|verify|ask|consult|discuss|clarify|coordinate|confirm|see|hear back|sort|speak|"
            r"talk|figure out|think|wait)(?:ing)? (?:back )?(?:with |my |at |for |to |about |the |when |"
            r"if |what |it |on )*(?:my|boss|manager|schedule|calendar|diary|work|rota|roster|wife|"
            r"husband|partner|family|childcare|shift|shifts|team|it|this|flights?|travel|first|i have|"
            r"i'm|when|over)\b|\b(?:not sure|unsure|don't know|do not know|no idea|dunno|not certain|"
            r"can't say|cannot say|hard to say|too early to say|can't tell|unable to say)(?: (?:yet|"
            r"right now|at the moment|now|about(?! you)|when|what|which|if|until|of|my|at this|just|"
            r"for))|\b(?:ask|try|ping|contact|message|remind|email) me (?:again )?(?:on|later|tomorrow|"
            r"next|in|again|monday|after)\b|\b(?:give me|need) (?:a (?:bit|little|few|couple|day|moment|"
            r"sec|minute|second)|some time|until|till|time|more time|\d+ (?:days?|hours?|minutes?)|"
            r"a? ?few (?:days?|hours?))\b|\bbear with me\b|\bstand by\b|\bin the meantime\b|\bcan(?:'t|"
            r" not|not) (?:commit|confirm|say|promise) (?:yet|right now|now|at the moment|until|before|"
            r"anything|for)\b|\bmore (?:details|info\w*) (?:to follow|soon|later)\b|\bwill (?:follow up|"
            r"revert)\b|\b(?:tbc|tbd)\b|\bget back to (?:you|u)\b|\bnot sure yet\b|\bi need to think\b|"
            r"\bi (?:should|will|'ll|would|might) (?:only |then )?(?:know|have (?:my (?:rota|roster|"
            r"schedule|shifts|calendar|exam)|the schedule|more (?:info|clarity|details)))\b|"
            r"^\W*(?:maybe |perhaps )?later\W*$"
        ),
    ),
    Cue.AUTOMATIC: (
        (
            r"^\W*(?:subject: ?)?(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|responder)|"
            r"automated (?:reply|response|message)|out of (?:the )?office(?: (?:auto[- ]?reply|reply|"
            r"message|notification|alert|re))?\s*(?:[:!-]|$)|ooo\s*(?:[:!-]|$)|"
            r"delivery (?:status notification|failure|has failed|failed|incomplete)|undeliver(?:able|"
            r"ed)|mail delivery (?:failed|system|subsystem)|returned mail|failure notice|"
            r"message (?:not delivered|could not be delivered|undeliverable)|vacation (?:reply|"
            r"responder))"
        ),
        (
            r"\bthis is an? auto(?:matic|mated|-?generated|-?reply)\b|\b(?:message|mail|"
            r"email) (?:could not|couldn't|wasn't|was not|cannot|can't) be delivered\b|\b(?:was|"
            r"is)(?:n't| not) delivered\b|\b(?:mailer-daemon|postmaster)\b|"
            r"\brecipient(?:'s)? (?:address rejected|mailbox (?:is )?(?:full|unavailable))|"
            r"\bmailbox (?:is )?(?:full|unavailable|does not exist|not found)\b|\baddress (?:not found|"
            r"rejected|couldn't be found)\b|\buser unknown\b|\bdo not reply to this (?:e-?mail|"
            r"message)\b|\b5[05]\d[ -]5\.\d\.\d\b|\bthis mailbox is (?:not|no longer|un)\w*"
        ),
    ),
    Cue.AUTOMATIC_HINT: (
        (
            r"\b(?:i am|i'm|i will be|i'll be|am) (?:currently |presently |"
            r"now )?(?:out of (?:the )?office|away from (?:the office|my (?:desk|e-?mail))|"
            r"on (?:annual |parental |maternity |paternity |sick |medical )?(?:leave|vacation|holiday)|"
            r"out of the country|ooo|away)\b"
        ),
        (
            r"\b(?:limited|no|intermittent|without|not have|restricted) (?:access to|"
            r"to) (?:my )?(?:e-?mails?|inbox|messages)|\b(?:limited|no) (?:e-?mail )?access\b|"
            r"\bnot (?:be )?(?:checking|reading|monitoring) (?:my )?(?:e-?mails?|inbox|messages)\b"
        ),
        (
            r"\b(?:reply|respond|answer|get back to you|attend to your|read your|"
            r"return your) (?:\w+ ){0,4}?(?:when i (?:return|get back|am back|'m back)|"
            r"(?:up)?on my return|after my return|once i (?:am|'m) back|as soon as i (?:return|am back|"
            r"can|get back)|as soon as possible)\b"
        ),
        (
            r"\b(?:urgent|emergency|emergencies|immediate (?:assistance|help|matters?|attention)|"
            r"in my absence|if (?:this|it|your \w+) is urgent)\b.{0,60}\b(?:contact|call|email|e-mail|"
            r"reach|write|mail)\b|\bthank you for your (?:e-?mail|message)\b.{0,60}\b(?:out of|away|"
            r"leave|vacation|return)"
        ),
        r"\bi will (?:be )?(?:return(?:ing)?|back in the office|back)\b (?:on|to the office)",
    ),
    Cue.ABUSE: (
        r"\bare you (?:kidding|joking)\b",
        (
            r"\b(?:f+u+c+k+\w*|fck\w*|f\*+k?\w*|wtf|stfu|shit\w*|bullshit|crap|idiots?|idiotic|morons?|"
            r"moronic|stupid|dumb(?:ass)?|assholes?|arseholes?|bastards?|bitch\w*|screw (?:you|this|"
            r"your)|piss off|go to hell|imbeciles?|useless|pathetic|retard\w*|clowns?|incompetent|trash|"
            r"garbage|dickheads?|wankers?|suck|sucks|losers?|kill yourself|scum|hate you|joke of a|"
            r"hell is wrong|damn (?:bot|thing|you)|shut up|what the (?:hell|heck|f\w*)|waste of (?:time|"
            r"space)|unable to read|can't you read|cretins?)\b"
        ),
    ),
    Cue.ASKS: (
        (
            r"(?:is|are|was|will|would|do|does|did|can|could|should|shall|may|might|have|has|am|isn't|"
            r"aren't|won't|don't|doesn't|must|who|whom|whose|what|what's|where|where's|when|when's|why|"
            r"how|how's|which|any|anything|anyone|who's|whats|wheres|hows|whos|r u|r there|also|"
            r"in which|at which|on which|with whom|to whom|for how|from where|by when|until when|"
            r"what if)\b"
        ),
    ),
    Cue.ASKS_SURELY: (
        (
            r"(?:who|what|where|how|which|when|why) (?:exactly |else )?(?:is|are|do|does|did|will|would|"
            r"should|can|am i|shall|time zone|timezone|platform|kind|type|format|language|address|"
            r"building|office|floor)\b(?! (?:works? (?:for me|best)|suits? me|best for me))|"
            r"(?:how (?:long|many|much|far|soon|often))\b|(?:what|which) (?:\w+ )?(?:time ?zone|"
            r"platform|address|language|tool|app|software)\b|(?:is|are|will|do|does|can|could|should|"
            r"would|may|did) (?:it|there|the|this|that|i|someone|my|your|a|an|these|they|parking|visa|"
            r"relocation|lunch)\b(?! (?:do|make|works?) (?!it\b|this\b|that\b|the interview))|"
            r"(?:i )?(?:was |am |'m |i'm )?(?:just )?(?:wondering|curious|wanted to (?:ask|know|check)|"
            r"would like to (?:know|ask|check)|'d like to (?:know|ask|check)|i'd like to (?:know|ask|"
            r"check)|want to (?:know|ask|check)|need to know|have (?:a|one|some|two|"
            r"another) (?:\w+ )?questions?|got (?:a|one) question)\b|(?:please |pls |plz |kindly |"
            r"can you |could you |would you |can u |could u )+(?:please |also |kindly )?(?:tell|"
            r"let me know|advise|explain|clarify|inform|specify|share|remind|send (?:me|over|us) (?:the|"
            r"a|more|some|details|directions|info|an agenda|agenda)|confirm (?:if|whether|that|the|how|"
            r"what|where|who|which)|give me (?:more|some|details|the address|directions)|provide)\b|"
            r"(?:let me know|tell me) (?:who|what|where|how|whether|which|if (?:it|i|the|this|there)|"
            r"the (?:address|location|name|link|format|duration))\b|(?:quick|one|another|small|a|"
            r"my) (?:\w+ )?question\b|question:|(?:remote|online|on ?-?site|in person|virtual|video|"
            r"phone|zoom|teams) or\b"
        ),
    ),
    Cue.PROPOSES: (
        r"\bhow\'s (?:next |this |your )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|(?:the )?\d)",
        (
            r"\b(?:how|what) about\b|\bhow (?:does|do|would|is|'s)\b.{0,60}\b(?:sound|look|work|suit|"
            r"fit|for you)\b|\b(?:can|could|shall|should|may|might) (?:we|i|you|it|u)(?: guys| all|"
            r" both| team)? (?:please |possibly |perhaps |maybe |also |just |instead |then |"
            r"at least )*(?:do|make|meet|talk|speak|chat|schedule|say|have (?:it|the|a|this|my)|"
            r"go (?:for|with)|try|book|set|arrange|aim|take|have|choose|select|grab|opt for|plan|move|"
            r"push|shift|change|reschedule|hold|come (?:in|by)|fit|manage|squeeze|start|offer|suggest|"
            r"propose|be|pick|catch up|connect|keep|interview|take|get|join|accommodate|find (?:a|some)|"
            r"call|ring|postpone|squeeze|slot|do it|swap|bring)\b(?! (?:me|us) (?:know|the (?:link|"
            r"address|agenda)|a (?:link|map)))|\b(?:would|will|does|do|might|could|can|wouldn't|won't|"
            r"doesn't|is|are|was|isn't)\b.{0,70}\b(?:work(?:s|able)?|suit|suits|be (?:ok|okay|fine|good|"
            r"possible|convenient|feasible|an option|alright|all right|available|free|suitable|doable|"
            r"better|too (?:early|late))|fit|ok|okay|fine|possible|free|available|convenient|feasible|"
            r"doable|an option|any good|good for you|alright|good|better|acceptable|cool|too (?:early|"
            r"late|soon))\b|\b(?:any (?:chance|possibility|slots?|times?|availability|openings?|way)|"
            r"is there (?:any|a|an|anything|something|some)|are there (?:any )?(?:slots?|times?|"
            r"openings?|appointments?)|do (?:you|u) have (?:any|a|an|some|anything|something|time|"
            r"slots?|availability|openings?|space|room)|have you (?:got )?(?:any|a|anything|something|"
            r"time)|got (?:any|anything|time)|you (?:got|have) (?:any|anything|time)|anything (?:on|for|"
            r"at|in|available|free)|are (?:you|u|they) (?:free|available|around|open)|(?:we|i) (?:could|"
            r"can|might) (?:possibly |maybe |perhaps |instead )?(?:do|meet|talk|speak|chat|schedule|"
            r"have|make|move|start|connect|interview)|you free|any (?:mornings?|afternoons?|evenings?|"
            r"days?|time|weekdays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)|mind if we|"
            r"is it possible|would it be possible|possible to|may i (?:suggest|propose)|might i suggest|"
            r"maybe|perhaps)\b|\b(?:let's|lets) (?:say|do|go|make|try)\b|\bwould you (?:be (?:free|"
            r"available|able|open)|have (?:time|anything|a slot)|prefer|mind)\b"
        ),
    ),
    Cue.NEEDS: (
        (
            r"\b(?:start|begin) (?:the|this|my|in the|in this|at the) (?:new )?(?:job|role|position|"
            r"work)\b|\bstart work(?:ing)?\b|"
            r"\b(?:have|need|required|expected) to work\b|\bdo you (?:guys |all )?work (?:on|from|at|in)\b|"
            r"\bhear back\b|"
            r"\b(?:role|job|position) (?:start|begin|include|involve|require)s?\b"
        ),
        (
            r"\b(?:can|could|would) (?:you|u) (?:please |also |kindly )*(?:tell|send|clarify|explain|"
            r"share|remind|advise|specify|let me know (?:who|where|how|what))(?: me| us)?\b(?! (?:if|"
            r"whether|an? invit|the invit|a calendar|your avail|some times|other|more (?:times|slots)|"
            r"alternat))|\b(?:time ?zone|my time or|your time or|my timezone|do i (?:need|have)|"
            r"should i (?:bring|prepare|wear|dress|come|arrive|park|have|download|install|expect|read)|"
            r"must i|will i (?:need|have to|meet|be|get|receive|speak|talk)|am i (?:supposed|expected)|"
            r"is there (?:parking|a dress|anything (?:i|to))|need to (?:bring|prepare|wear|install|"
            r"download)|what (?:do|should|will|must) i|who (?:will|is|are|would)|where (?:is|will|do|"
            r"should)|how (?:long|many) )"
        ),
    ),
    Cue.CHECKS_BACK: (
        (
            r"\b(?:does|do|would|will|could|can|is|are|might) (?:that|this|it|these|those|"
            r"any of (?:that|those|these)|one of (?:those|these)|either) (?:be |all |still |maybe |"
            r"possibly |also |at all |time |times |date |slot )*(?:work\w*|suit\w*|fit\w*|ok\w*|fine|"
            r"good|possible|alright|all right|convenient|acceptable|doable|feasible|sound\w*|help\w*|"
            r"cool|too (?:late|early)|match)\b|\b(?:how are you|how are things|how's it going|"
            r"hows it going|how do you do|hope you|what's up|how have you been|how was your|you ok|"
            r"how's everything|all good)\b|^\W*(?:ok(?:ay)?|right|yes|no|deal|agreed|good|cool|alright|"
            r"fine|please|possible|sound good|sounds good|makes sense|isn't it|would that work|"
            r"work for you|works for you|is that ok|you know|eh|huh|what|really|pls|any(?: of (?:those|"
            r"these|that))?(?: good)?|either of (?:those|these)(?: good| ok)?)\W*$|"
            r"\bwhat do you (?:think|say|reckon)\b|\bwhat say you\b|\bif (?:that's|that is) (?:ok|okay|"
            r"alright|possible|fine|not too much)\b|\b(?:can|could) (?:you|"
            r"u) (?:please )?(?:confirm(?: (?:that|this|it|me|the (?:booking|slot|time|appointment)|"
            r"receipt|please))?|book (?:that|it|me|this)|let me know(?: (?:if|whether) (?:that|this|any|"
            r"one|these|those|it) \w+)?|put (?:that|it|me)|send (?:me |over )?(?:an?|"
            r"the) (?:calendar )?(?:invite|invitation|confirmation))\b|\b(?:which|what|when|"
            r"whichever) (?:of (?:these|those) |one |time |day )?(?:works|suits|would (?:work|suit|"
            r"be best)|is (?:best|better|good|convenient)|do you prefer|would you prefer|fits)\b|"
            r"\bworks? for (?:you|u)\b|\bthoughts\b|\bmake sense\b"
        ),
    ),
    Cue.TIME: (
        (
            r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?(?:'s)?\b|"
            r"\b(?:tomm?orr?ow|tmrw?|tmr|tomoz|today|tonight|weekend|weekdays?|next week|this week|"
            r"week after|(?:next|this|coming) (?:month|few days)|morning|afternoon|evening|noon|midday|"
            r"lunch ?time|end of (?:the )?(?:day|week))s?\b|\b\d{1,2}(?::|\.)?\d{0,2} ?(?:am|pm|a\.m|"
            r"p\.m|o'?clock|hrs?|h\b)|\b\d{1,2}[:.]\d\d\b|\b(?:at|after|before|around|by|from|until|"
            r"till|past) (?:about )?\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}[/.-]\d{1,2}\b|"
            r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\w{3,6})? \d|\b(?:january|february|"
            r"april|june|july|august|september|october|november|december)\b|\bin (?:march|may)\b|"
            r"\d (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:at|after|before|"
            r"around) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|"
            r"\bhalf (?:past )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d)"
        ),
    ),
}
