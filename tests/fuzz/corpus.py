#!/usr/bin/env python3
"""Writes the inputs that the fuzzers start from: corpus.py DIRECTORY

    DIRECTORY/books       the examples and every book of the transcripts, one file each
    DIRECTORY/records     the same books, each behind a record that append_fuzz adds to it
    DIRECTORY/people      the address books and spreadsheets of the tests of import
    DIRECTORY/sessions    the commands of the transcripts, three a file, with their books
    DIRECTORY/*.dict      the headers, keys, values and options of each, and some extremes

Books that are too long for a fuzzer to change them at random are cut between their tables.
"""

import re
import shlex
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
MOST_BYTES = 2_000
COMMANDS_A_SESSION = 3
RECORD_KINDS = 10
TABLE = re.compile(rb"^(?=\[\[?[a-z]+\])", re.MULTILINE)
HEADER = re.compile(rb"^\[\[?[a-z.]+\]\]?", re.MULTILINE)
KEY = re.compile(rb"^[a-z_]+ *=", re.MULTILINE)
VALUE = re.compile(rb'= *"([a-z0-9-]{1,12})"')
PROPERTY = re.compile(rb"^(?:item\d\.)?([A-Z-]{2,})(?=[;:])", re.MULTILINE)
PARAMETER = re.compile(rb";([A-Z-]+=[A-Za-z0-9-]*)(?=[;:])")
COLUMN = re.compile(rb"[A-Za-z][\w #/-]{1,24}")
FILE_SEPARATOR = b"\x1c"

# Ends of what can be written, what opens or parts, and bytes that mislead: as libFuzzer has them.
EXTREMES = rb"""
0000-01-01 9999-12-31 2024-02-29 9999-12-31T23:59 9223372036854775807 1e308 nan
\"0d\" \"1000y\" \"260000wd\" \"never\" \"02-29\" \"easter-400\"
\"\"\" ' [ { <<<<<<< \x1c \x00 \xff \xef\xbb\xbf \xe2\x80\xae
""".split()
SETTINGS = ["@ now 2026-11-23T09:10", "@ env CARE_STAFF=", "@ env CLICOLOR_FORCE=1",
            "@ terminal 40", "@ input ", "@ answers 1\\\\n", "@ stdin", "@ full",
            "@ random 1 0\\x0a\\x0a", "@ random 7 20\\x0a\\x0a", "\\x0a$ "]


def tables(book: bytes) -> list[bytes]:
    return TABLE.split(book)


def pieces(book: bytes) -> list[bytes]:
    """The book, cut between tables so that pieces are short where that is possible."""
    result = [b""]
    for table in tables(book):
        if result[-1] and len(result[-1]) + len(table) > MOST_BYTES:
            result.append(b"")
        result[-1] += table
    return result


def about(book: bytes, words: list[str]) -> bytes:
    """The tables of a long book in which one of the words stands, and those of everybody."""
    if len(book) <= MOST_BYTES:
        return book
    wanted = [word.encode() for word in words if len(word) > 2 and not word.startswith("-")]
    result = b""
    for table in tables(book):
        general = table.startswith((b"[book]", b"[policy]", b"[[staff]]"))
        if general or any(word in table for word in wanted):
            if len(result) + len(table) <= 2 * MOST_BYTES:
                result += table
    return result or pieces(book)[0]


class Transcript:
    """What a transcript would do, one session after the other."""

    def __init__(self, file: Path) -> None:
        self.lines = iter(file.read_bytes().split(b"\n"))
        self.settings: dict[bytes, bytes] = {}
        self.books: dict[str, bytes] = {}
        self.commands: list[list[str]] = []

    def here_document(self, end: bytes) -> bytes:
        text = b""
        for line in self.lines:
            if line == end:
                break
            text += line + b"\n"
        return text

    def set(self, line: bytes) -> None:
        verb, _, rest = line.partition(b" ")
        if b"<<" in rest or rest.startswith(b"<<"):
            rest, _, end = rest.partition(b"<<")
            text = self.here_document(end)
            if verb == b"book":
                self.books[rest.strip().decode()] = text
            else:
                self.settings[b"input"] = verb + b" " + text.replace(b"\n", b"\\n")
        elif verb == b"copy":
            path = PROJECT / rest.decode()
            for file in [path] if path.is_file() else sorted(path.glob("*.toml")):
                self.books[str(file)] = file.read_bytes()
        elif not rest.startswith(b"CARE_BOOK="):
            self.settings[rest.partition(b"=")[0] if verb == b"env" else verb] = line

    def book(self) -> bytes:
        """The file written last, or the directory that it stands in."""
        if not self.books:
            return b""
        words = [word for command in self.commands for word in command]
        last = Path(list(self.books)[-1])
        files = [text for name, text in self.books.items()
                 if Path(name).parent == last.parent != Path(".")]
        return FILE_SEPARATOR.join(about(file, words) for file in files or [self.books[str(last)]])

    def session(self) -> bytes:
        lines = [b"@ " + setting for setting in self.settings.values()]
        for words in self.commands:
            lines.append(b"$ " + " ".join(quoted(word) for word in words).encode())
        session = b"\n".join(lines) + b"\n\n" + self.book()
        self.commands = []
        self.settings.pop(b"input", None)
        return session

    def sessions(self) -> Iterator[bytes]:
        for line in self.lines:
            if line.startswith(b"@ "):
                if self.commands:
                    yield self.session()
                self.set(line[2:])
            elif line.startswith(b"$ care"):
                self.commands.append(without_book(words_of(line.decode()[2:])[1:]))
                if len(self.commands) == COMMANDS_A_SESSION:
                    yield self.session()
        if self.commands:
            yield self.session()


