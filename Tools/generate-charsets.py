#!/usr/bin/env python3
"""Writes the tables of the encodings of one byte a letter, out of Python's codecs, as the Encoding Standard has them.

    Tools/generate-charsets.py > Sources/Formats/Charset/SingleByteTable+Generated.swift
"""

CHARSETS = [
    ("ibm866", "cp866"), ("iso-8859-2", "iso8859-2"), ("iso-8859-3", "iso8859-3"), ("iso-8859-4", "iso8859-4"),
    ("iso-8859-5", "iso8859-5"), ("iso-8859-6", "iso8859-6"), ("iso-8859-7", "iso8859-7"), ("iso-8859-8", "iso8859-8"),
    ("iso-8859-10", "iso8859-10"), ("iso-8859-13", "iso8859-13"), ("iso-8859-14", "iso8859-14"),
    ("iso-8859-15", "iso8859-15"), ("iso-8859-16", "iso8859-16"), ("koi8-r", "koi8-r"), ("koi8-u", "koi8-u"),
    ("macintosh", "mac-roman"), ("x-mac-cyrillic", "mac-cyrillic"), ("windows-874", "cp874"),
    ("windows-1250", "cp1250"), ("windows-1251", "cp1251"), ("windows-1252", "cp1252"), ("windows-1253", "cp1253"),
    ("windows-1254", "cp1254"), ("windows-1255", "cp1255"), ("windows-1256", "cp1256"), ("windows-1257", "cp1257"),
    ("windows-1258", "cp1258"),
]


def scalar(byte, codec):
    """What a byte stands for. Those that the codec leaves out are controls below A0, and nothing above."""
    try:
        return ord(bytes([byte]).decode(codec))
    except UnicodeDecodeError:
        return byte if byte < 0xA0 else 0xFFFD


print("// Made by Tools/generate-charsets.py; do not edit.\n")
print("extension SingleByteTable {")
print("  /// By name: what the bytes from 80 on stand for, four hexadecimal digits each.")
print("  static let all: [String: StaticString] = [")
for name, codec in CHARSETS:
    digits = "".join("%04X" % scalar(byte, codec) for byte in range(0x80, 0x100))
    print('    "%s": """' % name)
    for start in range(0, len(digits), 96):
        end = "\\" if start + 96 < len(digits) else ""
        print("      " + digits[start:start + 96] + end)
    print('      """,')
print("  ]")
print("}")
