from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import KnownError
from indexer.extract import rst
from indexer.extract.document import Document
from indexer.extract.readers import read_any
from indexer.extract.source import Budget, Source
from tests.helpers.officefiles import BOMB


def read(name: str, text: str | bytes) -> Document:
    return read_any(Source.of_bytes(name, text.encode() if isinstance(text, str) else text), Budget())


def shown(document: Document) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in document.blocks]


MARKDOWN = """\
---
title: "The Lease"
author: Ada
date: 2024-03-05
---
# Heating ##

The **boiler** is
_old_, see [the law](http://x.y "t") and ![a picture](p.png). <!-- not
this -->snake_case stays, `a_*b*` too, 2 * 3 \\* 4 &amp; <b>bold</b>.

Costs
-----

- [ ] milk
  - *two* eggs

1. one

> quoted
> text

| name | price |
|------|------:|
| `x`  | a \\| b |

```python
# not a heading

def f(): pass
```

[ref]: http://x.y
[^1]: A footnote.

***
    indented code
"""


def test_markdown() -> None:
    document = read("a.md", MARKDOWN)
    assert shown(document) == [
        ("heading", 1, "Heating"),
        (
            "paragraph",
            0,
            "The boiler is\nold, see the law and a picture. snake_case stays, a_*b* too, 2 * 3 * 4 & bold.",
        ),
        ("heading", 2, "Costs"),
        ("list", 0, "- milk\n- two eggs"),
        ("list", 0, "- one"),
        ("paragraph", 0, "quoted\ntext"),
        ("table", 0, "name | price\nx | a | b"),
        ("code", 0, "# not a heading\n\ndef f(): pass"),
        ("paragraph", 0, "A footnote."),
        ("code", 0, "indented code"),
    ]
    assert (document.title, document.author, document.created) == ("The Lease", "Ada", "2024-03-05")
    lines = MARKDOWN.split("\n")
    for block, start in zip(document.blocks, ["# Heat", "The **", "Costs", "- [ ]", "1.", "> quo"], strict=False):
        line = block.locator["line"]
        assert isinstance(line, int)
        assert lines[line - 1].startswith(start)


