#!/usr/bin/env python3
"""Writes Sources/Briefing/Text/LetterFolding+Table.swift from the Unicode character database.

Usage: generate-folding.py [FOLDER]     (default /usr/share/unicode, Debian's package unicode-data)

What a scalar is folded to: its compatibility decomposition without what the fold leaves away, case-folded, and the same again
until nothing changes; then what no decomposition says. Tools/check-folding.py holds it against Python's own tables.
"""
import pathlib
import re
import sys

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
TARGET = pathlib.Path(__file__).parent.parent / "Sources/Briefing/Text/LetterFolding+Table.swift"

# Letters of one kind that no decomposition leads to each other.
LIKE = {
    "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ȷ": "j",
    "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه", "ک": "ك", "ڪ": "ك",
    "ـ": "",
}
LIKE.update(dict.fromkeys("ʼʻʹ‘’‛׳", "'"))
LIKE.update(dict.fromkeys("“”„‟״", '"'))
LIKE.update(dict.fromkeys("‐‑‒–—―−", "-"))
LIKE["⁄"] = "/"
# Marks that are letters of their script are not left away: those that have no place above or below the letter (0), what kills
# a vowel (9), vowels of Telugu, Thai, Lao and Tibetan.
LETTER_CLASSES = [0, 9, 84, 91, 103, 118, 129, 130, 132]
VOICING = (0x3099, 0x309A)
# The same beside kana of half the width: left to the program as well.
HALF_VOICING = (0xFF9E, 0xFF9F)
ALONE = re.compile(r"^(LATIN|CYRILLIC) (SMALL|CAPITAL) LETTER (.+?) WITH ")


def lines(name):
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) > 1:
            yield fields


def ranges(name, *values):
    for fields in lines(name):
        if not values or fields[1] in values:
            first, _, last = fields[0].partition("..")
            for scalar in range(int(first, 16), int(last or first, 16) + 1):
                yield scalar, fields[1]


class Database:
    def __init__(self):
        self.category, self.order, self.parts, self.tag, self.names = {}, {}, {}, {}, {}
        for fields in lines("UnicodeData.txt"):
            scalar = int(fields[0], 16)
            self.category[scalar], self.order[scalar] = fields[2], int(fields[3])
            self.names.setdefault(fields[1], scalar)
            if fields[5]:
                words = fields[5].split()
                self.tag[scalar] = words.pop(0) if words[0][0] == "<" else ""
                self.parts[scalar] = [int(word, 16) for word in words]
        self.name_of = {scalar: name for name, scalar in self.names.items()}
        self.case = {int(f[0], 16): [int(w, 16) for w in f[2].split()] for f in lines("CaseFolding.txt") if f[1] in "CF"}
        self.ignorable = {scalar for scalar, _ in ranges("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")}
        self.script = dict(ranges("Scripts.txt"))
        shared = ("Common", "Inherited", "Latin", "Greek", "Cyrillic", "Arabic", "Hebrew")
        self.letters = {
            scalar: LETTER_CLASSES.index(self.order[scalar]) for scalar, category in self.category.items()
            if category in ("Mn", "Mc") and self.order[scalar] in LETTER_CLASSES and scalar not in self.ignorable
            and self.script.get(scalar, "Common") not in shared and scalar not in self.parts}

    def is_left_away(self, scalar):
        if scalar in self.ignorable:
            return True
        return self.category.get(scalar, "Cn")[0] == "M" and scalar not in self.letters and scalar not in VOICING

    def decomposed(self, scalar):
        if scalar not in self.parts:
            return [scalar]
        return [part for each in self.parts[scalar] for part in self.decomposed(each)]

    def like(self, scalar):
        if chr(scalar) in LIKE:
            return [ord(letter) for letter in LIKE[chr(scalar)]]
        if self.category.get(scalar) in ("Zs", "Zl", "Zp") or scalar == 0x85 or 9 <= scalar <= 13:
            return [0x20]
        # A letter with a stroke, a hook or a tail; those with marks are decomposed before.
        name = ALONE.match(self.name_of.get(scalar, ""))
        base = name and self.names.get(name.group(0)[:-len(" WITH ")])
        return [base] if base else [scalar]

    def folded(self, scalar):
        now = [scalar]
        while True:
            then = [part for each in now for part in self.decomposed(each) if not self.is_left_away(part)]
            then = [part for each in then for part in self.case.get(each, [each])]
            then = [part for each in then for part in self.like(each)]
            if then == now:
                return composed(now)
            now = then

    def is_apart(self, scalar):
        category = self.category.get(scalar)
        return category == "So" or category == "No" and self.tag.get(scalar) not in ("<super>", "<sub>")


def composed(scalars):
    """Kana with their voicing, and Hangul as syllables."""
    out = []
    for scalar in scalars:
        last = out[-1] if out else 0
        if scalar in VOICING:
            together = voiced(last, scalar)
            if together:
                out[-1] = together
        elif 0x1100 <= last < 0x1113 and 0x1161 <= scalar < 0x1176:
            out[-1] = 0xAC00 + ((last - 0x1100) * 21 + scalar - 0x1161) * 28
        elif 0xAC00 <= last < 0xD7A4 and (last - 0xAC00) % 28 == 0 and 0x11A7 < scalar < 0x11C3:
            out[-1] = last + scalar - 0x11A7
        else:
            out.append(scalar)
    return out


