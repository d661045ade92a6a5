"""Reads a statement sentence by sentence and collects what its words signal."""

import re
from collections.abc import Iterable, Sequence

from domain.negotiation.intents.asking import Asked, asked
from domain.negotiation.intents.books import cue
from domain.negotiation.intents.choices import Choice, choices
from domain.negotiation.intents.cues import Cue
from domain.negotiation.intents.evidence import Evidence
from domain.negotiation.intents.guarded import human, withdrawal
from domain.negotiation.intents.places import inside, kinds, meets
from domain.negotiation.intents.segments import Piece, clauses, sentences
from domain.negotiation.text.cleaned import Cleaned

_TRIM = " \t\n.,;:!?-*'\"()[]~…_"


_NEAR = 15
_IF = re.compile(
    r"\b(?:if|in case|unless|should|hope|hopefully|wenn|falls|sofern|hoffe|si|j'espere|se|caso|"
    r"espero)\s+(?:(?:that|dass|que|\w+)\s+)?$"
)
"""Before a refusal: it is a mere possibility ("if that does not work, ...")."""
_TOPIC_WORDS = 2
_PLEASE = re.compile(r"\b(?:please|pl[sz]|bitte|gerne?|svp|stp|s'il|por favor|porfa|pf|pfv)\b")
_STILL = re.compile(
    r"\bstill (?:available|free|open|on)\b|\bnoch (?:frei|verfugbar|da)\b|\bencore (?:dispo\w*|"
    r"libre)\b|\b(?:todavia|aun|ainda) (?:\w+ )?(?:disponi\w*|libre|livre)\b"
)
_EXCEPTION = re.compile(
    r"(?: \w+){0,3}?\s*,?\s*\b(?:but|except|excluding|besides|apart|other than|save|bar|"
    r"auser|ausser|ausgenommen|bis auf|nur|sauf|hormis|excepte|a part|a l'exception|excepto|salvo|"
    r"menos|exceto|tirando|fora)\b"
)
_THE_ONE = re.compile(
    r"\b(?:the|either|any|each|that|this|both|your) (?:\w+ ){0,2}?(ones?)\b(?! (?:o'?clock|pm|am|thirty|"
    r"fifteen))"
)
"""In these words "one" is an option, not an hour ("the Monday one")."""
_MARK = re.compile(r"[,;:.!?]")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


