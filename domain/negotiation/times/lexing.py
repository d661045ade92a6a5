"""Folded text -> tokens: phrases of a lexicon, numerals, zones, and what separates statements."""

from collections.abc import Sequence

from domain.negotiation.times import zones
from domain.negotiation.times.absence import with_absences
from domain.negotiation.times.folding import Folded
from domain.negotiation.times.lexicon import Matcher
from domain.negotiation.times.lexicon.events import EVENT, events
from domain.negotiation.times.lexicon.schema import Kind, Sense
from domain.negotiation.times.lexicon.words import Word, cut
from domain.negotiation.times.marks import ABBREVIATED, MARKS, SIGNS
from domain.negotiation.times.numerals import TWO_DIGITS, read_number
from domain.negotiation.times.tokens import Mark, Token

_SHORT_NAME = 5
"""Names of days and months up to this length may carry the dot of an abbreviation."""
_BULLETS = frozenset("-*\u2022+>")
_GOES_ON = frozenset(
    {Kind.PART, Kind.PARTS, Kind.MONTH, Kind.CLOCK, Kind.NUMBER, Kind.FROM, Kind.UNTIL, Kind.AT}
)
"""Behind the dot of an abbreviation: the same statement goes on, capital letter or not."""
_VERDICTS = frozenset({Kind.CAN, Kind.CANNOT, Kind.NOT, Kind.AWAY, Kind.EXCEPT})
_LISTED: tuple[list[str], ...] = (
    [], ["."], [","], ["/"], ["&"], ["and"], ["or"], ["und"], ["oder"], ["et"], ["ou"], ["y"], ["o"], ["e"],
)  # fmt: skip
"""What stands behind a name inside a list of names."""
_CLOCKS = frozenset({Mark.NUMBER, Mark.TIME, Mark.DOTTED, Kind.AM, Kind.PM, Kind.CLOCK, Kind.PART, Kind.NOON})
_HOURS = frozenset({Mark.NUMBER, Mark.TIME})
_LAST_ITEM = 9
_LAST_OFFSET = 14
"""Hours between UTC and the farthest zone."""
_SMALL = frozenset(
    ["de", "of", "in", "von", "a", "do", "da", "du", "del", "en", "d", "l", "'", "la", "el", "o"]
)