VOICED = {}


def voiced(letter, mark):
    return VOICED.get((letter, mark), 0)


def listed(words, digits=0):
    out, line = [], "   "
    for word in words:
        word = f"0x{word:0{digits}X},"
        if len(line) + len(word) + 1 > 118:
            out.append(line)
            line = "   "
        line += " " + word
    return "\n".join(out + [line])


def main():
    version = re.search(r"-([\d.]+)\.txt", (FOLDER / "Scripts.txt").read_text(encoding="utf-8")).group(1)
    data = Database()
    for scalar, parts in data.parts.items():
        if len(parts) == 2 and parts[1] in VOICING and not data.tag[scalar]:
            VOICED[tuple(parts)] = scalar
    letters, sequences, pool, gone = [], [], [], []
    for scalar in range(0x80, 0x110000):
        if 0xAC00 <= scalar < 0xD7A4 or 0xD800 <= scalar < 0xE000 or scalar in VOICING + HALF_VOICING:
            continue
        folded = data.folded(scalar)
        if not folded:
            gone.append(scalar)
        elif len(folded) > 1:
            assert len(folded) < 32
            sequences += [scalar | len(folded) << 21 | data.is_apart(scalar) << 26]
            pool += folded
        elif folded[0] != scalar:
            assert folded[0] not in data.letters
            letters.append((scalar, folded[0], data.is_apart(scalar)))
    # Runs of letters at the same distance from each other, and what they become at the same distance from each other.
    runs = []
    for scalar, folded, apart in letters:
        if runs:
            run = runs[-1]
            step, up = scalar - run["last"], folded - run["end"]
            fits = step in (1, 2) and up in (0, 1, 2) if run["count"] == 1 else (step, up) == (run["step"], run["up"])
            if fits and apart == run["apart"] and run["count"] < 2047:
                run.update(last=scalar, end=folded, step=step, up=up, count=run["count"] + 1)
                continue
        runs.append(dict(first=scalar, last=scalar, start=folded, end=folded, step=1, up=0, count=1, apart=apart))
    words = []
    for run in runs:
        words.append(run["first"] | (run["step"] - 1) << 21 | run["up"] << 22 | run["apart"] << 24)
        words.append(run["start"] | run["count"] << 21)

    def stretches(items):
        found = []
        for scalar, kind in items:
            if found and found[-1][1] == scalar - 1 and found[-1][2] == kind:
                found[-1][1] = scalar
            else:
                found.append([scalar, scalar, kind])
        return found

    away = [word for first, last, _ in stretches((scalar, 0) for scalar in gone) for word in (first, last)]
    marks = [word for first, last, kind in stretches(sorted(data.letters.items())) for word in (first | kind << 21, last)]
    names = sorted({data.script[scalar] for scalar in data.letters})
    homes, last = [], None
    for scalar in sorted(data.script):
        name = data.script[scalar]
        if name in names:
            if last == name:
                homes[-1][1] = scalar
            else:
                homes.append([scalar, scalar, names.index(name)])
        last = name
    places = [word for first, last, script in homes for word in (first | script << 21, last)]
    kana = [word for (letter, mark), together in sorted(VOICED.items()) for word in (letter | (mark - 0x3099) << 16, together)]
    TARGET.write_text(
        f"// Generated by Tools/generate-folding.py from Unicode {version}. Run that again instead of editing.\n\n"
        "extension LetterFolding {\n"
        "  /// Runs of scalars that are each folded to one, two words a run: the first of them, with how far they are apart less\n"
        "  /// one above bit 21, how far what they become is above bit 22, and whether they are words for themselves in bit 24; then\n"
        "  /// what the first becomes, with how many they are above bit 21.\n"
        "  static let runs: [UInt32] = [\n" + listed(words) + "\n  ]\n\n"
        "  /// Scalars that are folded to several, with how many above bit 21, and whether they are words for themselves in bit 26.\n"
        "  static let sequences: [UInt32] = [\n" + listed(sequences) + "\n  ]\n\n"
        "  /// What they are folded to, one behind the other.\n"
        "  static let pool: [UInt32] = [\n" + listed(pool) + "\n  ]\n\n"
        "  /// From where to where scalars are left away.\n"
        "  static let leftAway: [UInt32] = [\n" + listed(away) + "\n  ]\n\n"
        "  /// From where to where marks are letters, with their place in the canonical order above bit 21; 0 where they keep it.\n"
        "  static let marks: [UInt32] = [\n" + listed(marks) + "\n  ]\n\n"
        "  /// The stretches of the scripts that have such marks, each with the script's number above bit 21.\n"
        "  static let homes: [UInt32] = [\n" + listed(places) + "\n  ]\n\n"
        "  /// Kana, with the half-voiced mark in bit 16 or else the voiced one, and what they are together.\n"
        "  static let voiced: [UInt32] = [\n" + listed(kana) + "\n  ]\n}\n", encoding="utf-8")
    print(len(runs), "runs,", len(sequences), "sequences,", len(pool), "in the pool,", len(away) // 2, "stretches left away,",
          len(marks) // 2, "of marks,", len(places) // 2, "of scripts")


main()
