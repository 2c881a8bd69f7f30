#!/usr/bin/env python3
"""Writes Sources/Briefing/Text/ScalarKind+Runs.swift from the Unicode character database.

Usage: generate-scalar-kinds.py [FOLDER]     (default /usr/share/unicode, Debian's package unicode-data)
"""
import pathlib
import re
import sys

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
TARGET = pathlib.Path(__file__).parent.parent / "Sources/Briefing/Text/ScalarKind+Runs.swift"
PLAIN, MARK, JOINING, JOINING_MARK, EMOJI, SPACE, HIDDEN, REFUSED, BIDI, JOINER, SELECTOR, CONTROL, \
    PUNCTUATION, SIGN, CONJOINING = range(15)
VISIBLE_FORMATS = [(0x600, 0x605), (0x6DD, 0x6DD), (0x70F, 0x70F), (0x890, 0x891), (0x8E2, 0x8E2),
                   (0x110BD, 0x110BD), (0x110CD, 0x110CD)]
# Letters and symbols whose glyph is blank, as their names say; no property does.
BLANK = re.compile(r"PATTERN BLANK|(FULL|HALF) BLANK|NULL NOTEHEAD")
# Marks that show nothing: they choose, turn or join the letters of their script.
STEERING = re.compile(r"SELECTOR|JOINER|FILLER|MIRROR|(FILL|ROTATION) MODIFIER")


def properties(name, column=1):
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) > column:
            first, _, last = fields[0].partition("..")
            yield int(first, 16), int(last or first, 16), fields[column]


def members(name, *values, column=1):
    found = set()
    for first, last, value in properties(name, column):
        if value in values:
            found.update(range(first, last + 1))
    return found


def main():
    version = re.search(r"-([\d.]+)\.txt", (FOLDER / "Scripts.txt").read_text(encoding="utf-8")).group(1)
    category = ["Cn"] * 0x110000
    for first, last, value in properties("extracted/DerivedGeneralCategory.txt"):
        category[first:last + 1] = [value] * (last + 1 - first)
    names = dict((first, name) for first, last, name in properties("UnicodeData.txt"))
    ignorable = members("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
    pictures = members("emoji/emoji-data.txt", "Emoji", "Extended_Pictographic", "Emoji_Modifier") - set(range(0x80))
    viramas = members("IndicSyllabicCategory.txt", "Virama", "Invisible_Stacker", "Pure_Killer")
    indic = members("IndicSyllabicCategory.txt", "Consonant", "Vowel_Independent", "Vowel_Dependent", "Virama",
                    "Pure_Killer", "Invisible_Stacker", "Nukta", "Bindu", "Consonant_Dead", "Visarga", "Vowel",
                    "Consonant_Final", "Consonant_Killer", "Consonant_Medial", "Consonant_Subjoined",
                    "Consonant_With_Stacker")
    cursive = members("ArabicShaping.txt", "D", "R", "L", "C", column=2)
    joins = indic | cursive | viramas
    joiners = members("IndicSyllabicCategory.txt", "Invisible_Stacker", "Number_Joiner")
    script = {c: value for first, last, value in properties("Scripts.txt") for c in range(first, last + 1)}
    shared = {"Common", "Inherited", None}
    signs = [c for c, name in sorted(names.items()) if category[c] == "Mn" and script.get(c) not in shared
             and (c in joiners or STEERING.search(name))]
    conjoining = members("HangulSyllableType.txt", "V", "T") - ignorable
    formats = {c for first, last in VISIBLE_FORMATS for c in range(first, last + 1)}

    def kind(c):
        if category[c] == "Cc":
            return CONTROL
        if c in (0x200C, 0x200D):
            return JOINER
        if 0x202A <= c <= 0x202E or 0x2066 <= c <= 0x2069:
            return BIDI
        if 0xFE00 <= c <= 0xFE0F:
            return SELECTOR
        if c in signs:
            return SIGN
        if c in conjoining:
            return CONJOINING
        if c in formats:
            return PLAIN
        if category[c] in ("Cn", "Co", "Cs") or 0x206A <= c <= 0x206F or 0xFFF9 <= c <= 0xFFFB:
            return HIDDEN if 0xE0000 <= c <= 0xE0FFF else REFUSED
        if c in ignorable or category[c] == "Cf" or BLANK.search(names.get(c, "")):
            return HIDDEN
        if category[c] in ("Zl", "Zp") or (category[c] == "Zs" and c != 0x3000):
            return SPACE
        if category[c] in ("Mn", "Me"):
            return JOINING_MARK if c in joins else MARK
        if c in pictures:
            return EMOJI
        if c in joins:
            return JOINING
        return PUNCTUATION if category[c][0] == "P" else PLAIN

    starts, previous = [], None
    for c in range(0x80, 0x110000):
        now = kind(c)
        if now != previous:
            starts.append((c, now))
            previous = now
    words = [f"0x{c << 8 | k:X}" for c, k in starts]
    lines, line = [], "   "
    for word in words:
        if len(line) + len(word) + 2 > 118:
            lines.append(line)
            line = "   "
        line += f" {word},"
    lines.append(line)

    # The stretches in which a script is alone, whatever is not assigned between them.
    def stretches(name):
        found, last = [], None
        for c in sorted(script):
            if script[c] == name:
                if last == name:
                    found[-1][1] = c
                else:
                    found.append([c, c])
            last = script[c]
        return found

    homes = []
    for c in signs:
        if homes and homes[-1][1] == c - 1 and homes[-1][2] == script[c]:
            homes[-1][1] = c
        else:
            homes.append([c, c, script[c]])
    home_lines = []
    for first, last, name in homes:
        letters = ", ".join(f"0x{a:X}...0x{b:X}" for a, b in stretches(name))
        home_lines.append(f"    (0x{first:X}...0x{last:X}, [{letters}]),  // {name}")
    TARGET.write_text(
        f"// Generated by Tools/generate-scalar-kinds.py from Unicode {version}. Run that again instead of editing.\n\n"
        "extension ScalarKind {\n"
        "  /// Where each run of scalars of one kind begins, from U+0080 on: the scalar, shifted left by 8, and the kind.\n"
        "  static let runs: [UInt32] = [\n" + "\n".join(lines) + "\n  ]\n\n"
        "  /// Which letters each sign belongs to: those of its script.\n"
        "  static let homes: [(signs: ClosedRange<UInt32>, letters: [ClosedRange<UInt32>])] = [\n"
        + "\n".join(home_lines) + "\n  ]\n}\n", encoding="utf-8")
    print(len(starts), "runs")


main()
