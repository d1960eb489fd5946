"""
Small files in every form that a document may come in, made by hand.
"""

from __future__ import annotations

import io
import zipfile

BODY = "SPECIMEN. The bridge has 4 arches. It was built in 1901. Will it fall?"

PAGE = """\
<!doctype html>
<html lang="en-GB">
<head>
<title>The bridge | The Example Gazette</title>
<meta property="og:title" content="The bridge has four arches">
<meta property="og:site_name" content="The Example Gazette">
<meta property="og:type" content="article">
<meta name="author" content="Ann Specimen">
<meta property="article:published_time" content="2025-03-04T09:00:00+01:00">
<link rel="canonical" href="https://gazette.example/bridge">
</head>
<body>
<nav><a href="/">Home</a> <a href="/10-best">The 10 best bridges of 2024</a></nav>
<article>
<h1>The bridge has four arches</h1>
<p>SPECIMEN: this page was written to test a program. The bridge has 4 arches, more than
any other.</p>
<p>The council said on Monday that it had spent 3 million euros on the bridge since 1901.</p>
<p>It rose by 20 percent, according to the council, because the price of stone went up again.</p>
</article>
<script>document.title = "The bridge has 5 arches"</script>
<footer>Copyright 1999 The Example Gazette</footer>
</body>
</html>
"""


def pdf(text: str = BODY) -> bytes:
    """Return a PDF of one page with a line of text (ISO 32000-1, 7.5)."""
    drawn = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (The bridge, a specimen) /Author (Ann Specimen) >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


def docx(text: str = BODY, more: dict[str, bytes] | None = None) -> bytes:
    """Return a DOCX file with one paragraph (ECMA-376), and further parts."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = (
        f'<Types xmlns="{package}/content-types">'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    tied = (
        f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    body = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
    about = (
        f'<c:p xmlns:c="{package}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>The bridge, a specimen</dc:title><dc:creator>Ann Specimen</dc:creator></c:p>"
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types,
        "_rels/.rels": tied,
        "word/document.xml": f'<w:document xmlns:w="{word}">{body}</w:document>',
        "docProps/core.xml": about,
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in (parts | (more or {})).items():
            file.writestr(name, part)
    return made.getvalue()
