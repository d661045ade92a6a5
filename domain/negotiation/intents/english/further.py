"""English cues: everyday and regional ways of saying what the other files say plainly."""

from domain.negotiation.intents.cues import Cue

_ROLE = r"(?:role|job|position|opportunity|vacancy|post|process|application|company|one)"

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.WITHDRAWAL: (
        (
            r"\bfound (?:an? )?(?:alternative|other|suitable|full[- ]time|permanent) (?:employment|work|job|"
            r"position)\b|"
            r"\bstop (?:emailing|e-mailing|messaging|contacting|texting|mailing) me\b|^\W*(?:please |pls )?(?:"
            r"unsubscribe(?: me)?|remove me|take me off)(?: please| now| thanks)?\W*$"
        ),
        (
            r"\b(?:decided|chosen|going|will|am|i'm|opted|want|like|instead) (?:to )?(?:pursu\w*|explor\w*|"
            r"tak\w*) (?:an?)?"
            r"(?:other|different|alternative) (?:\w+ )?(?:opportunit\w+|roles?|jobs?|paths?|directions?|"
            r"options?|careers?|"
            r"avenues?)\b|\bchanged my mind about (?:leaving|moving jobs|changing|switching|joining)\b"
        ),
        r"\bgiv(?:e|ing) (?:this|it)(?: one| role| job| position)? a miss\b",
        (
            r"\bfound (?:something|a (?:job|role|position)|work) (?:\w+ ){0,2}?(?:closer|nearer|better|else|"
            r"suitable|local|new|elsewhere|instead)\b"
        ),
        (
            r"\b(?:joined|joining|join|been (?:placed|selected) (?:in|at|by|with)|got (?:placed|selected|in) "
            r"(?:in|at|by|with)|placed (?:in|at|with)|(?:now|already|started) working (?:for|at|"
            r"with)) (?:already )?(?:an?other|a "
            r"different|some other|a new|one more) (?:\w+ )?(?:organi[sz]ation|company|firm|employer|mnc|"
            r"startup|"
            r"concern|place|team|agency)\b|\b(?:joined|joining) (?:elsewhere|somewhere else)\b"
        ),
        (
            r"\bgot (?:the|a|that|this) (?:\w+ )?(?:job|role|gig|position) (?:at|with|in) (?:an?other|"
            r"a different|"
            r"my)\b"
        ),
        (
            r"\b(?:had|got|received|offered|have|accepted|took|taken|taking) (?:an? )?(?:much |far )?(?:better|"
            r"more attractive|counter[- ]?) ?(?:offer|job|role|deal)\b.{0,30}\b(?:tak(?:e|en|ing)|accept\w*|"
            r"going with|staying|decided|present|current)\b|\b(?:accepted|taken|took|taking) (?:the|a|my) "
            r"counter[- ]?offer\b"
        ),
        (
            rf"\b(?:gonna|going to|have to|i'll|i will|'d like to|need to) (?:have to )?pass on (?:this|"
            rf"the) {_ROLE}\b"
        ),
        (
            r"\b(?:decided|going|chosen|choosing|opted|want|wanna|prefer)(?: to)? (?:go |head |move )?(?:in |"
            r"for )?"
            r"(?:an?other|a different) (?:direction|path|way|route)\b"
        ),
        (
            r"\b(?:gonna|going to|i'd better|think i'll|i'll|rather) leave (?:it|this)(?: there| here| be|"
            r" at that)?"
            r"(?=\W*(?:ta|thanks|thank you|cheers|sorry|all the best)?\W*$)"
        ),
        (
            r"\b(?:good luck|best of luck|all the best|wish you (?:luck|well|all the best)) (?:with|in|"
            r"finding|on) "
            r"(?:\w+ )?(?:the|your|a|someone|somebody|filling) ?(?:\w+ ){0,2}?(?:search|hunt|recruitment|"
            r"hiring|"
            r"candidate|role|position|person|else|right)\b|\bhope you (?:will )?find (?:someone|somebody|"
            r"the right|"
            r"a (?:good|great|suitable)|a better)\b"
        ),
        (
            r"\bcancel(?:l?ing)? my (?:candidature|participation|candidacy|interview) (?:altogether|completely|"
            r"entirely|for good)\b|\btake (?:me|my name|us) out of (?:it|this|everything)\b|"
            r"\bwash my hands of\b"
        ),
    ),
    Cue.WITHDRAWAL_SETTLED: (
        (
            r"\b(?:do not|don't|not|needn't|stop) (?:to )?(?:please |kindly )?(?:consider(?:ing)?|"
            r"process(?:ing)?|"
            r"proceed(?:ing)? with|tak(?:e|ing) forward|continu(?:e|ing) with) (?:me\b(?! (?:rude|for (?:mon|"
            r"tue|wed|"
            r"thu|fri)))|my (?:profile|candidature|application|resume|cv|candidacy|name|case))"
        ),
        (
            r"\bnot applying\b(?! (?:pressure|for any special))|\bno longer (?:applying|pursuing|keen|"
            r"up for (?:this|it))\b"
        ),
        (
            r"\b(?:it's|its|it is|that's|this is) a (?:firm |hard |definite )?no from (?:me|"
            r"my side)\b.{0,60}\b(?:"
            rf"luck|search|{_ROLE})\b"
        ),
        (
            r"\b(?:don't|do not|didn't) (?:really )?(?:think|feel|believe|reckon) (?:that )?(?:it's|it is|"
            r"it'd be|"
            r"this is|this would be|that's|this|it|i'm|i am) (?:\w+ ){0,4}?(?:role|job|fit|match|position|"
            r"opportunity|career|person|candidate)(?: \w+){0,4}?\b"
        ),
        (
            r"^\W*(?:no|nah|nope),? (?:thanks|thank you|ta|cheers)\W+(?:it's |this is |it is |"
            r"that's )?not for me\b"
        ),
        (
            r"\bdon't need (?:this|the interview|the job|it)(?: (?:any ?more|now|interview|job))?\W*$|"
            r"\bnot (?:really |that |so |very |too )?keen (?:any ?more|any longer|now|on (?:the|this) "
            rf"{_ROLE}|to (?:continue|proceed|go ahead))\b"
        ),
        (
            r"\bnot (?:actively |currently |really |presently )?(?:looking|searching|seeking) (?:for |in |"
            r"out for )?(?:a |any |new |another |changing )*(?:change|job|jobs|move|work|opportunit\w+|roles?|"
            r"employment|switch)\b(?! (?:on|until|till))"
        ),
        (
            r"\bno longer (?:require|need|want|able to|in a position|wish|can|consider|considering|looking|"
            r"proceed)"
            r"\b.{0,30}\b(?:interview|job|role|position|proceed|continue|process|opportunity)\b|"
            r"\bcan no longer "
            r"(?:proceed|continue|go on|go ahead|commit to (?:the|this) (?:role|process))\b"
        ),
    ),
    Cue.HUMAN: (
        (
            r"\b(?:talk|speak|chat|write|speaking|talking) (?:to|with) (?:who ?ever|whomever|the one who|"
            r"the people "
            r"who|(?:some|any) ?(?:one|body) (?:real|human|who|from|in|at|there|else|about|on|instead|"
            r"please))\b"
        ),
        (
            r"\b(?:is|are|isn't|aren't) there (?:not )?(?:an? |any |some )?(?:real |actual |live )?(?:humans?|"
            r"person|"
            r"people|somebody|someone|anyone|anybody) (?:(?:here|there|around|available) )?(?:that |who |whom |"
            r"which )?(?:i|we|to)\b(?: can| could| may)? ?(?:talk|speak|contact|call|write|reach|ring|turn|"
            r"deal)?"
        ),
        (
            r"\b(?:fed up|tired|sick|annoyed|done) (?:of|with) (?:talking to |dealing with |this |the |"
            r"your )*(?:bot|"
            r"robot|machine|ai|automated)\b|\b(?:not|n't) (?:talk|speak|deal|chat|write|communicate)\w* (?:to|"
            r"with) "
            r"(?:a |an |the |this )?(?:bot|robot|machine|ai|computer|algorithm|chat ?bot)\b"
        ),
        (
            r"\b(?:give|gimme|drop) (?:me|us) a (?:ring|call|bell|buzz|tinkle|phone call)\b(?! (?:on|at|next|"
            r"this|"
            r"tomorrow|after|before|any ?time (?:on|after|before|between)|between) ?(?:mon|tue|wed|thu|fri|\d|"
            r"noon|lunch|week|morning|afternoon)?)"
        ),
        (
            r"\b(?:sign language|bsl|asl|auslan) interpret\w+|\b(?:hard of hearing|hearing[- ]impaired|"
            r"visually "
            r"impaired|partially sighted|wheelchair|screen reader|disabilit(?:y|ies)|dyslexi[ac]|neurodiver\w+|"
            r"autis\w+|step[- ]free)\b.{0,60}\b(?:need|require|adjust\w*|accommodat\w*|support|access\w*|speak|"
            r"discuss|help|interpreter|extra time|who)\b|\breasonable (?:adjustment|accommodation)s?\b"
        ),
    ),
    Cue.DECLINE: (
        (
            r"\b(?:none|nun|neither|not (?:one|any)|any|no one) (?:of |o' ?|o )(?:em|dem|the lot|them(?=\W*$|"
            r"\W*(?:"
            r"sorry|mate|thanks|i'm|unfortunately|tbh)))\b(?<!any of them)"
        ),
        (
            r"\bno good,? (?:any|all|none) of (?:them|those|these|em)\b|\bstrike out on all\b|\b(?:zero|"
            r"0) for (?:3|three)\b"
        ),
    ),
    Cue.YES: (
        (
            r"(?:(?:yes|yep|yeah|ok|okay|great|cool|thanks|ah|oh|perfect|cheers)\W+)*(?:that(?:'ll|'d| will|"
            r" would)? "
            r"do(?: nicely| me| fine| perfectly)?|grand(?: so| job)?|lovely jubbly|done deal|sweet(?: as)?|"
            r"too easy|"
            r"no dramas?|sorted|bingo|deadly|champion|sound|spot on|bang on|all good|happy days|you bet|"
            r"sure bet|"
            r"it's a deal|works like a charm|couldn't be better|no issues?(?: (?:from|on) my (?:side|end))?|"
            r"fine (?:from|on|at) my (?:side|end)|ok (?:from|on) my (?:side|end)|confirmed from my (?:side|"
            r"end)|noted "
            r"and confirmed|will be there|i shall be (?:there|available)|see you on (?:\w+)|good to go|"
            r"locked in|"
            r"right on|yessum|ripper|beauty|choice|ace|tops)(?:\W+(?:thanks|thank you|cheers|ta|mate|thx))*"
        ),
    ),
    Cue.ANY: (
        (
            r"\b(?:any|all|either|each|whichever|whatever)(?: one)? of the (?:two|three|four|lot|2|3|"
            r"4)\b(?! (?:days|"
            r"weeks))|\bi'm easy\b|"
            r"\b(?:can|could|would) (?:do|make|manage|take|attend) (?:all|any|either|both|each)(?: (?:two|three|2|3))?"
            r"(?: of (?:those|these|them|the)(?: (?:two|three|2|3|times|slots|options))?)?\W*(?:$|[.!,;])"
        ),
    ),
    Cue.DECLINE_IT: (r"^\W*not (?:that|this) (?:one|time|slot|day)\W*$",),
    Cue.CHECKS_BACK: (r"\b(?:will|would|does) (?:that|it|this) do\b",),
    Cue.OTHER_TIMES: (
        (
            r"\b(?:got|have you(?: got)?|are there|any) (?:any )?(?:others?|alternatives?)(?: going| free|"
            r" available| open| left)?\W*$"
        ),
    ),
    Cue.PROPOSES: (
        r"\bhow'?s about\b",
        (
            r"\b(?:can|could|shall|may|might) (?:we|i|you|u) (?:please )?(?:avoid|skip|rule out|leave out|"
            r"not (?:do|have)|exclude)\b"
        ),
    ),
    Cue.ASKS_SURELY: (
        r"what (?:happens|if|about if)\b",
        (
            r"(?:what|who|where|how|when)'?s (?:the |my |your |it |on the |next\b(?! (?:mon|tue|wed|thu|fri|"
            r"week))|"
            r"there|involved|included|expected|a typical|this|that|everyone|his|her)(?! (?:best|latest i|"
            r"earliest i))"
        ),
        (
            r"(?:do|does|did|are|have) (?:you|u|they|ya|your \w+|the (?:company|team|office|role|"
            r"job)) (?:also |ever |"
            r"guys )?(?:sponsor|offer|provide|pay|cover|reimburse|allow|support|require|hire|employ|"
            r"have (?:an?|any) "
            r"(?:office|dress|canteen|gym|probation|pension|bonus|idea)|use|know (?:who|what|how|where|if)|"
            r"accept|"
            r"need|include|involve|give|do (?:visa|remote|hybrid|relocation))\b"
        ),
        (
            r"any (?:tips|advice|benefits?|perks?|bonus\w*|parking|dress code|chance of (?:feedback|"
            r"relocation|visa|"
            r"remote|hybrid)|info(?:rmation)? (?:on|about)|news|update|feedback|homework|prep|idea (?:who|"
            r"what|how|"
            r"when the|where))\b"
        ),
        (
            r"(?:wanna|want to|wants to|dying to) know\b|(?:may|might|can|could) (?:i|we) (?:please |"
            r"kindly )?(?:know|"
            r"ask|enquire|inquire)\b|(?:kindly|pls|plz|please) (?:share|advise|confirm the|let me know the|"
            r"mention|"
            r"specify|update me|inform)\b(?! (?:if|whether) (?:this|that|it|these|those) (?:works?|suits?|is))"
        ),
    ),
}
