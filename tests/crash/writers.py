"""Several writers at once, and a reader who never sees anything broken."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from workbench import LOCKED, book_parts, book_text, error_complaints, fill, leftovers, touches

TRIES = 30


def write(bench, book, token, by):
    """One log; it is tried again while others hold the book too long."""
    words = ["log", "acme", f"{token} was said", *by]
    ran = None
    for _ in range(TRIES):
        ran = bench.care.run(book, words)
        if ran.code != 4 or LOCKED not in ran.err:
            break
    bench.tally.point(f"writers: {token}", error_complaints(ran, 0), ran)


def writer(bench, book, number, each, by):
    """All that one writer has to say."""
    for message in range(each):
        write(bench, book, token_of(number, message), by)


def token_of(number, message):
    """A word that stands in no other message."""
    return f"w{number:02}m{message:03}x"


class Reader(threading.Thread):
    """Reads the book again and again until told to stop."""

    def __init__(self, bench, book):
        super().__init__()
        self.bench, self.book = bench, book
        self.over = threading.Event()
        self.count = 0

    def run(self):
        while not self.over.is_set():
            ran = self.bench.care.run(self.book, ["check"])
            self.bench.tally.point("writers: a reader", error_complaints(ran, 0), ran)
            self.count += 1
            time.sleep(0.02)

    def stop(self):
        """No more reading."""
        self.over.set()
        self.join()


def together(bench, books, each, by_of):
    """All writers at once, each at one of the books, and a reader of the first; the number of times
    that it read."""
    reader = Reader(bench, books[0])
    reader.start()
    try:
        with ThreadPoolExecutor(bench.writers) as pool:
            list(pool.map(lambda number: writer(bench, books[number % len(books)], number, each,
                                                by_of(number)), range(bench.writers)))
    finally:
        reader.stop()
    return reader.count


def file_point(bench, path, old, tokens):
    """Whether a file has its old bytes and each message once."""
    new = path.read_bytes() if path.exists() else b""
    complaints = [] if new.startswith(old) else ["bytes that stood there were changed"]
    for token in tokens:
        count = new.count(token.encode())
        if count != 1:
            complaints.append(f"{token} stands there {count} times")
    records = new[len(old):].count(b"[[touch]]")
    if records != len(tokens):
        complaints.append(f"{records} records instead of {len(tokens)}")
    if leftovers(path.parent):
        complaints.append("a temporary file is left")
    bench.tally.point(f"writers: {path.name} at the end", complaints[:5], folder=path.parent)


def on_a_file(bench):
    """All on one file."""
    old = book_text()
    book = fill(bench.folder / "file", {"book.toml": old}) / "book.toml"
    reads = together(bench, [book], bench.each, lambda number: [])
    tokens = [token_of(number, message) for number in range(bench.writers)
              for message in range(bench.each)]
    file_point(bench, book, old, tokens)
    return reads


def on_a_directory(bench, each):
    """All in one directory, each under a name of their own."""
    staff = "".join(f'\n[[staff]]\nid = "staff{n}"\nname = "Staff Number {n}"\n'
                    for n in range(bench.writers))
    book = fill(bench.folder / "directory",
                {"book.toml": book_text() + staff.encode()})
    reads = together(bench, [book], each, lambda number: ["--by", f"staff{number}"])
    file_point(bench, book / "book.toml", book_text() + staff.encode(), [])
    for number in range(bench.writers):
        tokens = [token_of(number, message) for message in range(each)]
        file_point(bench, book / f"log-staff{number}.toml", b"", tokens)
    return reads


def on_linked_directories(bench, each):
    """Each of two directories has a link to a log of the other: nobody waits for ever, and both
    writers of a log have the same lock."""
    books = [fill(bench.folder / name, book_parts()) for name in ("one", "two")]
    old = {"dana": book_parts()["log-dana.toml"], "luis": touches(3).encode()}
    (books[1] / "log-dana.toml").unlink()
    (books[1] / "log-dana.toml").symlink_to("../one/log-dana.toml")
    fill(books[1], {"log-luis.toml": old["luis"]})
    (books[0] / "log-luis.toml").symlink_to("../two/log-luis.toml")
    by = ["dana", "dana", "luis", "luis"]
    reads = together(bench, books, each, lambda number: ["--by", by[number % len(by)]])
    for book, name in zip(books, ("dana", "luis")):
        tokens = [token_of(number, message) for number in range(bench.writers)
                  if by[number % len(by)] == name for message in range(each)]
        file_point(bench, book / f"log-{name}.toml", old[name], tokens)
    return reads


def run(bench):
    """The part `writers`."""
    each = max(1, bench.each // 10)
    reads = (on_a_file(bench) + on_a_directory(bench, each)
             + on_linked_directories(bench, each))
    return (f"{bench.writers} at once, {bench.each} records each in a file, {each} each in a"
            f" directory and in two with links, read {reads} times meanwhile")
