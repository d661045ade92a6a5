"""English instructions to the software, over folded text."""

_RULES_EN = (
    r"(?:instructions?|rules?|prompts?|guidelines?|constraints?|polic(?:y|ies)|restrictions?|"
    r"notice(?: period)?|programming|directives?|system|"
    r"checks?|limits?|limitations?|working hours|safeguards?|filters?|training|settings?|"
    r"guardrails?|orders|context|conversation|requirements?|protocols?)"
)
_OTHERS_EN = r"(?:other|all|every|everyone|everybody|each|competing|rival|remaining|previous)"
_BOSS_EN = (
    r"(?:hiring manager|recruiter|admin\w*|ceo|cto|head of \w+|hr|hr manager|interviewer|system|"
    r"owner|boss|developer|director|manager|company|operator|creator|supervisor|vendor|"
    r"management|it)"
)

INSTRUCTIONS: tuple[str, ...] = (
    (
        r"\b(?:treat|count|regard|consider|take|log|register|record) (?:this|that|it|my|the) ?(?:message|reply|answer|"
        r"mail|e-?mail|note)? ?as (?:an? |the |my )?(?:acceptance|confirmation|selection|booking|approval|accepted|"
        r"confirmed|selected|booked)\b"
    ),
    (
        r"^\W*(?:(?:note|message|memo|attn|attention|p\.?s\.?),? )?(?:for|to) (?:the |your |our |this |any )?"
        r"(?:\w+ ){0,2}?(?:ai|a\.i\.|bot|chat ?bot|llm|robot|assistant|scheduler|model|parser)s?(?: reading this| "
        r"processing this)?\s?[:,>-]"
    ),
    (
        r"\b(?:ignor\w*|disregard\w*|overrid\w*|bypass\w*|circumvent\w*|neglect|violate|disable|"
        rf"deactivate|do not follow|don't follow|stop following) (?:\w+,? ){{0,5}}?{_RULES_EN}\b"
    ),
    (
        r"\b(?:forget|drop|skip|remove|cancel|delete|lift|void|suspend|discard|break|erase|turn off|"
        r"rewrite|replace|reset) (?:\w+,? ){0,5}?(?:instructions?|rules?|prompts?|guidelines?|"
        r"constraints?|notice(?: period)?|restrictions?|limits?|guardrails?|safeguards?|programming|"
        r"polic(?:y|ies))\b(?! for (?:the|my|a) )"
    ),
    (
        r"\b(?:ignore|disregard|forget) (?:all|everything|anything|whatever)(?: \w+){0,3} (?:above|"
        r"before|previous\w*|prior|said|told|earlier|so far|until now|up to now)\b"
    ),
    (
        r"\b(?:new|updated?|special|hidden|secret|system|important|urgent|additional|internal|"
        r"override|final|admin\w*|developer|confidential|priority|"
        r"the following) (?:system )?(?:instructions?|directives?|rules?|orders?|commands?|prompts?|"
        r"polic(?:y|ies)|override)\b"
    ),
    (
        r"\bsystem[ _-]?(?:prompt|message|override|note|instruct\w*|command|update|notice|alert|"
        r"role|directive|admin\w*|mode)\b|\b(?:instructions?|message|note|memo|attention|reminder|"
        r"notice|hint|info|request|command|task|prompt|memo|hello|hi|hey|dear|attn)[ ,:]{1,2}(?:to|"
        r"for)? ?(?:the |any |all |our |this |an |you,? )?(?:\w+[ -]){0,3}?(?:ai|a\.i\.|bot|"
        r"chat ?bots?|assistant|scheduler|scheduling (?:ai|robot|engine|assistant|bot|system|agent|tool|software)|"
        r"llm|gpt|language model|model|parser|system|automation|software|algorithm|agent|machine|"
        r"robot|program|crawler|reader of this|processor)s?\b(?! (?:interview|team|role|position|"
        r"process|engineer|developer))"
    ),
    (
        r"\b(?:for|to|dear|hey|hi|hello|attn|an|für|a|pour|para|al|ao) (?:the |any |all |die |den |"
        r"das |l'|la |le |el |o )?(?:ai|bot|llm|gpt|chat ?bot|assistant|scheduling (?:ai|robot|engine|bot|assistant|"
        r"system|agent)|scheduler|ki|ia|robot|robo|asistente|assistente|assistent)s?\s?[:,>-]"
    ),
    (
        r"\b(?:ignore|disregard|skip) (?:the |all |any |every )?(?:lines?|text|words|part|rest|"
        r"sentences?|paragraphs?) (?:above|below|before|after|of)\b"
    ),
    (
        r"(?:^|[#\[<(*=|]{1,4}\s?)(?:system\w*|sistema|systeme|admin\w*|assistant|assistent\w*|"
        r"asistente|assistente|bot|ki|ia|ai|anweisung\w*|instruc\w*|consigne\w*|befehl|comando|"
        r"orden|ordem|ordre|hinweis)\W{0,3}[:>\]=|]"
    ),
    (
        r"^\W*(?:system|sys|admin|administrator|assistant|developer|root|user|bot|ai|tool|"
        r"instructions?|prompt|command|override|role|debug|function|operator|sudo|exec|api|internal|"
        r"hr system)\W{0,3}(?:\b(?:message|note|prompt|override|notice|update|instruction|command|"
        r"log|mode|call)\W{0,3})?\s?[:>\]=|]"
    ),
    (
        r"\byou are (?:now|no longer|henceforth|a (?:helpful|different|new|pirate)|in (?:developer|"
        r"debug|admin|test|maintenance))\b|\byou're now\b|\bfrom now on,? (?:you|your|every|all|"
        r"treat|act|answer|reply|i am|always|respond|the)\b|\b(?:act|behave|respond|answer|reply|"
        r"function|operate) as (?:if you|if the|if i|though|an? |the )(?!soon)|\b(?:pretend|imagine|"
        r"assume|suppose) (?:to be|that you|you|that i|i am|i'm|that the|we are|that this|"
        r"the notice|this is)\b|\brole[- ]?play\w*\b|\bjail ?break\w*\b|\b(?:dan|developer|debug|"
        r"admin|god|test|maintenance|unrestricted|root|super ?user|sudo|training) (?:mode|access|"
        r"rights|privileges)\b|\bsudo\b|\blet's play (?:a )?(?:game|pretend|a role)\b|\bwe(?:'re|"
        r" are) (?:playing|acting|going to play)\b"
    ),
    (
        r"\b(?:as|i am|i'm|this is|speaking as|acting as|here is|here's|writing as|signed by|"
        r"on behalf of|in my (?:capacity|role) as|from) (?:the |your |a |an |its |"
        rf"our )?(?:\w+ ){{0,2}}?{_BOSS_EN}\b.{{0,40}}\b(?:waiv\w*|approv\w*|authori[sz]\w*|"
        r"instruct\w*|order\w*|hereby|direct (?:you|that)|command|tell you to|require you|permit|"
        r"grant\w*|allow (?:you|this|me)|demand|want you to|overrul\w*|overrid\w*|"
        r"confirm\w* (?:this|the|that|my|me)|book|schedule (?:me|this|the)|mark|set|cancel|hire\w*|"
        r"decid\w* that)\b"
    ),
    (
        rf"\b{_BOSS_EN} (?:has |have |had |already |just |also |here[ ,]+|personally |"
        r"explicitly )*(?:approved|waived|authori[sz]ed|instructed|ordered|lifted|granted|"
        r"decided that|overruled|overridden|pre-?approved|cleared|confirmed that (?:the|all|every|"
        r"i)|allowed|permits|allows|approves|waives|says (?:you|to|that you)|said (?:you (?:must|"
        r"should|have to|can)|to (?:book|hire|skip|ignore|mark)))\b"
    ),
    (
        r"\b(?:notice|notice period|minimum notice|12[ -]?h(?:our)?s?(?: \w+)?|window|limit|rule|"
        r"restriction|working hours|deadline)s? (?:is |are |was |has been |have been |now |hereby |"
        r"= ?|does |do |no longer |not |to )*(?:waived|void|cancell?ed|zero|lifted|suspended|"
        r"removed|disabled|ignored|overridden|0|apply|applies|not apply|extended to)\b|\bwaiv(?:e|"
        r"es|ed|ing) (?:the|all|any|this|my|your|every) \w+"
    ),
    (
        r"\bmark (?:me|this|my|the|all|it|him|her|us) (?:\w+ ){0,3}?(?:as|hired|accepted|confirmed|"
        r"present|passed|available|booked|selected|approved|complete\w*)\b|\b(?:set|change|update|"
        r"switch|flip|put) (?:my|the|this|intent|status|state|score|selected|candidate|all|its|your|"
        r"rank\w*|\w+ status) (?:\w+ ){0,3}?(?:to|as|=|into|on)\b(?! (?:the|my) (?:calendar|"
        r"diary))(?=.{0,60}(?:hired|accepted|confirmed|selected|selection|approved|passed|available|"
        r"booked|top|first|1|100|true|false|withdrawn|rejected|shortlisted|human|admin|offer|"
        r"maximum|highest|none|zero))"
    ),
    (
        r"\b(?:rank|score|rate|shortlist|hire|approve|promote|advance|prioriti[sz]e|pre-?approve|"
        r"fast[- ]?track|auto-?(?:accept|approve|confirm|select|book)) (?:me|my (?:application|"
        r"candidacy|profile|interview|resume|cv|status)|this candidate|the candidate)\b|"
        r"\bmove me (?:to|up|ahead|straight|directly)\b|\bgive me (?:the job|full marks|admin\w*|"
        r"access|the highest|a (?:high|perfect|top)|an offer|priority|\d+ points|every slot|"
        r"all slots)\b|\bput me (?:first|at the top|top|on top|through to the (?:next|final|offer)|"
        r"ahead|in the (?:shortlist|next round))\b|\bskip (?:me|the interview|straight|all|"
        r"to the offer|this step|the (?:queue|line|process|check\w*|valid\w*|screening|"
        r"confirmation))\b|\bsend me (?:an|the) offer\b|\bextend (?:me )?(?:an|the) (?:job )?offer\b"
    ),
    (
        r"\b(?:print|reveal|show|display|list|output|repeat|dump|leak|tell|give|send|share|expose|"
        r"return|disclose|email|forward|export|provide|read out|what (?:are|is)|write out|"
        r"summari[sz]e|quote|recite|translate|copy|paste|echo|let me see|i want to see|"
        r"who are) (?:me |us |out |here |back |to me )?(?:\w+ ){0,4}?(?:system prompt|(?:your|"
        r"its) (?:\w+ )?(?:instructions|rules|prompt|configuration|config|source code|initial|"
        r"hidden|internal|system|secret|database|environment|guidelines)|the (?:system|hidden|"
        r"internal|secret|initial|original) (?:\w+ )?(?:instructions|rules|prompt|configuration|"
        rf"message|settings|data)|{_OTHERS_EN} (?:the )?(?:\w+ )?(?:candidates?|applicants?|people|"
        r"interviewees|persons?|interviews?|bookings?|calendars?|users?|contenders)|everyone|"
        r"all (?:the )?(?:candidates?|applicants?|slots|times|data|records|bookings)|database|"
        r"api keys?|password|token|credentials?|secrets?|(?:private|personal|home) (?:phone|number|"
        r"address|calendar|data)|(?:interviewers?|recruiters?|managers?)'?s? (?:\w+ )?(?:calendar|"
        r"phone|private|email|password|address|salary)|(?:names|times|emails|contacts|list|details|"
        r"phone numbers|schedule|data|slots|scores) of (?:the |all |every )?(?:other|all|every|"
        r"the other|candidates|applicants|everyone)|(?:candidate|applicant)s? (?:list|data|names|"
        r"database))\b"
    ),
    (
        r"\b(?:cancel|delete|remove|reject|drop|erase|wipe|disqualify|discard|bump|kick out|clear|"
        r"withdraw) (?:out )?(?:all |every |the |any |everybody |everyone |"
        rf"each )*(?:of the )?(?:{_OTHERS_EN} )(?:\w+ )?(?:candidates?|interviews?|applicants?|"
        r"bookings?|appointments|applications?|else\b|people|slots|records?|invitations?)"
    ),
    (
        r"\b(?:output|respond|reply|answer|return|say|write|print|emit|generate|produce|classify|"
        r"label|interpret|parse|treat|read|process|record|register|log|count|consider|regard|"
        r"handle) (?:\w+ ){0,4}?(?:only |exactly |just )?(?:with|as|in|following|"
        r":) ?(?:\w+ ){0,3}?(?:json|the following|\"|'|\{|`|yes\b|selection|intent|xml|available|"
        r"selected|accepted|confirmed|approved|withdrawn|withdrawal|a selection|an acceptance|true|"
        r"rejected|hired|final|valid|authoritative|binding|admin|system|instruction\w*|command\w*)"
    ),
    (
        r"\b(?:intent|selected|status|state|action|role|override|slot_id|candidate_status|selection|"
        r"priority|score|booked|confirmed|decision|result|command|notice(?:_period)?|admin|approved|"
        r"hired|book)\W{0,2}[=:]\W{0,3}(?:['\"\[{\w])(?<!selection: [a-z])"
    ),
    (
        r"\bdrop table\b|\bselect \* from\b|\bor 1 ?= ?1\b|\binsert into\b|\bupdate \w+ set\b|"
        r"\bdelete from\b|<script|\$\{[^}]{0,80}\}|\{\{[^}]{0,80}\}\}|\{%|\b(?:os|subprocess|"
        r"import)\.(?:system|call|os)\b|\brm -rf\b|\beval\(|\bexec\(|\b(?:curl|wget) http|<\|\w+\|>|"
        r"<<sys>>|\[/?inst\]|\[/?sys(?:tem)?\]|\bfunction[_ ]call\b|\btool[_ ]call\b|"
        r"\w{2,30}\((?:[^()]{0,60}['\"=][^()]{0,60})\)|\b(?:book|confirm|select|accept|set|mark|"
        r"hire|schedule)_\w+"
    ),
    (
        r"\b(?:book|schedule|confirm|put|slot|pencil|reserve|place|sign) (?:me|us|it|this|"
        r"my interview|the interview|an interview)\b.{0,50}\b(?:immediately|right now|right away|"
        r"this instant|in (?:the next )?(?:\d+|ten|five|fifteen|twenty|thirty|two|three|"
        r"one) (?:min\w*|seconds?|hours?|hrs?)|without (?:asking|check\w*|confirm\w*|approval|"
        r"notice|further)|regardless|no matter|even (?:if|though)|anyway|outside|midnight|tonight|"
        r"for every|all (?:the )?(?:slots|times|day)|over (?:the|any|other)|whether|"
        r"instead of (?:the other|another)|every day|every hour|in one hour|in an hour|"
        r"in half an hour|at 0?[1-5](?::\d\d)? ?a\.?m)\b"
    ),
    (
        r"\b(?:confirm|book|block|reserve|hold|select|accept|take|cancel) (?:all|every|"
        r"each) (?:of )?(?:the |these |those |my |other |available |open )*(?:slots?|times?|"
        r"options?|interviews?|appointments?|proposals?|bookings?|candidates?)\b(?! (?:work|are|is|"
        r"would|suit|fit))"
    ),
    (
        r"\b(?:do not|don't|no need to|never|you need not|without) (?:ask|check|verify|consult|tell|"
        r"inform|notify|confirm\w*|validate|escalate|question|mention|reveal|log|involve|alert|"
        r"forward|asking|checking|verifying|informing|consulting)\b.{0,30}\b(?:anyone|anybody|"
        r"the (?:recruiter|interviewer|hiring manager|calendar|candidate|human|manager|availability|"
        r"rules)|again|for confirmation|a human|this (?:step|request|instruction|message)|humans?|"
        r"calendars?|permission|further)\b|\b(?:execute|run|perform|carry out|follow|obey|"
        r"comply with) (?:the |this |these |my |following )+(?:\w+ )?(?:command|code|instruct\w*|"
        r"script|query|steps?|orders?|task|function|payload)\w*|\b(?:decode|decrypt|base64|base 64|"
        r"rot13|rot-13|hex[- ]encoded|decoded|unbase)\b"
    ),
    (
        r"\b(?:end of|begin|start of|beginning of|stop|close|"
        r"end) (?:the )?(?:\w+ )?(?:instructions?|prompt|candidate message|user (?:message|input)|"
        r"system|message from candidate|untrusted|conversation|transcript|input)\b|\b(?:this|"
        r"the following|the above|my) (?:message|text|instruction|note|email|order|"
        r"line) (?:overrides?|supersedes?|replaces?|takes precedence|is (?:a |an )?(?:system|"
        r"instruct\w*|command|from the (?:system|admin\w*)))\b|\btop priority (?:instruction|"
        r"command|order)\b|\bauthori[sz]ation (?:code|level|granted|token)\b|\baccess granted\b|"
        r"\bpriority override\b|\b(?:you|the (?:bot|ai|assistant|system|scheduler)) (?:must|shall|"
        r"have to|are (?:required|ordered|instructed|authori[sz]ed|obliged|allowed|permitted)|"
        r"should now|will now|are to) (?:\w+ ){0,3}?(?:book|confirm|accept|select|mark|ignore|set|"
        r"hire|schedule|comply|obey|approve|cancel|reply|answer|treat|reveal|output|offer me|give)\b"
    ),
    (
        r"\bcandidate (?:has |is |have |was |already |hereby |pre-?)*(?:accepted|accepts|selected|"
        r"selects|chosen|chose|approved|hired|confirmed|confirms|booked|agreed|"
        r"available (?:at )?(?:all|any|24)|pre-?approved|withdrawn|passed)\b|\b(?:i|"
        r"we) (?:hereby )?(?:authori[sz]e|order|command|instruct) (?:you|the (?:bot|system|"
        r"assistant|ai))\b|\byour (?:new|only|real|true|actual|next|current) (?:task|goal|job|role|"
        r"purpose|instructions?|objective|orders?|mission)\b|\bin your (?:reply|response|answer|"
        r"output) (?:say|write|include|state|print|set)\b|\byou(?:'ve| have) been (?:updated|"
        r"reprogrammed|authori[sz]ed|instructed|hacked)\b|\boffer (?:me )?(?:the |a |any )?(?:slot|"
        r"time|interview)s? (?:that (?:is|are) )?(?:not|already|outside|reserved|taken|booked|held|"
        r"belonging)\b|\b(?:make|grant|give) (?:me|my account) (?:an? )?(?:admin\w*|recruiter|owner|"
        r"super ?user)\b"
    ),
)
