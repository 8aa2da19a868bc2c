from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.annotations import FreeText

from indexer.errors import KnownError
from indexer.extract import pdf_text
from indexer.extract.document import Document
from indexer.extract.pdf import iso_date, read_pdf
from indexer.extract.pdf_layout import HYPHEN, Line, body_size, join_lines, paragraphs
from indexer.extract.source import Budget, Source
from tests.helpers.outcome import outcome


def pdf(*pages: str, title: str = "", loop: bool = False, extra: str = "") -> bytes:
    """A PDF written by hand: one content stream per page; ``loop`` makes the page tree its own child."""
    numbers = [5 + 2 * index for index in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers) + (" 2 0 R" if loop else "")
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {extra} >>",
        2: f"<< /Type /Pages /Count {len(pages) + loop} /Kids [{kids}] >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        4: f"<< /Title ({title}) /Author (Ada) /CreationDate (D:20240131120000Z) >>",
    }
    for number, content in zip(numbers, pages, strict=True):
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects[number + 1] = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
    out = b"%PDF-1.4\n"
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{places[number]:010} 00000 n \n" for number in sorted(places))
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {len(places) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF".encode()


def lines(*texts: str, size: int = 12, step: int = 14, top: int = 700) -> str:
    shown = "".join(f"1 0 0 1 50 {top - step * i} Tm ({text}) Tj\n" for i, text in enumerate(texts))
    return f"BT /F1 {size} Tf\n{shown}ET\n"


def read(data: bytes, budget: Budget | None = None) -> Document:
    return read_pdf(Source.of_bytes("a.pdf", data), budget or Budget())


def failure(data: bytes) -> str:
    with pytest.raises(KnownError) as error:
        read(data)
    return error.value.code


def test_pages_paragraphs_and_properties() -> None:
    first = lines("The boiler was serviced in spring and it was", "found to be in good order.")
    first += lines("A paragraph of its own.", top=600)
    document = read(pdf(first, lines("On the second page."), title="Boiler"))
    assert (document.title, document.author, document.created, document.pages) == ("Boiler", "Ada", "2024-01-31", 2)
    assert [(block.text, block.locator["page"]) for block in document.blocks] == [
        ("The boiler was serviced in spring and it was found to be in good order.", 1),
        ("A paragraph of its own.", 1),
        ("On the second page.", 2),
    ]


def test_large_type_is_a_heading() -> None:
    page = lines("Heating costs", size=24) + lines(*["Some text of the usual size, long enough."] * 6, top=600)
    blocks = read(pdf(page)).blocks
    assert (blocks[0].text, blocks[0].kind, blocks[0].level) == ("Heating costs", "heading", 1)
    assert {block.kind for block in blocks[1:]} == {"paragraph"}


def test_the_outline_decides_where_there_is_one() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(lines("1 Rent", "is due monthly."), lines("LARGE", size=30))))
    writer.add_outline_item(title="Rent", page_number=0)
    writer.add_outline_item(title="Deposit", page_number=1)
    out = io.BytesIO()
    writer.write(out)
    found = [(b.text, b.kind, b.locator["page"]) for b in read(out.getvalue()).blocks]
    assert ("Deposit", "heading", 2) in found
    assert ("LARGE", "paragraph", 2) in found


def test_pages_without_text_are_noted() -> None:
    document = read(pdf("", lines("text"), ""))
    assert [block.text for block in document.blocks] == ["text"]
    assert [(note.code, "1, 3" in note.detail) for note in document.notes] == [("no_text", True)]
    assert failure(pdf("", "")) == "no_text"


def test_encrypted_and_with_an_empty_password() -> None:
    for password, expected in (("secret", "encrypted"), ("", "text")):
        writer = PdfWriter(clone_from=io.BytesIO(pdf(lines("text"))))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        if password:
            assert failure(out.getvalue()) == expected
        else:
            assert read(out.getvalue()).blocks[0].text == expected