def quoted(word: str) -> str:
    word = word.replace("\n", " ").replace('"', "'")
    return f'"{word}"' if " " in word or not word else word


def words_of(command: str) -> list[str]:
    """As a shell takes them; shlex knows no $'...'."""

    def plain(quoted: re.Match[str]) -> str:
        letters = quoted[1].encode("latin-1", "backslashreplace")
        return shlex.quote(letters.decode("unicode_escape"))

    return shlex.split(re.sub(r"\$'((?:[^'\\]|\\.)*)'", plain, command))


def without_book(words: list[str]) -> list[str]:
    """The book stands where care looks for it."""
    if "--book" in words[:-1]:
        at = words.index("--book")
        return words[:at] + words[at + 2:]
    return words


def books() -> Iterator[tuple[str, bytes]]:
    """Every book with a name for it."""
    for file in sorted((PROJECT / "examples").rglob("*.toml")):
        yield file.stem, file.read_bytes()
    for file in sorted((PROJECT / "tests/transcripts").glob("*.txt")):
        transcript = Transcript(file)
        for _ in transcript.sessions():
            pass
        for number, book in enumerate(transcript.books.values(), 1):
            yield f"{file.stem}-{number}", book


def write_people(directory: Path) -> None:
    """Each file behind the byte that import_fuzz takes for the format and the options."""
    words = set(EXTREMES)
    for file in sorted((PROJECT / "tests/import/corpus").iterdir()):
        if file.suffix not in (".csv", ".vcf"):
            continue
        text = file.read_bytes()
        choice = (file.suffix == ".vcf") + 2 * ("company" in file.stem)
        (directory / "people" / file.name).write_bytes(b"%d" % choice + text[:2 * MOST_BYTES])
        if file.suffix == ".vcf":
            words.update(PROPERTY.findall(text), PARAMETER.findall(text))
        else:
            words.update(COLUMN.findall(text.partition(b"\n")[0]))
    write_dictionary(directory / "people.dict", words)


def write_dictionary(file: Path, words: set[bytes]) -> None:
    file.write_bytes(b"".join(b'"%s"\n' % word for word in sorted(words)))


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    directory = Path(sys.argv[1])
    for name in ("books", "records", "people", "sessions"):
        (directory / name).mkdir(parents=True, exist_ok=True)
    words = set(EXTREMES)
    kinds = cycle(range(RECORD_KINDS))
    for name, book in books():
        for number, piece in enumerate(pieces(book), 1):
            (directory / "books" / f"{name}-{number}").write_bytes(piece)
            record = b"%d" % next(kinds) + b"spring order\n" + piece
            (directory / "records" / f"{name}-{number}").write_bytes(record)
        words.update(HEADER.findall(book), KEY.findall(book))
        words.update(rb"\"%s\"" % value for value in VALUE.findall(book))
    write_dictionary(directory / "books.dict", words)
    write_dictionary(directory / "records.dict", words)
    write_people(directory)

    words = set(EXTREMES) | {setting.encode() for setting in SETTINGS}
    for file in sorted((PROJECT / "tests/transcripts").glob("*.txt")):
        for number, session in enumerate(Transcript(file).sessions(), 1):
            (directory / "sessions" / f"{file.stem}-{number}").write_bytes(session)
            words.update(re.findall(rb"(?<= )--?[a-z-]+", session))
            words.update(re.findall(rb"^\$ [a-z]+", session, re.MULTILINE))
            words.update(KEY.findall(session))
    write_dictionary(directory / "sessions.dict", words)


if __name__ == "__main__":
    main()
