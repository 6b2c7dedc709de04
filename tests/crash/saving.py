"""Somebody saves the book in place, or cuts it short, while `care` reads it, or writes to it."""

import os
import random
import re
import time

from workbench import book_text, fill, finish

CALLS = [400, 42_000]  # small files are read as a whole, of 4 MB on as they are needed
REST = 0.012           # seconds after which a file is not new any more
COMMANDS = [["today", "--format", "json"],         # which needs a little of most books
            ["show", "acme", "--format", "json"],  # which needs one customer
            ["list", "--format", "json"]]          # which needs all of each


def run(bench):
    """Each run prints what stood in the file at one moment, or says that it could not."""
    for calls in CALLS:
        for words in COMMANDS:
            run_beside(bench, calls, words)
        write_beside(bench, calls)
    runs = len(CALLS) * (len(COMMANDS) * reads_of_each(bench) + writes_of_each(bench))
    return f"{runs} runs beside one who saves"


def reads_of_each(bench):
    """How often each command reads each book: together so often saved, and so often cut short."""
    return 2 * bench.saves // (len(CALLS) * len(COMMANDS))


def writes_of_each(bench):
    """How often each book is written to."""
    return bench.saves // 10


def run_beside(bench, calls, words):
    path = fill(bench.folder / f"{words[0]}-{calls}", {"book.toml": b""}) / "book.toml"
    old = book_text(calls)
    new = old.replace(b"Acme Tower", b"Zulu Tower")      # the same size
    longer = new + b'\n[[customer]]\nid = "more"\nname = "More"\n'
    short = old.index(b"\n[[touch]]") + 1
    answers = {}
    for text in (old, new, longer, old[:short], new[:short], b""):
        path.write_bytes(text)
        started = time.monotonic()
        ran = bench.care.run(path, words)
        if text == old:
            delay = time.monotonic() - started
        answers[text] = (ran.code, ran.out)
    seed = random.Random(9)
    for number in range(reads_of_each(bench)):
        before, after = seed.sample([old, new, longer], 2)
        path.write_bytes(before)
        time.sleep(REST)
        process = bench.care.start(path, words)
        time.sleep(seed.uniform(0, delay))
        if number % 2:
            after = before[:short]
            os.truncate(path, short)
        else:
            path.write_bytes(after)
        ran = finish(process)
        stood = [answers[text] for text in (before, after, b"")]
        fine = ((ran.code, ran.out) in stood or (ran.code == 4 and ran.err.startswith("care: "))
                or was_half_written(bench, path, words, after, ran))
        bench.tally.point(f"{words[0]}, saved while it is read, {calls} calls, number {number}",
                          [] if fine else [f"exit code {ran.code}, and neither book: {ran.err}"])


def was_half_written(bench, path, words, after, ran):
    """Whether the one who saves had come so far, and no further for a while, on a busy machine."""
    line = re.search(r"book\.toml:(\d+):", ran.err)
    if ran.code != 3 or not line:
        return False
    start = sum(map(len, after.splitlines(keepends=True)[:int(line[1]) - 1]))
    for end in range(start, after.index(b"\n", start) + 1):
        path.write_bytes(after[:end])
        again = bench.care.run(path, words)
        if (again.code, again.out, again.err) == (ran.code, ran.out, ran.err):
            return True
    return False


def write_beside(bench, calls):
    """What the other one saved stands there, or the record behind what stood before or after that:
    never some of both."""
    path = fill(bench.folder / f"written-{calls}", {"book.toml": b""}) / "book.toml"
    before = book_text(calls)
    after = before.replace(b"Acme Tower", b"Zulu Tower")
    short = before.index(b"\n[[touch]]") + 1
    words = ["log", "acme", "all is well"]
    path.write_bytes(before)
    started = time.monotonic()
    bench.care.run(path, words)
    delay = time.monotonic() - started
    seed = random.Random(10)
    for number in range(writes_of_each(bench)):
        path.write_bytes(before)
        time.sleep(REST)
        process = bench.care.start(path, words)
        time.sleep(seed.uniform(0, delay))
        saved = before[:short] if number % 2 else after
        if number % 2:
            os.truncate(path, short)
        else:
            path.write_bytes(after)
        ran = finish(process)
        stands = path.read_bytes()
        is_whole = stands == saved or (ran.code == 0 and any(
            stands.startswith(text) and stands[len(text):].count(b"[[touch]]") == 1 and
            b"all is well" in stands[len(text):] for text in (before, saved)))
        says_so = ran.code in (0, 2) or (ran.code == 4 and ran.err.startswith("care: "))
        bench.tally.point(f"saved while it is written to, {calls} calls, number {number}",
                          [] if is_whole and says_so else
                          [f"exit code {ran.code}, {len(stands)} bytes: {ran.err}"])
