from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indexer.query import Field, file_examples, parse, steered, with_filter, without_filter
from tests.indexer.query.test_parse import TYPED

TODAY = date(2024, 3, 15)

_NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
VALUES: st.SearchStrategy[tuple[Field, str]] = st.one_of(
    st.tuples(st.just("type"), st.sampled_from(["pdf", "pdf,docx", "picture", "spreadsheets"])),
    st.tuples(st.just("ext"), st.sampled_from(["docx", ".tar.gz"])),
    st.tuples(st.sampled_from(["after", "before", "date"]), st.sampled_from(["2024", "last month", "5 march 2023"])),
    st.tuples(st.just("size"), st.sampled_from([">10mb", "> 10 MB", "1mb..5mb"])),
    st.tuples(st.sampled_from(["in", "name", "like"]), _NAMES),
)


@pytest.mark.parametrize(
    ("text", "field", "value", "expected"),
    [
        ("", "type", "pdf", "type:pdf"),
        ("lease ", "type", "pdf", "lease type:pdf"),
        ("lease type:pdf boiler", "type", "picture", "lease type:picture boiler"),
        ("type:pdf a type:docx b", "type", "picture", "type:picture a b"),
        ("-type:pdf a", "type", "docx", "-type:pdf a type:docx"),
        ('in:"Tax 2023"boiler', "in", "Home", "in:Home boiler"),
        ("a", "in", "Tax 2023", 'a in:"Tax 2023"'),
        ("a", "name", 'say "hi"', 'a name:"say ""hi"""'),
        ('a "not closed', "after", "last month", 'a "not closed" after:"last month"'),
    ],
)
def test_with_filter(text: str, field: Field, value: str, expected: str) -> None:
    assert with_filter(text, field, value) == expected


@given(TYPED, VALUES)
def test_a_filter_put_in_is_read_as_the_only_one_of_its_field(typed: str, new: tuple[Field, str]) -> None:
    field, value = new
    found = parse(with_filter(typed, field, value), TODAY).of(field)
    assert [one.value for one in found] == [value]


@given(TYPED, VALUES)
def test_what_stood_there_before_stays(typed: str, new: tuple[Field, str]) -> None:
    before, after = parse(typed, TODAY), parse(with_filter(typed, *new), TODAY)
    assert [(one.field, one.value) for one in before.filters if one.field != new[0] or one.negative] == [
        (one.field, one.value) for one in after.filters if one.field != new[0] or one.negative
    ]
    assert (before.phrases, before.excluded, before.wanted) == (after.phrases, after.excluded, after.wanted)


@given(TYPED, VALUES)
def test_put_in_and_taken_out_again(typed: str, new: tuple[Field, str]) -> None:
    assume(not parse(typed, TODAY).of(new[0]))
    text = with_filter(typed, *new)
    (added,) = parse(text, TODAY).of(new[0])
    left = without_filter(text, added)
    assert left in (typed.rstrip(), f'{typed}"'.rstrip())


@given(TYPED)
def test_all_taken_out_one_after_the_other(typed: str) -> None:
    words = parse(typed, TODAY).text
    text = typed
    for _ in range(len(parse(typed, TODAY).filters)):
        text = without_filter(text, parse(text, TODAY).filters[0])
    assert parse(text, TODAY).filters == ()
    assert parse(text, TODAY).text == words


LEASE, KAYAK = "/home/mia/Lease 2023.pdf", "C:\\Pictures\\red kayak.jpg"


@pytest.mark.parametrize(
    ("text", "path", "away", "expected"),
    [
        ("boiler ", LEASE, False, f'boiler +"{LEASE}"'),
        ("boiler", KAYAK, True, f'boiler -"{KAYAK}"'),
        ("", LEASE, False, f'+"{LEASE}"'),
        (f'boiler +"{LEASE}"', LEASE, False, "boiler"),
        (f'boiler -"{LEASE}" type:pdf', LEASE, True, "boiler type:pdf"),
        (f'boiler -"{LEASE}" gas', LEASE, False, f'boiler gas +"{LEASE}"'),
        (f'boiler +"{KAYAK}"', LEASE, True, f'boiler +"{KAYAK}" -"{LEASE}"'),
        ("boiler +/a.txt", "/a.txt", False, "boiler"),
        ('a "not closed', LEASE, False, f'a "not closed" +"{LEASE}"'),
        ("a", '/say "hi".txt', False, 'a +"/say ""hi"".txt"'),
    ],
)
def test_steered(text: str, path: str, away: bool, expected: str) -> None:
    assert steered(text, path, away=away) == expected


def test_words_after_a_sign_are_no_files() -> None:
    assert file_examples('boat +sunset -"two words" -lease.pdf +- -/ a-/b.txt like:/c.txt -like:/d.txt') == ()


@given(TYPED, _NAMES, st.booleans())
def test_an_example_put_in_is_read_as_such_and_taken_out_by_the_same(typed: str, name: str, away: bool) -> None:
    path = f"/home/mia/{name}"
    assume(path not in typed)
    text = steered(typed, path, away=away)
    assert [one.away for one in file_examples(text) if one.path == path] == [away]
    assert [one.away for one in file_examples(steered(text, path, away=not away)) if one.path == path] == [not away]
    left = steered(text, path, away=away)
    assert left in (typed.rstrip(), f'{typed}"'.rstrip())


@given(TYPED, st.booleans())
def test_an_example_is_one_for_the_parser_too(typed: str, away: bool) -> None:
    before, after = parse(typed, TODAY), parse(steered(typed, LEASE, away=away), TODAY)
    new = (LEASE,)
    # A quote left open is closed on the way, which makes the last filter longer and nothing else.
    filters = [[(one.field, one.value, one.negative) for one in query.filters] for query in (before, after)]
    assert (after.text, filters[1]) == (before.text, filters[0])
    assert (after.wanted, after.excluded) == (
        (before.wanted, before.excluded + new) if away else (before.wanted + new, before.excluded)
    )
