"""Where the text of a passage stands on a page."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.extract.chunk import chunk
from indexer.extract.page_marks import Box, lines, marks, matching
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source
from tests.indexer.extract.test_pdf import lines as shown
from tests.indexer.extract.test_pdf import pdf

LIBRARY = Path(__file__).parents[3] / "resources" / "library"
PAGE = (
    "Annual report 7\nThe landlord must service the boiler each au-\ntumn, at his own cost. Ten-\nants keep the key.\n"
    "The landlord must paint.\nAnother matter alto\ufb01gether: façades and 12,5 % of costs.\n"
)


def said(page: str, passage: str) -> list[str]:
    return [page[start:end] for start, end in matching(page, passage)]


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Tenants keep the key.", ["Ten-\nants keep the key."]),
        ("the landlord must service the boiler each autumn, at his own cost.",
         ["The landlord must service the boiler each au-\ntumn, at his own cost."]),
        # Where two places begin alike, the one that goes on is meant.
        ("The landlord must paint.", ["The landlord must paint."]),
        (unicodedata.normalize("NFD", "Façades, and (12,5"), ["façades and 12,5"]),
        ("altofigether", ["alto\ufb01gether:"]),
        # It began on the page before, and goes on to the next.
        ("What was said before. Annual report 7 The landlord must service",
         ["Annual report 7\nThe landlord must service"]),
        ("façades and 12,5 % of costs. " + "More of it overleaf, not seen. " * 9, ["façades and 12,5 % of costs."]),
        # A turn of phrase is not the passage.
        ("Every landlord must know that " + "nothing of this is on the page at all, nothing. " * 5, []),
        ("The boiler.", ["the boiler"]), ("", []), ("…", []), ("7", ["7"]), ("key", ["key."]), ("absent", []),
    ],
)
def test_what_a_passage_says_is_found_on_the_page(passage: str, expected: list[str]) -> None:
    assert said(PAGE, passage) == expected


def test_a_passage_may_lack_what_stands_between() -> None:
    page = "First part of what is meant here.\nFooter 12\nSecond part of what is meant here."
    found = said(page, "First part of what is meant here. Second part of what is meant here.")
    assert found == ["First part of what is meant here.", "Second part of what is meant here."]


def test_letters_in_another_order_do_not_end_it() -> None:
    page = "هذا النص يتكلم عن السالم والسكن في المدينة القديمة كلها"
    assert "".join(said(page, page.replace("السالم", "السلام"))).replace(" ", "").startswith("هذاالنصيتكلمعن")


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("abc d-\n.é"), max_size=200), st.text(st.sampled_from("abc d-\n.é"), max_size=200))
def test_spans_are_in_order_within_the_page_and_apart(page: str, passage: str) -> None:
    end = 0
    for first, last in matching(page, passage):
        assert end <= first < last <= len(page)
        end = last


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 40), st.integers(1, 60))
def test_any_stretch_of_a_page_is_found_where_it_is(start: int, length: int) -> None:
    words = [f"word{number}x" for number in range(100)]
    page = "\n".join(words)
    wanted = "  ".join(words[start : start + length])
    assert " ".join(" ".join(said(page, wanted)).split()) == " ".join(wanted.split())


def test_letters_of_a_line_make_one_box() -> None:
    first = [Box(x, 10, x + 5, 20) for x in (0, 5, 15)]
    second = [Box(x, 22, x + 5, 32) for x in (0, 5)]
    column = [Box(200, 10, 205, 20)]
    assert lines([*first, *second, *column]) == [Box(0, 10, 20, 20), Box(0, 22, 10, 32), Box(200, 10, 205, 20)]
    right_to_left = [Box(x, 10, x + 5, 20) for x in (15, 10, 5)]
    assert lines(right_to_left) == [Box(5, 10, 20, 20)]
    downwards = [Box(0, y, 10, y + 5) for y in (0, 5, 10)]
    assert lines(downwards) == [Box(0, 0, 10, 15)]
    assert lines([]) == []


def boxes(data: bytes, passage: str, width: int = 600) -> list[tuple[float, float, float, float]]:
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        size = (width, round(width * page.get_height() / page.get_width()))
        text_page = page.get_textpage()
        found = marks(page, text_page, passage, size)
        text_page.close()
        page.close()
    return found


def test_each_line_has_its_box() -> None:
    data = pdf(shown("The boiler is serviced", "in autumn by the landlord", "and nobody else"))
    first, second = boxes(data, "boiler is serviced in autumn by the landlord")
    # The text begins 50 points from the left, its first line stands 100 points below the top.
    assert 65 < first[0] < 80
    assert 85 < first[1] < 100
    assert 100 < first[1] + first[3] < 106
    assert second[0] == pytest.approx(50, abs=2)
    assert second[1] == pytest.approx(first[1] + 14, abs=1)
    doubled = boxes(data, "boiler is serviced in autumn by the landlord", width=1200)
    assert doubled[0] == pytest.approx(tuple(2 * side for side in first), abs=1)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_boxes_turn_with_the_page(degrees: int) -> None:
    text = ("The boiler is serviced by the landlord", "in autumn")
    plain = pdf(shown(*text))
    turned = plain.replace(b"/MediaBox [0 0 600 800]", f"/Rotate {degrees} /MediaBox [0 0 600 800]".encode())
    (left, top, wide, high) = boxes(plain, text[0])[0]
    (found,) = boxes(turned, text[0], width=600 if degrees == 180 else 800)
    expected = {
        90: (800 - top - high, left, high, wide), 180: (600 - left - wide, 800 - top - high, wide, high),
        270: (top, 600 - left - wide, high, wide),
    }[degrees]
    assert found == pytest.approx(expected, abs=1.5)


def test_a_page_cut_out_of_a_larger_one_has_its_boxes_there() -> None:
    data = pdf(shown("The boiler is serviced")).replace(
        b"/MediaBox [0 0 600 800]", b"/MediaBox [0 0 600 800] /CropBox [40 600 340 800]"
    )
    (box,) = boxes(data, "The boiler is serviced", width=300)
    assert box[0] == pytest.approx(10, abs=2)
    assert 85 < box[1] < 100


@pytest.mark.parametrize("name", ["learning/laundry-moisture-study.pdf", "flat/heating-service-2025.pdf"])
def test_every_passage_of_a_document_is_marked_on_its_page(name: str) -> None:
    path = LIBRARY / name
    with pypdfium2.PdfDocument(path) as document:
        for passage in chunk(read_any(Source.of_file(path), Budget())):
            page = document[int(passage.locator["page"]) - 1]
            text_page = page.get_textpage()
            found = marks(page, text_page, passage.text, (600, 848))
            covered = sum(width * height for _, _, width, height in found)
            # About 20 square pixels a letter at this size.
            assert covered > 10 * len(passage.text)
            for left, top, width, height in found:
                assert min(left, top) >= 0
                assert left + width <= 600
                assert top + height <= 848
            text_page.close()
            page.close()
