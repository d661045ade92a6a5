"""English cues: calls for a person, and what only looks like one."""

from domain.negotiation.intents.cues import Cue

_PERSON = (
    r"(?:human(?: being)?|person|people|someone|somebody|some one|recruiter|hr(?: (?:team|"
    r"department|person|rep\w*))?|human resources|representative|rep|agent|operator|"
    r"staff(?: member)?|member of (?:staff|the team|your team)|team member|colleague|"
    r"coordinator|hiring manager|manager|hiring team|(?:your|the) team|individual|man|woman|"
    r"advisor|talent (?:team|partner)|real one|actual one)"
)
_SPEAK = (
    r"(?:speak|talk|chat|deal|communicate|converse|interact|correspond|arrange (?:this|it|that|"
    r"things)|sort (?:this|it|that) out|discuss (?:this|it|that)?|do this|handle this|"
    r"get in touch|liaise|connect|schedule (?:this|it)|organi[sz]e (?:this|it)|be in touch|"
    r"work this out|go over this|settle this|continue|hear from|write|email)"
)

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.HUMAN: (
        r"\bis there (?:a|any) (?:tele)?phone number\W*$|\bget me (?:some(?:body|one)|a colleague)\b",
        (
            r"\b(?:contacted|called|phoned|helped|served|handled|assisted|dealt with|answered) by (?:an? "
            r")?(?:real |actual |"
            r"live )?(?:human(?: being)?|person|recruiter|colleague)\b|\b(?:human|person|someone|somebody|"
            r"anyone|anybody) "
            r"(?:there |here )?(?:that |who |whom )?(?:i|we) (?:can|could|may|might) (?:talk|speak|write|"
            r"turn|reach|contact|"
            r"call|ring)\b|\b(?:have|get|ask) (?:(?:ms|mr|mrs|dr)\.? )?\w+ (?:to )?(?:call|phone|ring) "
            r"me\b(?! (?:on |at |this |"
            r"next )?(?:mon|tue|wed|thu|fri|sat|sun|\d|tomorrow))|\bput (?:me|us) in (?:touch|contact)\b|"
            r"\b(?:let me|want to|"
            r"need to|like to|can i|could i|may i) (?:speak|talk) (?:to|with) (?:your|a) (?:supervisor|"
            r"boss|superior)\b|"
            r"\b(?:someone|somebody|anyone|anybody) (?:please )?(?:explain|help|tell|walk|"
            r"assist)\b.{0,40}\bthe (?:tele)?phone\b"
        ),
        (
            r"\b(?:email|e-mail|write to|contact|reach|message|call|phone|ring) (?:an? |some )(?:real |"
            r"actual )?(?:person|human(?: being)?|people|member of staff|staff member)\b|\b(?:someone|"
            r"somebody|anyone|anybody) (?:please|pls|plz) (?:call|contact|ring|phone|help)\b"
        ),
        (
            r"\b(?:comfortable|easier|prefer|better|happier|appreciate|like|love|fan of|"
            r"mind) (?:\w+ )?(?:speaking|talking|chatting|dealing|communicating|corresponding) (?:to|"
            rf"with) (?:an? |the |your |some )?(?:\w+ )?{_PERSON}\b"
        ),
        (
            r"\bplease escalate\b|\bescalate (?:this|it|me|my)\b|\b(?:speak|talk|chat) (?:to|"
            r"with) (?:\w+ ){1,3}?(?:directly|in person|personally|instead)\b|\b(?:i'd like|i want|"
            r"i need|can i|could i|may i|i would like|let me|i'd prefer|i wish|"
            r"i'd love) (?:to )?(?:please )?(?:speak|talk|chat) (?:to|with) (?!you\b|u\b|my\b|them\b|"
            r"your team\b|everyone\b|him\b|her\b)(?:(?:ms|mr|mrs|dr)\.? )?\w+\W*(?:please)?\W*$|"
            r"\b(?:phone|telephone|contact|mobile|your) number\b.{0,30}\b(?:talk|i (?:can|"
            r"could) (?:call|ring|reach)|(?:to|we) (?:call|speak|ring|discuss)|speak|reach (?:you|"
            r"someone))\b|\b(?:step[- ]free|wheelchair|barrier[- ]free)\b"
        ),
        (
            rf"\b{_SPEAK} (?:\w+ ){{0,2}}?(?:to|with|by) (?:an? |the |your |some |any |"
            rf"another )?(?:\w+ ){{0,2}}?{_PERSON}\b"
        ),
        (
            rf"\b{_SPEAK} (?:\w+ ){{0,3}}?(?:directly |in person )?(?:to|with) (?:the |your |"
            r"an? )?(?:recruit\w+|hr|hiring \w+|human\w*)\b"
        ),
        (
            r"\b(?:real|actual|live|proper|genuine|flesh[ -]and[ -]blood|living) (?:human(?: being)?|"
            r"person|people|recruiter|agent|someone|staff|employee)\b|\breal[ -]life (?:human|person)\b"
        ),
        (
            r"^\W*(?:a |the )?(?:human(?: being)?|person|agent|operator|representative|"
            r"recruiter)\W*(?:please|pls|plz|now|pleeease)?\W*$|\b(?:human|person|agent|operator|"
            r"representative|recruiter),? (?:please|pls|plz)\b|\b(?:need|want|get me|give me|prefer|"
            r"like|require) (?:to have )?an? (?:\w+ )?(?:human(?: being)?|person|recruiter|"
            r"human contact|personal contact|point of contact|contact person|agent|operator)\b"
        ),
        (
            r"\b(?:can|could|may|would|will|please|pls|let|have|want|need|get|ask|like|prefer|wish|"
            rf"rather|if|must|expect) (?:\w+ ){{0,3}}?{_PERSON} (?:from \w+ (?:\w+ )?)?(?:to |please |"
            r"kindly |could |can )*(?:call|ring|phone|contact|telephone|reach out|get in touch|"
            r"get back to|write to|email|speak|talk|help|assist|take over|step in|handle|look (?:at|"
            r"into)|deal with|reply|respond|sort|answer)\b"
        ),
        (
            r"\b(?:please|pls|plz|can you|could you|would you|just|kindly|you can|better|simply|"
            r"want you to|need you to|like you to|someone|rather you|if you could|and|or|"
            r"will you) (?:please |just |kindly )?(?:call|ring|phone|telephone) (?:me|us)\b(?! (?:on |"
            r"at |this |next )?(?:mon|tue|wed|thu|fri|sat|sun|\d{1,2}(?::\d\d)? ?(?:am|pm)|"
            r"\d{1,2}(?::\d\d)?\b(?!\d)|tomorrow|after \d|between))|^\W*(?:call|ring|"
            r"phone) me(?: (?:please|pls|back|instead|asap|directly|now))*\W*$"
        ),
        (
            r"\bgive me a (?:call|ring|bell|buzz)\b|\bcall me(?: back)?,? (?:please|instead|asap|"
            r"directly|pls)\b|\b(?:rather|prefer|like|want|need) (?:to have |to do |to arrange |to get |"
            r"a quick )?(?:a |this |it )?(?:by |over |on |via )?(?:the |a )?(?:phone|"
            r"telephone)(?: call)?\b(?! interview)|\b(?:discuss|arrange|sort|do|settle|talk|speak|"
            r"schedule|organi[sz]e|resolve) (?:\w+ ){0,3}?(?:over|by|on) (?:the |a )?(?:phone|"
            r"telephone)\b|\b(?:request|schedule|arrange|have|get) an? (?:phone ?call|call ?back|"
            r"callback)\b"
        ),
        (
            r"\b(?:who|whom|is there (?:someone|anyone|anybody|somebody|a person|a human|a number|"
            r"a phone number)|how) (?:can|could|may|do|should|that|i|to|for|me|we) (?:i |me |we |can |"
            r"to )?(?:call|ring|phone|speak|talk|reach|contact|telephone)\b"
        ),
        (
            r"\b(?:connect|transfer|forward|escalate|put|hand|pass|redirect|refer|route|get|"
            r"direct) (?:me|us|this|it|my (?:message|case|request)) (?:\w+ )?(?:to|with|through|over|"
            r"on to|onto|hold of) (?:an? |the |your |some )?(?:\w+ )?(?:"
        )
        + _PERSON
        + r"|humans?)\b|\bput me through\b",
        (
            r"\b(?:don't|do not|not|n't|hate|refuse to|stop|rather not|tired of|sick of|fed up with|"
            r"no more|instead of|rather than|won't|dislike) (?:\w+ ){0,3}?(?:talk\w*|speak\w*|chat\w*|"
            r"deal\w*|communicat\w*|interact\w*|writ\w*|discuss\w*|negotiat\w*|messag\w*|"
            r"going back and forth)? ?(?:this |it )?(?:to|with)? ?(?:an? |the |this |your |these |"
            r"some )?(?:\w+ )?(?:bots?|robots?|machines?|ai|chatbots?|computers?|automat\w+(?: system)?|"
            r"software|algorithms?)\b"
        ),
        (
            r"\b(?:reasonable |workplace |special |disability |accessibility )(?:accommodations?|"
            r"adjustments?|arrangements?|needs|requirements)\b|\b(?:need|require|request\w*|ask\w* for|"
            r"like|arrange|provide|discuss|have|offer|make|want|seek\w*|about|some|an?|"
            r"get) (?:\w+ ){0,3}?(?:accommodations?|adjustments?)\b(?! (?:in|near|costs?|for the night|"
            r"booked|expens))"
        ),
        (
            r"\b(?:i'm|i am|as i am|i have|i've|due to|because of|being|since i'm|i use|i need|have a|"
            r"with a|my|need|require|for) (?:an? |my |the )?(?:\w+ ){0,2}?(?:deaf(?:ness)?|"
            r"hard of hearing|hearing (?:aid|loss|impair\w+|disab\w+)|blind|visually impaired|"
            r"visual impairment|partially sighted|dyslexi[ac]|dyspraxi[ac]|autis[tm]\w*|adhd|"
            r"disab(?:led|ility|ilities)|wheelchair|stammer|stutter|neurodiver\w+|speech impediment|"
            r"sign[ -]language|interpreter|step[ -]free|screen reader|captions?|captioning|subtitles|"
            r"crutches|epilep\w+|guide dog|service (?:dog|animal)|chronic (?:illness|condition|pain)|"
            r"anxiety disorder|mobility (?:issue|impairment|problem)s?)\b"
        ),
        (
            r"\bextra time (?:for|because|due|on|in|during)\b|\b(?:wheelchair|accessible|"
            r"accessib\w+) (?:access|user|entrance|venue|building|room|parking|interview)\b|"
            r"\bsign[ -]language interpreter\b|\baccessib(?:le|ility) (?:issues?|needs|support)\b"
        ),
        (
            r"\b(?:is|are|can|could|may) (?:there )?(?:anyone|anybody|somebody|someone|a human|"
            r"a person) (?:there|available to (?:talk|speak|help|call)|i can (?:talk|speak|call|"
            r"contact)|real)\b|\b(?:no|stop|enough|without) (?:more )?(?:bots?|robots?|"
            r"automated (?:messages?|replies|emails?)|ai|chatbots?)\b(?! interview)|\b(?:human|"
            r"personal) (?:contact|assistance|support|help|intervention|touch|agent|operator|"
            r"representative)\b"
        ),
    ),
    Cue.NOT_HUMAN: (
        (
            r"\bdo you (?:offer|provide|cover|book|pay for|have|"
            r"reimburse) (?:\w+ )?accommodation\b(?!s)|\bdisabled (?:parking|badge|toilet|permit)\b"
        ),
        (
            r"\b(?:to|with|by) my (?:\w+ )?(?:manager|boss|team|colleagues?|wife|husband|partner|"
            r"supervisor|employer|company|hr|family|doctor|advisor|professor|lawyer|line manager)\b"
        ),
        (
            r"\b(?:will|is|are|does|do|am|was|would|should) (?:a |an |the |this |it |i |you |there |my |"
            r"that |these )*(?:\w+ ){0,4}?(?:human|person|bot|robot|ai|recruiter|"
            r"hiring manager)\b(?! (?:that |who |whom )?(?:i|we) (?:can|could))"
            r".{0,60}\?(?<!please\?)"
        ),
        (
            r"\b(?:no need|don't need|do not need|needn't|not necessary|don't have|not have|no reason|"
            r"don't want|do not want|without|never) (?:\w+ ){0,2}?(?:to )?(?:\w+ )?(?:a (?:human|person|"
            r"call|phone call)|someone to call|speak to (?:a|anyone)|call me|(?:special |any |"
            r"an? )?(?:accommodation|adjustment)s?)\b"
        ),
        (
            r"\b(?:spoke|spoken|talked|chatted|met|(?:i'm|am|be|was|been|after|while|when|keep|"
            r"finish) (?:speaking|talking|meeting|chatting)) (?:already )?(?:to|with) (?:a|an|the|your|"
            r"my|someone|somebody|people|his|her|our)\b(?! (?:bot|robot|machine|human\b.{0,8}(?:please|"
            r"instead)))"
        ),
        (
            r"\b(?:i have|i've got|i've|there's|i got|have|having|got|on) (?:an?|my|another|"
            r"the) (?:\w+ ){0,2}?(?:call|meeting|appointment|interview|chat) (?:to|with|at|on|from|"
            r"until|then)\b"
        ),
        (
            r"\b(?:looking forward|excited|happy|pleased|glad|nice|great|good|lovely|delighted|keen|"
            r"pleasure) to (?:speak\w*|talk\w*|meet\w*|chat\w*|hear\w*|be speaking|speaking)\b"
        ),
        (
            r"\b(?:will|would|am|'ll|going to|do|should|shall) (?:i|we|you) (?:be )?(?:speak\w*|talk\w*|"
            r"meet\w*|chat\w*|deal\w*) (?:to|with)\b"
        ),
        (
            r"\b(?:happy|glad|able|available|free|can|could|ready) to (?:speak|talk|chat|take a call)\b|"
            r"\b(?:travel|hotel|overnight|student|cover|book|pay for) (?:and )?accommodation\b|"
            r"\baccommodations? (?:cost|expens|provided|covered)\w*|"
            r"\bthank\w* (?:you )?(?:for )?(?:\w+ )?accommodat\w+\b|\bif (?:you )?can(?:'t| not|"
            r"not)? accommodate\b"
        ),
        (
            r"\b(?:time|schedule|calendar|minor|slight|small|clock|zone) adjustments?\b|"
            r"\badjustments? (?:to|of) (?:the|my|our) (?:time|schedule|calendar|slot|date)\b|"
            r"\bmake (?:a |an )?adjustments? to (?:my|the) (?:calendar|schedule)\b"
        ),
        (
            r"\b(?:people|human) (?:manager|person\b(?! please)|resources (?:meeting|department at|"
            r"training|manager at)|rights)|\bi'm a people person\b|\bin person\b|\bper person\b|"
            r"\bhuman resources (?:meeting|training|workshop)\b|\bonly human\b"
        ),
        (
            r"\b(?:will|does|do|is|are) (?:\w+ ){0,4}?(?:call me|ring me|phone me|"
            r"contact me)\b.{0,30}\?(?<!please\?)|\bwho (?:will|would|is going to|'ll) (?:call|ring|"
            r"phone|contact)\b|\bwill (?:you|someone|they|somebody|anyone) (?:call|ring|phone)\b"
        ),
        (
            r"\bhappy to (?:do|have|take) (?:it|this|a call)|\b(?:phone|telephone|video) (?:call|"
            r"interview) (?:is|works|would be|at|on)\b|"
            r"(?<!human )(?<!person )(?<!someone )(?<!somebody )(?<!anyone )\bi can (?:be reached|speak|talk|"
            r"take calls)\b|"
            r"\b(?:you can|feel free to) (?:call|reach|ring|phone) me (?:on|at|any|between|after|"
            r"before)\b"
        ),
    ),
}
