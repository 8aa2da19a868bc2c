"""From a file to passages. This module is light: the engine imports it, the readers run in the worker only."""

from __future__ import annotations

READER_VERSION = 2
"""Raised when readers give a different text for the same file, so that files are read again."""

_KINDS: dict[str, str] = {
    "text": "txt text log tex latex ltx bib adoc asciidoc asc org textile wiki mediawiki srt vtt sub nfo diz "
    "me 1st po pot properties lst readme",
    "markdown": "md markdown mdown mkd mkdn mdx rmd qmd",
    "rst": "rst rest",
    "html": "html htm xhtml xht shtml",
    "csv": "csv tsv tab psv",
    "json": "json jsonl ndjson geojson json5 jsonc webmanifest har",
    "code": "py pyi pyw pyx pxd js mjs cjs jsx ts mts cts tsx vue svelte java kt kts scala groovy gradle c h cc "
    "cpp cxx hh hpp hxx inl ino m mm cs fs fsx vb go rs swift rb erb php pl pm t raku lua r jl hs lhs elm ml "
    "mli ex exs erl hrl clj cljs cljc edn lisp lsp cl el scm rkt dart zig nim d pas pp dpr adb ads f f90 f95 "
    "for cob cbl asm s v sv vhd vhdl tcl awk sed sh bash zsh fish ksh csh ps1 psm1 psd1 bat cmd sql graphql "
    "gql proto thrift css scss sass less styl yaml yml toml ini cfg conf cnf env editorconfig tf tfvars hcl "
    "nix cmake mk mak make dockerfile diff patch glsl hlsl vert frag cu cuh wgsl sol vim bas vbs applescript "
    "ahk coffee haml pug jade hbs mustache ejs j2 jinja tmpl desktop service",
    "pdf": "pdf",
    "docx": "docx docm dotx dotm",
    "pptx": "pptx pptm ppsx ppsm potx potm",
    "xlsx": "xlsx xlsm xlsb xltx xltm",
    "doc": "doc dot",
    "xls": "xls xlt xlw",
    "ppt": "ppt pps",
    "odt": "odt ott fodt odm",
    "ods": "ods ots fods",
    "odp": "odp otp fodp odg otg fodg",
    "epub": "epub",
    "rtf": "rtf",
    "eml": "eml emlx mht mhtml",
    "mbox": "mbox mbx",
    "msg": "msg",
    "ipynb": "ipynb",
    "archive": "zip tar tgz tbz tbz2 txz taz gz bz2 xz lzma 7z rar",
    "xml": "xml xsl xslt xsd kml gpx rss atom opml plist xliff xlf fb2 rdf owl wsdl dita tei ditamap",
    "picture": "jpg jpeg jpe jfif png apng gif bmp dib tif tiff webp heic heif avif jp2 j2k jxl psd ico tga "
    "pcx ppm pgm pbm pnm svg svgz cr2 cr3 nef nrw arw sr2 dng orf rw2 raf pef srw",
}
KINDS = (*_KINDS, "other")
"""Every kind of file there is."""

_BY_SUFFIX: dict[str, str] = {suffix: kind for kind, names in _KINDS.items() for suffix in names.split()}
_BY_NAME: dict[str, str] = {
    name: kind
    for kind, names in {
        "text": "readme license licence copying authors contributors changelog changes news todo install notice "
        "copyright thanks credits history faq",
        "code": "makefile gnumakefile dockerfile containerfile vagrantfile rakefile gemfile procfile justfile "
        "jenkinsfile brewfile cmakelists.txt .gitignore .gitattributes .gitconfig .gitmodules .dockerignore "
        ".editorconfig .bashrc .bash_profile .profile .zshrc .vimrc .npmrc .env",
    }.items()
    for name in names.split()
}


def kind_of(name: str) -> str:
    """The kind of file a name promises, ``other`` when it promises nothing. The content may say otherwise."""
    lowered = name.lower()
    known = _BY_NAME.get(lowered)
    if known is not None:
        return known
    _, dot, suffix = lowered.rpartition(".")
    return _BY_SUFFIX.get(suffix, "other") if dot else "other"