class Reader:
    """Collects the signals sentence by sentence."""

    def __init__(
        self, cleaned: Cleaned, text: str, folded: str, languages: Sequence[str], proposals: int
    ) -> None:
        self.cleaned = cleaned
        self.text = text
        self.folded = folded.replace("\n", " ")
        self.lines = folded
        self.languages = languages
        self.proposals = proposals
        self.muted: list[tuple[int, int]] = []
        self.choices: list[Choice] = []
        self.found: dict[str, list[tuple[int, int]]] = {
            name: []
            for name in (
                "withdrawal", "human", "questions", "every", "rest", "yes", "no", "declined", "changed",
                "deferral", "automatic", "abuse",
            )
        }  # fmt: skip

    def evidence(self, spans: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(self.cleaned.text[start:end].strip(), *self.cleaned.origin(start, end), (start, end))
            for start, end in dict.fromkeys(spans)
        )

    def read(self) -> None:
        self._automatic()
        first = True
        for sentence in sentences(self.text, self.lines):
            if not self.folded[sentence.start : sentence.end].strip(_TRIM):
                continue
            self._sentence(sentence, first=first)
            first = False

    def _spans(self, kind: Cue, piece: Piece) -> list[tuple[int, int]]:
        text = self.folded[piece.start : piece.end]
        spans = [
            (piece.start + match.start(), piece.start + match.end())
            for language in self.languages
            for match in cue(language, kind).finditer(text)
        ]
        return sorted(span for span in spans if span[1] > span[0])

    def _has(self, kind: Cue, piece: Piece) -> bool:
        text = self.folded[piece.start : piece.end]
        return any(cue(language, kind).search(text) for language in self.languages)

    def _whole(self, kind: Cue, piece: Piece) -> bool:
        text = self.folded[piece.start : piece.end].strip(_TRIM)
        words = _EDGES.sub("", text) or text
        return bool(text) and any(cue(language, kind).fullmatch(words) for language in self.languages)

    def _withdrawal(self, sentence: Piece) -> list[tuple[int, int]]:
        """Withdrawals, except those from a mere option ("I drop option 1, ...")."""
        spans = withdrawal(self.folded, sentence, self.languages)
        if not spans or not self.proposals:
            return spans
        parts = clauses(self.folded, sentence)
        named = [
            choice
            for language in self.languages
            for choice in choices(self.folded, sentence, parts, language, self.proposals)
        ]
        return [
            span
            for span in spans
            if not any(
                span[0] <= one.start <= span[1] + _NEAR and not _MARK.search(self.folded[span[0] : one.start])
                for one in named
            )
        ]

    def _automatic(self) -> None:
        whole = Piece(0, len(self.folded))
        certain = self._spans(Cue.AUTOMATIC, whole)
        hints = self._spans(Cue.AUTOMATIC_HINT, whole)
        if certain:
            self.found["automatic"] = certain[:3]
        elif len(hints) > 1 and kinds(self.folded, self.languages) > 1:
            self.found["automatic"] = hints[:3]

    def _sentence(self, sentence: Piece, *, first: bool) -> None:
        found, folded = self.found, self.folded
        found["abuse"] += (insults := self._spans(Cue.ABUSE, sentence))
        found["withdrawal"] += self._withdrawal(sentence)
        found["human"] += human(folded, sentence, self.languages)
        question: Asked = asked(folded, sentence, self.languages)
        other_times = self._spans(Cue.OTHER_TIMES, sentence)
        if question.span and self._has(Cue.DEFERRAL, Piece(*question.span)):
            found["deferral"] += self._spans(Cue.DEFERRAL, Piece(*question.span))
            self.muted.append(question.span)
            end = question.span[0]
        elif question.span and other_times and not self._has(Cue.TIME, Piece(*question.span)):
            found["declined"] += other_times
            self.muted.append(question.span)
            end = question.span[0]
        elif question.span and self._takes_in_question(sentence, question.span[0]):
            end = sentence.end
        elif question.span:
            span = self._with_topic(sentence, question.span)
            if not insults:
                found["questions"].append(span)
            self.muted.append(span)
            end = span[0]
        else:
            others = [] if self._has(Cue.TIME, sentence) else other_times
            found["declined"] += others
            self.muted += others
            end = sentence.end
        said = Piece(sentence.start, end, sentence.asked and end == sentence.end)
        if folded[said.start : said.end].strip(_TRIM):
            self._statement(said, first=first)

    def _takes_in_question(self, sentence: Piece, asked_from: int) -> bool:
        """Whether a question politely takes an option ("Could I have the first one?")."""
        if not self.proposals or not self._has(Cue.PROPOSES, sentence) or self._has(Cue.NEEDS, sentence):
            return False
        if _STILL.search(self.folded[sentence.start : sentence.end]):
            return False
        parts = clauses(self.folded, sentence)
        return any(
            choice.wanted and choice.start >= asked_from
            for language in self.languages[:2]
            for choice in choices(self.folded, sentence, parts, language, self.proposals)
        )

    def _with_topic(self, sentence: Piece, span: tuple[int, int]) -> tuple[int, int]:
        """The question with a bare day before it ("Tuesday, do I need to bring anything?")."""
        before = self.folded[sentence.start : span[0]]
        if (
            len(before.split()) <= _TOPIC_WORDS
            and not _PLEASE.search(before)
            and not any(char.isdigit() for char in before)
            and self._has(Cue.TIME, Piece(sentence.start, span[0]))
        ):
            return sentence.start, span[1]
        return span

    def _statement(self, said: Piece, *, first: bool) -> None:
        found = self.found
        deferrals = self._spans(Cue.DEFERRAL, said)
        self.muted += [match.span(1) for match in _THE_ONE.finditer(self.folded, said.start, said.end)]
        if deferrals:
            found["deferral"] += deferrals
            begins = max(part.start for part in clauses(self.folded, said) if part.start <= deferrals[0][0])
            self.muted.append((begins, said.end))
            said = Piece(said.start, begins)
            if not self.folded[said.start : said.end].strip(_TRIM):
                return
        parts = clauses(self.folded, said)
        named = [
            choice
            for language in self.languages[:2]
            for choice in choices(self.folded, said, parts, language, self.proposals)
        ]
        self._keep(named)
        declined = self._declined(said, parts, named)
        found["declined"] += declined
        self.muted += declined
        found["changed"] += self._spans(Cue.CHANGE, said)
        found["every"] += [(choice.start, choice.end) for choice in named if choice.all_but]
        for number, part in enumerate(parts):
            self._clause(part, declined, said.end, first=first and number == 0)
        if self._whole(Cue.YES, said):
            found["yes"].append((said.start, said.end))
        elif self._whole(Cue.NO, said) and first:
            found["no"].append((said.start, said.end))

    def _keep(self, named: list[Choice]) -> None:
        for choice in named:
            if not any(choice.start < other.end and other.start < choice.end for other in self.choices):
                self.choices.append(choice)
                self.muted.append((choice.start, choice.end))

    def _declined(self, said: Piece, parts: list[Piece], named: list[Choice]) -> list[tuple[int, int]]:
        insults = self._spans(Cue.ABUSE, said)
        spans = [
            span
            for span in self._spans(Cue.DECLINE, said)
            if not self._has(Cue.TIME, Piece(*span))
            and not self._is_about_time(span, parts)
            and not any(meets(span, [(one.start, one.end)]) for one in named)
        ]
        for span in self._spans(Cue.DECLINE_IT, said):
            part = next((part for part in parts if part.start <= span[0] < part.end), said)
            about_one = self._has(Cue.TIME, part) or any(
                part.start <= choice.start < part.end for choice in named
            )
            if not about_one and not self._follows_time(part, parts):
                spans.append(span)
        return [
            span
            for span in spans
            if not meets(span, insults)
            and not _IF.search(self.folded[max(said.start, span[0] - _NEAR) : span[0]])
        ]

    def _is_about_time(self, span: tuple[int, int], parts: list[Piece]) -> bool:
        """ "It can't be Monday" where nothing was offered: the refusal of a day, not of proposals."""
        if self.proposals:
            return False
        part = next((part for part in parts if part.start <= span[0] < part.end), None)
        return part is not None and self._has(Cue.TIME, part)

    def _follows_time(self, part: Piece, parts: list[Piece]) -> bool:
        """ "1 May is a holiday, that won't work, so the 4th" where nothing was offered."""
        return not self.proposals and any(
            self._has(Cue.TIME, other) for other in parts if other.end <= part.start
        )

    def _excepts(self, place: int, end: int) -> bool:
        """Whether an exception follows that names no day: its option was taken up with the choices, or not read."""
        exception = _EXCEPTION.match(self.folded, place, end)
        return exception is not None and not self._has(Cue.TIME, Piece(exception.end(), end))

    def _clause(self, part: Piece, declined: list[tuple[int, int]], end: int, *, first: bool) -> None:
        """What a clause says about the proposals as a whole; `end` is that of its sentence."""
        found = self.found
        refused = [
            span
            for span in self._spans(Cue.UNSUITABLE, part)
            if not inside(span, self._spans(Cue.NOT_UNSUITABLE, part))
        ]
        for span in self._spans(Cue.ANY, part):
            if (
                not self._whole(Cue.YES, part)
                and not meets(span, declined)
                and not any(left < span[1] for left, _ in refused)
                and not self._excepts(span[1], end)
            ):
                found["every"].append(span)
        for span in self._spans(Cue.REST, part):
            if not refused and not meets(span, declined):
                found["rest"].append(span)
        if self._whole(Cue.YES, part):
            found["yes"].append((part.start, part.end))
        elif self._whole(Cue.NO, part) and first:
            found["no"].append((part.start, part.end))
        elif not refused:
            found["yes"] += [span for span in self._spans(Cue.YES_WITHIN, part) if not meets(span, declined)]
