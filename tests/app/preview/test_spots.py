from __future__ import annotations

from app.preview.spots import Spot, TextBox, box_of, passage_text, spot, text_boxes
from indexer.answers import HitPassage, Locator, Part, Why
from tests.helpers.fake_engine import details

TEXT = "The lease runs for a year.\n\nThe boiler must be\nserviced every May.\n\nThe boiler is old."
PARTS = (Part(0, 26, "", {"page": 1}), Part(28, 66, "", {"page": 2}), Part(68, 86, "", {"page": 3}))
FILE = details("/lease.docx", TEXT, "docx", parts=PARTS)


def passage(snippet: str, locator: Locator, *marked: str) -> HitPassage:
    spans = tuple((snippet.index(word), snippet.index(word) + len(word)) for word in marked)
    return HitPassage(snippet, spans, locator, 0.5, Why(words=0.5))


def words(found: Spot | None) -> list[str]:
    assert found is not None
    return [TEXT[start:end] for start, end in found.words]


def test_a_passage_is_found_at_its_place_however_its_lines_run() -> None:
    found = spot(FILE, passage("…boiler must be serviced…", {"page": 2}, "boiler"))

    assert found is not None
    assert (found.start, found.end) == (28, 66)
    assert TEXT[found.focus :].startswith("boiler must be\nserviced")
    assert words(found) == ["boiler"]


def test_the_same_words_on_another_page_are_not_mistaken_for_it() -> None:
    found = spot(FILE, passage("The boiler", {"page": 3}))

    assert found is not None
    assert found.focus == 68


def test_a_passage_that_begins_in_the_one_before_is_found_whole() -> None:
    found = spot(FILE, passage("every May. The boiler is old.", {"page": 3}))

    assert found is not None
    assert TEXT[found.start : found.end] == "every May.\n\nThe boiler is old."


def test_words_are_marked_whole_in_any_case_and_in_the_passage_only() -> None:
    file = details("/a.txt", "An ox and an OXEN, ox_2!", parts=(Part(0, 24, "", {"line": 1}),))
    found = spot(file, passage("An ox and an OXEN, ox_2!", {"line": 1}, "ox"))

    assert found is not None
    assert found.words == ((3, 5), (19, 21))


def test_chinese_words_are_marked_within_a_run_of_letters() -> None:
    file = details("/a.txt", "请照看猫咪两周", parts=(Part(0, 7, "", {"line": 1}),))
    found = spot(file, passage("请照看猫咪两周", {"line": 1}, "猫咪"))

    assert found is not None
    assert found.words == ((3, 5),)


def test_a_passage_whose_place_changed_is_found_by_its_words() -> None:
    found = spot(FILE, passage("serviced every May", {"page": 9}))

    assert found is not None
    assert (found.start, found.end) == (28, 66)


def test_what_the_text_does_not_hold_is_nowhere() -> None:
    assert spot(FILE, passage("quite another text", {"page": 9})) is None


def test_a_place_without_its_words_is_marked_as_a_whole() -> None:
    found = spot(FILE, passage("quite another text", {"page": 2}))

    assert found is not None
    assert (found.start, found.end, found.focus) == (28, 66, 28)


def test_all_of_a_passage_is_what_is_copied() -> None:
    assert passage_text(FILE, passage("…boiler must…", {"page": 2})) == "The boiler must be\nserviced every May."
    assert passage_text(None, passage("…boiler must…", {"page": 2})) == "boiler must"


def test_boxes_are_parts_of_the_page_and_stay_on_it() -> None:
    assert box_of({"box": "100,200,300,50"}) == (0.1, 0.2, 0.3, 0.05)
    assert box_of({"box": "900,900,500,500"}) == (0.9, 0.9, 0.09999999999999998, 0.09999999999999998)


def test_a_box_that_makes_no_sense_is_none() -> None:
    for box in ("", "1,2,3", "a,b,c,d", "-1,2,3,4", "1,2,0,4", "1,2,3,4,5"):
        assert box_of({"box": box}) is None
    assert box_of({}) is None


def test_only_the_boxes_of_this_page_are_on_it() -> None:
    text = "one\n\ntwo"
    parts = (Part(0, 3, "", {"page": 1, "box": "0,0,10,10"}), Part(5, 8, "", {"page": 2, "box": "0,0,20,20"}))
    file = details("/scan.pdf", text, "pdf", parts=parts)

    assert text_boxes(file, 2) == (TextBox((0.0, 0.0, 0.02, 0.02), "two"),)
