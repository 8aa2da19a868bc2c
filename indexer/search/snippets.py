"""What a result shows of a passage. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.search.terms import Term, Tokenise
from indexer.store.bigrams import pairs_at

LENGTH = 240
"""Characters of a snippet, about."""

_SLACK = 30
_LEAD = 40
_MORE = "…"
_SENTENCE_END = re.compile(r"[.!?…。！？]\s*$")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """``highlights`` are spans (start, end) of ``text``, in order, not touching each other."""

    text: str
    highlights: tuple[Span, ...]


def around_words(text: str, terms: Sequence[Term], weights: Mapping[str, float], tokenise: Tokenise) -> Snippet:
    """The part of ``text`` that holds the most different ``terms``, weighted by form, close together."""
    flat = " ".join(text.split())
    marks = _marks(flat, terms, tokenise)
    if not marks:
        return _cut(flat, 0, ())
    return _cut(flat, _best_start(marks, weights), [(start, end) for start, end, _ in marks])


def around_span(text: str, span: Span, terms: Sequence[Term], tokenise: Tokenise) -> Snippet:
    """The part of ``text`` that begins with the sentence at ``span``."""
    flat = " ".join(text.split())
    before = " ".join(text[: span[0]].split())
    start = len(before) + (1 if before and text[span[0] - 1].isspace() else 0)
    sentence = " ".join(text[span[0] : span[1]].split())
    marks = [(begin, end) for begin, end, _ in _marks(flat, terms, tokenise)]
    return _cut(flat, start, marks, exact_start=True, enough=len(sentence))


def _marks(flat: str, terms: Sequence[Term], tokenise: Tokenise) -> list[tuple[int, int, str]]:
    """Start, end and the form of the term that stands there, itself or in one of its variants."""
    forms = {form: term.form for term in reversed(terms) if not term.is_pair for form in term.forms}
    forms.update({term.form: term.form for term in terms if not term.is_pair})
    marks = [(start, end, forms[form]) for start, end, form in tokenise(flat) if form in forms]
    pairs = {term.form for term in terms if term.is_pair}
    if pairs:
        for start, end, pair in pairs_at(flat):
            if pair in pairs and len(pair) > 1:
                marks.append((start, end, pair))
            elif pair[0] in pairs:
                marks.append((start, start + 1, pair[0]))
    return sorted(marks)


def _best_start(marks: Sequence[tuple[int, int, str]], weights: Mapping[str, float]) -> int:
    """Start of the window of ``LENGTH`` characters with the greatest weight of distinct terms."""
    best, best_weight = marks[0][0], -1.0
    inside: dict[str, int] = {}
    weight = 0.0
    last = 0
    for start, _, form in marks:
        while last < len(marks) and marks[last][1] <= start + LENGTH - _LEAD:
            added = marks[last][2]
            inside[added] = inside.get(added, 0) + 1
            # Repetition counts a little, so that the denser of two equal windows wins.
            weight += weights.get(added, 1.0) * (1.0 if inside[added] == 1 else 0.05)
            last += 1
        if weight > best_weight:
            best, best_weight = start, weight
        if inside.get(form):
            inside[form] -= 1
            weight -= weights.get(form, 1.0) * (0.05 if inside[form] else 1.0)
    return best


def _cut(
    flat: str, focus: int, marks: Sequence[Span], *, exact_start: bool = False, enough: int = 0
) -> Snippet:
    start = focus if exact_start else _start_before(flat, focus)
    end = _end_after(flat, start, min(LENGTH, enough) if enough > LENGTH // 2 else LENGTH)
    # A short rest is shown from further left rather than leaving the snippet half empty.
    if end == len(flat) and not exact_start:
        start = _start_before(flat, max(0, min(start, end - LENGTH)))
    lead = _MORE if start > 0 else ""
    tail = _MORE if end < len(flat) else ""
    shift = len(lead) - start
    inside = [(max(a, start) + shift, min(b, end) + shift) for a, b in marks if a < end and b > start]
    return Snippet(lead + flat[start:end] + tail, _merged(inside))


def _start_before(flat: str, focus: int) -> int:
    """A place a little before ``focus`` where a sentence, or else a word, begins."""
    lowest = max(0, focus - _LEAD)
    if lowest == 0:
        return 0
    for place in range(focus, lowest, -1):
        if flat[place - 1] == " " and _SENTENCE_END.search(flat, max(0, place - 4), place):
            return place
    space = flat.find(" ", lowest, focus + 1)
    return space + 1 if space >= 0 else focus


def _end_after(flat: str, start: int, length: int) -> int:
    end = start + length
    if end + _SLACK >= len(flat):
        return len(flat)
    space = flat.rfind(" ", end - _SLACK, end + 1)
    return space if space > start else end


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return tuple(merged)
