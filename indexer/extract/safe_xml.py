"""XML from strangers: no entities, no external parts, and no DTD unless the format is known to carry one."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from indexer.errors import KnownError
from indexer.extract.limits import XML_BYTES


def parse_xml(data: bytes | str, *, allow_doctype: bool = False) -> Element:
    """The root element of ``data``.

    ``allow_doctype`` accepts a DOCTYPE line (old ODF, XHTML, SVG); entities stay forbidden and nothing is loaded.
    Raises KnownError: ``hostile`` (entities, external references or a DTD), ``damaged`` (not well-formed),
    ``too_large`` (over ``limits.XML_BYTES``).
    """
    if len(data) > XML_BYTES:
        raise KnownError("too_large", f"One of its XML parts is over {XML_BYTES // 1024 // 1024} MB.")
    try:
        root = fromstring(data, forbid_dtd=not allow_doctype, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise KnownError(
            "hostile", "It declares XML entities or a document type, which can be used to fill the memory."
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        # LookupError and ValueError: an encoding that is unknown or does not fit the bytes.
        raise KnownError("damaged", "Its XML is not well-formed.") from error
    if not isinstance(root, Element):
        raise KnownError("damaged", "Its XML has no root element.")
    return root
