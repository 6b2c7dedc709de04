#!/usr/bin/env python3
"""Writes the inputs that the fuzzers start from: corpus.py DIRECTORY [DICTIONARY]

One file each in DIRECTORY: the examples, and every book of the transcripts. Books that are
too long for a fuzzer to change them at random are cut into pieces between their tables.
Their headers, keys and short values, and some extremes, make the DICTIONARY.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
MOST_BYTES = 2_000
HERE_DOCUMENT = re.compile(rb"^@ (?:book|input)\b.*<<(\S+)\n((?:.*\n)*?)\1\n", re.MULTILINE)
TABLE = re.compile(rb"^(?=\[\[?[a-z]+\])", re.MULTILINE)
HEADER = re.compile(rb"^\[\[?[a-z.]+\]\]?", re.MULTILINE)
KEY = re.compile(rb"^[a-z_]+ *=", re.MULTILINE)
VALUE = re.compile(rb'= *"([a-z0-9-]{1,12})"')

# Ends of what can be written, what opens or parts, and bytes that mislead: as libFuzzer has them.
EXTREMES = rb"""
0000-01-01 9999-12-31 2024-02-29 9999-12-31T23:59 9223372036854775807 1e308 nan
\"0d\" \"1000y\" \"260000wd\" \"never\" \"02-29\" \"easter-400\"
\"\"\" ' [ { <<<<<<< \x1c \x00 \xff \xef\xbb\xbf \xe2\x80\xae
""".split()


def books() -> Iterator[tuple[str, bytes]]:
    """Every book with a name for it."""
    for file in sorted((PROJECT / "examples").rglob("*.toml")):
        yield file.stem, file.read_bytes()
    for file in sorted((PROJECT / "tests/transcripts").glob("*.txt")):
        for number, match in enumerate(HERE_DOCUMENT.finditer(file.read_bytes()), 1):
            yield f"{file.stem}-{number}", match[2]


def pieces(book: bytes) -> list[bytes]:
    """The book, cut between tables so that pieces are short where that is possible."""
    result = [b""]
    for table in TABLE.split(book):
        if result[-1] and len(result[-1]) + len(table) > MOST_BYTES:
            result.append(b"")
        result[-1] += table
    return result


def main() -> None:
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    directory = Path(sys.argv[1])
    directory.mkdir(parents=True, exist_ok=True)
    words = set(EXTREMES)
    for name, book in books():
        for number, piece in enumerate(pieces(book), 1):
            (directory / f"{name}-{number}").write_bytes(piece)
        words.update(HEADER.findall(book), KEY.findall(book))
        words.update(rb"\"%s\"" % value for value in VALUE.findall(book))
    if len(sys.argv) == 3:
        lines = [b'"%s"\n' % word for word in sorted(words)]
        Path(sys.argv[2]).write_bytes(b"".join(lines))


if __name__ == "__main__":
    main()
