"""Words of English questions."""

from domain.negotiation.words.asking.cues import Cues

ENGLISH = Cues(
    it=(
        r"(?:it|this|that|the (?:\w+ )?(?:interview|meeting|call|conversation|talk|chat|appointment|"
        r"session))"
    ),
    subjects={
        "length": (
            r"\bhow long (?:is|will|does|would|should|do you expect) <it>\b(?! until)",
            (
                r"\bhow (?:long|much time) (?:should|do|will|must) i (?:plan|need|reserve|block|set aside|"
                r"allow|be there)\b"
            ),
            r"\bhow long <it> (?:is|will be|will take|should be|takes?|lasts?)\b",
            r"\b(?:length|duration) of <it>\b",
            r"\bwhat(?:'s| is) the (?:length|duration)\b",
            r"\bhow many (?:minutes|hours) (?:is|will|does|would) <it>\b",
            r"^\W*how long\W*$",
        ),
        "place": (
            (
                r"\bwhere (?:is|will|does|would|are we|do we|should we|exactly is) (?:<it>|we|"
                r"meet(?:ing)?)\b"
            ),
            (
                r"\bwhere (?:do|should|must|shall|will|am) i (?:to )?(?:come|go|show up|meet|"
                r"have to (?:come|go|be)|need to (?:come|go|be)|be)\b"
            ),
            r"\bwhere <it> (?:is|will be|takes? place|happens?)\b",
            r"\b(?:address|location|venue|place) (?:of|for) <it>\b",
            r"\bwhat(?:'s| is) the (?:address|location|venue)\b",
            r"^\W*where\W*$",
        ),
        "remote": (
            (
                r"\b(?:is|will|would|does|can|could) <it>\b.{0,40}\b(?:remote(?:ly)?|online|"
                r"virtual(?:ly)?|in person|in-person|on ?-?site|face to face|by (?:video|phone)|"
                r"over (?:video|the phone)|video call|video|a call|by telephone)\b"
            ),
            r"^\W*(?:remote|online|on ?-?site|in person|video|virtual)(?: or \w+(?: \w+)?)?\W*$",
            (
                r"\b(?:video|online|remote|virtual) or (?:in person|in-person|on ?-?site|phone|"
                r"face to face)\b"
            ),
        ),
        "link": (
            r"\b(?:is|will) <it>\b.{0,30}\b(?:teams|zoom|google meet|meet|skype|webex)\b",
            (
                r"\b(?:which|what) (?:video )?(?:platform|tool|app|software|programme|program|link|"
                r"video link)\b"
            ),
            (
                r"\b(?:send|share|get|receive|have|where is|what is|where's|what's) (?:\w+ ){0,3}(?:link|"
                r"meeting link|video link|dial-in)\b"
            ),
            r"\bhow (?:do|will|can|should) i (?:join|dial in|connect)\b",
        ),
        "who": (
            (
                r"\bwho(?:'s| is| will| am| are| else|m)? (?:i |be |will be |else |going to |"
                r"is )*(?:i (?:be )?)?(?:meet|meeting|talk|talking|speak|speaking|interview|interviewing|"
                r"on the call|on the other side|there|join|joining|attend|attending|conduct|conducting|"
                r"with)\b"
            ),
            r"\bwho (?:am i|will i|do i|are we|is it|will it)\b",
            r"\bwith whom\b",
            r"\bwho(?:'s| is| are) (?:my|the) interviewers?\b",
            r"\b(?:names?|name) of (?:the|my) interviewers?\b",
            (
                r"\b(?:will|is|does) (?:it|a human|a person|a real person|the interview|"
                r"someone).{0,40}\b(?:interview|interviewing|conduct|conducted|human|"
                r"person)\b.{0,20}\b(?:ai|bot|robot|human|machine)\b"
            ),
        ),
        "zone": (
            r"\b(?:which|what) (?:time ?-?zone|zone)\b",
            r"\b(?:my|your|local) (?:time ?-?zone|time|local time) or (?:my|your|yours|mine)\b",
            (
                r"\b(?:is|are) (?:that|these|those|it|the times?|this)(?: times?)? (?:in )?(?:my|"
                r"your) (?:local )?time\b"
            ),
            r"\bwhose time ?-?zone\b",
        ),
        "deadline": (
            (
                r"\b(?:by|until) when (?:do|must|should|can|may|shall) i (?:need to |have to )?(?:choose|"
                r"answer|reply|decide|respond|pick|confirm|let you know)\b"
            ),
            (
                r"\bhow (?:long|much time) do i have (?:to|for) (?:choose|answer|reply|decide|respond|"
                r"pick|confirm|choosing|deciding)\b"
            ),
            r"\b(?:deadline|time limit) (?:to|for) (?:choos|answer|repl|decid|respond|pick)\w*",
            r"\bwhen do i (?:have|need) to (?:choose|answer|reply|decide|respond|confirm) (?:by)?\b",
        ),
        "bot": (
            (
                r"\bam i (?:talking|writing|speaking|chatting|texting) (?:to|with) (?:a |an )?(?:bot|"
                r"robot|machine|human|person|real|ai|computer|actual)\b"
            ),
            (
                r"\bare you (?:a |an )?(?:bot|robot|machine|human|real|ai|person|computer|chatbot|"
                r"automated)\b"
            ),
            r"\bis this (?:a |an )?(?:bot|robot|automated|ai|chatbot|real person|human)\b",
        ),
    },
    beyond=(
        r"jobs?|role|position|contract|salary|pay|paid|wage|visa|offer|hear back|result|decision|"
        r"feedback|process|probation|team|employee|colleagues|office|work(?:ing)?|relocation|project|"
        r"dress|bring|prepare|camera|laptop|record\w*|language|parking|hiring manager|ceo|manager|"
        r"until i|after the|next step|stage|start date|notice period|reschedule|withdraw|expenses|travel|"
        r"room|floor|gdpr|data|delete"
    ),
    interrogatives=(
        r"who|whom|whose|what|where|when|why|how|which|whether|do i|is there|are there|will there|can i|"
        r"should i|may i|will i"
    ),
)