def test_a_page_tree_that_is_its_own_child_ends() -> None:
    document = read(pdf(lines("still here"), loop=True))
    assert document.blocks[0].text == "still here"


def test_truncated_and_no_pdf_at_all() -> None:
    whole = pdf(lines("hello there"), lines("second"))
    assert read(whole[: len(whole) - 12]).blocks[0].text == "hello there"
    assert failure(whole[:60]) == "damaged"
    assert failure(b"%PDF-1.7\nnothing of the kind") == "damaged"


def test_form_fields_and_comments_are_text() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(lines("Name:"))))
    writer.add_annotation(0, FreeText(text="call the plumber", rect=(10, 10, 100, 50)))
    out = io.BytesIO()
    writer.write(out)
    assert "call the plumber" in [block.text for block in read(out.getvalue()).blocks]


def test_attachments_are_read_as_members() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(lines("see attachment"))))
    writer.add_attachment("note.rtf", b"{\\rtf1 from the attachment}")
    out = io.BytesIO()
    writer.write(out)
    block = read(out.getvalue()).blocks[-1]
    assert (block.text, block.locator["member"]) == ("from the attachment", "note.rtf")


def test_the_text_is_bounded() -> None:
    budget = Budget.of(characters=20)
    document = read(pdf(*[lines("twelve chars")] * 50), budget)
    assert sum(len(block.text) for block in document.blocks) == 20
    assert budget.full


@given(st.binary(max_size=300), st.integers(0, 900))
@settings(max_examples=60, deadline=None)
def test_damage_anywhere_is_a_document_or_a_known_error(noise: bytes, at: int) -> None:
    whole = pdf(lines("hello there"), lines("second"))
    damaged = whole[:at] + noise + whole[at + len(noise) :]
    assert outcome(lambda: read(damaged)) in ("ok", "damaged", "no_text", "encrypted")


def test_broken_words_are_mended() -> None:
    assert join_lines(["The docu-", "ment is well-", "known."], frozenset({"well-known"})) == (
        "The document is well-known."
    )
    assert join_lines([f"The docu{HYPHEN}ment of 1990{HYPHEN}1995"]) == "The document of 1990-1995"
    assert join_lines(["Müller-", "Lüdenscheidt"]) == "Müller- Lüdenscheidt"
    assert join_lines(["漢字", "かな"]) == "漢字かな"


def test_paragraphs_of_lines() -> None:
    def line(text: str, bottom: float, left: float = 50, right: float = 500, size: float = 12) -> Line:
        return Line(text, left, right, bottom, size)

    page = [
        line("First paragraph, which", 700),
        line("ends here.", 686, right=120),
        line("Second one.", 672, right=150),
        line("• a point", 650),
        line("• another", 636),
        line("which goes on in the", 500),
        line("next column.", 700, left=300),
    ]
    assert [p.text for p in paragraphs(page, body_size(page))] == [
        "First paragraph, which ends here.",
        "Second one.",
        "• a point",
        "• another",
        "which goes on in the next column.",
    ]
    assert body_size([]) == 0


def test_dates() -> None:
    assert iso_date("D:20240131120000+01'00'") == "2024-01-31"
    assert iso_date("D:2024") == "2024"
    assert iso_date("yesterday") is None
    assert iso_date(None) is None


class ArabicPage:
    """A page as PDFium gives it: in the last word lam-alef is taken apart, its letters in one place and reversed."""

    text = "Rو ال ساالم"

    def count_chars(self) -> int:
        return len(self.text)

    def get_text_range(self, start: int, count: int) -> str:
        return self.text[start : start + count]

    def get_charbox(self, index: int, loose: bool = False) -> tuple[float, float, float, float]:
        place = index - 1 if index == self.text.rindex("ل") else index
        return (600.0 - 5 * place, 700, 605.0 - 5 * place, 712)


def test_arabic_ligatures_and_scripts_that_touch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_text, "_char_index", lambda page, index: index)
    assert [line.text for line in pdf_text.page_lines(ArabicPage())] == ["R و ال سالام"]
