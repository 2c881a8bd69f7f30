#!/usr/bin/env python3
"""Writes Sources/Canvas/ScalarTable+Runs.swift from Unicode's data files.

    Tools/generate-scalar-table.py [FOLDER] > Sources/Canvas/ScalarTable+Runs.swift

FOLDER holds UnicodeData's files (Debian: the package unicode-data, /usr/share/unicode). Each scalar gets ten bits: what
it is on a grid of cells (three bits), whether it is a pictograph (one bit), and how lines break around it (six bits).
The names of the values are those of Sources/Canvas/ScalarTable.swift and Sources/Canvas/Breaking.swift.
"""
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")

REFUSED, NARROW, WIDE, MARK, SELECTOR, JOINER, MODIFIER, TAG = range(8)
PICTOGRAPH = 8
(LETTER, HEBREW, SPACE, NEWLINE, ZERO_WIDTH_SPACE, GLUE, WORD_JOINER, OPENING, WIDE_OPENING, CLOSING, PARENTHESIS,
 WIDE_CLOSING, EXCLAMATION, INFIX, SLASH, INSEPARABLE, NONSTARTER, QUOTE, OPENING_QUOTE, CLOSING_QUOTE, DIGIT, PREFIX,
 POSTFIX, HYPHEN, DASH, BREAK_AFTER, BREAK_BEFORE, IDEOGRAPH, HANGUL, REGIONAL, OBJECT, COMBINING, SYLLABLE, SYLLABLE_END,
 SYLLABLE_START) = range(35)

# The classes of LineBreak.txt that are one of ours as they stand; the rest is sorted out below, or is a letter.
CLASSES = {
    "HL": HEBREW, "ZW": ZERO_WIDTH_SPACE, "GL": GLUE, "WJ": WORD_JOINER, "CP": PARENTHESIS, "EX": EXCLAMATION,
    "IS": INFIX, "SY": SLASH, "IN": INSEPARABLE, "NS": NONSTARTER, "CJ": NONSTARTER, "NU": DIGIT, "PR": PREFIX,
    "PO": POSTFIX, "HY": HYPHEN, "B2": DASH, "BB": BREAK_BEFORE, "ID": IDEOGRAPH, "EB": IDEOGRAPH, "EM": IDEOGRAPH,
    "H2": HANGUL, "H3": HANGUL, "JL": HANGUL, "JV": HANGUL, "JT": HANGUL, "RI": REGIONAL, "CB": OBJECT, "CM": COMBINING,
    "ZWJ": COMBINING,
}
# Between words and the hyphen of a compound: U+2010 and the Armenian hyphen.
HYPHENS = {0x2010, 0x058A}
# Figure dash, en dash and horizontal bar, of which the data makes breaks after, or letters.
DASHES = {0x2012, 0x2013, 0x2015}


def properties(name, field=1):
    """A property file as {scalar: value}."""
    found = {}
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        parts = [part.strip() for part in line.split(";")]
        first, _, last = parts[0].partition("..")
        for scalar in range(int(first, 16), int(last or first, 16) + 1):
            found[scalar] = parts[field]
    return found


def binary(name, wanted):
    """The scalars that have a binary property."""
    found = set()
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line and line.split(";")[1].strip() == wanted:
            first, _, last = line.split(";")[0].strip().partition("..")
            found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


category = properties("extracted/DerivedGeneralCategory.txt")
east_asian = properties("EastAsianWidth.txt")
breaking = properties("LineBreak.txt")
pictographs = binary("emoji/emoji-data.txt", "Extended_Pictographic")
modifiers = binary("emoji/emoji-data.txt", "Emoji_Modifier")
ignorable = binary("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
prepended = binary("PropList.txt", "Prepended_Concatenation_Mark")
jamo = properties("HangulSyllableType.txt")
version = (FOLDER / "EastAsianWidth.txt").read_text(encoding="utf-8").splitlines()[0].split("-")[1][:-4]

# Ambiguous or neutral in the data, but wide in every C library that is in use: circled numbers, hexagrams.
WIDE_IN_PRACTICE = set(range(0x3248, 0x3250)) | set(range(0x4DC0, 0x4E00))
THAI_LEADING = set(range(0x0E40, 0x0E45)) | set(range(0x0EC0, 0x0EC5))
THAI_FOLLOWING = {0x0E2F, 0x0E30, 0x0E32, 0x0E33, 0x0E45, 0x0E46, 0x0EAF, 0x0EB0, 0x0EB2, 0x0EB3, 0x0EC6}


def shape(scalar):
    kind = category.get(scalar, "Cn")
    if 0xFE00 <= scalar <= 0xFE0F or 0xE0100 <= scalar <= 0xE01EF:
        return SELECTOR
    if scalar == 0x200D:
        return JOINER
    if scalar == 0x200C:
        return MARK
    if 0xE0020 <= scalar <= 0xE007F:
        return TAG
    if scalar in modifiers:
        return MODIFIER
    if kind in ("Mn", "Me"):
        return MARK
    if jamo.get(scalar) in ("V", "T") and scalar not in ignorable:
        return MARK
    if kind in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") or scalar in ignorable:
        return REFUSED
    if kind == "Cf" and scalar not in prepended and scalar != 0x070F:
        return REFUSED
    return WIDE if east_asian.get(scalar, "N") in "WF" or scalar in WIDE_IN_PRACTICE else NARROW


def break_around(scalar):
    rule = breaking.get(scalar, "XX")
    is_wide = shape(scalar) == WIDE
    if scalar == 0x0A:
        return NEWLINE
    if scalar in HYPHENS or scalar in DASHES:
        return HYPHEN if scalar in HYPHENS else DASH
    if category.get(scalar) == "Zs" and rule != "GL":
        return SPACE
    if rule == "SA":
        if scalar in THAI_LEADING:
            return SYLLABLE_START
        return SYLLABLE_END if scalar in THAI_FOLLOWING or category[scalar] == "Mc" else SYLLABLE
    if rule == "CL":
        return WIDE_CLOSING if is_wide else CLOSING
    if rule == "OP":
        return WIDE_OPENING if is_wide else OPENING
    if rule == "QU":
        return {"Pi": OPENING_QUOTE, "Pf": CLOSING_QUOTE}.get(category[scalar], QUOTE)
    if rule == "BA" and category[scalar] != "Cc":
        return BREAK_AFTER
    return CLASSES.get(rule, LETTER)


def value(scalar):
    return shape(scalar) | (PICTOGRAPH if scalar in pictographs else 0) | break_around(scalar) << 4


runs = []
for scalar in range(0x110000):
    found = value(scalar)
    if not runs or runs[-1] & 0x3FF != found:
        runs.append(scalar << 10 | found)

print("// Written by Tools/generate-scalar-table.py from Unicode %s; change that, not this." % version)
print()
print("extension ScalarTable {")
print("  /// The first scalar of each run of equal values, shifted left by ten, with the value below.")
print("  static let runs: [UInt32] = [")
for at in range(0, len(runs), 9):
    print("    " + " ".join("0x%X," % run for run in runs[at:at + 9]))
print("  ]")
print("}")
