"""The forms, spellings and compounds in which a library has the words of a query; stems alone would find too much.

Only words that stand in passages of a language are found by its stems, and only through words that are known there or
nowhere: so English words are left alone in a library of many languages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import apsw

from indexer.languages import (
    COMPOUNDING,
    FUNCTION_WORDS,
    LEAST_PART,
    LINKS,
    divisions,
    head,
    lower,
    plain,
    spellings,
    stem,
)
from indexer.search.terms import Forms, Kind, Term, Variant, quoted

SPELLING = 0.9
FORM = 0.7
COMPOUND = 0.4
TOGETHER = 0.4
PART = 0.1
"""What counts instead of a word: itself in another spelling, in another form, a compound of it, all its parts, or the
last one."""
MOST = 30
"""Variants of one term."""

_CLEAR = 5
"""Letters from which on a word at the beginning or end of another is a part of it, whatever the rest is."""
_SCANNED = 200
_VOWELS = frozenset("aeiouy")

_Stands = Callable[[Term], bool]
_Words = list[tuple[str, float, Kind]]
"""Words to be variants, with weight."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the index knows of words, through one connection in one thread."""

    connection: apsw.Connection
    forms: Forms

    def with_variants(self, terms: Sequence[Term], stands: _Stands) -> list[Term]:
        """The terms with what may stand in their place. ``stands``: whether a term stands anywhere as it is."""
        words = {term: lower(term.word) for term in terms if len(term.word) > 1 and not term.word.isdecimal()}
        if not words:
            return list(terms)
        languages = self._languages()
        known = self._words([
            *(key for word in words.values() for one in languages for key in _stem_keys(one, word)),
            *(f"={spelling}" for word in words.values() for spelling in (plain(word), *spellings(word))),
        ])
        at_home = {word: [one for one in languages if _holds(known, one, word)] for word in words.values()}
        asked = {one for several in at_home.values() for one in several}
        extended = []
        for term in terms:
            word = words.get(term, "")
            chosen = at_home.get(word) or [one for one in languages if one in asked or not stands(term)]
            chosen = [one for one in chosen if word not in FUNCTION_WORDS.get(one, ())]
            extended.append(self._extended(term, word, chosen, known) if word else term)
        return extended

    def _extended(self, term: Term, word: str, languages: Sequence[str], known: dict[str, list[str]]) -> Term:
        found = _same(word, languages, known)
        parts: tuple[tuple[str, ...], ...] = ()
        for language in languages:
            if language in COMPOUNDING:
                found += [(one, COMPOUND, "compound") for one in self._compounds(language, word)]
                parts = parts or self._parts(language, word)
        found += [(one, PART, "part") for part in parts[-1:] for one in part]
        whole = [self._distinct("", [(one, PART, "part") for one in part]) for part in parts if len(parts) > 1]
        return replace(term, variants=self._distinct(term.form, found), parts=tuple(whole))

    def _languages(self) -> list[str]:
        """Languages of which there are words."""
        found: list[str] = []
        last = ">"
        while (key := self.connection.execute("SELECT min(key) FROM variant WHERE key > ?", (last,)).get) is not None:
            found.append(str(key)[:2])
            last = f"{found[-1]}\U0010ffff"
        return found

    def _words(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """Words by key, of the keys that have any."""
        known: dict[str, list[str]] = {}
        rows = self.connection.execute(
            "SELECT variant.key, word FROM json_each(?) AS wanted CROSS JOIN variant ON variant.key = wanted.value",
            (json.dumps(list(dict.fromkeys(keys))),),
        )
        for key, word in rows:
            known.setdefault(key, []).append(word)
        return known

    def _beginning(self, prefix: str) -> list[tuple[str, str]]:
        """Key and word where the key begins like this."""
        rows = self.connection.execute(
            "SELECT key, word FROM variant WHERE key >= ? AND key < ? LIMIT ?",
            (prefix, f"{prefix}\U0010ffff", _SCANNED),
        )
        return [(str(key), str(word)) for key, word in rows]

    def _ending_in(self, language: str, word: str) -> dict[str, str]:
        """Compounds that end in this word or its head, with what stands before it."""
        found: dict[str, str] = {}
        # Haus may have lost an s that Häuser has not.
        for part in dict.fromkeys((head(language, word), plain(word))):
            rows = self._beginning(f"{language}<{part[::-1]}")
            found |= {one: key[3 + len(part) :][::-1] for key, one in rows if len(key) > 3 + len(part)}
        return found

    def _beginning_with(self, language: str, part: str, own: str) -> dict[str, str]:
        """Words that begin with this one, with what stands behind it; not those of the stem ``own``."""
        rows = self._beginning(f"{language}:{part}")
        return {word: plain(word)[len(part) :] for key, word in rows if key[3:] != own}

    def _compounds(self, language: str, word: str) -> list[str]:
        """Words of which ``word`` is the last or first part, shortest first."""
        bare, part = plain(word), head(language, word)
        if len(bare) < LEAST_PART:
            return []
        rests = self._ending_in(language, word)
        for compound, rest in self._beginning_with(language, part, stem(language, word)).items():
            rests[compound] = plain(compound).removeprefix(bare) if plain(compound).startswith(bare) else rest
        rests = {one: rest for one, rest in rests.items() if len(rest) >= LEAST_PART and _VOWELS & set(rest)}
        keys = {one: _keys_of_rest(language, rest) for one, rest in rests.items()}
        known = self._words(key for several in keys.values() for key in several)
        found = [
            one
            for one, rest in rests.items()
            if (len(bare) >= _CLEAR and len(rest) > LEAST_PART) or any(key in known for key in keys[one])
        ]
        return sorted(found, key=lambda one: (len(one), one))

    def _parts(self, language: str, word: str) -> tuple[tuple[str, ...], ...]:
        """Words for both parts of a compound, as evenly cut as can be; for the last part only if no other is known."""
        cuts = [
            (first, second, f"{language}:{stem(language, first)}", f"{language}:{stem(language, second)}")
            for firsts, second in divisions(language, word)
            for first in firsts
        ]
        known = self._words(key for cut in cuts for key in cut[2:])
        cuts.sort(key=lambda cut: abs(len(cut[0]) - len(cut[1])))
        for _, _, first_key, second_key in cuts:
            if first_key in known and second_key in known:
                return tuple(known[first_key]), tuple(known[second_key])
        for first, second, first_key, second_key in cuts:
            # A part that stands in other compounds only.
            if first_key in known and len(second) >= _CLEAR:
                if others := self._ending_in(language, second):
                    return tuple(known[first_key]), tuple(others)
            elif second_key in known and len(first) >= _CLEAR and (
                others := self._beginning_with(language, first, "")
            ):
                return tuple(others), tuple(known[second_key])
        for _, second, _, second_key in cuts:
            if second_key in known and len(second) >= _CLEAR:
                return (tuple(known[second_key]),)
        return ()

    def _distinct(self, own: str, words: _Words) -> tuple[Variant, ...]:
        """One variant of each form in the index, the first of several."""
        variants: dict[str, Variant] = {}
        for word, weight, kind in words:
            match self.forms(word):
                case [form] if form != own:
                    variants.setdefault(form, Variant(quoted(word), form, weight, kind))
        return tuple(variants.values())[:MOST]


def _stem_keys(language: str, word: str) -> tuple[str, str, str]:
    """Keys of words of the same stem, of those whose stem the word is, and of the stem as a word."""
    own = stem(language, word)
    return f"{language}:{own}", f"{language}:{plain(word)}", f"{language}:{stem(language, own)}"


def _holds(known: dict[str, list[str]], language: str, word: str) -> bool:
    """Whether the word itself stands in passages of the language."""
    bare = plain(word)
    return any(plain(one) == bare for one in known.get(_stem_keys(language, word)[0], ()))


def _same(word: str, languages: Sequence[str], known: dict[str, list[str]]) -> _Words:
    """The word in other spellings and forms."""
    spelled = [plain(word), *spellings(word)]
    found: _Words = [(one, SPELLING, "same") for one in spelled if one != word]
    found += [(one, SPELLING, "same") for spelling in spelled for one in known.get(f"={spelling}", ())]
    for language in languages:
        own, whole, of_stem = _stem_keys(language, word)
        bare = stem(language, word)
        found += [(one, FORM, "same") for key in (own, whole) for one in known.get(key, ())]
        found += [(one, FORM, "same") for one in known.get(of_stem, ()) if plain(one) == bare]
    return found


def _keys_of_rest(language: str, rest: str) -> list[str]:
    """Keys under which what is left of a compound stands if it is a word, without the links at either end."""
    links = [link for link in LINKS if link]
    ends = [rest[: -len(link)] for link in links if rest.endswith(link)]
    starts = [rest[len(link) :] for link in links if rest.startswith(link)]
    words = [one for one in (rest, *ends, *starts, f"{rest}e") if len(one) >= LEAST_PART]
    return [f"{language}:{stem(language, one)}" for one in dict.fromkeys(words)]
