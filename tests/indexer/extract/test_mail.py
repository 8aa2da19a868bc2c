from __future__ import annotations

import io
from email.message import EmailMessage
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import KnownError
from indexer.extract import limits, mail
from indexer.extract.document import Document
from indexer.extract.mail import read_eml, read_mbox, split_mbox
from indexer.extract.source import Budget, Source
from tests.helpers.outcome import outcome


def message(subject: str = "Boiler service", body: str = "The plumber comes on Tuesday.\n") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = subject
    mail["From"] = "Zoë Müller <zoe@example.org>"
    mail["To"] = "bob@example.org"
    mail["Date"] = "Wed, 31 Jan 2024 23:30:00 -0500"
    mail.set_content(body)
    return mail


def read(data: bytes, name: str = "a.eml") -> Document:
    return read_eml(Source.of_bytes(name, data), Budget())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_headers_and_body() -> None:
    document = read(message("Grüße").as_bytes())
    assert (document.title, document.created) == ("Grüße", "2024-02-01")
    assert document.author == "Zoë Müller <zoe@example.org>"
    assert (document.blocks[0].text, document.blocks[0].kind) == ("Grüße", "heading")
    assert "To: bob@example.org" in document.blocks[1].text
    assert texts(document)[2] == "The plumber comes on Tuesday."


def test_attachments_are_read_by_their_readers() -> None:
    mail = message()
    mail.add_attachment(
        b"{\\rtf1 two hundred euros}", maintype="application", subtype="rtf", filename="Angebot für Sie.rtf"
    )
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    mail.add_attachment(message("Inner", "inner text\n"))
    document = read(mail.as_bytes())
    found = [(block.text, block.locator.get("member")) for block in document.blocks]
    assert ("two hundred euros", "Angebot für Sie.rtf") in found
    assert ("inner text", "Inner.eml") in found
    assert document.notes == []
    assert "logo" not in " ".join(texts(document))


def test_an_encrypted_attachment_is_noted_and_the_rest_read() -> None:
    mail = message()
    mail.add_attachment(b"%PDF-1.4 broken", maintype="application", subtype="pdf", filename="a.pdf")
    document = read(mail.as_bytes())
    assert "The plumber comes on Tuesday." in texts(document)
    assert [(note.code, note.detail.startswith("a.pdf: ")) for note in document.notes] == [("damaged", True)]


def test_of_alternatives_the_plain_text_is_read_once() -> None:
    mail = message(body="plain words\n")
    mail.add_alternative("<p>html words</p>", subtype="html")
    joined = " ".join(texts(read(mail.as_bytes())))
    assert "plain words" in joined
    assert "html words" not in joined


def test_html_only_with_a_charset_of_its_own() -> None:
    html = '<html><head><meta charset="utf-8"></head><body><p>Straße</p></body></html>'
    data = b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=iso-8859-1\n\n" + html.encode("latin-1")
    assert "Straße" in texts(read(data))


def test_old_and_wrong_encodings() -> None:
    head = b"Subject: =?nonsense?Q?abc?=\nContent-Type: text/plain; charset=%s\n\n"
    assert "Übung" in texts(read(head % b"cp1252" + "Übung".encode("cp1252")))
    assert "Übung macht den Meister" in texts(read(head % b"nonsense" + "Übung macht den Meister".encode()))


def test_emlx_and_mail_that_is_none() -> None:
    raw = message().as_bytes()
    document = read(f"{len(raw)}\n".encode() + raw + b"<?xml version='1.0'?><plist/>", "a.emlx")
    assert document.title == "Boiler service"
    assert "plist" not in " ".join(texts(document))
    with pytest.raises(KnownError) as error:
        read(b"\n\n")
    assert error.value.code == "damaged"


def test_many_parts_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAIL_PARTS", 3)
    mail = message()
    for number in range(6):
        mail.add_attachment(b"{\\rtf1 x}", maintype="application", subtype="rtf", filename=f"{number}.rtf")
    document = read(mail.as_bytes())
    assert [note.code for note in document.notes] == ["cut_short"]
    assert "1.rtf" in texts(document)
    assert "2.rtf" not in texts(document)


MBOX = b"".join(
    b"From someone@example.org Thu Jan  1 00:00:00 1970\n" + message(f"Number {number}").as_bytes() + b"\n"
    for number in (1, 2, 3)
)


def test_a_mailbox() -> None:
    document = read_mbox(Source.of_bytes("a.mbox", MBOX), Budget())
    headings = [(block.text, block.locator["member"]) for block in document.blocks if block.kind == "heading"]
    assert headings == [("Number 1", "message 1"), ("Number 2", "message 2"), ("Number 3", "message 3")]
    assert document.title is None


def test_mailboxes_are_bounded_and_never_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MBOX_MESSAGES", 2)
    document = read_mbox(Source.of_bytes("a.mbox", MBOX), Budget())
    assert [note.code for note in document.notes] == ["cut_short"]
    assert "Number 3" not in texts(document)
    with pytest.raises(KnownError) as error:
        read_mbox(Source.of_bytes("a.mbox", b"\n\n"), Budget())
    assert error.value.code == "damaged"


def test_splitting_a_mailbox(monkeypatch: pytest.MonkeyPatch) -> None:
    def split(data: bytes) -> list[bytes]:
        return list(split_mbox(io.BytesIO(data)))

    assert split(b"From a\nx\n\nFrom b\ny\n") == [b"x\n\n", b"y\n"]
    assert split(b"From a\nx\nFrom here on\n\n>From b\n") == [b"x\nFrom here on\n\nFrom b\n"]
    assert split(b"") == []
    monkeypatch.setattr(mail, "_LINE_BYTES", 8)
    assert split(b"From a\n\n1234567 From b\n") == [b"\n1234567 From b\n"]
    monkeypatch.setattr(limits, "MEMBER_BYTES", 8)
    assert split(b"From a\n" + b"1234567\n" * 9) == [b"1234567\n"]


@given(st.lists(st.text(alphabet="abF>\n ", max_size=40).map(str.encode), min_size=1, max_size=4))
def test_a_mailbox_written_is_a_mailbox_read(mails: list[bytes]) -> None:
    written = b""
    for each in mails:
        quoted = b"".join(b">" + line if line.startswith(b"From ") else line for line in each.splitlines(keepends=True))
        written += b"From x\n" + b"S: x\n" + quoted + b"\n\n"
    assert len(list(split_mbox(io.BytesIO(written)))) == len(mails)


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_are_a_document_or_a_known_error(data: bytes) -> None:
    for head in (b"", b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"):
        assert outcome(partial(read, head + data)) in ("ok", "damaged")
