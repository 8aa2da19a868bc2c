"""Bounds of extraction, each with its unit. Reaching one ends in a note or a KnownError, never in a hang."""

from __future__ import annotations

KIB = 1024
MIB = 1024 * KIB

# One file.
MEMORY_MB = 1024
"""Address space of the worker process, megabytes (default of ``--memory-mb``)."""
READ_SECONDS = 25.0
"""Seconds after which a reader that can stop does so and keeps what it has (note ``cut_short``)."""
KILL_SECONDS = 60.0
"""Seconds after which the parent should kill the worker: for readers that cannot stop by themselves. Well over
``READ_SECONDS``, since what was read must still be cut into passages."""
TEXT_CHARACTERS = 8_000_000
"""Characters of text kept of one file, all its members together."""
TEXT_FILE_BYTES = 20 * MIB
"""Bytes read of a plain text, CSV, JSON, Markdown or source file; the rest is left out with ``cut_short``."""
DOCUMENT_BYTES = 256 * MIB
"""Bytes of a file that its reader must hold in memory as a whole (HTML, RTF, mail, a legacy office file)."""
XML_BYTES = 64 * MIB
"""Bytes of one XML part parsed into a tree (the tree takes several times as much memory)."""
HASH_BLOCK_BYTES = MIB
"""Bytes read at once while the content is hashed."""
NOTES = 50
"""Notes kept of one file; the number of those left out is told in a last one."""

# Archives and mails.
MEMBERS = 20_000
"""Members looked at, over all levels of nesting."""
MEMBER_BYTES = 128 * MIB
"""Bytes of one unpacked member, counted while unpacking."""
UNPACKED_BYTES = 1024 * MIB
"""Bytes unpacked of one file, over all its members and levels."""
RATIO = 300
"""Unpacked bytes to packed bytes; what is more is a bomb."""
RATIO_FLOOR_BYTES = 16 * MIB
"""Unpacked bytes below which the ratio does not matter: small runs of zeros pack well."""
DEPTH = 4
"""Levels of nesting: an archive in a mail in an archive is 3."""
NAME_CHARACTERS = 1_000
"""Characters of a member's name that are kept."""

# Pages and sheets.
PDF_PAGES = 5_000
"""Pages read of a PDF."""
PDF_PAGE_CHARACTERS = 500_000
"""Characters read of one page of a PDF."""
PDF_OUTLINE_ENTRIES = 2_000
"""Entries read of a PDF's outline."""
SHEET_ROWS = 50_000
"""Rows read of one sheet."""
SHEET_COLUMNS = 1_000
"""Columns read of one sheet."""

# Pictures.
PICTURE_FILE_BYTES = 512 * MIB
"""Bytes of a picture's file."""
PICTURE_MEMORY = 0.5
"""Share of the process's memory that decoding one picture may take; what it needs is told from its header."""
SVG_BYTES = 16 * MIB
"""Bytes of a drawing, unpacked."""
SVG_ELEMENTS = 100_000
"""Elements of a drawing, those that are drawn again by reference counted each time."""
SVG_DEPTH = 200
"""Levels of nested elements in a drawing."""
VIEW_SIDE = 288
"""Pixels of a view's shorter side, fewer when the picture is smaller or its longer side exceeds ``VIEW_LONG_SIDE``."""
VIEW_LONG_SIDE = 4 * VIEW_SIDE
"""Pixels of a view's longer side at most."""
FRAMES = 4
"""Views of an animation, each plainly other than the ones before."""
FRAMES_SEEN = 200
"""Frames of an animation looked at."""
PICTURE_PAGES = 50
"""Pages of a TIFF that become views."""
VIEWS = 100
"""Views of one document."""
VIEWS_BYTES = 16 * MIB
"""Bytes of the views of one file together."""
PAGE_VIEWS = 4
"""Views of one page or slide."""
MEMBER_PICTURE_SIDE = 100
"""Pixels of the shorter side below which a picture in a document is taken for a logo or a rule."""

# Text in pictures.
OCR_DPI = 200
"""Dots per inch at which a page is drawn to read its text."""
OCR_SIDE = 2_000
"""Pixels of the longer side beyond which a picture is scaled down before its text is read."""
OCR_GLANCE_SIDE = 1_000
"""The same for the first look, which only tells whether there is any text."""

# Mails.
MAIL_PARTS = 1_000
"""Parts of one mail."""
MBOX_MESSAGES = 20_000
"""Messages read of one mailbox."""
HEADER_CHARACTERS = 10_000
"""Characters kept of one header of a mail."""

# Structures that may loop.
RECORDS = 2_000_000
"""Records looked at in a binary office file."""
RECORD_DEPTH = 32
"""Levels of nested records in a binary office file."""


def memory_bytes() -> int:
    """Bytes of address space this process may take: what the system was told, else ``MEMORY_MB``."""
    try:
        import resource
    except ImportError:
        return MEMORY_MB * MIB
    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    return MEMORY_MB * MIB if soft == resource.RLIM_INFINITY else soft
