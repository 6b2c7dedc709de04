"""Somebody saves the book in place, or cuts it short, while `care today` reads it."""

import os
import random
import time

from workbench import book_text, fill, finish

TIMES = 1000
CALLS = [400, 10_000]  # small files are copied before they are read, large ones are not
REST = 0.012           # seconds after which a file is not new any more
WORDS = ["today", "--format", "json"]


def run(bench):
    """Each run prints what stood in the file at one moment, or says that it could not."""
    for calls in CALLS:
        run_beside(bench, calls)
    return f"{2 * TIMES} runs beside one who saves"


def run_beside(bench, calls):
    path = fill(bench.folder / f"saved-{calls}", {"book.toml": b""}) / "book.toml"
    old = book_text(calls)
    new = old.replace(b"Acme Tower", b"Zulu Tower")      # the same size
    longer = new + b'\n[[customer]]\nid = "more"\nname = "More"\n'
    short = old.index(b"\n[[touch]]") + 1
    answers = {}
    for text in (old, new, longer, old[:short], new[:short], b""):
        path.write_bytes(text)
        started = time.monotonic()
        ran = bench.care.run(path, WORDS)
        if text == old:
            delay = time.monotonic() - started
        answers[text] = (ran.code, ran.out)
    seed = random.Random(9)
    for number in range(2 * TIMES // len(CALLS)):
        before, after = seed.sample([old, new, longer], 2)
        path.write_bytes(before)
        time.sleep(REST)
        process = bench.care.start(path, WORDS)
        time.sleep(seed.uniform(0, delay))
        if number % 2:
            after = before[:short]
            os.truncate(path, short)
        else:
            path.write_bytes(after)
        ran = finish(process)
        stood = [answers[text] for text in (before, after, b"")]
        fine = (ran.code, ran.out) in stood or (ran.code == 4 and ran.err.startswith("care: "))
        bench.tally.point(f"saved while it is read, {calls} calls, number {number}",
                          [] if fine else [f"exit code {ran.code}, and neither book: {ran.err}"])