def test_markdown_without_front_matter_is_titled_by_its_heading() -> None:
    document = read("a.md", "---\nnot closed\n\n# Title\n")
    assert document.title == "Title"
    assert "not closed" in document.blocks[0].text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[the law][1] and [that]\n\n[1]: http://x.y 'T'\n[that]: <z>", [("paragraph", 0, "the law and that")]),
        ("[^1]: Once\n[^2]: Twice over", [("paragraph", 0, "Once\nTwice over")]),
        ("one  \ntwo<br/>three <http://x.y>", [("paragraph", 0, "one\ntwo\nthree http://x.y")]),
        ("[![a *picture*](p.png)](x) ~~old~~ `` a`b ``", [("paragraph", 0, "a picture old a`b")]),
        ("# A\\#b &copy; ##", [("heading", 1, "A#b ©")]),
        ("- a\n  b\n\n  ~~~\n  c\n  ~~~\n- d", [("list", 0, "- a\nb"), ("code", 0, "c"), ("list", 0, "- d")]),
        ("> - a\n> - b", [("list", 0, "- a\n- b")]),
        ("<h1 align=center>T</h1>\n<p>a <b>b</b><img alt=c></p>\n\nd", [
            ("heading", 1, "T"), ("paragraph", 0, "a b c"), ("paragraph", 0, "d")]),
        ("x\n\n<!-- never\n\nshown -->\n\ny", [("paragraph", 0, "x"), ("paragraph", 0, "y")]),
        ("![p](data:image/svg+xml;base64," + "QUJD" * 100_000 + ") b", [("paragraph", 0, "p b")]),
        ("[p]\n\n[p]: <data:image/png;base64,QUJD+/=>", [("paragraph", 0, "p")]),
    ],
)  # fmt: skip
def test_markdown_marks(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert shown(read("a.md", text)) == expected


def test_long_markdown_is_read_part_by_part_without_a_seam() -> None:
    sections = [f"# H{n}\n\n- *item* {n}\n- next\n\n```\ncode {n}\n\nmore\n```\n\ntext {n}\nend" for n in range(9_000)]
    text = "\n\n".join(sections)
    document = read("a.md", text)
    expected = [
        [("heading", 1, f"H{n}"), ("list", 0, f"- item {n}\n- next"), ("code", 0, f"code {n}\n\nmore"),
         ("paragraph", 0, f"text {n}\nend")]
        for n in range(9_000)
    ]  # fmt: skip
    assert shown(document) == [block for section in expected for block in section]
    assert [block.locator["line"] for block in document.blocks] == [
        14 * n + line for n in range(9_000) for line in (1, 3, 7, 12)
    ]


@pytest.mark.parametrize("unit", ["> ", "- ", ">", "1. ", "- > "])
def test_markdown_of_absurd_depth_keeps_its_words(unit: str) -> None:
    document = read("a.md", f"before\n\n{unit * 5_000}deep\n\nafter")
    text = "\n".join(block.text for block in document.blocks)
    assert [word in text for word in ("before", "deep", "after")] == [True] * 3


RST = """\
=====
Lease
=====
:Author: Ada

Heating
-------

The **boiler** is *old*, see `the law <http://x.y>`_ and :doc:`this <page>` or ``a_*b``. Run::

    make heat

    make cold

Back.

.. note:: Mind the *gap*.
   Always.

.. code-block:: python
   :linenos:

   print(1)

.. a comment
   of two lines

.. _target: http://x.y

- milk
- eggs

+------+-------+
| name | price |
+======+=======+
| x    | 1     |
+------+-------+

Costs
-----
End.
"""


def test_rst() -> None:
    document = read("a.rst", RST)
    assert shown(document) == [
        ("heading", 1, "Lease"),
        ("list", 0, ":Author: Ada"),
        ("heading", 2, "Heating"),
        ("paragraph", 0, "The boiler is old, see the law and this or a_*b. Run:"),
        ("code", 0, "    make heat\n\n    make cold"),
        ("paragraph", 0, "Back."),
        ("paragraph", 0, "Mind the gap."),
        ("paragraph", 0, "Always."),
        ("code", 0, "   print(1)"),
        ("list", 0, "- milk\n- eggs"),
        ("table", 0, "name | price\nx | 1"),
        ("heading", 2, "Costs"),
        ("paragraph", 0, "End."),
    ]
    assert (document.title, document.author) == ("Lease", "Ada")
    lines = RST.split("\n")
    lines_of = [block.locator["line"] for block in document.blocks]
    assert [lines[n - 1] for n in lines_of if isinstance(n, int)][:5] == [
        "Lease", ":Author: Ada", "Heating", lines[8], "    make heat",
    ]  # fmt: skip


HTML = """<!doctype html><html><head><title>The  Lease</title><meta name=author content=Ada>
<style>p{color:red}</style></head><body><nav><a>Home</a></nav><h1>Heating</h1>
<p>The <b>boil</b>er is H<sub>2</sub>O&nbsp;&amp; old.<br>Next<script>no()</script></p>
<ul><li>milk<ul><li>eggs</li></ul></li></ul>
<pre>a
  b</pre><table><caption>Prices</caption><tr><th>name<th>price<tr><td>x<td>1</table>
<table><tr><td><h2>In a layout</h2><p>table</p></td></tr></table><p hidden>hidden</p>tail</body></html>"""


def test_html() -> None:
    document = read("a.html", HTML)
    assert shown(document) == [
        ("heading", 1, "Heating"),
        ("paragraph", 0, "The boiler is H2O & old.\nNext"),
        ("list", 0, "- milk"),
        ("list", 0, "- eggs"),
        ("code", 0, "a\n  b"),
        ("table", 0, "Prices\nname | price\nx | 1"),
        ("paragraph", 0, "In a layout\ntable"),
        ("paragraph", 0, "tail"),
        ("paragraph", 0, "Home"),
    ]
    assert (document.title, document.author) == ("The Lease", "Ada")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1255">', "cp1255"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<?xml version="1.0" encoding="shift_jis"?>', "cp932"),
    ],
)
def test_html_charsets(head: str, encoding: str) -> None:
    text = {"cp1251": "Договор", "cp1255": "חוזה", "cp1252": "“Müller”", "cp932": "契約"}[encoding]
    assert read("a.html", f"{head}<p>{text}</p>".encode(encoding)).blocks[0].text == text


