"""English cues: answers to proposals."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.DECLINE: (
        (
            r"\b(?:work|working|busy|have|got|booked|travel\w*|away|teach\w*|in (?:class|meetings|"
            r"lectures)|shift|exams?|engaged|tied up|occupied|unavailable|clash\w*|conflict\w*|"
            r"commitments?)\b(?:(?!\b(?:free|available|can|could|works?)\b)[^,;.!?]){0,40}?\b(?:at|on|"
            r"during|for|in|with) (?:all (?:of )?|both (?:of )?|any of |each of )?(?:those|these|"
            r"the (?:proposed|suggested|offered)) (?:times?|days?|dates?|slots?|hours?|ones|options?)\b|"
            r"\bnothing (?:\w+ ){0,3}?(?:suits?|works?|fits?|possible|good)\b"
        ),
        r"\b(?:all|both|each|every one)(?: \w+){0,4} (?:clash\w*|conflict\w*|overlap\w*)\b",
        (
            r"\b(?:none|neither|not (?:one|any|a single one)|no (?:one )?of|0|zero|"
            r"nil) (?:of )?(?:(?:these|those|them|the|your|the (?:\w+ )?(?:times|slots|options|dates|"
            r"proposals|suggestions))(?: \w+){0,3}? )?(?:really |actually |unfortunately |quite |"
            r"of (?:these|those|them) )*(?:work|suit|fit|match|are|is|will|would|can|possible|good|do|"
            r"seem|looks?|appeal)\w*"
        ),
        (
            r"\bnone of (?:these|those|them|the (?:\w+ )?(?:times|slots|options|dates|above|three|two|"
            r"proposals|suggestions|offered)|your)\b|\bnone (?:for me|fits?|works?|suits?|possible|"
            r"sorry|unfortunately|please|are)\b|\bneither (?:of (?:these|those|them|the|which)|one|time|"
            r"slot|option|works?|suits?|fits?|is|are|for me|sorry|unfortunately|date)\b|^\W*(?:none|"
            r"neither)\W*$"
        ),
        (
            # "Any day that isn't Monday" limits what is offered and declines nothing.
            r"(?<!day )(?<!days )(?<!date )(?<!dates )(?<!time )(?<!times )(?<!slot )(?<!hour )(?<!hours )"
            r"(?<!thing )(?<!week )(?<!noon )(?<!ning )(?<!\d )(?<!am )(?<!pm )"
            r"\b(?:these|those|they|that|this|it|which|(?:the|your|any of (?:the|these|those|your)|all|"
            r"both|any of (?:them|these|those)) ?(?:\w+ )?(?:times?|slots?|options?|dates?|proposals?|"
            r"suggestions?|proposed times?|days?|ones?|three|two|offers?|hours?)?) (?:all |both |"
            r"really |unfortunately |sadly |just |simply |times? |slots? |dates? |one |options? |does |"
            r"do |is |are |was |were |would be |'s |'re )*(?:don't|do not|doesn't|does not|dont|doesnt|"
            r"won't|will not|wont|can't|cannot|wouldn't|would not|isn't|aren't|are not|is not|not|"
            r"clash\w*|conflict\w*|no good|are out|is out|no longer) ?(?:really |quite |all |possible |"
            r"be )*(?:work\w*|suit\w*|fit\w*|possible|good|convenient|ok\w*|great|doable|feasible|match|"
            r"do|be|happen|ideal|for me|with|an option|manageable|available|clash)?"
        ),
        (
            r"\b(?:can't|cannot|can not|cant|couldn't|not able to|unable to|won't be able to|don't|"
            r"not) (?:really |actually )?(?:make|do|manage|attend|meet|accept|take|be there|join|come|"
            r"commit to|accommodate|available|free|use|pick)? ?(?:at |for |to |on |during )?(?:any|"
            r"either|one|all|it) ?(?:of )?(?:(?:these|those|them|the|your)\b(?: \w+){0,2}|(?:proposed|"
            r"suggested|offered) (?:times?|slots?|dates?))"
        ),
        r"[\U0001f44e]",
    ),
    Cue.DECLINE_IT: (
        (
            r"\b(?:that|this|these|those|they|it)(?: one| time| slot)?(?:'s|'re| is| are) (?:no (?:good|"
            r"use|help)|useless|"
            r"not a good (?:time|day|slot|one))\b|^\W*(?:\w+,? )?not a good (?:time|day|slot)\b"
        ),
        (
            r"\b(?:can't|cannot|can not|cant|not able to|unable to|won't be able to|won't|not gonna|"
            r"couldn't) (?:make|do|manage|attend|accept|take|be there|join|come|commit to)(?: (?:it|"
            r"that|this|those|these|them|then|at (?:that|this|those|these) times?|on (?:that|this|those|"
            r"these) (?:days?|dates?)|(?:that|this|those|these|the|your|the (?:proposed|suggested|"
            r"offered)) (?:times?|slots?|dates?|one|days?|proposal|options?|ones|"
            r"appointment)))?(?:\s*[,.;!)]|\s+(?:unfortunately|sorry|i'm afraid|but|either|because|as|"
            r"since|due|at all|then|sadly|though|and)\b|\W*$)"
        ),
        (
            r"\b(?:not|isn't|aren't|not really|n't) (?:possible|available|free|good|convenient|doable|"
            r"suitable|feasible|an option|ideal) (?:for me |at |then|on )?(?:those|these|that|this|"
            r"any of|either|for me|then|unfortunately|sorry|i'm afraid)|^\W*(?:unfortunately |sorry,? |"
            r"i'm afraid )*(?:not possible|not available|not free|not suitable|impossible|won't work|"
            r"doesn't work|don't work|no can do|can't do|can't make it|not good|not convenient|"
            r"unavailable|doesn't suit|don't suit|not for me|no good|not really|not gonna work|"
            r"ain't gonna work)\b"
        ),
        (
            r"\b(?:all|both|they're|they are|those|these|that's|that is|it's|it is|way|far|bit|much|is|"
            r"are|a little|a tad|just) (?:\w+ )?too (?:early|late|soon|far (?:out|away|off|ahead)|"
            r"short notice|close|long)\b|^\W*too (?:early|late|soon|short notice|far)\b|\btoo (?:early|"
            r"late|soon) for me\b|\b(?:can't|unable|not able|have to decline|must decline|i decline|"
            r"i have to say no|gotta decline|decline (?:these|those|them|all|both|the (?:proposed|times|"
            r"slots)))\b(?=\W*(?:$|[.,;!]|these|those|them|all|both|the times))"
        ),
        (
            r"\b(?:i'm|i am|i'll be|i will be|am|be) (?:already )?(?:busy|booked|unavailable|tied up|"
            r"occupied|working|away|not (?:free|available|around)|n't (?:free|available)) (?:for |at |"
            r"during |on |in )?(?:all (?:of )?|both (?:of )?|each of |every one of )?(?:those|these|"
            r"that|them|the (?:times|slots|dates))\b|\b(?:have|got) (?:conflicts?|clash\w*|"
            r"something(?: on)?|commitments?|plans|appointments|other (?:plans|commitments)) (?:on |at |"
            r"for |during |with )?(?:all (?:of )?|both (?:of )?)?(?:those|these|that|them|then|all)\b|"
            r"\bclash\w* with (?:all|both|my|work|uni|everything)\b(?!.{0,60}\b(?:so|but)\b)"
        ),
        (
            r"\b(?:won't|wont|doesn't|doesnt|don't|dont|not|n't) (?:really |gonna |going to |"
            r"quite )?(?:work|suit|fit)(?: for)?(?: (?:me|my|us|with))?(?: (?:schedule|calendar|"
            r"diary))?(?:\W*$|[,.;!]| (?:at all|unfortunately|sorry|i'm afraid|either|any ?more|"
            r"anymore))|\b(?:hard|big) (?:no|pass)\b|\bi'll (?:have to )?pass on (?:these|those|all|"
            r"both|that|this time)\b|\bi reject\b|\b(?:rejected|declined)\W*$|\bdifferent (?:times?|"
            r"dates?|days?|slots?)(?: please)?\W*$"
        ),
    ),
    Cue.OTHER_TIMES: (
        (
            r"\b(?:any|some|have|got|offer|propose|suggest|send|give|need|want|like|see|find|are there|"
            r"is there|show|try|look for|request|prefer|look at|provide|consider|share|get|with|pick|"
            r"about|be|possible|choose|for|rather have|hoping for) (?:\w+ ){0,3}?(?:(?:others|"
            r"alternatives|(?:other|another|alternative|different|diff|new|additional|more|further|"
            r"later|earlier) (?:\w+ ){0,2}?(?:times?|slots?|options?|dates?|days?|availab\w+|windows?|"
            r"appointments?|opening\w*|possibilit\w+|suggestions?|proposals?|choices?|ones?|set|week|"
            r"time ?slots?)))(?=\W*$|\W*[?.,;!]| (?:please|available|possible|in|on|that|for|instead|"
            r"at all|maybe|perhaps|pls|than|by|if|which|next|this|later))"
        ),
        (
            r"\b(?:what|anything|something|some ?time|any ?time|when|nothing|where) else\b(?! (?:goes|works|"
            r"is|suits|will|would|should|can|'s)\b)|"
            r"\b(?:anything|something|any (?:slots?|times?|appointments?|options?)|a slot|"
            r"slots) (?:a bit |a little |much |slightly )?(?:later|earlier|sooner|different|after|"
            r"before)\b(?! (?:\d|mon|tue|wed|thu|fri|noon|lunch))|\b(?:what|which) (?:other|alternative|"
            r"else|more) ?(?:times?|slots?|dates?|days?|options?)?\b|\b(?:other|alternative|different|"
            r"new) (?:times?|slots?|options?|dates?|days?|proposals?|suggestions?|"
            r"appointments?)(?: please| pls| available| possible| possibly)?\W*$|\balternatives?\W*$|"
            r"^\W*(?:other|another|different|new|more|alternative) (?:\w+ )?(?:times?|slots?|options?|"
            r"dates?|days?|suggestions?|ones?)\b|\b(?:try|guess|think) again\b"
        ),
        (
            r"\b(?:can|could|would|may|might) (?:we|you|i|it) (?:please |possibly |"
            r"maybe )?(?:resched\w+|rearrange|find (?:another|a different)|do another|look for another|"
            r"postpone|move (?:it|this|them)|push (?:it|this)|shift (?:it|this)|change (?:it|this|"
            r"the (?:time|date)))\b(?=\W*$|\W*\?| please| to (?:another|a (?:different|later|new|"
            r"another))| to (?:later|earlier)\W*$)|\b(?:need|like|want|have|prefer) to (?:resched\w+|"
            r"rearrange|postpone)\b(?=\W*$|\W*[.,!?]| (?:please|it|this))"
        ),
    ),
    Cue.NO: (
        (
            r"(?:(?:oh|sorry|hi|hello|hey|thanks|thank you|um+|uh+|well|ah|sadly|unfortunately|alas|"
            r"i'm afraid|im afraid|lol|but|regrettably|hmm+|i'm sorry)\W+)*(?:n+o+|nope|nah+|naw|no way|"
            r"negative|not really|no thanks|no thank you|no sorry|nay|non|nein|unfortunately not|"
            r"sadly not|afraid not|i'm afraid not|unfortunately no|sadly no|no unfortunately|"
            r"not possible|impossible|i can't|i cannot|cant|can't|can't do|can't make it|no can do|pass|"
            r"hard no|i can not|unable|i'm not able to|i am unable|no luck|no good|not good|won't work|"
            r"doesn't work|don't work|does not work|do not work|not at all|absolutely not|certainly not|"
            r"of course not|decline|declined|rejected|bad|busy|unavailable|not available|not free|"
            r"i'm busy|no dice|no chance)(?:\W+(?:sorry|thanks|thank you|unfortunately|i'm afraid|"
            r"for me|sadly|lol|at all|mate|sir|please|no|nope|really|then|man))*"
        ),
    ),
    Cue.YES: (
        (
            r"(?:(?:oh|hi|hello|hey|thanks|thank you|great|well|ah|super|ok(?:ay)?|yes|yep|sure|perfect|"
            r"cool|awesome|lovely|excellent|good|wonderful|brilliant)\W+)*(?:y+e+s+|ye[ap]h?|yeah+|yup+|"
            r"yep+|ya|yas+|ye|y|sure(?: thing)?|ok(?:ay|ey|ie)?|okey dokey|k+|kk|fine(?: by me| with me|"
            r" for me)?|(?:that's |that is |it's |all )?(?:fine|good|great|perfect|ok(?:ay)?|alright|"
            r"all right|excellent|ideal|lovely|brilliant|wonderful|fantastic|super|awesome|cool|amazing|"
            r"doable|correct|right|confirmed|accepted|booked|agreed)(?: (?:for|with|by) me)?|absolutely|"
            r"definitely|certainly|of course|sounds? (?:good|great|perfect|fine|lovely|ok(?:ay)?|"
            r"excellent|wonderful|awesome|like a plan)(?: to me)?|looks? (?:good|great|fine)(?: to me)?|"
            r"(?:that |this |it |which |that time |that slot |this time |this slot |the time |the slot |"
            r"the proposed time |your proposal )?(?:really |totally |also |definitely |still |all |"
            r"should |would |will |can )*(?:works?|suits?|fits?|does it|will do)(?: (?:well|great|"
            r"perfectly|fine|nicely|just fine|perfect|best))?(?: (?:for )?(?:me|us))?(?: (?:well|great|"
            r"perfectly|fine|nicely|too|perfect))?|works?|confirm(?:ed|ing)?|i confirm|i accept|"
            r"accept(?:ed)?|agreed|deal|done|book it|go ahead|let's (?:do (?:it|that|this)|"
            r"go(?: with (?:it|that|this))?|lock it in)|lock it in|i'll take it|i'll be there|"
            r"i will be there|i can (?:make|do) (?:it|that|this)(?: time| slot)?|can do|i can make it|"
            r"see you then|see you there|see you|count me in|i'm in|im in|i'm available|"
            r"i'm free(?: then)?|i am free(?: then)?|i am available(?: then)?|available|no problem|np|"
            r"no worries|roger(?: that)?|affirmative|aye|10-4|copy that|gladly|with pleasure|happy to|"
            r"my pleasure|very well|very good|sounds? good|please do|looking forward(?: to (?:it|that|"
            r"meeting you))?|all set|perfecto|righto|bet|word|that'll do|that'll work|that will work|"
            r"that would work|that would be (?:great|fine|perfect|good|ok(?:ay)?|lovely)|"
            r"happy with that|good for me|i do|i am|we're on|it's a date|me too|indeed|exactly|yes sir|"
            r"yessir)(?:\W+(?:thanks|thank you|thx|ty|thank you very much|thank you so much|"
            r"thanks a lot|please|see you then|see you|see you there|then|it is|for me|to me|cheers|"
            r"great|perfect|good|with me|by me|mate|sir|so much|looking forward(?: to (?:it|that|"
            r"meeting you|speaking))?|yes|yep|ok(?:ay)?|i'll be there|talk then|speak then|talk soon|"
            r"confirmed|works(?: for me)?|that works(?: for me)?|lol|team|all|everyone|that's fine|"
            r"let's do it|book it|sounds good|of course|sure))*"
        ),
        (
            r"(?:[\U0001f44d\U0001f44c\u2705\u2714\U0001f64c\U0001f197\U0001f918\U0001f91d\u2611\U0001f44f\U0001f4af\U0001f60a\U0001f642\U0001f600\U0001f603\U0001f604\U0001f601\U0001f64f\U0001f389\U0001f3fb-\U0001f3ff\U0001f973\U0001fae1\u263a\U0001f929\U0001f60d\U0001f60e\U0001f609\U0001f607\U0001f970\s!.]+)"
        ),
    ),
    Cue.YES_WITHIN: (
        (
            r"\b(?:that|it|this|that time|this time|that slot|this slot|the (?:proposed |"
            r"suggested )?(?:time|slot|date|appointment)|your (?:proposal|suggestion)|"
            r"your proposed time|which) (?:time |slot |one )?(?:really |totally |definitely |still |"
            r"would |will |should |absolutely |perfectly |is |'s |sounds? |looks? |works? |suits? |"
            r"fits? )+(?:work|works|suit|suits|fit|fits|fine|great|good|perfect|ok|okay|me|well|ideal|"
            r"convenient|perfectly|for me|possible|be (?:fine|great|good|perfect|ok|okay|possible))\b|"
            r"\bi(?:'ll| will|'d| would|'m| am)? (?:happily |gladly |hereby |very |happy to |glad to |"
            r"pleased to |be (?:happy|glad|pleased|able) to |can |would like to |like to |love to |"
            r"want to )*(?:confirm|accept|take it|take that|be there|attend|make it|do that|make that|"
            r"do it)\b|\b(?:see you (?:then|there)|count me in|i'm free then|i am free then|"
            r"i am available then|i'm available then|works for me|fine (?:by|with) me|(?:thanks|"
            r"thank you).{0,20}confirmed|looking forward to it|sounds (?:good|great|perfect))\b|"
            r"\b(?:please )?(?:book|confirm|reserve) (?:it|that|this|me in)\b|^\W*(?:yes|yep|yeah|sure|"
            r"absolutely|of course|definitely|certainly|perfect)\b|[\U0001f44d\U0001f44c\u2705]"
        ),
    ),
    Cue.ANY: (
        (
            r"\b(?!all the (?:very )?best\b)(?:any|all|both|either|each|every|everything|anything|"
            r"whichever|whatever|any ?one|"
            r"all (?:three|of (?:them|these|those|the above))|all (?:3|2|two)|any of (?:them|these|"
            r"those|the (?:above|three|two|times|slots|options|\w+ ones?)|your|"
            r"those times))\b(?: (?:of )?(?:them|these|those|the|your|one|ones|times?|slots?|options?|"
            r"dates?|three|two|3|2|above|proposed|suggested|day|days|you \w+|works|proposals?|"
            r"suggestions?|is|are|would|will|that|be|should|can|sounds?|looks?|really|equally|totally|"
            r"absolutely|just|perfectly|mornings?|"
            r"afternoons?|(?:mon|tues|wednes|thurs|fri)days?(?:'s)?))* ?(?:work\w*|fine|good|ok(?:ay)?|great|"
            r"suits?|fit\w*|possible|perfect|easiest|best|prefer|do|acceptable|convenient|alright|cool|"
            r"for me|please|doable|you (?:like|want|prefer|choose)|suit you|works for you|is easier|"
            r"free|available)\b|^\W*(?:any(?: (?:one|of (?:them|those|these)|time|slot))?|"
            r"either(?: (?:one|way))?|both|all(?: of (?:them|these|those)| three)?|whichever|whatever|"
            r"anything|anytime|any time)\W*(?:please|thanks|thank you|really|lol)?\W*$"
        ),
        (
            r"\b(?:i )?(?:don't|do not|dont) (?:really )?(?:mind|care|have a preference)(?: which)?\b|"
            r"\bno preference\b|\bup to you\b|"
            r"\byou (?:pick|choose|decide)\b|(?:up to you|^|it's|all)\W{0,3}your (?:call|choice|pick)\b|"
            r"\bit's all the same\b|\bdoes(?:n't| not) matter\b|\bdealer's choice\b|\b(?:i'm|"
            r"i am) (?:completely |totally |fully |pretty |very |quite )?(?:flexible|easy|"
            r"open)(?: (?:on|with|about) (?:these|those|them|any|all))?\W*$|\b(?:happy|good|fine|"
            r"ok(?:ay)?|available|free|cool|comfortable) (?:with|for|at|on) (?:any|all|either|"
            r"both)(?: (?:of (?:them|these|those|the (?:above|times|slots|options|three|two))|one|three|"
            r"times|slots|options))?(?=\W*$|\W*[.,;!])|\bi(?: can|'d| could| would| will|"
            r"'ll)? (?:be able to |happily |easily )?(?:do|make|attend|manage|accept|take) (?:any|all|"
            r"either|both)(?: (?:of (?:them|these|those|the (?:above|times|slots|options|three|two))|"
            r"one|three|times|slots|options))?(?=\W*$|\W*[.,;!]| (?:so|but|just|please|and))|"
            r"\bwhichever (?:is|suits|works|you|one|time|slot)\b|\bwhat(?:ever|'s) (?:is )?(?:easiest|"
            r"best for you|suits you)\b|\bpick (?:any|whichever|whatever)\b|\b(?:just|please|"
            r"you) pick one\b"
        ),
    ),
    Cue.REST: (
        (
            r"\b(?:the )?(?:other|remaining|others|rest|rest of (?:them|these|those))(?: (?:one|two|2|"
            r"slot|slots|option|options|time|times|ones))?(?: (?:is|are|would be|works?|suits?|fits?|"
            r"fine|ok(?:ay)?|good|great|please))\b"
        ),
    ),
    Cue.CHANGE: (
        (
            r"\b(?:can|could|would|may|might|shall) (?:we|you|i|it|it be|"
            r"that) (?:\w+ ){0,2}?(?:make (?:it|that)|move|push|shift|change|bring|start)\b|"
            r"\b(?:rather than|instead of)\b|\binstead\W*$|\bbut (?:\w+ ){0,4}?(?:later|earlier|"
            r"instead)\b|\b(?:prefer|rather) (?:it )?(?:to be )?(?:at|around|after|before|later|"
            r"earlier)\b|\b(?:move|push|shift|change) (?:it|that|this) (?:to|back|forward)\b"
        ),
    ),
    Cue.UNSUITABLE: (
        (
            r"\b(?:can't|cannot|can not|cant|won't|wont|doesn't|doesnt|don't|dont|not|isn't|aren't|n't|"
            r"no|never|clash\w*|conflict\w*|except|but not|apart from|other than|impossible|out|busy|"
            r"unavailable|bad|instead of|rather than|too (?:early|late|soon)|neither|nor|over|decline|"
            r"without|unable|struggle|tricky|difficult|excluding|save for|booked|problem(?:atic)?|no go|"
            r"fails|blocked|reject|gone)\b|\b(?:do|does|did|is|are|was|were|wo|would|ca|could|should|"
            r"has|have|had|ai)n't\b"
        ),
    ),
    Cue.NOT_UNSUITABLE: (
        (
            r"\bno (?:problem|worries|issues?|objections?|trouble|doubt|conflicts?)\b|\bwhy not\b|"
            r"\bcan't wait\b|\bnot (?:a |an )?(?:problem|issue|bad)\b|\b(?:don't|do not) mind\b|"
            r"\bnothing against\b|\bnot only\b|\bif (?:it's |that's )?not (?:possible|too)\b|\bnumber|"
            r"\bno\. ?\d|\bno longer busy\b|\bif not\b"
        ),
    ),
    Cue.EXCEPT: (
        (
            r"(?:but|except|apart from|other than|besides|save|bar|excluding|not|minus|instead of|"
            r"rather than|than|over|without|nor)(?: for)?(?: with)?(?: the| number| option| slot)*\s*$"
        ),
    ),
    Cue.TAKES: (
        (
            r"(?:take|pick|choose|select|go (?:for|with)|going (?:for|with)|prefer|like|want|have|do|"
            r"number|it's|its|say|yes to|yes|book|confirm|accept|please|so|then|rather|for me|vote for|"
            r"ok(?:ay)? with|happy with|good with|fine with|works?:?|answer:?|choice:?)(?: the| number|"
            r" no\.?| nr\.?| #| is)*\s*$"
        ),
    ),
}
