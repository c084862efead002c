"""Lengths of time with what qualifies them: 45-60 min, up to 90 minutes, two 45-minute sessions, 2 hours x 3."""

from __future__ import annotations

from dataclasses import dataclass

from mcred_lint.text.duration_words import DurationWords
from mcred_lint.text.lengths import Amount, Lengths, exactly
from mcred_lint.text.tokens import Found, Tokens

_MOST_TIMES = 60
_MOST_TERMS = 12
_LONGEST_NAME = 3
"""Words between a number and what is counted: "five class periods"."""
_ADJECTIVES = frozenset({"number with unit", "number words", "range"})
"""Ways of telling a length that can stand before a noun: two 45-minute sessions."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Reads lengths of time from the tokens of one text."""

    tokens: Tokens
    words: DurationWords
    lengths: Lengths

    @classmethod
    def of(cls, tokens: Tokens, words: DurationWords) -> Amounts:
        return cls(tokens, words, Lengths(tokens, words))

    def at(self, index: int) -> Amount | None:
        """The longest length of time that begins at this token."""
        several = self._several(index)
        once = None if several else self._qualified(index)
        return several or (once and self._repeated(once))

    # Several of the same length, told before it.

    def _several(self, index: int) -> Amount | None:
        count = None if self._labelled(index) else self._count(index)
        return count and (self._multiplied(count) or self._adjectival(count, index) or self._counted_meetings(count))

    def _count(self, index: int) -> Found | None:
        """A number of times, not a length."""
        count = self.lengths.number(index)
        if count is None or count.value != int(count.value) or not 1 <= count.value <= _MOST_TIMES:
            return None
        return None if self.words.units.at(self.tokens, count.next) else count

    def _multiplied(self, count: Found) -> Amount | None:
        """2 x 45 minutes"""
        after = self.words.times.after(self.tokens, count.next)
        amount = self._qualified(after) if after > count.next else None
        return amount and amount.times(count.value, self._end_of_each(amount.next))

    def _adjectival(self, count: Found, index: int) -> Amount | None:
        """Two 45-minute sessions: a spelled-out count, a hyphen or the name shows that the first number counts."""
        amount = self._plain(self.tokens.skip(count.next, ")"))
        if amount is None or amount.rule not in _ADJECTIVES:
            return None
        spelled = self.tokens.is_word(index) and not self.tokens.joined(count.next)
        hyphened = any(self.tokens.text(at) == "-" for at in range(count.next, amount.next))
        told = spelled or hyphened or self._end_of_name(amount.next) is not None
        return amount.times(count.value, amount.next) if told else None

    def _counted_meetings(self, count: Found) -> Amount | None:
        """3 sessions of 80 minutes each · two evenings, 2 hours each · 4 periods (50 minutes each)"""
        named = self._end_of_name(count.next)
        if named is None:
            return None
        inside = named + 1 if self.tokens.text(named) in (",", "(", ":", "-") else named
        link = self.words.meeting_links.after(self.tokens, inside)
        amount = self._qualified(link) if link > named else None
        if amount is None:
            return None
        after = self._end_of_each(amount.next)
        told = after > amount.next or (link > inside and not self.words.span_links.at(self.tokens, inside))
        return amount.times(count.value, after) if told else None

    def _end_of_name(self, index: int) -> int | None:
        """The token after "class periods", the name of what there are several of."""
        words_left, at = _LONGEST_NAME, index
        while words_left and self.tokens.is_word(at):
            if self.tokens.text(at) in self.words.meetings and self.tokens.text(at + 1) not in self.words.meetings:
                return at + 1
            at, words_left = self.tokens.skip(at + 1), words_left - 1
        return None

    # Several of the same length, told behind it.

    def _repeated(self, amount: Amount) -> Amount:
        after = self._end_of_each(amount.next)
        if after == amount.next:
            return self._times_behind(amount) or amount
        return self._span_behind(amount, after) or amount._replace(next=after, rule=f"{amount.rule}, each")

    def _times_behind(self, amount: Amount) -> Amount | None:
        """45 min x 2 · 50-minute planning period x 4"""
        link = self.tokens.skip(self._end_of_name(amount.next) or amount.next, "(")
        after = self.words.times.after(self.tokens, link)
        count = self._count(after) if after > link else None
        return amount.times(count.value, self._end_of_name(count.next) or count.next) if count else None

    def _span_behind(self, amount: Amount, index: int) -> Amount | None:
        """2 hours per day for 3 days"""
        after = self.words.span_links.after(self.tokens, self.tokens.skip(index, ","))
        after = self.words.times.after(self.tokens, after)
        count = self._count(after) if after > index else None
        end = self._end_of_name(count.next) if count else None
        named = end or self.words.times.before(self.tokens, after)
        return amount.times(count.value, end or count.next) if count and named else None

    def _end_of_each(self, index: int) -> int:
        """The token after "each", "per session", "/day" or "a day"; the same index where none stands here."""
        each = self.words.each.after(self.tokens, index)
        if each > index:
            return each + 1 if self.tokens.text(each) in self.words.meetings else each
        slash = self.tokens.text(index) == "/" and self.tokens.joined(index + 1)
        article = index + 1 if slash else self.words.each_after.after(self.tokens, index)
        return article + 1 if article > index and self.tokens.text(article) in self.words.meetings else index

    # One length with what qualifies it.

    def _qualified(self, index: int) -> Amount | None:
        """About 45 min · up to 90 minutes · at least 3 hours · 90 minutes or so · 2 hours max"""
        words, tokens = self.words, self.tokens
        about = words.approximate.after(tokens, index)
        most = words.at_most.after(tokens, about)
        least = words.at_least.after(tokens, about) if most == about else about
        amount = self._plain(words.approximate.after(tokens, max(most, least)))
        if amount is None:
            return None
        capped = words.at_most_after.after(tokens, amount.next)
        if most > about or capped > amount.next:
            return Amount(0.0, amount.high, capped, "at most", True)
        after = self._end_of_vagueness(amount.next)
        vague = amount.approximate or max(about, least) > index or after > amount.next
        return amount._replace(next=after, approximate=vague, rule="at least" if least > about else amount.rule)

    def _end_of_vagueness(self, index: int) -> int:
        """The token after "or so", "or more"; the same index where neither stands here."""
        after = self.words.approximate_after.after(self.tokens, index)
        return self.words.at_least_after.after(self.tokens, after)

    def _plain(self, index: int) -> Amount | None:
        if self._labelled(index):
            return self.lengths.at(index)
        after = self.words.between.after(self.tokens, index)
        between = after > index
        low = self.lengths.at(after)
        found = self._range_of_numbers(after, between) or (low and self._range_of_lengths(low, between))
        return found or self._sum_of_numbers(index) or (None if between else low)

    def _range_of_numbers(self, index: int, between: bool) -> Amount | None:
        """2-3 hours · between 45 and 60 minutes"""
        low = self.lengths.number(index)
        after = self._end_of_range_link(low.next, between) if low else None
        high = self.lengths.number(after) if after else None
        unit = self.lengths.unit(high.next) if high else None
        if low is None or high is None or unit is None or low.value >= high.value:
            return None
        return Amount(low.value * unit.value, high.value * unit.value, unit.next, "range")

    def _range_of_lengths(self, low: Amount, between: bool) -> Amount | None:
        """45 min - 1 hour · half an hour to 45 minutes"""
        after = self._end_of_range_link(low.next, between)
        high = self.lengths.at(self.words.approximate.after(self.tokens, after)) if after else None
        if high is None or low.low >= high.high:
            return None
        return Amount(low.low, high.high, high.next, "range")

    def _end_of_range_link(self, index: int, between: bool) -> int | None:
        if between:
            return index + 1 if self.tokens.text(index) in self.words.numbers.joiners else None
        after = self.words.range.after(self.tokens, index)
        return after if after > index else None

    def _sum_of_numbers(self, index: int) -> Amount | None:
        """15+45+15 min"""
        term, total = self.lengths.number(index), 0.0
        for _ in range(_MOST_TERMS):
            following = self.lengths.number(term.next + 1) if term and self.tokens.text(term.next) == "+" else None
            if term is None or following is None:
                break
            total, term = total + term.value, following
        unit = self.lengths.unit(term.next) if term and total else None
        return exactly((total + term.value) * unit.value, unit.next, "sum") if term and unit else None

    def _labelled(self, index: int) -> bool:
        """The number belongs to the word before it: "Session 2 - 45 minutes"."""
        return self.tokens.is_figure(index) and self.words.labels(self.tokens, index)
