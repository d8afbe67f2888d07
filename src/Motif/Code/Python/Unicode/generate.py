"""Writes unicode-16.0.bin, what CPython 3.14 knows of Unicode and of its one-byte encodings.

Run with CPython 3.14 (its unicodedata is 16.0.0): python3.14 generate.py OUTPUT [ALIASES]
ALIASES is the NameAliases.txt of the Unicode character database, or any list with one `CODE;ALIAS` a line;
an alias is kept only where unicodedata.lookup confirms it. Without it the output holds no aliases.

The file is zlib-compressed. Inside: seven sections of little-endian int32, each preceded by its count
(flips of XID_Start, XID_Continue and printable; combining classes; compatibility decompositions;
compositions; code points of names as differences), then, each preceded by its length in bytes, the names
one a line, the names that end in their own code point (`first last prefix`), the encodings
(`name alias alias...`) and their tables of 256 UTF-16 units, 0xFFFE where a byte has no meaning.
"""

import codecs
import encodings
import encodings.aliases
import pkgutil
import struct
import sys
import unicodedata
import zlib

LIMIT = 0x110000
NOT_TABLES = {"aliases", "charmap", "undefined", "unicode_escape", "raw_unicode_escape", "punycode", "idna"}
HANGUL = range(0xAC00, 0xD7A4)


def flips(predicate):
    result, inside = [], False
    for code in range(LIMIT):
        if predicate(chr(code)) != inside:
            result.append(code)
            inside = not inside
    return result


def decompositions():
    result = []
    for code in range(LIMIT):
        char = chr(code)
        if code in HANGUL or not ("a" + char).isidentifier():
            continue
        full = unicodedata.normalize("NFKD", char)
        if full != char:
            result += [code, len(full), *map(ord, full)]
    return result


def compositions():
    result = []
    for code in range(LIMIT):
        parts = unicodedata.decomposition(chr(code))
        if code in HANGUL or not parts or parts.startswith("<") or len(parts.split()) != 2:
            continue
        first, second = (int(part, 16) for part in parts.split())
        if unicodedata.normalize("NFC", chr(first) + chr(second)) == chr(code):
            result += [first, second, code]
    return result


def names(aliases):
    listed, ranges = [], []
    for code in range(LIMIT):
        name = unicodedata.name(chr(code), None)
        if name is None or code in HANGUL:
            continue
        suffix = f"-{code:X}"
        if name.endswith(suffix):
            prefix = name[: -len(suffix) + 1]
            if ranges and ranges[-1][1] == code - 1 and ranges[-1][2] == prefix:
                ranges[-1][1] = code
            else:
                ranges.append([code, code, prefix])
        else:
            listed.append((code, name))
    known = {name for _, name in listed}
    for line in aliases:
        code, _, name = line.strip().partition(";")
        name = name.partition(";")[0]
        try:
            confirmed = unicodedata.lookup(name) == chr(int(code, 16))
        except (KeyError, ValueError):
            continue
        if confirmed and name not in known:
            known.add(name)
            listed.append((int(code, 16), name))
    listed.sort()
    return listed, ranges


def one_byte_encodings():
    by_table = {}
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name.startswith(("utf_", "iso2022")) or module.name in NOT_TABLES:
            continue
        table = table_of(module.name)
        if table:
            by_table[module.name] = table
    aliases = {name: [a for a, t in encodings.aliases.aliases.items() if t == name] for name in by_table}
    return by_table, aliases


def table_of(name):
    try:
        if not codecs.lookup(name)._is_text_encoding:
            return None
    except LookupError:
        return None
    table = []
    for byte in range(256):
        try:
            char = bytes([byte]).decode(name)
        except (UnicodeError, ValueError):
            table.append(0xFFFE)
            continue
        if len(char) != 1 or ord(char) > 0xFFFF:
            return None
        table.append(ord(char))
    # A codec of several bytes refuses a lead byte alone but accepts it before another.
    for byte in range(256):
        for follower in b"\x30\x41\x7e\xa1\xc0":
            try:
                pair = bytes([byte, follower]).decode(name)
            except (UnicodeError, ValueError):
                continue
            if len(pair) != 2:
                return None
    return table


def main(output, aliases_path=None):
    aliases = open(aliases_path, encoding="utf-8") if aliases_path else []
    listed, ranges = names(aliases)
    combining = []
    for code in range(LIMIT):
        if unicodedata.combining(chr(code)):
            combining += [code, unicodedata.combining(chr(code))]
    differences, previous = [], 0
    for code, _ in listed:
        differences.append(code - previous)
        previous = code
    tables, aliases_of = one_byte_encodings()
    payload = bytearray()
    for section in (
        flips(str.isidentifier),
        flips(lambda char: ("a" + char).isidentifier()),
        flips(str.isprintable),
        combining,
        decompositions(),
        compositions(),
        differences,
    ):
        payload += struct.pack(f"<i{len(section)}i", len(section), *section)
    for blob in (
        "\n".join(name for _, name in listed).encode(),
        "\n".join(f"{first:X} {last:X} {prefix}" for first, last, prefix in ranges).encode(),
        "\n".join(" ".join([name, *aliases_of[name]]) for name in tables).encode(),
        b"".join(struct.pack("<256H", *table) for table in tables.values()),
    ):
        payload += struct.pack("<i", len(blob)) + blob
    with open(output, "wb") as file:
        file.write(zlib.compress(bytes(payload), 9))


if __name__ == "__main__":
    main(*sys.argv[1:])
