#!/usr/bin/env python3
"""Works out by Python's own tables what LetterFolding makes of texts, and writes Tests/BriefingTests/Text/FoldingSamples.swift.

Usage: check-folding.py     (Python 3.12, whose tables are those of Unicode 15.0)

First it holds the recipe against itself: what is folded stays as it is, and a text in any normal form is folded to the same.
"""
import pathlib
import random
import re
import unicodedata

assert unicodedata.unidata_version == "15.0.0", "needs the tables of Unicode 15.0"
ROOT = pathlib.Path(__file__).parent.parent
TABLE = (ROOT / "Tools/generate-folding.py").read_text(encoding="utf-8")
TARGET = ROOT / "Tests/BriefingTests/Text/FoldingSamples.swift"

# What no table says is said in one place.
LIKE = {}
exec(TABLE[TABLE.index("LIKE = {"):TABLE.index("# Marks that are letters")], {}, space := {})
LIKE = space["LIKE"]
LETTER_CLASSES = {0, 9, 84, 91, 103, 118, 129, 130, 132}
VOICING = "\u3099\u309A"
SHARED = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "COMBINING", "VEDIC", "MUSICAL", "VARIATION", "MONGOLIAN FREE")
IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]")
ALONE = re.compile(r"^((?:LATIN|CYRILLIC) (?:SMALL|CAPITAL) LETTER .+?) WITH ")


def is_letter_mark(letter):
    return (unicodedata.category(letter) in ("Mn", "Mc") and unicodedata.combining(letter) in LETTER_CLASSES
            and not IGNORABLE.match(letter) and letter not in VOICING and not script(letter).startswith(SHARED))


def script(letter):
    """As names tell it: the words before what a character is."""
    name = unicodedata.name(letter, "")
    return re.split(r" (?:SMALL|CAPITAL|SUBJOINED|FINAL|INDEPENDENT|DEPENDENT|COMBINING|FULL|HEADSTROKE)? ?(?:LETTER|VOWEL|SIGN|"
                    r"CONSONANT|MARK|DIGIT|VIRAMA|SYLLABLE|TONE|AU|RA|ASAT)\b", name)[0]


def like(letter):
    if letter in LIKE:
        return LIKE[letter]
    if unicodedata.category(letter) in ("Zs", "Zl", "Zp") or letter in "\t\n\v\f\r\x85":
        return " "
    base = ALONE.match(unicodedata.name(letter, ""))
    try:
        return unicodedata.lookup(base.group(1)) if base else letter
    except KeyError:
        return letter


def stays(letter, base):
    if IGNORABLE.match(letter):
        return False
    if unicodedata.category(letter)[0] != "M" or letter in VOICING:
        return True
    return is_letter_mark(letter) and is_of_one_script(letter, base)


def is_of_one_script(mark, base):
    """Whether the letter is of the mark's script: names of one script begin with the same word."""
    return bool(base) and unicodedata.name(mark, "-").split()[0] == unicodedata.name(base, "+").split()[0]


def fold(text):
    while True:
        out = ""
        for letter in unicodedata.normalize("NFKD", text):
            if stays(letter, out[-1:]):
                out += letter
        out = "".join(like(letter) for letter in out.casefold())
        if out == text:
            return composed(unicodedata.normalize("NFKD", out))
        text = out


def composed(text):
    """Kana and Hangul, of which a mark that does not go with its kana is left away."""
    out = ""
    for letter in text:
        both = unicodedata.normalize("NFC", out[-1:] + letter)
        if letter in VOICING:
            if out and len(both) == 1:
                out = out[:-1] + both
        elif out and len(both) == 1 and 0x1100 <= ord(letter) < 0x1200:
            out = out[:-1] + both
        else:
            out += letter
    return out


def strings(chance):
    """Words of all scripts, and heaps of what is hard."""
    plain = ("Café résumé naïve Ångström ＡＩ ﾎﾟｰﾄ ポート ガ゛ Łódź Øresund Ærø Đà Nẵng ırmak Straße œuvre Ещё Ёлка Россий Οδός ᾳ ᾮ "
             "مُحَمَّد العَرَبِيَّة ی ک إسلام שָׁלוֹם ײַ ខ្មែរភាសា ພາສາລາວ မြန်မာဘာသာ ภาษาไทยที่ हिन्दी क़लम কো কৌ ொ கோ తై ½ m² CO₂ ﬁne ﬄ №5 ™ ℡ "
             "co‑operate İI ŉ ǰ ẞ ſ ㌀ ㎏ ﷺ ﻻ ﬓ 한글 각 각 ㄱㅏ ཀྵུ ཱི ཱྀ ꦏ꧀ 豈 切 𝐀𝔅𝟗 🅐 ① ⑴ ⼀ ﾊﾟ は゛")
    words = [letter for letter in plain] + list("\u0301\u0308\u0323\u0327\u0345\u034f\u0653\u064b\u0651\u05b0\u05c1\u093c\u094d"
                                                "\u0e38\u0e3a\u0e48\u0ec8\u0f71\u0f72\u0f74\u0f84\u3099\u309a\u200d\u0338\u20dd")
    hard = [chr(c) for c in range(0x80, 0x30000) if unicodedata.category(chr(c)) not in ("Cn", "Cs", "Co")
            and (unicodedata.normalize("NFKD", chr(c)) != chr(c) or unicodedata.category(chr(c))[0] == "M"
                 or chr(c).casefold() != chr(c)) and not 0xAC00 <= c < 0xD7A4]
    yield from plain.split()
    for _ in range(600):
        yield "".join(chance.choice(words if chance.random() < 0.7 else hard) for _ in range(chance.randint(1, 7)))


def hashed(value, text):
    for byte in text.encode("utf-8") + b"\n":
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def escaped(text):
    return "".join(c if " " <= c < "\x7f" and c not in "\\\"" else f"\\u{{{ord(c):X}}}" for c in text)


def main():
    blocks = []
    for block in range(0, 0x30000, 0x400):
        value = 0xCBF29CE484222325
        for scalar in range(block, block + 0x400):
            if not 0xD800 <= scalar < 0xE000:
                letter = chr(scalar)
                once = fold(letter)
                assert fold(once) == once, f"{scalar:X} is folded on"
                value = hashed(value, once)
        blocks.append(value)
    lines = []
    for text in strings(random.Random(15)):
        forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD", "NFKC")]
        assert len({fold(form) for form in forms} | {fold(fold(text))}) == 1, escaped(text)
        lines.append("    " + "|".join(escaped(form) for form in forms + [fold(text)]))
    hexes = ["0x" + "_".join(f"{value:016X}"[at:at + 4] for at in range(0, 16, 4)) + "," for value in blocks]
    rows = "\n".join("    " + " ".join(hexes[start:start + 4]) for start in range(0, len(hexes), 4))
    TARGET.write_text(
        "// Generated by Tools/check-folding.py from the tables of Python (Unicode 15.0). Run that again instead of editing.\n\n"
        "enum FoldingSamples {\n"
        "  /// Texts as NFC, NFD and NFKC have them, and folded.\n"
        "  static let texts = \"\"\"\n" + "\n".join(lines) + "\n    \"\"\"\n\n"
        "  /// For each 1024 scalars from U+0000 on, the FNV-1a hash of what each is folded to, with a line's end behind it.\n"
        "  static let hashes: [UInt64] = [\n" + rows + "\n  ]\n}\n", encoding="utf-8")
    print(len(lines), "texts,", len(blocks), "blocks")


main()
