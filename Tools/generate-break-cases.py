#!/usr/bin/env python3
"""Writes Tests/CanvasTests/BreakCases.txt from the standard's own test of line breaking.

    Tools/generate-break-cases.py [FOLDER] > Tests/CanvasTests/BreakCases.txt

FOLDER holds Unicode's data files (Debian: the package unicode-data, /usr/share/unicode). Left out are the cases with
characters that never reach a line: controls, line and paragraph separators, surrogates. What is left is every case of the
rest, without its comment: scalars in hexadecimal, `÷` where a line may end, a space where it may not.
"""
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
NEVER = set(range(0x20)) | set(range(0x7F, 0xA0)) | {0x2028, 0x2029} | set(range(0xD800, 0xE000))

NOTICE = """\
Unicode Data Files. Copyright © 1991-2022 Unicode, Inc. All rights reserved. Distributed under the Terms of Use in
https://www.unicode.org/copyright.html.

Permission is hereby granted, free of charge, to any person obtaining a copy of the Unicode data files and any associated
documentation (the "Data Files") to deal in the Data Files without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, and/or sell copies of the Data Files, and to permit persons to whom the
Data Files are furnished to do so, provided that either (a) this copyright and permission notice appear with all copies
of the Data Files, or (b) this copyright and permission notice appear in associated Documentation.

THE DATA FILES ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT OF THIRD PARTY RIGHTS. IN NO EVENT
SHALL THE COPYRIGHT HOLDER OR HOLDERS INCLUDED IN THIS NOTICE BE LIABLE FOR ANY CLAIM, OR ANY SPECIAL INDIRECT OR
CONSEQUENTIAL DAMAGES, OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THE DATA
FILES."""

source = (FOLDER / "auxiliary/LineBreakTest.txt").read_text(encoding="utf-8").splitlines()
version = source[0].split("-")[1][:-4]
print(f"# Written by Tools/generate-break-cases.py from LineBreakTest.txt of Unicode {version}; change that, not this.")
print("#")
for line in NOTICE.splitlines():
    print(f"# {line}".rstrip())
for line in source:
    marks = line.split("#")[0].split()
    scalars = marks[1::2]
    if not scalars or any(int(scalar, 16) in NEVER for scalar in scalars):
        continue
    inside = marks[2:-1:2]
    print(scalars[0] + "".join(("÷" if mark == "÷" else " ") + scalar for mark, scalar in zip(inside, scalars[1:])))
