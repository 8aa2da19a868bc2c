from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indexer.query import Field, parse, with_filter, without_filter
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