class Lexer:
    """Reads one text with one lexicon. Time grows with the length of the text only."""

    def __init__(self, folded: Folded, original: str, matcher: Matcher) -> None:
        self._text = folded.text
        self._folded = folded
        self._original = original
        self._matcher = matcher
        self._events = events(matcher.code)
        self._words: list[Word] = list(cut(folded.text))
        self._plain: list[str] = [matcher.corrected(word.text) or word.text for word in self._words]
        """The words, mistyped ones as they were meant, so that phrases are found with them."""
        self._shouted = original.upper() == original
        self._tokens: list[Token] = []
        self._open = 0

    def tokens(self) -> list[Token]:
        """All tokens, in order."""
        at = 0
        while at < len(self._words):
            at += self._step(at)
        return self._tokens

    def _step(self, at: int) -> int:
        """Read what begins at a word; how many words were taken."""
        word = self._words[at]
        zone = self._zone(at)
        if zone:
            return zone
        if (
            self._matcher.code == "pt"
            and word.text == "e"
            and self._original[self._folded.at(word.start)] == "\u00e9"
        ):
            return 1  # Portuguese "is", not "and"
        length, senses = self._matcher.longest(self._plain, at)
        busy, kind = self._events.longest(self._plain, at)
        if busy > length or (busy == length and busy and senses[0].kind is Kind.CANNOT):
            length, senses = busy, (Sense(kind, EVENT),)
        if length and self._is_cut_negation(at + length):
            length = 0
        if length and not (word.text.isdecimal() and length == 1):
            self._add_senses(at, length, senses)
            return length
        if word.text.isdecimal():
            return self._number(at)
        if word.text == "\n":
            return self._line_end(at)
        self._single(at, word)
        return 1

    def _single(self, at: int, word: Word) -> None:
        """A mark, or a word without a meaning here."""
        self._open += (word.text == "(") - (word.text == ")")
        if word.text == ".":
            self._dot(at)
        elif word.text in MARKS:
            self._mark(MARKS[word.text], word)
        elif word.text != "(":
            self._unknown(word)

    def _is_cut_negation(self, at: int) -> bool:
        """A phrase must not end inside "can't"."""
        return self._plain[at : at + 2] == ["'", "t"] and self._words[at].glued

    def _mark(self, kind: Mark, word: Word) -> None:
        self._tokens.append(Token(kind, word.start, word.end, text=word.text, glued=word.glued))

    def _add_senses(self, at: int, length: int, senses: Sequence[Sense]) -> None:
        first, last = self._words[at], self._words[at + length - 1]
        text = self._text[first.start : last.end]
        guarded = text in self._matcher.guarded
        mistyped = any(
            word.text != plain
            for word, plain in zip(self._words[at : at + length], self._plain[at:], strict=False)
        )
        for sense in senses:
            self._tokens.append(
                Token(
                    sense.kind, first.start, last.end, sense.value, text, (), first.glued, guarded, mistyped
                )
            )

    def _unknown(self, word: Word) -> None:
        if word.text == "+":
            self._tokens.append(Token(self._plus(word), word.start, word.end, text="+"))
        elif word.text in SIGNS:
            self._tokens.append(Token(SIGNS[word.text], word.start, word.end, text=word.text))
        elif word.text == "a" and word.glued and self._tokens and self._tokens[-1].kind in _HOURS:
            self._tokens.append(Token(Kind.AM, word.start, word.end, text="a", glued=True))
        elif word.text.isalnum():
            self._tokens.append(Token(Mark.WORD, word.start, word.end, text=word.text, glued=word.glued))

    def _plus(self, word: Word) -> Kind:
        """ "Tue + Wed" joins, "3pm+" opens."""
        after = self._text[word.end : word.end + 2].strip()
        return Kind.AND if after[:1].isalnum() else Kind.ONWARDS

    def _number(self, at: int) -> int:
        token, taken = read_number(self._words, at)
        following = self._plain[at + taken] if at + taken < len(self._plain) else ""
        if token.kind is Mark.NUMBER and self._is_item(at, token, following):
            self._mark(Mark.STOP, self._words[at])
            return taken + 1
        self._tokens.append(token)
        return taken

    def _is_item(self, at: int, token: Token, following: str) -> bool:
        """Whether a number counts the items of a list: "1." or "1)" at the start of a line, "2)" anywhere."""
        if following not in {")", "."} or not isinstance(token.value, int) or token.value > _LAST_ITEM:
            return False
        if following == ")" and self._open <= 0:
            return True
        starts_line = at == 0 or self._plain[at - 1] == "\n"
        after = self._matcher.longest(self._plain, at + 2)[1] if following == "." else ()
        return starts_line and not any(sense.kind is Kind.MONTH for sense in after)

    def _line_end(self, at: int) -> int:
        """A blank line or an item of a list ends a sentence; a line that goes on in small letters does not."""
        taken = 1
        while at + taken < len(self._plain) and self._plain[at + taken] == "\n":
            taken += 1
        following = self._plain[at + taken] if at + taken < len(self._plain) else ""
        if following in _BULLETS and not (
            at + taken + 1 < len(self._words)
            and self._words[at + taken + 1].text.isdecimal()
            and self._words[at + taken + 1].glued
        ):
            self._mark(Mark.STOP, self._words[at])
            return taken + 1
        goes_on = bool(self._tokens) and self._tokens[-1].kind in {Mark.COMMA, Mark.COLON, Kind.AND, Kind.OR}
        if taken == 1 and following and (goes_on or self._continues(at + 1)):
            self._mark(Mark.BREAK, self._words[at])
        else:
            self._mark(Mark.STOP, self._words[at])
        return taken

    def _continues(self, at: int) -> bool:
        letter = self._original[self._folded.at(self._words[at].start)]
        return letter.islower() or (
            letter.isdecimal() and bool(self._tokens) and self._tokens[-1].kind is Mark.WORD
        )

    def _dot(self, at: int) -> None:
        """A dot ends a sentence unless it abbreviates ("Mon.", "ca.") or belongs to a number ("15.")."""
        word = self._words[at]
        before = self._tokens[-1] if self._tokens else None
        following = self._words[at + 1] if at + 1 < len(self._words) else None
        if following is not None and following.glued and following.text != ".":
            return
        if before is None or not word.glued:
            return
        if before.kind in {Kind.WEEKDAY, Kind.MONTH, Kind.WEEKDAYS} and len(before.text) < _SHORT_NAME:
            if self._begins_sentence(at + 1, before):
                self._mark(Mark.STOP, word)
            return
        if before.text in ABBREVIATED and before.kind not in {Mark.NUMBER, Mark.TIME}:
            return
        self._mark(Mark.DOT if before.kind is Mark.NUMBER else Mark.STOP, word)

    def _begins_sentence(self, at: int, before: Token) -> bool:
        """Behind an abbreviated name: "Not available 4 Sep. Available ...", "I can't do Mon. Tue is fine"."""
        if at >= len(self._words):
            return False
        word = self._words[at]
        if not self._original[self._folded.at(word.start)].isupper() or self._shouted:
            return False
        length, senses = self._matcher.longest(self._plain, at)
        kind = senses[0].kind if senses else Mark.WORD
        if kind in _GOES_ON:
            return False
        if before.kind is Kind.MONTH:
            return True
        stops = [place for place, token in enumerate(self._tokens) if token.kind is Mark.STOP]
        judged = any(token.kind in _VERDICTS for token in self._tokens[stops[-1] + 1 if stops else 0 :])
        if kind is Kind.WEEKDAY:
            return judged and self._plain[at + length : at + length + 1] not in _LISTED
        return judged and kind is not Mark.WORD

    def _zone(self, at: int) -> int:
        """A zone that begins at a word: an abbreviation, UTC with an offset, a place beside a word for time."""
        word = self._words[at]
        before = self._tokens[-1] if self._tokens else None
        if word.text in zones.FIXED:
            return self._offset(at)
        if word.text in zones.ABBREVIATIONS and self._is_abbreviation(word, before):
            self._tokens.append(Token(Mark.ZONE, word.start, word.end, text=zones.ABBREVIATIONS[word.text]))
            return 1 + self._time_word(at + 1)
        if word.text not in zones.FIRST_WORDS:
            return 0
        for length in range(min(zones.LONGEST_PLACE, len(self._plain) - at), 0, -1):
            name = zones.PLACES.get(tuple(self._plain[at : at + length]))
            if name is None:
                continue
            follows = self._time_word(at + length)
            if not follows and not self._beside_time(before, word):
                return 0
            self._tokens.append(Token(Mark.ZONE, word.start, self._words[at + length - 1].end, text=name))
            return length + follows
        return 0

    def _is_abbreviation(self, word: Word, before: Token | None) -> bool:
        if word.text in zones.PLAIN:
            return True
        clock = before is not None and before.kind in _CLOCKS
        written = self._original[self._folded.at(word.start) : self._folded.at(word.end)]
        if written.isupper() and (clock or not self._shouted):
            return True
        return before is not None and before.kind in {Kind.AM, Kind.PM} and not word.glued

    def _time_word(self, at: int) -> int:
        length, senses = self._matcher.longest(self._plain, at) if at < len(self._plain) else (0, ())
        return length if senses and senses[0].kind is Kind.TIME_WORD else 0

    def _beside_time(self, before: Token | None, word: Word) -> bool:
        """After "hora de", or straight after a clock time ("10am London")."""
        if before is None:
            return False
        known = [t for t in self._tokens[-3:] if not (t.text in _SMALL or t.kind is Kind.FROM)]
        if known and known[-1].kind is Kind.TIME_WORD:
            return True
        return before.kind in {Kind.AM, Kind.PM, Kind.CLOCK, Mark.TIME} and word.text not in {
            "la",
            "ny",
            "central",
        }

    def _offset(self, at: int) -> int:
        """UTC, GMT, UTC+2, GMT-3:30, UTC +05:30, as minutes east."""
        sign = self._plain[at + 1] if at + 1 < len(self._plain) else ""
        hours = self._glued_digits(at + 2) if sign in {"+", "-"} else ""
        taken, minutes = 1, 0
        if hours and int(hours) <= _LAST_OFFSET:
            rest = self._glued_digits(at + 4) if self._plain[at + 3 : at + 4] in ([":"], ["."]) else ""
            exact = len(rest) == TWO_DIGITS
            taken, minutes = (5, int(hours) * 60 + int(rest)) if exact else (3, int(hours) * 60)
        last = self._words[at + taken - 1]
        east = -minutes if sign == "-" else minutes
        self._tokens.append(Token(Mark.OFFSET, self._words[at].start, last.end, east))
        return taken + self._time_word(at + taken)

    def _glued_digits(self, at: int) -> str:
        """Up to two digits written directly behind a mark."""
        word = self._words[at] if at < len(self._words) else None
        short = word is not None and word.glued and word.text.isdecimal() and len(word.text) <= TWO_DIGITS
        return word.text if word is not None and short else ""


def lex(folded: Folded, original: str, matcher: Matcher) -> list[Token]:
    """All tokens of a text."""
    return with_absences(Lexer(folded, original, matcher).tokens())
