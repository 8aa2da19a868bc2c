"""Mails (eml, emlx) and mailboxes (mbox): headers, the readable body, attachments by their own readers."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from datetime import UTC
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from indexer.errors import KnownError
from indexer.extract import kind_of, limits
from indexer.extract.blocks import Blocks, flat
from indexer.extract.document import Document, Note
from indexer.extract.encoding import decode
from indexer.extract.members import add_body, add_member
from indexer.extract.source import Budget, Source

# compat32 hands out raw headers and never fails on them; the modern policy raises on many real mails.
_POLICY = policy.compat32
_LINE_BYTES = 64 * limits.KIB
_SHOWN_HEADERS = ("From", "To", "Cc", "Date")


def read_eml(source: Source, budget: Budget) -> Document:
    """One mail. Attachments have the locator ``member``. Raises KnownError ``damaged``, ``too_large``."""
    data = source.read(limits.DOCUMENT_BYTES)
    if re.match(rb"\d+\s*\n", data):
        # emlx: the mail's length in bytes stands on a line of its own in front, a property list behind.
        length, _, data = data.partition(b"\n")
        data = data[: int(length)]
    blocks = Blocks(budget)
    document = Document(blocks)
    _add_mail(document, blocks, data, {}, budget)
    if not document.blocks:
        raise KnownError("damaged", "It holds no mail.")
    return document


def read_mbox(source: Source, budget: Budget) -> Document:
    """A mailbox, one mail after the other; locator ``member`` is ``message 1`` and so on."""
    blocks = Blocks(budget)
    document = Document(blocks)
    with source.open() as stream:
        for number, data in enumerate(split_mbox(stream), start=1):
            if budget.full:
                break
            if number > limits.MBOX_MESSAGES:
                document.notes.append(Note("cut_short", f"Only the first {limits.MBOX_MESSAGES} mails were read."))
                break
            budget.take_member()
            try:
                _add_mail(document, blocks, data, {"member": f"message {number}"}, budget)
            except (MessageError, ValueError, RecursionError) as error:
                document.notes.append(Note("partial", f"Message {number} is damaged ({type(error).__name__})."))
    document.title = None
    document.author = None
    document.created = None
    if not document.blocks:
        raise KnownError("damaged", "It holds no mails.")
    return document


def split_mbox(stream: BinaryIO) -> Iterator[bytes]:
    """The mails of a mailbox without their ``From`` lines; of one over ``limits.MEMBER_BYTES`` its beginning."""
    lines: list[bytes] = []
    size = 0
    started = False
    blank, whole = True, True
    while line := stream.readline(_LINE_BYTES):
        if line.startswith(b"From ") and blank and whole:
            if started:
                yield b"".join(lines)
            lines, size, started = [], 0, True
        elif size < limits.MEMBER_BYTES:
            started = started or bool(line.strip())
            # ">From" is how a mailbox writes a line of the mail that begins with "From".
            line = line[1:] if line.startswith(b">From ") and whole else line
            lines.append(line)
            size += len(line)
        blank = whole and not line.strip()
        whole = line.endswith(b"\n")
    if started and lines:
        yield b"".join(lines)


def _add_mail(document: Document, blocks: Blocks, data: bytes, place: dict[str, str], budget: Budget) -> None:
    message = message_from_bytes(data, policy=_POLICY)
    subject = header_text(message, "Subject")
    blocks.add(subject, "heading", 1, place)
    document.title = subject or None
    document.author = header_text(message, "From") or None
    document.created = _iso_date(header_text(message, "Date"))
    shown = [f"{name}: {text}" for name in _SHOWN_HEADERS if (text := header_text(message, name))]
    blocks.add("\n".join(shown), locator=place)
    for count, (part, is_body) in enumerate(_parts(message), start=1):
        if budget.full:
            return
        if count > limits.MAIL_PARTS:
            document.notes.append(Note("cut_short", f"Only the first {limits.MAIL_PARTS} parts were read."))
            return
        if is_body:
            _add_body(document, part, place, budget)
        else:
            _add_attachment(document, part, place, budget)


def _parts(message: Message) -> Iterator[tuple[Message, bool]]:
    """(part, whether it is body text), in order; of alternatives the one that reads best."""
    content_type = message.get_content_type()
    payload = message.get_payload()
    if content_type == "message/rfc822" or not isinstance(payload, list):
        is_text = content_type in ("text/plain", "text/html")
        yield message, is_text and not message.get_filename() and not _is_attachment(message)
    elif content_type == "multipart/alternative":
        children = [child for child in payload if isinstance(child, Message)]
        plain = [c for c in children if c.get_content_type() == "text/plain" and _payload(c).strip()]
        if plain:
            yield plain[0], True
            # Besides the text there may be an invitation or a related part with attachments.
            rest = [c for c in children if not c.get_content_type().startswith(("text/", "multipart/related"))]
            for child in rest:
                yield from _parts(child)
        else:
            for child in children[-1:]:
                yield from _parts(child)
    else:
        for part in payload:
            if isinstance(part, Message):
                yield from _parts(part)


def _is_attachment(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _add_body(document: Document, part: Message, place: dict[str, str], budget: Budget) -> None:
    text = _decoded(part)
    if not text.strip():
        return
    # The byte order mark outweighs any other charset the HTML may name: it was decoded already.
    data = b"\xef\xbb\xbf" + text.encode("utf-8", "replace")
    name = "body.html" if part.get_content_type() == "text/html" else "body.txt"
    add_body(document, Source.of_bytes(name, data), place, budget)


def _add_attachment(document: Document, part: Message, place: dict[str, str], budget: Budget) -> None:
    budget.take_member()
    content_type = part.get_content_type()
    if content_type == "message/rfc822":
        payload = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        if not isinstance(inner, Message):
            return
        name, data = f"{header_text(inner, 'Subject') or 'mail'}.eml".replace("/", " "), inner.as_bytes()
    else:
        suffix = mimetypes.guess_extension(content_type) or ""
        name, data = flat(_filename(part)) or f"part{suffix}", _payload(part)
    if not data or kind_of(name) == "picture":
        return
    budget.take_unpacked(len(data))
    member = f"{place['member']}/{name}" if place else name
    add_member(document, Source.of_bytes(name, data), member, budget)


def _filename(part: Message) -> str:
    try:
        return str(make_header(decode_header(part.get_filename() or "")))
    except (MessageError, ValueError, LookupError):
        return part.get_filename() or ""


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _decoded(part: Message) -> str:
    data = _payload(part)
    charset = part.get_content_charset() or "utf-8"
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        pass
    try:
        return decode(data, charset)
    except KnownError:
        # Data that a mail calls text.
        return ""


def header_text(message: Message, name: str) -> str:
    """One header as people read it: decoded, on one line; empty when it is not there."""
    raw = message.get(name)
    if raw is None:
        return ""
    text = str(raw)[: limits.HEADER_CHARACTERS]
    try:
        decoded = str(make_header(decode_header(text)))
    except (MessageError, ValueError, LookupError):
        decoded = text
    return flat(decoded)


def _iso_date(text: str) -> str | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    try:
        return moment.astimezone(UTC).date().isoformat() if moment.tzinfo else moment.date().isoformat()
    except (ValueError, OverflowError):
        return None