@pytest.mark.parametrize("unit", ["<div>", "<table><tr><td>", "<b><p>", "<ul><li>", "<h1>", "<!--", "<", "<p hidden>"])
def test_html_of_absurd_depth_ends(unit: str) -> None:
    document = read("a.html", "<p>before</p>" + unit * 50_000 + "<p>after</p>")
    assert any("before" in block.text for block in document.blocks)


XML = """<?xml version="1.0"?><!DOCTYPE book><book xmlns="urn:x"><title>The Lease</title>
<chapter><title>Heating</title><para>The <em>boiler</em> is old.</para></chapter>
<people>
<person id="p one"><name>Ada</name><city>Köln</city></person><person><name>Bob</name></person></people></book>"""


def test_xml() -> None:
    document = read("a.xml", XML)
    assert shown(document) == [
        ("heading", 2, "The Lease"),
        ("heading", 3, "Heating"),
        ("paragraph", 0, "The boiler is old."),
        ("list", 0, "name: Ada\ncity: Köln"),
        ("list", 0, "name: Bob"),
    ]
    assert document.title == "The Lease"


def test_xml_bomb_is_refused() -> None:
    with pytest.raises(KnownError) as caught:
        read("a.xml", BOMB)
    assert caught.value.code == "hostile"


def test_xml_whose_entities_only_name_pictures_is_read() -> None:
    text = '<!DOCTYPE p [<!NOTATION TIF SYSTEM ""><!ENTITY f1 SYSTEM "f1.tif" NDATA TIF>]><p>A patent.</p>'
    assert [block.text for block in read("a.xml", text).blocks][-1].endswith("A patent.")


def test_broken_xml_is_read_as_far_as_it_goes() -> None:
    document = read("a.xml", XML[:-60])
    assert any("boiler" in block.text for block in document.blocks)
    assert [note.code for note in document.notes] == ["partial"]


def test_deep_xml_is_read() -> None:
    document = read("a.xml", "<a>" * 20_000 + "deep" + "</a>" * 20_000)
    assert [block.text for block in document.blocks] == ["a: deep"]


MARKS = st.text(alphabet=st.sampled_from("ab1 \n\t*_`[]()<>!#|-=~>\\:.+é漢"), max_size=200)


@given(MARKS)
def test_any_markup_is_read(text: str) -> None:
    for name in ("a.md", "a.rst", "a.html"):
        document = read(name, "x\n" + text)
        assert document.blocks


@given(st.text(alphabet=st.sampled_from("abc \n.,1é漢"), max_size=200))
def test_plain_words_pass_through_markdown_and_rst(text: str) -> None:
    for name in ("a.md", "a.rst"):
        words = " ".join(block.text for block in read(name, "x " + text).blocks).replace("- ", "").split()
        assert set("".join(words)) >= set("".join(text.split())) - set("-1.")


@pytest.mark.parametrize(
    "unit", ["[", "![", "](", "`", "`a", "*", "_a", "<", "<a", "<!--", "# ", "|", "> ", "- ", ": ", "=="]
)
@pytest.mark.parametrize("end", ["", "x", "\n"])
def test_megabytes_of_one_mark_take_linear_time(unit: str, end: str) -> None:
    text = unit * (200_000 // len(unit)) + end
    rst.plain(text)
    for name in ("a.md", "a.rst", "a.wiki"):
        read(name, "x\n\n" + text)
        read(name, "x\n\n" + (unit + "\n") * 20_000)
