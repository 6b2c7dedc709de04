"""`care log` killed at random moments, on a book that grows."""

import random
import time

from workbench import book_text, error_complaints, fill, finish, leftovers

SEED = 20261123
SIZE = 200_000


def measured(bench, book):
    """How long an undisturbed run takes, in seconds: the middle of several."""
    times = []
    for number in range(9):
        process = bench.care.start(book, ["log", "acme", f"measured {number}"])
        start = time.perf_counter()
        ran = finish(process)
        times.append(time.perf_counter() - start)
        bench.tally.point("kills: undisturbed", error_complaints(ran, 0), ran, book.parent)
    return sorted(times)[len(times) // 2]


def record_complaints(old, new, text):
    """What is wrong with a book that is no longer the old one."""
    added = new[len(old):]
    if not new.startswith(old):
        return ["bytes that stood there were changed"]
    if added.count(b"[[touch]]") != 1 or added.count(text) != 1 or not added.endswith(b"\n"):
        return [f"what was added is no record: {added!r}"]
    return []


def one(bench, book, number, wait):
    """One run and its end: whether it was killed, left a file, and wrote its record."""
    before = leftovers(book.parent)
    old, text = book.read_bytes(), f"word {number:04} of them"
    process = bench.care.start(book, ["log", "acme", text])
    time.sleep(wait)
    process.kill()
    ran = finish(process)
    new = book.read_bytes()
    complaints = [] if new == old else record_complaints(old, new, text.encode())
    if ran.code not in (0, -9):
        complaints.append("neither done nor killed")
    if ran.code == 0 and new == old:
        complaints.append("exit code 0, but the record is not there")
    bench.tally.point(f"kills: no. {number}, after {wait * 1000:.2f} ms", complaints, ran,
                      book.parent)
    return ran.code == -9, bool(leftovers(book.parent) - before), new != old


def sound_at_the_end(bench, book):
    """After all kills the book is sound, and the next run clears away what they left."""
    ran = bench.care.run(book, ["check"])
    bench.tally.point("kills: the book at the end", error_complaints(ran, 0), ran, book.parent)
    ran = bench.care.run(book, ["log", "acme", "at last"])
    complaints = error_complaints(ran, 0)
    if leftovers(book.parent):
        complaints.append("a temporary file is left")
    bench.tally.point("kills: a log at the end", complaints, ran, book.parent)


def run(bench):
    """The part `kills`."""
    calls = 1
    while len(book_text(calls)) < SIZE:
        calls += 200
    book = fill(bench.folder, {"book.toml": book_text(calls)}) / "book.toml"
    usual = measured(bench, book)
    rng = random.Random(SEED)
    ends = [one(bench, book, number, rng.uniform(0, 1.5 * usual))
            for number in range(bench.kills)]
    sound_at_the_end(bench, book)
    killed = sum(died for died, _, _ in ends)
    midway = sum(died and left for died, left, _ in ends)
    written = sum(died and there for died, _, there in ends)
    return (f"{bench.kills} points, {killed} killed within {1500 * usual:.1f} ms: {midway} with"
            f" a temporary file, {written} with their record there")
